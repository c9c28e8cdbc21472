"""Remedies against a decision: whom to turn to, in which order, and by when.

条例第五十一条: complaint, 行政复议, 行政诉讼. How they end, and where table four counts
them, is ``gongkai.statute.remedy_results``.
"""

from gongkai.statute.remedies.clocks import (
    Procedure,
    ReconsiderationClock,
    lawsuit_after,
    reconsideration_clock,
)
from gongkai.statute.remedies.course import ActAgain, Course, Due, DueKind
from gongkai.statute.remedies.deadlines import Deadline, deadline
from gongkai.statute.remedies.dues import course_dues, next_due
from gongkai.statute.remedies.paragraph import Body, remedy_paragraph
from gongkai.statute.remedies.periods import Period, Unit, period_keys, period_on
from gongkai.statute.remedies.rule import (
    ReconsiderationBody,
    RemedyOrder,
    RemedyRule,
    choice_rule,
    direct_suit_warning,
    procedural_rule,
    reconsideration_bodies,
    remedy_rule,
)
from gongkai.statute.remedies.steps import CourseStep, CourseStepKind, open_steps
from gongkai.statute.remedies.warnings import AttackedAct, Prior, remedy_warnings

__all__ = [
    "ActAgain",
    "AttackedAct",
    "Body",
    "Course",
    "CourseStep",
    "CourseStepKind",
    "Deadline",
    "Due",
    "DueKind",
    "Period",
    "Prior",
    "Procedure",
    "ReconsiderationBody",
    "ReconsiderationClock",
    "RemedyOrder",
    "RemedyRule",
    "Unit",
    "choice_rule",
    "course_dues",
    "deadline",
    "direct_suit_warning",
    "lawsuit_after",
    "next_due",
    "open_steps",
    "period_keys",
    "period_on",
    "procedural_rule",
    "reconsideration_bodies",
    "reconsideration_clock",
    "remedy_paragraph",
    "remedy_rule",
    "remedy_warnings",
]
