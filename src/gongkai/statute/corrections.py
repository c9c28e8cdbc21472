"""Correction (更正) of what an organ records about a person.

条例第四十一条：「有权更正的行政机关审核属实的，应当予以更正并告知申请人」. It has
nothing to do with the amendment (补正) of a request, 条例第三十条, and is not counted
in table three.
"""

from datetime import date
from enum import StrEnum

from gongkai.statute.articles import cite
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.errors import StatuteError

#: 条例第四十一条 names no limit: docs/interpretations/0060-correction-of-records.md.
USUAL_WORKING_DAYS = 20


class CorrectionPower(StrEnum):
    """Whether the organ may correct the record itself."""

    HELD = "held"
    NOT_HELD = "not_held"

    @property
    def label(self) -> str:
        """The short label that lists and forms show."""
        return "有权更正" if self is CorrectionPower.HELD else "无权更正"


class CorrectionResult(StrEnum):
    """How a correction ends."""

    CORRECTED = "corrected"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    ELSEWHERE = "elsewhere"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The short label that lists and chips show."""
        return _FACTS[self][0]

    @property
    def notice(self) -> str:
        """The key of the notice that tells it (``statute.notices``)."""
        return _FACTS[self][1]


_FACTS = {
    CorrectionResult.CORRECTED: ("更正", "correct"),
    CorrectionResult.REFUSED: ("不予更正", "correct_refused"),
    CorrectionResult.FORWARDED: ("转送有权机关", "correct_forwarded"),
    CorrectionResult.ELSEWHERE: ("告知向有权机关提出", "correct_elsewhere"),
    CorrectionResult.WITHDRAWN: ("撤回", "correct_withdrawn"),
}
_BY_POWER = {
    CorrectionPower.HELD: (CorrectionResult.CORRECTED, CorrectionResult.REFUSED),
    CorrectionPower.NOT_HELD: (CorrectionResult.FORWARDED, CorrectionResult.ELSEWHERE),
}


def results_open_to(power: str) -> tuple[CorrectionResult, ...]:
    """Return how a correction may end; with no word on the power only withdrawn.

    条例第四十一条：「不属于本行政机关职能范围的，行政机关可以转送有权更正的行政机关处理」,
    or tell the person to apply there.

    >>> [result.label for result in results_open_to("not_held")]
    ['转送有权机关', '告知向有权机关提出', '撤回']
    """
    by_power = _BY_POWER[CorrectionPower(power)] if power else ()
    return (*by_power, CorrectionResult.WITHDRAWN)


def check_result(result: CorrectionResult, power: str) -> None:
    """Refuse a result that the organ's power does not allow."""
    if result in results_open_to(power):
        return
    why = (
        f"本机关{CorrectionPower(power).label}"
        if power
        else "还没有审核本机关是否有权更正"
    )
    raise StatuteError(
        f"{why}，不能以“{result.label}”办结。请先登记审核情况，或者另选结果。",
        article=cite("41"),
    )


def correction_due_on(
    received_on: date, calendar: WorkingDays, working_days: int = USUAL_WORKING_DAYS
) -> date:
    """Return by when the person is told; the day of receipt is day zero.

    A year without a holiday notice is counted by weekends.

    >>> correction_due_on(date(2024, 9, 2), WorkingDays.load_all())
    datetime.date(2024, 9, 30)
    """
    return calendar.add(received_on, working_days, provisional=True)
