"""Review before publication: levels, different persons, a trail (第十七条)."""

from gongkai.statute.review.course import review_standing
from gongkai.statute.review.levels import ReviewLevel, ReviewRules
from gongkai.statute.review.refusals import refusal_of
from gongkai.statute.review.staffing import unstaffed_level
from gongkai.statute.review.standing import (
    ReviewError,
    ReviewStanding,
    ReviewState,
)
from gongkai.statute.review.steps import ReviewAct, ReviewStep

__all__ = [
    "ReviewAct",
    "ReviewError",
    "ReviewLevel",
    "ReviewRules",
    "ReviewStanding",
    "ReviewState",
    "ReviewStep",
    "refusal_of",
    "review_standing",
    "unstaffed_level",
]
