"""The number of a document (发文字号): 遂教公开告〔2026〕5号.

GB/T 9704-2012, 7.2.5: the full year in 〔〕, the serial without 第 and without leading
zeros, then 号. It is not the registration number (登记编号) of the case
(docs/interpretations/0039-document-number.md).
"""

import re
from dataclasses import dataclass

from gongkai.statute.errors import StatuteError

SERIES = "公开告"

_NUMBER = re.compile(
    r"(?P<head>\S+?)〔(?P<year>[12][0-9]{3})〕(?P<serial>[1-9][0-9]*)号"
)
_WORD = re.compile(r"[一-鿿]{1,10}")
_YEARS = range(1000, 3000)


@dataclass(frozen=True, order=True)
class DocumentNumber:
    """A document number: the organ's word, the series, the year and the serial."""

    organ_word: str
    year: int
    serial: int
    series: str = SERIES

    def __post_init__(self) -> None:
        if not _WORD.fullmatch(self.organ_word) or not _WORD.fullmatch(self.series):
            raise StatuteError(
                f"“{self.organ_word}{self.series}”不能作机关代字，应为汉字，例如遂教。"
                "请在机关设置中改正。"
            )
        if self.year not in _YEARS or self.serial < 1:
            raise StatuteError(
                f"发文字号的年份应为四位，序号从1起，现为{self.year}年"
                f"第{self.serial}号。请改正。"
            )

    def __str__(self) -> str:
        return f"{self.organ_word}{self.series}〔{self.year}〕{self.serial}号"

    def next(self) -> "DocumentNumber":
        """Return the number that follows in the same year."""
        return DocumentNumber(self.organ_word, self.year, self.serial + 1, self.series)


def parse_document_number(text: str, *, series: str = SERIES) -> DocumentNumber:
    """Parse a number of the series.

    Raises ``StatuteError`` that says what is wrong with it.

    >>> parse_document_number("遂教公开告〔2026〕5号")
    DocumentNumber(organ_word='遂教', year=2026, serial=5, series='公开告')
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise StatuteError(
            f"“{text}”不是发文字号：{_why(text)}。请写成{_example(series)}的样子。"
        )
    head = found["head"]
    if not head.endswith(series) or head == series:
        raise StatuteError(
            f"“{text}”不是“{series}”一类的发文字号。请写成{_example(series)}的样子。"
        )
    word = head.removesuffix(series)
    return DocumentNumber(word, int(found["year"]), int(found["serial"]), series)


def _example(series: str) -> str:
    return f"遂教{series}〔2026〕5号"


def _why(text: str) -> str:
    if "第" in text:
        return "序号前不加“第”"
    if re.search(r"[\[\](（）)【】]", text):
        return "年份应放在六角括号〔〕里"
    if re.search(r"〕0", text):
        return "序号前不补零"
    if not text.strip().endswith("号"):
        return "末尾应有“号”"
    return "机关代字、四位年份和序号不全"
