"""The kinds of notice (文书): when each is due, what it cites, what it must say.

条例第三十条 to 第四十二条 say what an applicant is told; titles and skeletons are ours
(docs/interpretations/0038-notices.md). The kinds stand in ``procedure.toml``,
``decisions.toml`` and, for corrections, ``corrections.toml``.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from gongkai.statute.articles import cite
from gongkai.statute.errors import StatuteError
from gongkai.statute.notices.elements import Element, elements_by_key
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import RemedyOrder

_FILES = ("procedure.toml", "decisions.toml")
_OF_CORRECTIONS = ("corrections.toml",)


@dataclass(frozen=True)
class NoticeKind:
    """One kind of notice.

    ``steps`` are the kinds of step that it goes with, ``outcomes`` the endings that it
    tells. ``any_of`` are groups of elements of which one at least is filled in.
    ``remedy`` is the order for a decision from 2024-01-01; the paragraph itself comes
    from ``gongkai.statute.remedies``, by ground and date.
    """

    key: str
    title: str
    when: str
    steps: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    articles: tuple[str, ...]
    other_basis: tuple[str, ...]
    remedy: RemedyOrder
    elements: tuple[Element, ...]
    any_of: tuple[tuple[str, ...], ...]
    paragraphs: tuple[str, ...]
    closing: str
    hides_applicant: bool = False
    variant: Outcome | None = None

    @property
    def slot(self) -> str:
        """What names the wording: the key, and the outcome of a variant."""
        return f"{self.key}:{self.variant.value}" if self.variant else self.key

    @property
    def name(self) -> str:
        """The title, and of a variant the outcome that it tells."""
        return f"{self.title} {self.variant.label}" if self.variant else self.title

    @property
    def required(self) -> tuple[Element, ...]:
        """The elements without which the notice cannot be finished."""
        return tuple(element for element in self.elements if element.is_required)

    @property
    def citations(self) -> tuple[str, ...]:
        """What the notice rests on, as it would be printed."""
        return (*(cite(reference) for reference in self.articles), *self.other_basis)


def notice_kinds() -> tuple[NoticeKind, ...]:
    """Return every kind of a request, in the order of a procedure."""
    return tuple(_kinds(_FILES).values())


def correction_kinds() -> tuple[NoticeKind, ...]:
    """Return the kinds of a correction of records (条例第四十一条), no request's."""
    return tuple(_kinds(_OF_CORRECTIONS).values())


def notice_kind(key: str) -> NoticeKind:
    """Return a kind by its key.

    >>> notice_kind("extend").title
    '政府信息公开申请延期答复告知书'
    """
    kinds = _kinds(_FILES) | _kinds(_OF_CORRECTIONS)
    try:
        return kinds[key]
    except KeyError:
        known = "、".join(_kinds(_FILES))
        raise StatuteError(f"没有“{key}”这种文书。请用下列之一：{known}。") from None


def notice_for_outcome(outcome: Outcome, ground: str = "") -> NoticeKind:
    """Return the notice that tells an ending, with the elements that ending needs.

    本机关不掌握 has two, 信息不存在 and 非本机关公开: ``ground`` 36(5) asks for the
    second.

    >>> notice_for_outcome(Outcome.UNAVAILABLE_NOT_HELD).key
    'none'
    >>> notice_for_outcome(Outcome.UNAVAILABLE_NOT_HELD, "36(5)").key
    'not_ours'
    """
    kinds = [kind for kind in notice_kinds() if outcome in kind.outcomes]
    chosen = next((kind for kind in kinds if ground in kind.articles), kinds[0])
    return _variants().get((chosen.key, outcome), chosen)


def worded_kinds() -> tuple[NoticeKind, ...]:
    """Return every wording that there is: a kind, or each of its variants.

    >>> len(worded_kinds())
    34
    """
    return tuple(
        each
        for kind in notice_kinds()
        for each in (
            [
                _variants()[kind.key, outcome]
                for outcome in kind.outcomes
                if (kind.key, outcome) in _variants()
            ]
            or [kind]
        )
    )


def worded_kind(slot: str) -> NoticeKind:
    """Return the kind, or the variant, that a slot names.

    >>> worded_kind("refuse:withheld.state_secret").name
    '政府信息公开告知书（不予公开） 不予公开：国家秘密'
    """
    for kind in worded_kinds():
        if kind.slot == slot:
            return kind
    raise StatuteError(f"没有“{slot}”这种文书的范本。请从列表中选择。")


def notices_for_step(step: str) -> tuple[NoticeKind, ...]:
    """Return the notices that go with a kind of step.

    >>> [kind.key for kind in notices_for_step("third_party_consulted")]
    ['third', 'third_info']
    """
    return tuple(kind for kind in notice_kinds() if step in kind.steps)


def places(paragraph: str) -> tuple[str, ...]:
    """Return the keys of the elements that a paragraph names.

    >>> places("原答复期限至{old_due_on}。")
    ('old_due_on',)
    """
    return tuple(name for _, name, _, _ in Formatter().parse(paragraph) if name)


@cache
def _tables(names: tuple[str, ...]) -> tuple[Mapping[str, Any], ...]:
    folder = files("gongkai.statute.notices")
    texts = (folder.joinpath(name).read_text("utf-8") for name in names)
    return tuple(tomllib.loads(text) for text in texts)


@cache
def _openings() -> dict[str, Mapping[str, Any]]:
    tables = _tables(_FILES + _OF_CORRECTIONS)
    return {each["key"]: each for table in tables for each in table["opening"]}


@cache
def _kinds(names: tuple[str, ...]) -> dict[str, NoticeKind]:
    kinds = (_kind(each) for table in _tables(names) for each in table["notice"])
    return {kind.key: kind for kind in kinds}


@cache
def _variants() -> dict[tuple[str, Outcome], NoticeKind]:
    return {
        (each["key"], Outcome(variant["outcome"])): _variant(each, variant)
        for table in _tables(_FILES)
        for each in table["notice"]
        for variant in each.get("variant", ())
    }


def _kind(table: Mapping[str, Any]) -> NoticeKind:
    remedy = RemedyOrder(table["remedy"])
    return NoticeKind(
        key=table["key"],
        title=table["title"],
        when=table["when"],
        steps=tuple(table["steps"]),
        outcomes=tuple(Outcome(value) for value in table.get("outcomes", ())),
        articles=tuple(table["articles"]),
        other_basis=tuple(table.get("other_basis", ())),
        remedy=remedy,
        elements=tuple(_elements(table, remedy)),
        any_of=tuple(tuple(group) for group in table.get("any_of", ())),
        paragraphs=_paragraphs(table),
        closing=table["closing"],
        hides_applicant=table.get("hides_applicant", False),
    )


def _variant(table: Mapping[str, Any], variant: Mapping[str, Any]) -> NoticeKind:
    """Return the kind as one of its outcomes asks for it."""
    kind = _kind({**table, **variant})
    outcome = Outcome(variant["outcome"])
    return replace(kind, outcomes=(outcome,), variant=outcome)


def _opening(table: Mapping[str, Any]) -> Mapping[str, Any]:
    return _openings().get(table.get("opening", ""), {})


def _paragraphs(table: Mapping[str, Any]) -> tuple[str, ...]:
    return (*_opening(table).get("paragraphs", ()), *table["paragraphs"])


def _elements(table: Mapping[str, Any], remedy: RemedyOrder) -> Iterator[Element]:
    known, opening = elements_by_key(), _opening(table)
    yield known["addressee"]
    if any("you" in places(paragraph) for paragraph in _paragraphs(table)):
        yield known["you"]
    for part in (opening, table):
        yield from (known[key] for key in part.get("elements", ()))
        yield from (known[key].optional() for key in part.get("optional", ()))
    for group in table.get("any_of", ()):
        yield from (known[key].optional() for key in group)
    if remedy is not RemedyOrder.NONE:
        yield known["remedy"]
    if not table.get("without_contact", False):
        yield known["contact"]
