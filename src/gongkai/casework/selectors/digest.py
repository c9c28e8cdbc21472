"""What a person has to be told on a working day: numbers and days, no more."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from gongkai.casework.models import (
    CaseworkSettings,
    DisclosureRequest,
    RecordCorrection,
    UnitConsultation,
)
from gongkai.casework.selectors.corrections import Corrections, own_corrections
from gongkai.casework.selectors.own_cases import (
    Requests,
    overdue_below,
    own_cases,
    periods_of,
)
from gongkai.organs.calendar import working_days
from gongkai.statute.clock import StepKind, SubClockKind, SubClockState

#: What is told, in the order of urgency.
LABELS = {
    "overdue": "逾期未答复",
    "due_today": "今天到期",
    "soon": "近日到期",
    "run_out": "等待的期限已满",
    "to_confirm": "网上等方式提交，待确认收到",
    "corrections": "信息更正到期",
    "below": "逾期未答复，报负责人",
}
DAYS_AHEAD = 3
MOST_DAYS_AHEAD = 10
_WAITED_FOR = (
    StepKind.AMENDMENT_REQUESTED,
    StepKind.THIRD_PARTY_CONSULTED,
    StepKind.OTHER_ORGAN_CONSULTED,
    StepKind.REASONS_REQUESTED,
    StepKind.FEE_NOTIFIED,
)
_OWN_DUTIES = (SubClockKind.CONFIRMATION, SubClockKind.AMENDMENT_NOTICE)


@dataclass(frozen=True)
class DigestLine:
    """A case, what is due, and when; ``page`` is the name of the case's page."""

    pk: int
    number: str
    organ: str
    what: str
    day: date | None
    page: str = "case:page"


@dataclass(frozen=True)
class Digest:
    """The lines by what they tell; the keys are those of ``LABELS``."""

    today: date
    lines: dict[str, list[DigestLine]] = field(default_factory=dict)

    @property
    def sections(self) -> list[tuple[str, list[DigestLine]]]:
        """The labels with their lines, those without left out."""
        return [(LABELS[key], self.lines[key]) for key in LABELS if self.lines.get(key)]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.sections


def digest_of(account: Any, today: date) -> Digest:
    """Return what presses among the account's cases, and among those below it."""
    own = own_cases(account)
    lines: dict[str, list[DigestLine]] = {key: [] for key in LABELS}
    for case in _pressing(own, today):
        lines[_urgency(case, today)].append(_line(case, "答复", case.due_on))
    lines["run_out"] = [*_run_out(own, today), *_unanswered(own, today)]
    before = _working_day_before(today)
    late = own.filter(received_on__isnull=True, submitted_on__lt=before)
    lines["to_confirm"] = [_line(one, "提交", one.submitted_on) for one in late]
    lines["corrections"] = _corrections(account, today)
    below = overdue_below(account, today).exclude(pk__in=own.values("pk"))
    lines["below"] = [
        _line(one, "答复", one.due_on) for one in below.select_related("organ")
    ]
    return Digest(today, lines)


def _corrections(account: Any, today: date) -> list[DigestLine]:
    """Return the account's corrections that are due, or soon by its organ's choice."""
    own = own_corrections(account)
    chosen, until = _days_ahead(_organs_of(own), today)
    return [
        _line(one, "更正", one.due_on, "correction:page")
        for one in own.filter(due_on__lte=max(until.values()))
        if _is_near(one, until, chosen)
    ]


def _days_ahead(
    organs: Iterable[int], today: date
) -> tuple[dict[int, int], dict[int, date]]:
    """Return how many days ahead each organ chose, and the days that they reach to."""
    chosen = dict(
        CaseworkSettings.objects.filter(organ__in=organs).values_list(
            "organ", "reminder_days"
        )
    )
    calendar = working_days()
    until = {
        days: calendar.add(today, days, provisional=True)
        for days in {DAYS_AHEAD, *chosen.values()}
    }
    return chosen, until


def _organs_of(own: Requests | Corrections) -> set[int]:
    return set(own.order_by().values_list("organ_id", flat=True).distinct())


def _pressing(own: Requests, today: date) -> list[DisclosureRequest]:
    """Return what is overdue or falls due within the days that its organ chose."""
    chosen, until = _days_ahead(_organs_of(own), today)
    found = own.filter(received_on__isnull=False, due_on__lte=max(until.values()))
    return [one for one in found if _is_near(one, until, chosen)]


def _is_near(
    case: DisclosureRequest | RecordCorrection,
    until: dict[int, date],
    chosen: dict[int, int],
) -> bool:
    last = until[chosen.get(case.organ_id, DAYS_AHEAD)]
    return case.due_on is not None and case.due_on <= last


def _urgency(case: DisclosureRequest, today: date) -> str:
    if case.due_on is None or case.due_on > today:
        return "soon"
    return "due_today" if case.due_on == today else "overdue"


def _run_out(own: Requests, today: date) -> list[DigestLine]:
    waited = own.filter(
        Q(pk__in=own.filter(steps__kind__in=[*_WAITED_FOR]).order_by().values("pk"))
    )
    return [
        _line(case, clock.kind.label, clock.due_on)
        for case, clocks in periods_of(waited, today)
        for clock in clocks
        if clock.state is SubClockState.EXPIRED and clock.kind not in _OWN_DUTIES
    ]


def _unanswered(own: Requests, today: date) -> list[DigestLine]:
    asked = UnitConsultation.objects.filter(
        disclosure_request__in=own.order_by().values("pk"),
        answered_on__isnull=True,
        due_on__lt=today,
    ).select_related("disclosure_request__organ", "office")
    return [
        _line(one.disclosure_request, f"{one.office}回复", one.due_on) for one in asked
    ]


def _line(
    case: DisclosureRequest | RecordCorrection,
    what: str,
    day: date | None,
    page: str = "case:page",
) -> DigestLine:
    organ = case.organ.short_name or case.organ.name
    return DigestLine(case.pk, case.number, organ, what, day, page)


def _working_day_before(today: date) -> date:
    """Return the last working day before today."""
    calendar = working_days()
    day = today
    while True:
        day = date.fromordinal(day.toordinal() - 1)
        if calendar.explain(day, provisional=True).is_working:
            return day
