"""What is published already and may be what an applicant is about to ask for.

Pairs of neighbouring characters are compared: of a phrase in Chinese no part is
marked off as a word.
"""

import re
from dataclasses import dataclass

from django.db.models import Q

from gongkai.organs.models import Organ
from gongkai.publishing.models import Item
from gongkai.publishing.selectors import published_items

LONGEST_QUERY = 200
_OFFERS = 5
_PAIRS = 24
_CANDIDATES = 400
_ENOUGH = 0.4
_SAYS_NOTHING = re.compile(
    r"关于|申请公开|申请|公开|政府信息|信息|文件|通知|有关|相关|以及|的|和|及|我|想|要"
)
_SEPARATORS = re.compile(r"[\W_]+")
_BRACKETS = str.maketrans("[]()（）【】", "〔〕" * 4)
_LEAST_NUMBER = 4


@dataclass(frozen=True)
class Offer:
    """A published item with how much of what was typed stands in its title."""

    item: Item
    score: float


def offers(organ: Organ, text: str, number: str = "") -> list[Item]:
    """Return the organ's published items nearest to what is asked for, best first."""
    pairs = _pairs_of(text[:LONGEST_QUERY])
    number = number.strip()[:LONGEST_QUERY].replace("\0", "").translate(_BRACKETS)
    asked = Q()
    for pair in pairs:
        asked |= Q(title__icontains=pair)
    if len(number) >= _LEAST_NUMBER:
        asked |= Q(document_number__icontains=number)
    if not asked:
        return []
    candidates = published_items(organ).filter(asked).order_by("-disclosed_on", "-pk")
    scored = [
        Offer(item, _score(item, pairs, number)) for item in candidates[:_CANDIDATES]
    ]
    near = [offer for offer in scored if offer.score >= _ENOUGH]
    near.sort(key=lambda offer: -offer.score)
    return [offer.item for offer in near[:_OFFERS]]


def _score(item: Item, pairs: list[str], number: str) -> float:
    if len(number) >= _LEAST_NUMBER and number in item.document_number:
        return 2.0
    title = item.title.lower()
    return sum(pair in title for pair in pairs) / len(pairs) if pairs else 0.0


def _pairs_of(text: str) -> list[str]:
    """Return the pairs of characters in the order in which they stand.

    >>> _pairs_of("关于2021年教师招聘的通知")
    ['20', '02', '21', '1年', '年教', '教师', '师招', '招聘']
    """
    pairs: dict[str, None] = {}
    for part in _SEPARATORS.split(_SAYS_NOTHING.sub(" ", text.lower())):
        pairs |= dict.fromkeys(part[at : at + 2] for at in range(len(part) - 1))
    return list(pairs)[:_PAIRS]
