"""The periods of reconsideration and litigation, by the day they start from.

行政复议法 (2023, in force 2024-01-01) and 行政诉讼法 (2017), with 法释〔2018〕1号.
Every number stands in ``periods.toml`` with its article and the days it is in force.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.errors import StatuteError


class Unit(StrEnum):
    """What a period counts.

    行政复议法第八十八条第二款: its 三日、五日、七日、十日 are working days.
    """

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"

    @property
    def label(self) -> str:
        """The unit as a notice names it."""
        return _UNITS[self]


@dataclass(frozen=True)
class Period:
    """One period of one law, in force from a day to a day (none: still)."""

    key: str
    label: str
    number: int
    unit: Unit
    article: str
    text: str
    in_force_from: date
    in_force_until: date | None

    @property
    def words(self) -> str:
        """The length as a notice states it: 60日, 6个月."""
        return f"{self.number}{self.unit.label}"

    def covers(self, day: date) -> bool:
        """Return whether the period is in force on ``day``."""
        until = self.in_force_until
        return self.in_force_from <= day and (until is None or day <= until)


def period_on(key: str, day: date) -> Period:
    """Return the period ``key`` as in force on ``day``.

    Raises ``StatuteError`` for a day whose law is not held here.

    >>> period_on("litigation.direct", date(2025, 4, 3)).words
    '6个月'
    """
    of_this_key = [period for period in _periods() if period.key == key]
    if not of_this_key:
        known = "、".join(period_keys())
        raise StatuteError(f"没有“{key}”这个期限。请用下列之一：{known}。")
    for period in of_this_key:
        if period.covers(day):
            return period
    first = of_this_key[0]
    raise StatuteError(
        f"{day}的“{first.label}”期限没有收入（收入的从{first.in_force_from}起）。"
        "请按当时的法律人工计算。",
        article=first.article,
    )


def period_keys() -> tuple[str, ...]:
    """Return the keys of all periods."""
    return tuple(dict.fromkeys(period.key for period in _periods()))


_UNITS = {
    Unit.DAYS: "日",
    Unit.WORKING_DAYS: "个工作日",
    Unit.MONTHS: "个月",
    Unit.YEARS: "年",
}


@cache
def _periods() -> tuple[Period, ...]:
    file = files("gongkai.statute.remedies").joinpath("periods.toml")
    tables = tomllib.loads(file.read_text("utf-8"))["period"]
    periods = (_period(table) for table in tables)
    return tuple(sorted(periods, key=lambda period: period.in_force_from))


def _period(table: dict[str, Any]) -> Period:
    return Period(
        key=table["key"],
        label=table["label"],
        number=table["number"],
        unit=Unit(table["unit"]),
        article=table["article"],
        text=table["text"],
        in_force_from=table["from"],
        in_force_until=table.get("until"),
    )
