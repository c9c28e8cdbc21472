"""Requests that ask the same or nearly the same, and what follows from it.

条例第三十六条第六项: a repeat only where the same applicant was already answered.
第四十四条第一款: what several applicants were given may be published.
The thresholds: docs/interpretations/0041-alike-requests.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from gongkai.casework.models import Applicant, DisclosureRequest, JointApplicant
from gongkai.casework.similarity import Wording
from gongkai.organs.models import Organ
from gongkai.statute.clock import StepKind
from gongkai.statute.outcomes import Outcome

#: From here on two requests are shown as alike; from there on as the same.
ALIKE = 0.5
SAME = 0.8
#: How many of the organ's newest requests are compared.
NEWEST = 2000
_MOST = 10
_UNANSWERED = {
    Outcome.OTHER_AMENDMENT_LAPSED,
    Outcome.OTHER_FEE_LAPSED,
    Outcome.OTHER_OTHER,
}
_GIVEN = {Outcome.DISCLOSED.value, Outcome.PARTIALLY_DISCLOSED.value}


@dataclass(frozen=True)
class Similar:
    """An earlier request like this one: how much, and why it is shown."""

    disclosure_request: DisclosureRequest
    score: float
    why: str
    is_repeat: bool
    is_same_applicant: bool = False

    @property
    def may_be_joined(self) -> bool:
        """Whether it asks the same, of the same applicant, and is still open."""
        is_open = self.disclosure_request.closed_on is None
        return self.is_same_applicant and self.score >= SAME and is_open


def similar_requests(
    wanted: DisclosureRequest | str, organ: Organ, *, fingerprint: str = ""
) -> list[Similar]:
    """Return the organ's requests most like this one, the likest first.

    Compared are the newest ``NEWEST`` of the organ and all of the same applicant;
    ``fingerprint`` tells who asks, where ``wanted`` is not yet a request.
    """
    if isinstance(wanted, str):
        case, subject = None, wanted
    else:
        case, subject = wanted, wanted.subject
        fingerprint = fingerprint or _fingerprint_of(wanted)
    own = _of_applicant(organ, fingerprint)
    wording = Wording(subject)
    scores = _scores(wording, _candidates(organ, own, case))
    best = sorted(scores, key=lambda pk: (-scores[pk], -pk))[:_MOST]
    found = DisclosureRequest.objects.select_related("organ").in_bulk(best)
    return [
        _similar(case, found[pk], wording, scores[pk], is_own=pk in own) for pk in best
    ]


def worth_publishing(
    disclosure_request: DisclosureRequest, similar: Iterable[Similar]
) -> list[DisclosureRequest]:
    """Return the requests that speak for publication, or none (第四十四条第一款).

    They are two or more, of different applicants, that ask the same and were given
    it; this request counts among them.
    """
    given = [
        each.disclosure_request
        for each in similar
        if each.score >= SAME
        and not each.is_same_applicant
        and each.disclosure_request.outcome in _GIVEN
    ]
    if disclosure_request.outcome in _GIVEN:
        given.append(disclosure_request)
    return given if len(given) > 1 else []


def is_of_same_applicant(one: DisclosureRequest, other: DisclosureRequest) -> bool:
    """Return whether the two are known to come from the same applicant."""
    fingerprint = _fingerprint_of(one)
    return bool(fingerprint) and fingerprint == _fingerprint_of(other)


def cases_of_letter(disclosure_request: DisclosureRequest) -> list[DisclosureRequest]:
    """Return the other cases that came in the same letter."""
    if not disclosure_request.letter:
        return []
    others = DisclosureRequest.objects.filter(
        organ=disclosure_request.organ, letter=disclosure_request.letter
    )
    return list(others.exclude(pk=disclosure_request.pk).order_by("number"))


def joined_with(disclosure_request: DisclosureRequest) -> list[DisclosureRequest]:
    """Return the cases with which this one is handled (并案), the first one first."""
    first = disclosure_request.joined_to or disclosure_request
    together = [first, *first.joined.order_by("number")]
    return [case for case in together if case.pk != disclosure_request.pk]


def may_be_split(disclosure_request: DisclosureRequest) -> bool:
    """Return whether its matters may still become cases of their own."""
    taken = disclosure_request.steps.exclude(kind=StepKind.RECEIPT_CONFIRMED.value)
    return disclosure_request.closed_on is None and not taken.exists()


def _fingerprint_of(disclosure_request: DisclosureRequest) -> str:
    kept = Applicant.objects.filter(disclosure_request=disclosure_request)
    return kept.values_list("fingerprint", flat=True).first() or ""


def _of_applicant(organ: Organ, fingerprint: str) -> set[int]:
    if not fingerprint:
        return set()
    asked: set[int] = set()
    for people in (Applicant.objects, JointApplicant.objects):
        same = people.filter(fingerprint=fingerprint, disclosure_request__organ=organ)
        asked.update(same.values_list("disclosure_request_id", flat=True))
    return asked


def _candidates(
    organ: Organ, own: set[int], case: DisclosureRequest | None
) -> Iterable[tuple[int, str]]:
    requests: QuerySet[DisclosureRequest] = DisclosureRequest.objects.filter(
        organ=organ
    )
    if case is not None:
        requests = requests.exclude(pk=case.pk)
    rows = requests.order_by("-pk").values_list("pk", "subject")
    yield from rows[:NEWEST]
    if own:
        yield from rows.filter(pk__in=own)


def _scores(wording: Wording, rows: Iterable[tuple[int, str]]) -> dict[int, float]:
    scores = {pk: wording.likeness(Wording(subject)) for pk, subject in rows}
    return {pk: score for pk, score in scores.items() if score >= ALIKE}


def _similar(
    case: DisclosureRequest | None,
    other: DisclosureRequest,
    wording: Wording,
    score: float,
    *,
    is_own: bool,
) -> Similar:
    is_repeat = is_own and score >= SAME and was_answered_before(case, other)
    return Similar(
        other,
        round(score, 2),
        _reasons(other, wording, score, is_own=is_own, is_repeat=is_repeat),
        is_repeat,
        is_own,
    )


def was_answered_before(
    case: DisclosureRequest | None, other: DisclosureRequest
) -> bool:
    """Return whether the other was answered when this request came."""
    if other.closed_on is None or Outcome(other.outcome) in _UNANSWERED:
        return False
    came_on = None if case is None else _came_on(case)
    return came_on is None or other.closed_on <= came_on


def _came_on(case: DisclosureRequest) -> date | None:
    return case.submitted_on or case.received_on


def _reasons(
    other: DisclosureRequest,
    wording: Wording,
    score: float,
    *,
    is_own: bool,
    is_repeat: bool,
) -> str:
    parts = [f"内容相同部分占{score:.0%}"]
    if passage := wording.common_passage(Wording(other.subject)):
        parts.append(f"都有“{passage}”")
    if is_own:
        parts.append("同一申请人")
    if other.closed_on is None:
        parts.append("前一件尚未办结" + ("，宜合并办理" if is_own else ""))
    else:
        parts.append(f"前一件于{other.closed_on}办结：{Outcome(other.outcome).label}")
    if is_repeat:
        parts.append("可以不予重复处理（第三十六条第六项）")
    return "；".join(parts) + "。"
