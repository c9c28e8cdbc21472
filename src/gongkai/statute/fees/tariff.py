"""The two tariffs, by the day from which they are in force.

《政府信息公开信息处理费管理办法》第三条: by requests (按件计收) or by quantity
(按量计收), both progressive on the excess (超额累进). The rates stand in
``tariffs.toml``.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.errors import StatuteError


class FeeWay(StrEnum):
    """What is counted: requests in a natural month, or pages of one request."""

    BY_REQUESTS = "by_requests"
    BY_PAGES = "by_pages"

    @property
    def label(self) -> str:
        """The words of the measure."""
        return "按件计收" if self is FeeWay.BY_REQUESTS else "按量计收"


@dataclass(frozen=True)
class Band:
    """Units ``first`` to ``last`` (none: without end) cost ``rate`` yuan each.

    With a ``width``, every further ``width`` units cost ``step`` yuan more.
    """

    first: int
    last: int | None
    rate: int
    width: int = 0
    step: int = 0

    def steps(self, until: int) -> Iterator[tuple[int, int, int]]:
        """Yield (first, last, rate) of each step that begins by unit ``until``."""
        first, rate = self.first, self.rate
        end = until if self.last is None else min(self.last, until)
        while first <= end:
            last = min(end, first + self.width - 1) if self.width else end
            yield first, last, rate
            first, rate = last + 1, rate + self.step

    def words(self, unit: str) -> str:
        """Return the band as a fee notice states it."""
        span = f"第{self.first}至{self.last}" if self.last else f"第{self.first}"
        if not self.rate:
            return f"{span}{unit}不收费"
        rate = f"{self.rate}元/{unit}"
        if not self.width:
            return f"{span}{unit}{'' if self.last else '起'}，{rate}"
        return (
            f"{span}{unit}起，每{self.width}{unit}为一档，第一档{rate}，"
            f"每增加一档提高{self.step}元/{unit}"
        )


@dataclass(frozen=True)
class Tariff:
    """One way of counting, from a day to a day (none: still in force)."""

    way: FeeWay
    unit: str
    scope: str
    article: str
    source: str
    in_force_from: date
    in_force_until: date | None
    bands: tuple[Band, ...]

    @property
    def text(self) -> str:
        """The whole tariff as a fee notice states it.

        >>> tariff_on(FeeWay.BY_PAGES).text[:24]
        '按量计收：单件申请提供的信息，第1至30页不收费'
        """
        bands = "；".join(band.words(self.unit) for band in self.bands)
        return f"{self.way.label}：{self.scope}，{bands}"

    def covers(self, day: date) -> bool:
        """Return whether the tariff is in force on ``day``."""
        until = self.in_force_until
        return self.in_force_from <= day and (until is None or day <= until)


def tariff_on(way: FeeWay, day: date | None = None) -> Tariff:
    """Return the tariff in force on ``day``, or the newest one.

    Raises ``StatuteError`` for a day before there was a fee.

    >>> tariff_on(FeeWay.BY_PAGES, date(2024, 5, 1)).article
    '《政府信息公开信息处理费管理办法》第五条'
    """
    of_this_way = [tariff for tariff in _tariffs() if tariff.way is way]
    if day is None:
        return of_this_way[-1]
    for tariff in of_this_way:
        if tariff.covers(day):
            return tariff
    first = of_this_way[0].in_force_from
    raise StatuteError(
        f"{day}没有信息处理费的收费标准（{first}起施行）。请核对日期；当时的申请不收费。",
        article=of_this_way[0].article,
    )


@cache
def _tariffs() -> tuple[Tariff, ...]:
    text = files("gongkai.statute.fees").joinpath("tariffs.toml").read_text("utf-8")
    data = tomllib.loads(text)
    tariffs = (_tariff(table, f"《{data['title']}》") for table in data["tariff"])
    return tuple(sorted(tariffs, key=lambda tariff: tariff.in_force_from))


def _tariff(table: dict[str, Any], title: str) -> Tariff:
    return Tariff(
        way=FeeWay(table["way"]),
        unit=table["unit"],
        scope=table["scope"],
        article=title + table["article"],
        source=table["source"],
        in_force_from=table["from"],
        in_force_until=table.get("until"),
        bands=tuple(_band(band) for band in table["band"]),
    )


def _band(table: dict[str, int]) -> Band:
    return Band(
        first=table["from"],
        last=table.get("to"),
        rate=table["rate"],
        width=table.get("width", 0),
        step=table.get("step", 0),
    )
