"""Write a notice as the TOML file that ``statute.calendar`` reads, and back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from gongkai.statute.calendar import Festival, Notice

_ONE_DAY = timedelta(days=1)
_HEAD = ("title", "document_number", "issued_on", "year", "amends", "source")


def notice_name(year: int, amends: str, taken: Iterable[str]) -> str:
    """Return the name of a new notice: its year, or its year and a free number."""
    if not amends:
        return str(year)
    names = set(taken)
    number = 1
    while f"{year}-amendment-{number}" in names:
        number += 1
    return f"{year}-amendment-{number}"


def notice_toml(head: Mapping[str, Any], festivals: Iterable[Mapping[str, Any]]) -> str:
    """Return the file of a notice from what the form holds."""
    lines = [f"{key} = {_value(head[key])}" for key in _HEAD if head.get(key)]
    for festival in festivals:
        lines += ["", "[[festival]]", f"name = {_value(festival['name'])}"]
        if festival.get("days"):
            lines.append(f"days = {festival['days']}")
        if festival.get("first"):
            last = festival.get("last") or festival["first"]
            lines.append(f"off = [[{festival['first']}, {last}]]")
        lines += [
            f"{key} = [{', '.join(map(str, festival[key]))}]"
            for key in ("make_up", "restored")
            if festival.get(key)
        ]
    return "\n".join(lines) + "\n"


def notice_head(notice: Notice) -> dict[str, Any]:
    """Return the head of a notice as the form's first values."""
    return {key: getattr(notice, key) for key in _HEAD}


def festival_rows(notice: Notice) -> Iterator[dict[str, Any]]:
    """Yield the festivals of a notice as rows of the form: one for each range."""
    for festival in notice.festivals:
        yield from _rows_of(festival)


def ranges_of(days: Sequence[date]) -> list[tuple[date, date]]:
    """Return the runs of days that follow one another."""
    ranges: list[tuple[date, date]] = []
    for day in sorted(days):
        if ranges and ranges[-1][1] + _ONE_DAY == day:
            ranges[-1] = (ranges[-1][0], day)
        else:
            ranges.append((day, day))
    return ranges


def _rows_of(festival: Festival) -> Iterator[dict[str, Any]]:
    others = {
        "make_up": "、".join(map(str, festival.make_up)),
        "restored": "、".join(map(str, festival.restored)),
    }
    for first, last in ranges_of(festival.off):
        yield {"name": festival.name, "first": first, "last": last, **others}
        others = {}
    if not festival.off:
        yield {"name": festival.name, **others}


def _value(value: object) -> str:
    """Return a value in TOML; a JSON string is a basic string of TOML."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
