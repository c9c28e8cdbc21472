"""Whether a number of identity can be right, by its own check character.

GB 11643—1999 (公民身份号码) and GB 32100—2015 (统一社会信用代码). A number that
fails is asked about once, never refused: the proof is for the officer to judge.
"""

import re

from gongkai.casework.models import IdentityKind

_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_CHECKS = "10X98765432"
_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ASK = "请对照证件核对。确认没有写错的，再点一次“继续”。"


def doubt_about(kind: str, number: str) -> str:
    """Return what looks wrong with the number, in words that say what to do.

    >>> doubt_about("passport", "E00000000")
    ''
    """
    if kind == IdentityKind.ID_CARD:
        return _doubt_about_resident(number)
    if kind == IdentityKind.CREDIT_CODE:
        return _doubt_about_code(number)
    return ""


def _doubt_about_resident(number: str) -> str:
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return f"居民身份证号码应为18位，最后一位可以是X。{_ASK}"
    total = sum(
        int(digit) * weight
        for digit, weight in zip(number, _RESIDENT_WEIGHTS, strict=False)
    )
    if _RESIDENT_CHECKS[total % 11] != number[-1]:
        return f"居民身份证号码的最后一位与前17位对不上，可能有一位写错。{_ASK}"
    return ""


def _doubt_about_code(number: str) -> str:
    if not re.fullmatch(f"[{_CODE_CHARACTERS}]{{18}}", number):
        return f"统一社会信用代码应为18位数字和大写字母（没有I、O、S、V、Z）。{_ASK}"
    total = sum(
        _CODE_CHARACTERS.index(character) * pow(3, place, 31)
        for place, character in enumerate(number[:17])
    )
    if _CODE_CHARACTERS[-total % 31] != number[-1]:
        return f"统一社会信用代码的最后一位与前17位对不上，可能有一位写错。{_ASK}"
    return ""
