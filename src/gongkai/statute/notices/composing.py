"""Setting a notice from its elements.

A notice that lacks a required element is not set: 条例第三十六条第（三）项 wants
reasons, 第三十条 what to amend and by when, and so on. Layout and number are the
business of ``gongkai.documents``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gongkai.statute.errors import StatuteError
from gongkai.statute.notices.elements import Element
from gongkai.statute.notices.kinds import NoticeKind, places

_STOPS = "。；;."


@dataclass(frozen=True)
class NoticeText:
    """A notice as it reads: the addressee with its colon, then line by line.

    ``remedy`` is empty where none is told; ``contact`` is the note (附注) below.
    """

    key: str
    title: str
    addressee: str
    paragraphs: tuple[str, ...]
    closing: str
    remedy: str
    contact: str


def missing_elements(kind: NoticeKind, elements: Mapping[str, str]) -> list[Element]:
    """Return the elements that are still wanting; of a group, its first.

    >>> from gongkai.statute.notices.kinds import notice_kind
    >>> given = {"addressee": "张某某", "request_text": "教师招聘计划"}
    >>> [element.label for element in missing_elements(notice_kind("repeat"), given)]
    ['收到申请之日', '提交方式', '登记编号', '以前的答复', '救济途径', '联系人和电话']
    """
    empty_groups = {
        group[0]
        for group in kind.any_of
        if not any(_is_given(elements, key) for key in group)
    }
    return [
        element
        for element in kind.elements
        if element.key in empty_groups
        or (element.is_required and not _is_given(elements, element.key))
    ]


def compose(
    kind: NoticeKind,
    elements: Mapping[str, str],
    *,
    keep_secret: Iterable[str] = (),
    revokes: str = "",
) -> NoticeText:
    """Return the notice with its elements in their places.

    A paragraph whose optional element is empty is left out. ``revokes`` is the
    sentence that takes an earlier notice back (``revocation``); it stands last, no
    matter how the organ words the rest. ``keep_secret`` are words
    (the applicant's name) that a letter to a third party must not contain. Raises
    ``StatuteError`` naming what is missing, unknown or given away.
    """
    _refuse_unknown(kind, elements)
    _refuse_missing(kind, elements)
    values = {element.key: _value(element, elements) for element in kind.elements}
    text = NoticeText(
        key=kind.key,
        title=kind.title,
        addressee=f"{values['addressee'].rstrip('：:')}：",
        paragraphs=(*_paragraphs(kind, values), *([revokes] if revokes else [])),
        closing=kind.closing,
        remedy=elements.get("remedy", "").strip(),
        contact=values.get("contact", ""),
    )
    if kind.hides_applicant:
        _refuse_given_away(text, keep_secret)
    return text


def revocation(earlier: str, reason: str) -> str:
    """Return the sentence by which a notice takes back an earlier one that went out.

    The Regulation has no procedure for it; the organ says which one and why
    (docs/interpretations/0048-wrong-notices.md).

    >>> revocation("《政府信息公开告知书（予以公开）》（2022年3月1日）", "附件有误。")
    '本机关作出的《政府信息公开告知书（予以公开）》（2022年3月1日）同时撤销，以本告知书为准。撤销的理由：附件有误。'
    """
    why = reason.strip().rstrip(_STOPS)
    return f"本机关作出的{earlier}同时撤销，以本告知书为准。撤销的理由：{why}。"


def _is_given(elements: Mapping[str, str], key: str) -> bool:
    return bool(elements.get(key, "").strip(f" \t\r\n　{_STOPS}"))


def _value(element: Element, elements: Mapping[str, str]) -> str:
    """Return the text for the place; the skeleton brings the stop itself."""
    text = elements.get(element.key, "").strip()
    if element.is_verbatim:
        return text
    return text.rstrip(_STOPS) or element.default


def _paragraphs(kind: NoticeKind, values: Mapping[str, str]) -> Iterator[str]:
    for skeleton in kind.paragraphs:
        if all(values[place] for place in places(skeleton)):
            # A quotation that brings its own stop takes none after it.
            whole = skeleton.format_map(values).replace("。”。", "。”")
            yield from (line.strip() for line in whole.splitlines() if line.strip())


def _refuse_unknown(kind: NoticeKind, elements: Mapping[str, str]) -> None:
    unknown = sorted(elements.keys() - {element.key for element in kind.elements})
    if unknown:
        raise StatuteError(
            f"{_named(kind)}没有这些要素：{'、'.join(unknown)}。请核对要素的名称。"
        )


def _refuse_missing(kind: NoticeKind, elements: Mapping[str, str]) -> None:
    missing = missing_elements(kind, elements)
    if missing:
        labels = "、".join(_label(kind, element) for element in missing)
        raise StatuteError(
            f"{_named(kind)}还缺：{labels}。请补上再生成文书。",
            article="、".join(kind.citations),
        )


def _label(kind: NoticeKind, element: Element) -> str:
    """Return the label; of a group, all its labels."""
    labels = {each.key: each.label for each in kind.elements}
    for group in kind.any_of:
        if element.key == group[0]:
            return "或者".join(labels[key] for key in group)
    return element.label


def _refuse_given_away(text: NoticeText, keep_secret: Iterable[str]) -> None:
    whole = "\n".join((text.addressee, *text.paragraphs, text.contact))
    if any(word.strip() and word.strip() in whole for word in keep_secret):
        raise StatuteError(
            f"“{text.title}”写到了申请人的身份。请删去后再发。",
            article="《政府信息公开条例》第三十二条",
        )


def _named(kind: NoticeKind) -> str:
    return f"“{kind.title}”"
