"""What is known of a case when one of its notices is drafted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from gongkai.casework.applicants import applicants_of
from gongkai.casework.models import (
    Applicant,
    CaseStep,
    CaseworkSettings,
    Delivery,
    DisclosureRequest,
    JointApplicant,
    Notice,
    NoticeStatus,
)
from gongkai.casework.notices.acts import settings_of
from gongkai.casework.selectors.clock import answer_to, history_of, receipt_of
from gongkai.documents.signature import chinese_date
from gongkai.statute.clock import ClockAnswer, Step, StepKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kind


@dataclass(frozen=True)
class CaseFacts:
    """A case on ``today``, read once."""

    disclosure_request: DisclosureRequest
    today: date

    @cached_property
    def settings(self) -> CaseworkSettings:
        """The organ's settings."""
        return settings_of(self.disclosure_request)

    @cached_property
    def applicants(self) -> list[Applicant | JointApplicant]:
        """Who applied, the first-named first; an imported request may not know."""
        return applicants_of(self.disclosure_request)

    @property
    def applicant(self) -> Applicant | JointApplicant | None:
        """The first-named."""
        return self.applicants[0] if self.applicants else None

    @cached_property
    def steps(self) -> tuple[CaseStep, ...]:
        """What was done, in order."""
        return tuple(self.disclosure_request.steps.order_by("position"))

    def last_step(self, *kinds: StepKind) -> CaseStep | None:
        """Return the last step of one of the kinds."""
        return next((each for each in reversed(self.steps) if each.kind in kinds), None)

    def last_sent(self, kind: str) -> Notice | None:
        """Return the last notice of a kind that went out."""
        sent = self.disclosure_request.notices.filter(
            kind=kind, status=NoticeStatus.SENT
        )
        return sent.last()

    @cached_property
    def history(self) -> list[Step]:
        """The steps as the clock takes them, with those that only dates tell."""
        return history_of(self.disclosure_request, self.settings.clock_settings())

    def clock(self, steps: Sequence[Step]) -> ClockAnswer | None:
        """Return the clock's answer for these steps, or None where it has none."""
        try:
            return answer_to(
                receipt_of(self.disclosure_request),
                steps,
                as_of=self.today,
                settings=self.settings.clock_settings(),
            )
        except GongkaiError:
            return None


def words_of(day: date | None) -> str:
    """Return a date as it is printed, or nothing."""
    return chinese_date(day) if day else ""


def reference_to(notice: Notice | None) -> str:
    """Return a notice as another one refers to it: title, number, date."""
    if notice is None:
        return ""
    marks = (notice.number, words_of(notice.dated_on))
    details = "，".join(mark for mark in marks if mark)
    return f"《{notice_kind(notice.kind).title}》（{details}）"


def last_delivery(notice: Notice | None) -> Delivery | None:
    """Return the last delivery of a notice, an arrived one before all others."""
    if notice is None:
        return None
    return notice.deliveries.exclude(received_on=None).last() or (
        notice.deliveries.last()
    )
