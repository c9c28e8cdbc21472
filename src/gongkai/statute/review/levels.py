"""The levels of review, and which of them an item passes.

条例第十七条第一款：「行政机关应当建立健全政府信息公开审查机制，明确审查的程序和责任」.
Three levels are the practice (三审三校); an organ sets how many a category needs
(docs/interpretations/0052-review-levels.md).
"""

from dataclasses import dataclass
from enum import IntEnum

from gongkai.statute.errors import StatuteError


class ReviewLevel(IntEnum):
    """A level of review, in order; each asks something else."""

    FIRST = 1
    SECOND = 2
    THIRD = 3

    @property
    def label(self) -> str:
        """The level as officers name it."""
        return _LABELS[self]

    @property
    def question(self) -> str:
        """What the reviewer of this level answers for."""
        return _QUESTIONS[self]


_LABELS = {
    ReviewLevel.FIRST: "一审",
    ReviewLevel.SECOND: "二审",
    ReviewLevel.THIRD: "三审",
}
_QUESTIONS = {
    ReviewLevel.FIRST: "内容是否真实、准确、完整",
    ReviewLevel.SECOND: "公开属性、保密、个人信息和格式是否合规",
    ReviewLevel.THIRD: "是否同意发布",
}


@dataclass(frozen=True)
class ReviewRules:
    """The levels that an item passes, lowest first.

    ``resumes_at_return``: an item that comes back unchanged in substance goes on at
    the level that returned it; by default it begins anew at the lowest.
    """

    levels: tuple[ReviewLevel, ...] = tuple(ReviewLevel)
    resumes_at_return: bool = False

    def __post_init__(self) -> None:
        if not self.levels or list(self.levels) != sorted(set(self.levels)):
            raise StatuteError(
                "审核级次应当由低到高、不重复，至少一级。请改正审核设置。", article="17"
            )

    def after(self, level: ReviewLevel) -> ReviewLevel | None:
        """Return the level that follows, or None after the last.

        >>> ReviewRules().after(ReviewLevel.FIRST)
        <ReviewLevel.SECOND: 2>
        """
        higher = [each for each in self.levels if each > level]
        return higher[0] if higher else None
