"""Reading remedies: as table four counts them, what is due, how one stands."""

from gongkai.remedies.selectors.counting import (
    TOTAL,
    lawsuits,
    remedies_in_cell,
    remedy_groups,
)
from gongkai.remedies.selectors.due import acts_again, replies_due
from gongkai.remedies.selectors.filing import Filing, decision_of, filing_against
from gongkai.remedies.selectors.standing import Standing, standing_of

__all__ = [
    "TOTAL",
    "Filing",
    "Standing",
    "acts_again",
    "decision_of",
    "filing_against",
    "lawsuits",
    "remedies_in_cell",
    "remedy_groups",
    "replies_due",
    "standing_of",
]
