"""``gongkai workdays DATE N``: the N-th working day after DATE.

Statute only; Django is never imported. Arguments are read as strings, so that a slip
gets one Chinese sentence and not the option parser's English.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from gongkai.statute.calendar import LedgerLine, WorkdayResult, WorkingDays
from gongkai.statute.errors import GongkaiError

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile(r"[0-9]{1,9}")
_WEEKDAYS = "一二三四五六日"
_EVERYDAY = ("工作日", "周末休息")


@click.command(
    "workdays",
    context_settings={"ignore_unknown_options": True},
    short_help="某日之后第N个工作日",
)
@click.argument("arguments", nargs=-1, metavar="DATE N")
@click.option("--json", "as_json", is_flag=True, help="输出一份JSON，含逐段计算依据。")
@click.option(
    "--provisional",
    is_flag=True,
    help="放假安排尚未公布的年份暂按周末推算，结果标明“暂定”。",
)
@click.option("--notices", metavar="DIR", help="另有放假安排文件（*.toml）的目录。")
@click.pass_context
def workdays(
    ctx: click.Context,
    arguments: tuple[str, ...],
    as_json: bool,
    provisional: bool,
    notices: str | None,
) -> None:
    """按国务院办公厅放假安排，计算DATE之后第N个工作日（DATE当日不计）。

    例：gongkai workdays 2024-09-25 20
    """
    try:
        start, n = _read(arguments)
        calendar = WorkingDays.load_all(Path(notices) if notices else None)
        result = calendar.reckon(start, n, provisional=provisional)
    except GongkaiError as error:
        click.echo(error.message, err=True)
        ctx.exit(2)
    if as_json:
        document = _document(start, n, result)
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        click.echo(_sentence(start, n, result))


def _read(arguments: tuple[str, ...]) -> tuple[date, int]:
    match arguments:
        case (day, n):
            return _as_date(day), _as_count(n)
        case _:
            raise GongkaiError(
                "应给出日期和工作日数两项，例如：gongkai workdays 2024-09-25 20。"
            )


def _as_date(text: str) -> date:
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise GongkaiError(f"“{text}”不是日期。请写成2024-09-25的样子。")


def _as_count(text: str) -> int:
    if not _COUNT.fullmatch(text):
        raise GongkaiError(f"“{text}”不是工作日数。请写0或者正整数，例如20。")
    return int(text)


def _document(start: date, n: int, result: WorkdayResult) -> dict[str, Any]:
    return {
        "from": start.isoformat(),
        "n": n,
        "date": result.date.isoformat(),
        "provisional": result.provisional,
        "counted": [
            {
                "from": line.first.isoformat(),
                "to": line.last.isoformat(),
                "counted": line.counted,
                "reason": line.reason,
                "source": line.source,
            }
            for line in result.counted
        ],
    }


def _sentence(start: date, n: int, result: WorkdayResult) -> str:
    sentence = f"{_in_full(start)}之后第{n}个工作日是{_in_full(result.date)}。"
    if n == 0:
        sentence = f"{_in_full(start)}之后0个工作日，即当日。"
    unusual = [
        f"{_span(line)}{line.reason}"
        for line in result.counted
        if line.reason not in _EVERYDAY
    ]
    if unusual:
        sentence += f"其间{'，'.join(unusual)}。"
    if result.provisional:
        sentence += "此为暂定结果，待国务院办公厅公布放假安排后应当重算。"
    return sentence


def _span(line: LedgerLine) -> str:
    first = f"{line.first.month}月{line.first.day}日"
    if line.first == line.last:
        return first
    return f"{first}至{line.last.month}月{line.last.day}日"


def _in_full(day: date) -> str:
    weekday = _WEEKDAYS[day.weekday()]
    return f"{day.year}年{day.month}月{day.day}日（星期{weekday}）"
