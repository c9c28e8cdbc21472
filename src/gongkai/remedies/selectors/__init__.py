"""Reading remedies: as table four counts them, what is due, how one stands."""

from gongkai.remedies.selectors.counting import (
    TOTAL,
    lawsuits,
    remedies_in_cell,
    remedy_groups,
)
from gongkai.remedies.selectors.due import REGISTER, ToDo, acts_again, owed
from gongkai.remedies.selectors.filing import Filing, decision_of, filing_against
from gongkai.remedies.selectors.standing import Standing, standing_of

__all__ = [
    "REGISTER",
    "TOTAL",
    "Filing",
    "Standing",
    "ToDo",
    "acts_again",
    "decision_of",
    "filing_against",
    "lawsuits",
    "owed",
    "remedies_in_cell",
    "remedy_groups",
    "standing_of",
]
