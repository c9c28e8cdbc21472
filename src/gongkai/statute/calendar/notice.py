"""One holiday notice, read from its TOML file and checked against itself.

《全国年节及纪念日放假办法》第七条 leaves it to the State Council to 统一放假调休; its
General Office does so by a notice for each year, and at times by a second one that
changes the first (2019 劳动节, 2020 春节). One file holds one notice.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources.abc import Traversable
from typing import Any, NoReturn

from gongkai.statute.errors import CalendarError

_SATURDAY = 5
_DECEMBER = 12
_FILE_NAME = re.compile(r"[12][0-9]{3}(-[a-z0-9-]+)?\.toml")
_ERROR_LINE = re.compile(r"line ([0-9]+)")
_NOTICE_KEYS = {
    "title",
    "document_number",
    "issued_on",
    "year",
    "amends",
    "source",
    "festival",
}
_FESTIVAL_KEYS = {"name", "days", "off", "make_up", "restored"}


@dataclass(frozen=True)
class Festival:
    """The days that a notice names for one festival.

    ``off`` are rest days, ``make_up`` weekend days worked in exchange (调休上班), and
    ``restored`` days that an amendment puts back to the weekly rule.
    """

    name: str
    off: tuple[date, ...]
    make_up: tuple[date, ...] = ()
    restored: tuple[date, ...] = ()

    @property
    def named_days(self) -> tuple[date, ...]:
        """Every day that the notice names for this festival."""
        return (*self.off, *self.make_up, *self.restored)


@dataclass(frozen=True)
class Notice:
    """A notice of 国务院办公厅; ``amends`` is the number of the one it changes."""

    title: str
    document_number: str
    issued_on: date
    year: int
    source: str
    festivals: tuple[Festival, ...]
    amends: str = ""

    @property
    def citation(self) -> str:
        """Title and number, as a notice to an applicant would cite it."""
        return f"《{self.title}》（{self.document_number}）"


def read_notices(directory: Traversable) -> dict[str, Notice]:
    """Read every ``*.toml`` of a folder: notices by file name.

    Raises ``CalendarError`` when the folder is missing, holds none, or holds a file
    that contradicts itself.
    """
    if not directory.is_dir():
        raise CalendarError(f"放假安排目录不存在：{directory}。请检查路径。")
    files = sorted(
        (file for file in directory.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    if not files:
        raise CalendarError(
            f"目录中没有放假安排文件：{directory}。请放入形如2027.toml的文件。"
        )
    return {file.name: parse_notice(_content(file), file.name) for file in files}


def parse_notice(text: str, file_name: str) -> Notice:
    """Parse and check one notice; ``file_name`` begins with its year.

    >>> parse_notice('''
    ... title = "国务院办公厅关于2030年部分节假日安排的通知"
    ... document_number = "国办发明电〔2029〕1号"
    ... issued_on = 2029-11-01
    ... year = 2030
    ... source = "示例"
    ... [[festival]]
    ... name = "元旦"
    ... off = [[2030-01-01, 2030-01-01]]
    ... ''', "2030.toml").festivals[0].off
    (datetime.date(2030, 1, 1),)
    """
    if not _FILE_NAME.fullmatch(file_name):
        _refuse(file_name, "文件名应以四位年份开头，形如2027.toml")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _ERROR_LINE.search(str(error))
        where = f"第{place[1]}行" if place else "文件末尾"
        _refuse(file_name, f"{where}不合TOML格式")
    notice = _notice(_Table(table, file_name, _NOTICE_KEYS))
    if file_name[:4] != str(notice.year):
        _refuse(file_name, f"文件名与年份{notice.year}不符")
    _check(notice, file_name)
    return notice


def _content(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        _refuse(file.name, "文件读不出来，或者不是UTF-8编码")


def _refuse(file_name: str, what: str) -> NoReturn:
    raise CalendarError(
        f"放假安排文件{file_name}有误：{what}。请对照通知原文改正后再用。"
    )


class _Table:
    """A TOML table whose values are fetched with their type checked."""

    def __init__(self, values: dict[str, Any], file_name: str, keys: set[str]) -> None:
        self.values = values
        self.file_name = file_name
        unknown = sorted(values.keys() - keys)
        if unknown:
            _refuse(file_name, f"有不认识的项目{'、'.join(unknown)}")

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            _refuse(self.file_name, f"缺少{key}，或者它不是文字")
        return value

    def number(self, key: str) -> int:
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            _refuse(self.file_name, f"缺少{key}，或者它不是整数")
        return value

    def items(self, key: str) -> list[Any]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            _refuse(self.file_name, f"{key}应为列表")
        return value

    def day(self, key: str) -> date:
        return self.as_day(self.values.get(key), key)

    def days(self, key: str) -> tuple[date, ...]:
        return tuple(self.as_day(value, key) for value in self.items(key))

    def as_day(self, value: object, key: str) -> date:
        if not isinstance(value, date) or isinstance(value, datetime):
            _refuse(self.file_name, f"{key}应为日期，形如2027-01-01")
        return value


def _notice(table: _Table) -> Notice:
    festivals = tuple(
        _festival(_subtable(value, table)) for value in table.items("festival")
    )
    if not festivals:
        _refuse(table.file_name, "没有列出任何节日")
    return Notice(
        title=table.text("title"),
        document_number=table.text("document_number"),
        issued_on=table.day("issued_on"),
        year=table.number("year"),
        source=table.text("source"),
        festivals=festivals,
        amends=table.text("amends", default=""),
    )


def _subtable(value: object, table: _Table) -> _Table:
    if not isinstance(value, dict):
        _refuse(table.file_name, "festival应写成[[festival]]")
    return _Table(value, table.file_name, _FESTIVAL_KEYS)


def _festival(table: _Table) -> Festival:
    name = table.text("name")
    off = tuple(
        day for value in table.items("off") for day in _range(value, name, table)
    )
    if "days" in table.values and table.number("days") != len(off):
        _refuse(
            table.file_name,
            f"{name}写明放假{table.number('days')}天，列出的却是{len(off)}天",
        )
    return Festival(name, off, table.days("make_up"), table.days("restored"))


def _range(value: object, festival: str, table: _Table) -> Iterator[date]:
    match value:
        case [first, last]:
            start, end = table.as_day(first, "off"), table.as_day(last, "off")
        case _:
            _refuse(table.file_name, f"{festival}的off应为[首日, 末日]")
    if end < start:
        _refuse(table.file_name, f"{festival}的末日{end}早于首日{start}")
    for offset in range((end - start).days + 1):
        yield start + timedelta(days=offset)


def _check(notice: Notice, file_name: str) -> None:
    seen: set[date] = set()
    for festival in notice.festivals:
        for day in festival.named_days:
            if day in seen:
                _refuse(file_name, f"{day}出现了两次，既放假又上班或者重复列出")
            seen.add(day)
            _check_year(day, notice.year, file_name)
        for day in festival.make_up:
            if day.weekday() < _SATURDAY:
                _refuse(file_name, f"{festival.name}调休上班日{day}不是周六或周日")


def _check_year(day: date, year: int, file_name: str) -> None:
    """元旦 may begin in December of the year before (2019, 2023)."""
    in_december_before = (day.year, day.month) == (year - 1, _DECEMBER)
    if day.year != year and not in_december_before:
        _refuse(file_name, f"{day}不在{year}年的安排之内")
