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
from gongkai.statute.remedies.deadlines import Deadline, deadline
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

__all__ = [
    "Body",
    "Deadline",
    "Period",
    "Procedure",
    "ReconsiderationBody",
    "ReconsiderationClock",
    "RemedyOrder",
    "RemedyRule",
    "Unit",
    "choice_rule",
    "deadline",
    "direct_suit_warning",
    "lawsuit_after",
    "period_keys",
    "period_on",
    "procedural_rule",
    "reconsideration_bodies",
    "reconsideration_clock",
    "remedy_paragraph",
    "remedy_rule",
]
