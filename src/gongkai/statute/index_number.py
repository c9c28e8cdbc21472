"""The index number (索引号) of a published item: 000014349/2017-00110.

条例第十二条第三款: the catalogue holds 索引. In practice it is the organ's code, a
slash, the year (or year and month), a hyphen and a serial that restarts with the
period; a number is never given twice (docs/interpretations/0050-index-number.md).
"""

import re
from dataclasses import dataclass
from datetime import date

from gongkai.statute.errors import StatuteError

#: GB 32100: the 31 characters of a unified social credit code, in order of value.
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_MODULUS = 31
#: GB 11714: weights of the eight characters of an organisation code.
_ORGAN_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGAN_MODULUS = 11
_CREDIT_LENGTH = 18

_NUMBER = re.compile(
    r"(?P<organ>[0-9A-Z]{7,8}-?[0-9A-Z]|[0-9A-Z]{18})"
    r"/(?P<period>[0-9]{4}(?:0[1-9]|1[0-2])?)-(?P<serial>[0-9]{4,6})"
)
_ANY_NUMBER = re.compile(
    r"(?P<organ>[0-9A-Za-z-]{2,40})"
    r"/(?P<period>[0-9]{4}(?:0[1-9]|1[0-2])?)-(?P<serial>[0-9]{4,6})"
)
_SERIAL_WIDTH = 5


@dataclass(frozen=True, order=True)
class IndexNumber:
    """An index number; ``period`` is ``2021`` or ``202110``."""

    organ_code: str
    period: str
    serial: int
    width: int = _SERIAL_WIDTH

    def __str__(self) -> str:
        return f"{self.organ_code}/{self.period}-{self.serial:0{self.width}}"

    @property
    def year(self) -> int:
        """The year in which the number was given."""
        return int(self.period[:4])

    def next(self) -> "IndexNumber":
        """Return the number that follows in the same period."""
        return IndexNumber(self.organ_code, self.period, self.serial + 1, self.width)


def first_index_number(
    organ_code: str, on: date, *, by_month: bool = False
) -> IndexNumber:
    """Return the first number of the period in which ``on`` lies.

    >>> str(first_index_number("000014349", date(2021, 3, 9)))
    '000014349/2021-00001'
    """
    period = f"{on:%Y%m}" if by_month else f"{on:%Y}"
    return IndexNumber(organ_code, period, 1)


def parse_index_number(text: str, *, any_organ_code: bool = False) -> IndexNumber:
    """Parse an index number, of a national code or of any code of the house.

    Raises ``StatuteError`` that says what is wrong with it.

    >>> parse_index_number("000014349/2017-00110").serial
    110
    """
    found = (_ANY_NUMBER if any_organ_code else _NUMBER).fullmatch(text.strip())
    if found is None:
        raise StatuteError(
            f"“{text}”不是索引号：{_why(text.strip())}。"
            "请写成“机关代码/年份-流水号”，例如000014349/2017-00110。",
            article="12(3)",
        )
    serial = found["serial"]
    return IndexNumber(found["organ"], found["period"], int(serial), len(serial))


def organ_code_problem(code: str) -> str:
    """Return why a code's check character is wrong, or nothing.

    Codes of 9 characters by GB 11714, of 18 by GB 32100. A wrong one is a warning:
    old codes live on in index numbers, and a local code has no check character.

    >>> organ_code_problem("000014349")
    ''
    """
    plain = code.replace("-", "").upper()
    if len(plain) == _CREDIT_LENGTH:
        return _credit_problem(plain)
    if len(plain) == len(_ORGAN_WEIGHTS) + 1:
        return _mismatch(plain, _organ_check(plain[:-1]))
    return ""


def _credit_problem(code: str) -> str:
    strange = [sign for sign in code if sign not in _CREDIT_ALPHABET]
    if strange:
        return f"统一社会信用代码里不用“{strange[0]}”，请核对。"
    total = sum(
        _CREDIT_ALPHABET.index(sign) * pow(3, place, _CREDIT_MODULUS)
        for place, sign in enumerate(code[:-1])
    )
    return _mismatch(code, _CREDIT_ALPHABET[-total % _CREDIT_MODULUS])


def _organ_check(body: str) -> str:
    total = sum(
        int(sign, 36) * weight
        for sign, weight in zip(body, _ORGAN_WEIGHTS, strict=True)
    )
    rest = -total % _ORGAN_MODULUS
    return "X" if rest == len("0123456789") else str(rest)


def _mismatch(code: str, expected: str) -> str:
    if code[-1] == expected:
        return ""
    return f"{code}的校验码应为{expected}，现为{code[-1]}，请核对代码。"


def _why(text: str) -> str:
    if "/" not in text:
        return "机关代码和年份之间应有“/”"
    if "-" not in text.partition("/")[2]:
        return "年份和流水号之间应有“-”"
    if not re.search(r"/[0-9]{4}(0[1-9]|1[0-2])?-", text):
        return "年份应为四位，按月编号的再加两位月份"
    if not re.search(r"-[0-9]{4,6}$", text):
        return "流水号应为四至六位数字"
    return "机关代码应为9位或者18位"
