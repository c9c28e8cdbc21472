"""How alike two requests ask, by the pairs of characters that both have.

Chinese is written without spaces; pairs of characters need no dictionary and still
tell 招聘方案 from 招生方案. The score is the Dice coefficient: twice the common pairs,
over all pairs.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

#: Words of every request; left in, they would make all requests alike.
_EVERYWHERE = re.compile(
    "政府信息公开|信息公开|申请公开|申请获取|请求公开|请公开|政府信息|相关信息|有关|申请|公开"
)
_MARKS = re.compile(r"[\W_]+")
#: What a common passage must have to be worth naming.
_SHORTEST_PASSAGE = 2


@dataclass(frozen=True)
class Wording:
    """What a request asks for, ready to be compared."""

    text: str

    @cached_property
    def letters(self) -> str:
        """The text without marks, spaces and the words of every request."""
        folded = unicodedata.normalize("NFKC", self.text).casefold()
        plain = _MARKS.sub("", folded)
        return _EVERYWHERE.sub("", plain) or plain

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of neighbouring characters; a single character stands alone."""
        letters = self.letters
        if len(letters) < _SHORTEST_PASSAGE:
            return frozenset({letters} if letters else ())
        return frozenset(letters[n : n + 2] for n in range(len(letters) - 1))

    def likeness(self, other: "Wording") -> float:
        """Return 1.0 for the same pairs, 0.0 for none in common.

        >>> Wording("申请公开教师招聘方案").likeness(Wording("教师招聘方案。"))
        1.0
        """
        together = len(self.pairs) + len(other.pairs)
        if not together:
            return 0.0
        return 2 * len(self.pairs & other.pairs) / together

    def common_passage(self, other: "Wording") -> str:
        """Return the longest passage that both have, or nothing worth naming.

        >>> Wording("2021年教师招聘方案").common_passage(Wording("教师招聘方案及公告"))
        '教师招聘方案'
        """
        ours, theirs = self.letters, other.letters
        best = ""
        for start in range(len(ours)):
            while ours[start : start + len(best) + 1] in theirs and start + len(
                best
            ) < len(ours):
                best = ours[start : start + len(best) + 1]
        return best if len(best) >= _SHORTEST_PASSAGE else ""
