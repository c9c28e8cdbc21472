from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.statute.review.levels import ReviewLevel, ReviewRules


class ReviewAct(StrEnum):
    """What can happen to an item on its way to the public."""

    SUBMITTED = "submitted"
    RECALLED = "recalled"
    APPROVED = "approved"
    RETURNED = "returned"
    REFERRED = "referred"
    CLEARED = "cleared"

    @property
    def label(self) -> str:
        """The act as the trail names it."""
        return _LABELS[self]


_LABELS = {
    ReviewAct.SUBMITTED: "提交审核",
    ReviewAct.RECALLED: "撤回送审",
    ReviewAct.APPROVED: "审核通过",
    ReviewAct.RETURNED: "退回修改",
    ReviewAct.REFERRED: "报请保密确认",
    ReviewAct.CLEARED: "保密确认可以公开",
}


@dataclass(frozen=True)
class ReviewStep:
    """One act of one person.

    ``by`` names who acted, ``level`` at which level (none for the author's acts);
    ``instead_of`` names whom a stand-in represents. ``content`` is the fingerprint of
    what he had before him: an approval holds for that content alone. ``rules`` are
    those in force when it was submitted; they hold for the whole round.
    """

    act: ReviewAct
    by: str
    on: date
    content: str = ""
    level: ReviewLevel | None = None
    instead_of: str = ""
    reason: str = ""
    rules: ReviewRules | None = None
