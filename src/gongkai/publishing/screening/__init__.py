"""Screening of what is to go public: named checks, each a pure function of a text.

条例第十五条 and 第十七条: nothing that violates personal privacy goes out, and somebody
has looked. Nothing here knows Django: a text goes in, hits come out.
"""

from gongkai.publishing.screening.checks import CHECKS, Check, screen
from gongkai.publishing.screening.hits import Hit
from gongkai.publishing.screening.lexicon import LexiconEntry, lexicon_check
from gongkai.publishing.screening.masking import mask, masked_text

__all__ = [
    "CHECKS",
    "Check",
    "Hit",
    "LexiconEntry",
    "lexicon_check",
    "mask",
    "masked_text",
    "screen",
]
