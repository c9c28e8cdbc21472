"""Which kind a stored notice is, with the elements that its outcome asks for."""

import re
from collections.abc import Iterable

from gongkai.casework.models import Notice
from gongkai.casework.notices.wordings import as_worded
from gongkai.statute.articles import cite
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import NoticeKind, notice_for_outcome, notice_kind
from gongkai.statute.notices.elements import Element
from gongkai.statute.outcomes import Outcome

_BETWEEN = re.compile(r"[、，,;；\s]+")
#: Made by the program from ground and date; nobody types it.
GENERATED = "remedy"


def kind_of(notice: Notice) -> NoticeKind:
    """Return the kind of a notice, as its outcome varies it."""
    return kind_for(notice.kind, notice.outcome, notice.ground)


def worded_kind_of(notice: Notice) -> NoticeKind:
    """Return the kind of a notice in the wording of its organ."""
    return as_worded(kind_of(notice), notice.disclosure_request.organ)


def kind_for(key: str, outcome: str, ground: str) -> NoticeKind:
    """Return a kind as its outcome varies it; refuse what does not go together."""
    kind = notice_kind(key)
    if not outcome:
        if len(kind.outcomes) > 1:
            raise GongkaiError(f"“{kind.title}”要先选定办理结果。请选择后再起草。")
        return kind
    if outcome not in kind.outcomes:
        raise GongkaiError(
            f"“{kind.title}”不能告知“{_label(outcome)}”，请核对文书和办理结果。"
        )
    varied = notice_for_outcome(Outcome(outcome), ground)
    return varied if varied.key == key else kind


def grounds_of(ground: str) -> tuple[str, ...]:
    """Return the references of a ground: ``14、16(1)``.

    Raises ``StatuteError`` for a reference to nothing.
    """
    references = tuple(part for part in _BETWEEN.split(ground) if part)
    for reference in references:
        cite(reference)
    return references


def to_be_filled(kind: NoticeKind) -> tuple[Element, ...]:
    """Return the elements that an officer writes."""
    return tuple(each for each in kind.elements if each.key != GENERATED)


def citations(references: Iterable[str]) -> str:
    """Return the articles as a notice prints them."""
    return "、".join(cite(reference) for reference in references)


def _label(outcome: str) -> str:
    return Outcome(outcome).label if outcome in set(Outcome) else outcome
