from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gongkai.statute.errors import StatuteError
from gongkai.statute.review.levels import ReviewLevel, ReviewRules


class ReviewError(StatuteError):
    """An act that the review cannot take; the message says why."""


class ReviewState(StrEnum):
    """Where an item stands on its way to the public."""

    DRAFT = "draft"
    UNDER_REVIEW = "under_review"
    RETURNED = "returned"
    REFERRED = "referred"
    APPROVED = "approved"

    @property
    def label(self) -> str:
        """The state as a chip shows it."""
        return _LABELS[self]


_LABELS = {
    ReviewState.DRAFT: "起草中",
    ReviewState.UNDER_REVIEW: "审核中",
    ReviewState.RETURNED: "已退回",
    ReviewState.REFERRED: "报请保密确认",
    ReviewState.APPROVED: "审核通过",
}


@dataclass(frozen=True)
class ReviewStanding:
    """Where a review stands.

    ``level`` waits for a decision (none when nothing waits); ``content`` is what is
    under review or approved; ``acted`` says of each person what he did in this
    round: nobody acts twice, the author least of all.
    """

    state: ReviewState
    rules: ReviewRules
    level: ReviewLevel | None = None
    content: str = ""
    acted: Mapping[str, str] = field(default_factory=dict)
    returned_at: ReviewLevel | None = None
    round: int = 0
