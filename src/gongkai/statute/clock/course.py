"""The course of a case so far: day zero, limit, pauses, and what is waited for.

条例第三十三条第二款 sets the limit, 第三款 what is not counted, 第三十条 when it begins
anew. Steps change the course (``acts``); it says when the reply is due.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock.limits import Limits
from gongkai.statute.clock.settings import ClockSettings
from gongkai.statute.clock.steps import Receipt, Step, StepKind

_ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class Consultation:
    """A letter that asks a third party or another organ for its opinion."""

    step: Step
    ends_on: date
    pauses: bool
    replied_on: date | None = None

    @property
    def is_of_third_party(self) -> bool:
        """Whether a third party was asked (条例第三十二条), not an organ (三十四)."""
        return self.step.kind is StepKind.THIRD_PARTY_CONSULTED

    def is_open(self, day: date) -> bool:
        """Whether the opinion is still waited for on ``day``."""
        return self.replied_on is None and day <= self.ends_on

    def ended_on(self, day: date) -> date | None:
        """Return the day on which the waiting ended, seen from ``day``."""
        if self.is_open(day):
            return None
        return min(self.replied_on or self.ends_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that are not counted: those after ``after``, until ``until``.

    They were spent on a consultation, or else on waiting for a payment.
    """

    after: date
    until: date
    consultation: Consultation | None = None


@dataclass(frozen=True, slots=True)
class Restart:
    """The reply period began anew: the days from the old day zero no longer count."""

    old_zero: date
    new_zero: date
    kind: StepKind


@dataclass(slots=True)
class Amendment:
    """The one notice to amend, and what came of it."""

    step: Step
    asked_from: date
    notice_limit_on: date
    due_on: date
    moves_clock: bool
    amended_on: date | None = None
    lapsed_on: date | None = None
    sent_on: date | None = None

    @property
    def is_pending(self) -> bool:
        """Whether the applicant may still amend as a matter of course."""
        return self.amended_on is None and self.lapsed_on is None


@dataclass(slots=True)
class Fee:
    """The notice of the processing fee, and what came of it."""

    step: Step
    due_on: date
    paid_on: date | None = None
    lapsed_on: date | None = None

    @property
    def is_pending(self) -> bool:
        """Whether payment is waited for."""
        return self.paid_on is None and self.lapsed_on is None


class Course:
    """A case between two steps."""

    def __init__(
        self, receipt: Receipt, calendar: WorkingDays, settings: ClockSettings
    ) -> None:
        self.receipt = receipt
        self.calendar = calendar
        self.settings = settings
        self.is_provisional = False
        self.warnings: list[str] = []
        # 收到申请之日, once it is settled; day zero of the running reply period
        self.received_on: date | None = None
        self.confirmed_on: date | None = None
        # those of the day of receipt, and the last day to ask for an amendment
        self.rules: Limits
        self.notice_limit_on: date
        self.zero_on: date | None = None
        self.restarts: list[Restart] = []
        # of the running period, and of the case
        self.extension_days = 0
        self.extension_used = 0
        self.extended: Step | None = None
        self.consultations: list[Consultation] = []
        self.pauses: list[Stretch] = []
        self.amendment: Amendment | None = None
        self.fee: Fee | None = None
        self.reasons: Step | None = None
        self.reasons_due_on: date | None = None
        self.delayed: Step | None = None
        self.delayed_until: date | None = None
        self.decided: Step | None = None
        self.delivered: Step | None = None
        self.ended: Step | None = None

    @property
    def limit_working_days(self) -> int:
        """The working days of the running reply period, extension included."""
        return self.rules.reply.working_days + self.extension_days

    @property
    def known_amendment(self) -> Amendment:
        """The notice to amend, where the acts have made sure that there is one."""
        return cast("Amendment", self.amendment)

    @property
    def known_fee(self) -> Fee:
        """The notice of the fee, where the acts have made sure that there is one."""
        return cast("Fee", self.fee)

    @property
    def waits_for_amendment(self) -> bool:
        """Whether the clock stands still until the request is amended."""
        amendment = self.amendment
        if amendment is None or amendment.amended_on is not None:
            return False
        return amendment.moves_clock

    @property
    def waits_for_fee(self) -> bool:
        """Whether the clock stands still until the fee is paid."""
        return self.fee is not None and self.fee.paid_on is None

    def begin(self, kind: StepKind, day: date) -> None:
        """Let the reply period run from ``day``, which is day zero.

        It never begins before the period that it replaces. An extension or a deferred
        date of that one is void (docs/interpretations/0016-one-extension.md).
        """
        if self.zero_on is not None:
            day = max(day, self.zero_on)
            self.restarts.append(Restart(self.zero_on, day, kind))
            self.extension_days = 0
            self.delayed_until = None
            self.pauses.clear()
            if self.settings.extension_after_restart:
                self.extended = None
                self.extension_used = 0
        self.zero_on = day

    def open_consultations(self, day: date) -> list[Consultation]:
        """Return those whose opinion is waited for on ``day``."""
        return [each for each in self.consultations if each.is_open(day)]

    def due_on(self, day: date) -> date | None:
        """Return when the reply is due, as it stands on ``day``.

        None while the receipt is unconfirmed or the clock stands still.
        """
        if self.zero_on is None or self.waits_for_amendment or self.waits_for_fee:
            return None
        if self.delayed_until is not None:
            return self.delayed_until
        due = self.add(self.zero_on, self.limit_working_days)
        if not self.consultations and not self.pauses:
            return due
        covered = self.zero_on
        for stretch in self.stretches(day):
            start = max(stretch.after, covered)
            if start >= due:
                break
            if stretch.until > start:
                due = self.add(due, self.count(start, stretch.until))
                covered = stretch.until
        return None if self._is_paused(day, due) else due

    def stretches(self, day: date) -> list[Stretch]:
        """Return what has not been counted so far and is over by ``day``, in order."""
        ended = [each for each in self._consulted(day) if each.until > each.after]
        return sorted([*self.pauses, *ended], key=lambda each: each.after)

    def pause_begins_after(self, step: Step) -> date:
        """Return the last day that counts before an opinion is waited for."""
        return step.on if self.settings.sending_day_counts else step.on - _ONE_DAY

    def add(self, day: date, n: int) -> date:
        """Add working days; provisional years are used only where the organ allows."""
        provisional = self.settings.provisional
        reached = self.calendar.add(day, n, provisional=provisional)
        if provisional and not self.calendar.covers(day, reached):
            self.is_provisional = True
        return reached

    def count(self, after: date, until: date) -> int:
        """Count working days d with ``after`` < d ≤ ``until``."""
        return self.calendar.count(after, until, provisional=self.settings.provisional)

    def working_day_from(self, day: date) -> date:
        """Return ``day``, or the first working day after it (民法典第二百零三条)."""
        return self.add(day - _ONE_DAY, 1)

    def _is_paused(self, day: date, due: date) -> bool:
        return any(
            each.pauses and self.pause_begins_after(each.step) < due
            for each in self.consultations
            if each.is_open(day)
        )

    def _consulted(self, day: date) -> Iterator[Stretch]:
        for each in self.consultations:
            ended_on = each.ended_on(day)
            if not each.pauses or ended_on is None:
                continue
            if each.replied_on == ended_on and self.settings.arrival_day_counts:
                ended_on -= _ONE_DAY
            yield Stretch(self.pause_begins_after(each.step), ended_on, each)
