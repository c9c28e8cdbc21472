"""The course of a reconsideration or a suit, and what can be due in it.

行政复议法第六十四条、第七十五条: who was corrected may have to act again.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies.clocks import Procedure
from gongkai.statute.remedies.deadlines import Deadline
from gongkai.statute.remedies.periods import Unit
from gongkai.statute.remedies.steps import CourseStep, CourseStepKind, check_steps
from gongkai.statute.remedy_results import RemedyColumn, RemedyResult, RemedyRoute


class DueKind(StrEnum):
    """What is due in the course of a remedy."""

    COPY = "copy"
    REPLY = "reply"
    DECISION = "decision"
    FIRST_INSTANCE = "first_instance"
    APPEAL = "appeal"
    SECOND_INSTANCE = "second_instance"
    ACT_AGAIN = "act_again"
    SUIT = "suit"

    @property
    def label(self) -> str:
        """The period in officers' words."""
        return _KINDS[self][0]

    @property
    def whose(self) -> str:
        """Who has to act."""
        return _KINDS[self][1]

    @property
    def is_ours(self) -> bool:
        """Whether the organ itself has to act."""
        return self.whose == _OURS


_OURS = "本机关"
_KINDS = {
    DueKind.COPY: ("发送申请书副本", "复议机构"),
    DueKind.REPLY: ("提交答复、证据和依据", _OURS),
    DueKind.DECISION: ("作出复议决定", "复议机关"),
    DueKind.FIRST_INSTANCE: ("第一审判决", "法院"),
    DueKind.APPEAL: ("上诉", "当事人"),
    DueKind.SECOND_INSTANCE: ("第二审判决", "法院"),
    DueKind.ACT_AGAIN: ("重新答复", _OURS),
    DueKind.SUIT: ("不服复议决定起诉", "申请人"),
}


@dataclass(frozen=True)
class ActAgain:
    """The period in which the organ was ordered to act again."""

    number: int
    unit: Unit = Unit.WORKING_DAYS


@dataclass(frozen=True)
class Course:
    """A remedy as it went so far; what has not happened is None or empty."""

    route: RemedyRoute
    accepted_on: date
    procedure: Procedure | None = None
    copy_received_on: date | None = None
    replied_on: date | None = None
    concluded_on: date | None = None
    result: RemedyResult | None = None
    served_on: date | None = None
    act_again: ActAgain | None = None
    acted_again_on: date | None = None
    steps: tuple[CourseStep, ...] = ()

    @property
    def is_reconsideration(self) -> bool:
        """Whether a reconsideration organ decides, and no court."""
        return self.route is RemedyRoute.RECONSIDERATION

    @property
    def is_suspended(self) -> bool:
        """Whether the case stands still."""
        pauses = [step for step in self.steps if step.kind in _PAUSES]
        return bool(pauses) and pauses[-1].kind is CourseStepKind.SUSPENDED

    def last(self, *kinds: CourseStepKind) -> CourseStep | None:
        """Return the last step of one of the kinds."""
        return next((one for one in reversed(self.steps) if one.kind in kinds), None)


_PAUSES = {CourseStepKind.SUSPENDED, CourseStepKind.RESUMED}


@dataclass(frozen=True)
class Due:
    """One period: until when, how that day comes about, and when it was met."""

    kind: DueKind
    deadline: Deadline
    met_on: date | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """How the day comes about."""
        return self.deadline.text + self.note

    @property
    def is_late(self) -> bool:
        """Whether it was met too late."""
        return self.met_on is not None and not self.deadline.includes(self.met_on)


def check_course(course: Course) -> None:
    """Refuse what cannot be: steps before acceptance, an order without a correction."""
    check_steps(course.route, course.procedure, course.accepted_on, course.steps)
    if course.act_again is None:
        return
    if course.result is None or course.result.column is not RemedyColumn.CORRECTED:
        label = course.result.label if course.result else "尚未审结"
        raise StatuteError(
            f"结果为“{label}”的，没有责令重新答复。请改正结果，或者不填重新答复期限。",
            article="《行政复议法》第六十四条",
        )
    if course.served_on is None:
        raise StatuteError(
            "重新答复的期限从收到决定（裁判）之日起算。请填收到决定（裁判）日期。",
            article="《行政复议法》第七十五条",
        )
