"""An organ's own wording of a notice (文书范本): what it may change and what not.

The paragraphs are the organ's; what the law has a notice say (条例第三十条 to
第四十二条) and the articles it rests on may not be left out. Places stand in braces by
their label, ``{收到申请之日}``. Addressee, remedies and contact are set by
``composing`` around the paragraphs, so no wording can drop them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from gongkai.statute.articles import cite
from gongkai.statute.errors import StatuteError
from gongkai.statute.notices.elements import Element
from gongkai.statute.notices.kinds import NoticeKind, places

_PLACE = re.compile(r"\{([^{}]*)\}")
_FULL_WIDTH = str.maketrans({0xFF5B: "{", 0xFF5D: "}"})
_REGULATION = "《政府信息公开条例》"
#: Set around the paragraphs, never in them.
_AROUND = frozenset({"addressee", "remedy", "contact"})
LONGEST = 8000


def wording_of(kind: NoticeKind) -> str:
    """Return the paragraphs of a kind as an officer edits them, a line for each.

    >>> from gongkai.statute.notices.kinds import notice_kind
    >>> wording_of(notice_kind("repeat")).splitlines()[-1]
    '根据《政府信息公开条例》第三十六条第（六）项的规定，告知{称呼}不予重复处理。'
    """
    labels = {element.key: element.label for element in kind.elements}
    return "\n".join(
        _PLACE.sub(lambda found: f"{{{labels[found[1]]}}}", paragraph)
        for paragraph in kind.paragraphs
    )


def with_wording(kind: NoticeKind, text: str) -> NoticeKind:
    """Return the kind with the organ's paragraphs in place of its own.

    An element that may stay empty and has no place in the text is not asked for any
    more. Raises ``StatuteError`` for a place that the kind does not have, for what the
    law requires and is missing, and for a required place in a paragraph that goes when
    another element is empty.
    """
    if len(text) > LONGEST:
        raise StatuteError(f"正文超过{LONGEST}字，放不下。请精简。")
    paragraphs = tuple(_keyed(kind, line) for line in _lines(text))
    _refuse_missing(kind, paragraphs)
    _refuse_entangled(kind, paragraphs)
    return replace(kind, paragraphs=paragraphs, elements=_asked(kind, paragraphs))


def place_labels(kind: NoticeKind) -> tuple[Element, ...]:
    """Return the elements that may stand in the paragraphs of a kind."""
    return tuple(each for each in kind.elements if each.key not in _AROUND)


def _lines(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text.translate(_FULL_WIDTH).splitlines())
    return (line for line in lines if line)


def _keyed(kind: NoticeKind, line: str) -> str:
    """Return the line with keys for labels, and nothing else in braces."""
    keys = {each.label: each.key for each in place_labels(kind)}
    if re.search(r"[{}]", _PLACE.sub("", line)):
        raise StatuteError(
            f"“{_short(line)}”这一段的花括号不成对。要素写成{{收到申请之日}}的样子。"
        )
    return _PLACE.sub(lambda found: f"{{{_key(kind, keys, found[1].strip())}}}", line)


def _key(kind: NoticeKind, keys: dict[str, str], name: str) -> str:
    if name in keys:
        return keys[name]
    around = {each.label for each in kind.elements if each.key in _AROUND}
    if name in around:
        raise StatuteError(
            f"“{name}”由程序写在正文以外，范本里不用写。请删去{{{name}}}。"
        )
    near = get_close_matches(name, keys, n=1, cutoff=0.3)
    advice = (
        f"是不是“{near[0]}”？" if near else f"可以用的有：{'、'.join(keys) or '无'}。"
    )
    raise StatuteError(f"这种文书没有“{name}”这个要素。{advice}")


def _refuse_missing(kind: NoticeKind, paragraphs: Iterable[str]) -> None:
    text = "\n".join(paragraphs)
    default = "\n".join(kind.paragraphs)
    there, due = set(places(text)), set(places(default)) - _may_go(kind)
    missing = [each.label for each in kind.elements if each.key in due - there]
    bases = [basis for basis in _bases(kind) if basis in default and basis not in text]
    if missing or bases:
        parts = []
        if missing:
            parts.append(f"缺少法定要素：{'、'.join(missing)}")
        if bases:
            parts.append(f"没有引用{'、'.join(bases)}")
        article = "、".join(kind.citations)
        raise StatuteError(
            f"“{kind.title}”的范本{'；'.join(parts)}。请依照{article}补上。",
            article=article,
        )


def _may_go(kind: NoticeKind) -> set[str]:
    """Return the keys whose places may be left out: neither required nor of a group."""
    grouped = {key for group in kind.any_of for key in group}
    return {
        each.key
        for each in kind.elements
        if not each.is_required and each.key not in grouped
    }


def _bases(kind: NoticeKind) -> Iterator[str]:
    """Yield the articles as they stand within a sentence."""
    for reference in kind.articles:
        yield cite(reference).removeprefix(_REGULATION)


def _refuse_entangled(kind: NoticeKind, paragraphs: Iterable[str]) -> None:
    """Refuse a required place beside one whose emptiness takes the paragraph away."""
    by_key = {each.key: each for each in kind.elements}
    for paragraph in paragraphs:
        found = [by_key[key] for key in dict.fromkeys(places(paragraph))]
        loose = [each for each in found if each.is_optional]
        firm = [each for each in found if each.is_required]
        if loose and (firm or len(loose) > 1):
            other = (firm or loose[1:])[0]
            raise StatuteError(
                f"“{loose[0].label}”可以不填，不填时整段不出现，“{other.label}”也就没有了。"
                "请把它们分成两段。"
            )


def _asked(kind: NoticeKind, paragraphs: Iterable[str]) -> tuple[Element, ...]:
    there = set(places("\n".join(paragraphs)))
    return tuple(
        each
        for each in kind.elements
        if each.key in there | _AROUND or each.is_required
    )


def _short(line: str) -> str:
    return line if len(line) <= len("一二三四五六七八九十一二") else f"{line[:12]}…"
