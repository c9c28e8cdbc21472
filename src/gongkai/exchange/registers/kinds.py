"""What a cell may hold: how its text is read, and how a value is written.

A kind reads text that is not empty and raises ``CellError`` with the reason and
what to do; an empty cell is the column's business.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from gongkai.statute.errors import GongkaiError

SEVERAL = "；"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BROKEN_FORMULAS = {
    "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"
}  # fmt: skip
_DAY = re.compile(
    r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?(?:[ T]00:00(?::00)?)?"
)
_EIGHT_DIGITS = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
#: How Excel keeps a day: its number from 1900 on (1982 to 2064 are meant here).
_SERIAL = re.compile(r"[3-5]\d{4}(\.0+)?")
_DAY_ZERO = date(1899, 12, 30)
_YEARS = range(1949, 2101)
_WHOLE = re.compile(r"\d{1,12}(\.0+)?")
_YUAN = re.compile(r"-?\d{1,14}(\.\d{1,2}0*)?")

Row = Mapping[str, Any]
CellValue = str | int | Decimal | date | None


class CellError(GongkaiError):
    """The text of a cell is not what its column holds."""


def tidy(text: str) -> str:
    """Return text as registers keep it: Unix line ends, no control marks."""
    if text.isprintable():  # most cells; quicker than the three steps below
        return text.strip()
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a label without what typists vary: width, quotation marks, spaces."""
    return re.sub(r"[\s\"“”'‘’]", "", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True)
class Text:
    """Free text."""

    labels: tuple[str, ...] = ()
    hint: str = ""

    def read(self, text: str, row: Row) -> str:  # noqa: ARG002
        if text in _BROKEN_FORMULAS:
            raise CellError("单元格里的公式出错了，请改成文字。")
        return text

    def write(self, value: Any) -> CellValue:
        return str(value)


@dataclass(frozen=True)
class Day:
    """A date."""

    labels: tuple[str, ...] = ()
    hint: str = "日期，如 2021-03-05"

    def read(self, text: str, row: Row) -> date:  # noqa: ARG002
        written = unicodedata.normalize("NFKC", text)
        match = _DAY.fullmatch(written) or _EIGHT_DIGITS.fullmatch(written)
        try:
            if _SERIAL.fullmatch(written):
                return _DAY_ZERO + timedelta(days=int(float(written)))
            if match:
                day = date(*(int(part) for part in match.groups()))
                if day.year in _YEARS:
                    return day
        except ValueError:
            pass
        raise CellError("不是日期，请写成2021-03-05的样子。")

    def write(self, value: Any) -> CellValue:
        day: date = value
        return day


@dataclass(frozen=True)
class Whole:
    """A whole number from 0."""

    labels: tuple[str, ...] = ()
    hint: str = "整数"

    def read(self, text: str, row: Row) -> int:  # noqa: ARG002
        digits = unicodedata.normalize("NFKC", text).replace(",", "")
        if not _WHOLE.fullmatch(digits):
            raise CellError("不是整数，请写0或者正整数。")
        return int(digits.partition(".")[0])

    def write(self, value: Any) -> CellValue:
        return int(value)


@dataclass(frozen=True)
class Money:
    """An amount in yuan, to the fen."""

    labels: tuple[str, ...] = ()
    hint: str = "以元为单位的金额，最多两位小数，如 1200.50"

    def read(self, text: str, row: Row) -> Decimal:  # noqa: ARG002
        digits = unicodedata.normalize("NFKC", text).replace(",", "").removesuffix("元")
        if not _YUAN.fullmatch(digits):
            raise CellError("不是金额，请以元为单位写数字，最多两位小数，如1200.50。")
        return Decimal(digits)

    def write(self, value: Any) -> CellValue:
        amount: Decimal = value
        return amount


@dataclass(frozen=True)
class YesNo:
    """是 or 否."""

    labels: tuple[str, ...] = ("是", "否")
    hint: str = ""

    def read(self, text: str, row: Row) -> bool:  # noqa: ARG002
        if text not in self.labels:
            raise CellError("请写“是”或者“否”。")
        return text == "是"

    def write(self, value: Any) -> CellValue:
        return "是" if value else "否"


@dataclass(frozen=True)
class Choice:
    """One of a closed list, by its Chinese label."""

    choices: tuple[tuple[str, str], ...]
    hint: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(label for _, label in self.choices))

    def read(self, text: str, row: Row) -> str:
        wanted = plain(text)
        for value, label in self.open_to(row):
            if plain(label) == wanted:
                return value
        permitted = "、".join(label for _, label in self.open_to(row))
        raise CellError(f"不在可填的值里，可填：{permitted}。")

    def write(self, value: Any) -> CellValue:
        return dict(self.choices).get(value, str(value))

    def open_to(self, row: Row) -> Iterable[tuple[str, str]]:  # noqa: ARG002
        """Return the choices that the rest of the row leaves open."""
        return self.choices


Kind = Text | Day | Whole | Money | YesNo | Choice
