"""The limits in working days, and which of them holds for a request.

``parameters/limits.toml``. The day of receipt decides: a request received before
2019-05-15 is answered by the Regulation of 2007, in 15 and 15 working days
(docs/interpretations/0020-regulation-of-2007.md).
"""

import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from gongkai.statute.articles import cite
from gongkai.statute.clock.errors import ClockError

#: 国务院令第711号 第五十六条: 「本条例自2019年5月15日起施行」.
IN_FORCE_FROM = date(2019, 5, 15)


@dataclass(frozen=True)
class Limit:
    """So many working days, by this text, for requests received on these days."""

    key: str
    label: str
    working_days: int
    citation: str
    source: str
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Limits:
    """The limits that hold for a request, by what they limit."""

    publish: Limit
    amendment_notice: Limit
    reply: Limit
    extension: Limit
    third_party_opinion: Limit
    other_organ_opinion: Limit
    payment: Limit


def limits_on(received_on: date) -> Limits:
    """Return the limits of a request received on this day.

    >>> limits_on(date(2024, 9, 25)).reply.working_days
    20
    >>> limits_on(date(2019, 5, 14)).reply.working_days
    15
    """
    starts = _starts()
    place = bisect_right(starts, received_on)
    if not place:
        raise ClockError(
            f"{received_on}早于《政府信息公开条例》施行之日{starts[0]}。请核对收到日期。"
        )
    return _limits_from(starts[place - 1])


@cache
def _limits_from(day: date) -> Limits:
    holding = {
        limit.key: limit
        for limit in _all_limits()
        if limit.first_day <= day <= limit.last_day
    }
    return Limits(**holding)


@cache
def _starts() -> tuple[date, ...]:
    return tuple(sorted({limit.first_day for limit in _all_limits()}))


@cache
def _all_limits() -> tuple[Limit, ...]:
    folder = files("gongkai.statute.parameters")
    text = folder.joinpath("limits.toml").read_text("utf-8")
    return tuple(
        Limit(
            key=table["key"],
            label=table["label"],
            working_days=table["working_days"],
            citation=table.get("citation") or cite(table["article"]),
            source=table["source"],
            first_day=table["from"],
            last_day=table.get("to", date.max),
        )
        for table in tomllib.loads(text)["limit"]
    )
