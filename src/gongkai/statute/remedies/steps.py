"""The steps in the course of a remedy that others take: heard, extended, suspended.

行政复议法第三十九条、第五十条、第六十二条第一款; 行政诉讼法第八十五条、第八十八条.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies.clocks import Procedure
from gongkai.statute.remedies.periods import period_on
from gongkai.statute.remedy_results import RemedyRoute


class CourseStepKind(StrEnum):
    """What happened; the other dates of a remedy stand in its own row."""

    HEARD = "heard"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    FIRST_JUDGMENT = "first_judgment"
    FIRST_RULING = "first_ruling"
    APPEALED = "appealed"

    @property
    def label(self) -> str:
        """The step in the words of the law."""
        return _LABELS[self]

    def fits(self, route: RemedyRoute) -> bool:
        """Return whether a case of this route can have the step."""
        if route is RemedyRoute.RECONSIDERATION:
            return self not in _COURT
        return self is not CourseStepKind.EXTENDED


_LABELS = {
    CourseStepKind.HEARD: "听证（开庭）",
    CourseStepKind.EXTENDED: "延长复议期限",
    CourseStepKind.SUSPENDED: "中止",
    CourseStepKind.RESUMED: "恢复审理",
    CourseStepKind.FIRST_JUDGMENT: "收到一审判决",
    CourseStepKind.FIRST_RULING: "收到一审裁定",
    CourseStepKind.APPEALED: "上诉（二审收到上诉状）",
}
_FIRST = {CourseStepKind.FIRST_JUDGMENT, CourseStepKind.FIRST_RULING}
_COURT = _FIRST | {CourseStepKind.APPEALED}


@dataclass(frozen=True)
class CourseStep:
    """A dated step; ``days`` are the calendar days of an extension."""

    kind: CourseStepKind
    on: date
    days: int = 0


def suspended_days(steps: Iterable[CourseStep]) -> int:
    """Return the days from each suspension to its resumption.

    >>> S = CourseStepKind
    >>> suspended_days([CourseStep(S.SUSPENDED, date(2025, 3, 10)),
    ...                 CourseStep(S.RESUMED, date(2025, 3, 20))])
    10
    """
    total, since = 0, None
    for step in steps:
        if step.kind is CourseStepKind.SUSPENDED:
            since = step.on
        elif step.kind is CourseStepKind.RESUMED and since is not None:
            total, since = total + (step.on - since).days, None
    return total


def check_steps(
    route: RemedyRoute,
    procedure: Procedure | None,
    accepted_on: date,
    steps: Sequence[CourseStep],
) -> None:
    """Refuse steps that cannot follow each other, with the reason."""
    before: list[CourseStep] = []
    for step in steps:
        if reason := _refusal(route, procedure, before, step):
            raise StatuteError(reason[0], article=reason[1])
        last_on = before[-1].on if before else accepted_on
        if step.on < last_on:
            what = f"上一步的日期{last_on}" if before else f"受理（立案）日期{last_on}"
            raise StatuteError(
                f"“{step.kind.label}”的日期{step.on}早于{what}，请改正日期。"
            )
        before.append(step)


def open_steps(
    route: RemedyRoute, procedure: Procedure | None, steps: Sequence[CourseStep]
) -> tuple[CourseStepKind, ...]:
    """Return the steps that can be recorded next."""
    return tuple(
        kind
        for kind in CourseStepKind
        if not _refusal(route, procedure, steps, CourseStep(kind, date.max, days=1))
    )


def _refusal(
    route: RemedyRoute,
    procedure: Procedure | None,
    before: Sequence[CourseStep],
    step: CourseStep,
) -> tuple[str, str] | None:
    """Return why the step cannot come after those before it, and the article."""
    if not step.kind.fits(route):
        return f"{route.label}没有“{step.kind.label}”这一步，请核对途径。", ""
    find = {
        CourseStepKind.EXTENDED: _extending,
        CourseStepKind.SUSPENDED: _pausing,
        CourseStepKind.RESUMED: _pausing,
        CourseStepKind.APPEALED: _appealing,
        CourseStepKind.FIRST_JUDGMENT: _judging,
        CourseStepKind.FIRST_RULING: _judging,
    }.get(step.kind)
    return find(procedure, [one.kind for one in before], step) if find else None


def _extending(
    procedure: Procedure | None, before: list[CourseStepKind], step: CourseStep
) -> tuple[str, str] | None:
    article = "《行政复议法》第六十二条第一款"
    if procedure is not Procedure.ORDINARY:
        return "只有普通程序的复议期限可以延长，请核对复议程序。", article
    if CourseStepKind.EXTENDED in before:
        return "复议期限已经延长过，请核对。", article
    most = period_on("reconsideration.ordinary.extend", date.max).number
    if not 0 < step.days <= most:
        return f"复议期限延长应为1至{most}日，现为{step.days}日，请改正。", article
    return None


def _pausing(
    _procedure: Procedure | None, before: list[CourseStepKind], step: CourseStep
) -> tuple[str, str] | None:
    pauses = [
        kind
        for kind in before
        if kind in {CourseStepKind.SUSPENDED, CourseStepKind.RESUMED}
    ]
    is_suspended = bool(pauses) and pauses[-1] is CourseStepKind.SUSPENDED
    if is_suspended is (step.kind is CourseStepKind.RESUMED):
        return None
    said = "案件正在中止" if is_suspended else "案件没有中止"
    return f"{said}，不能再登记“{step.kind.label}”。", "《行政复议法》第三十九条"


def _judging(
    _procedure: Procedure | None, before: list[CourseStepKind], _step: CourseStep
) -> tuple[str, str] | None:
    if _FIRST & set(before):
        return "一审判决、裁定已经登记，请核对。", "《行政诉讼法》第八十五条"
    return None


def _appealing(
    _procedure: Procedure | None, before: list[CourseStepKind], _step: CourseStep
) -> tuple[str, str] | None:
    article = "《行政诉讼法》第八十五条"
    if not _FIRST & set(before):
        return "还没有登记一审判决、裁定，不能登记上诉。", article
    if CourseStepKind.APPEALED in before:
        return "上诉已经登记，请核对。", article
    return None
