"""``gongkai clock FILE``: when the reply is due, and why.

Statute only; Django is never imported. FILE is a case as JSON, or ``.jsonl`` with one
case and one answer a line. This is the one place of the clock that knows what day it
is: a case without ``as_of`` is asked for today.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import click

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock.answer import ClockAnswer
from gongkai.statute.clock.case_file import Case, answer_document, read_case
from gongkai.statute.errors import GongkaiError

_UNREADABLE = 2
_BEIJING = timezone(timedelta(hours=8))
_WEEKDAYS = "一二三四五六日"


@click.command("clock", short_help="案件的到期日和理由")
@click.argument("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="输出一份JSON。")
@click.option(
    "--provisional",
    is_flag=True,
    help="放假安排尚未公布的年份暂按周末推算，结果标明“暂定”。",
)
@click.option("--notices", metavar="DIR", help="另有放假安排文件（*.toml）的目录。")
@click.pass_context
def clock(
    ctx: click.Context,
    file: str,
    as_json: bool,
    provisional: bool,
    notices: str | None,
) -> None:
    """按案件的步骤计算状态、到期日、还能做什么，逐段说明依据。

    FILE是一件案件（.json）；.jsonl一行一件，逐行输出JSON，错行不影响其他行。
    办理经过不可能或者文件读不出来时退出码为2。

    收到补正（amended）可另写sent_on：申请人提交补正的日期，不写同on。只用来判断补正是否
    逾期，答复期限仍从on重新计算。

    例：gongkai clock 案件.json
    """
    try:
        calendar = WorkingDays.load_all(Path(notices) if notices else None)
        if file.endswith(".jsonl"):
            ctx.exit(_answer_lines(Path(file), calendar, provisional=provisional))
        case = _case(_read(Path(file)), provisional=provisional)
        answer = case.evaluate(calendar)
        document = _document(case, answer)
    except GongkaiError as error:
        click.echo(error.message, err=True)
        ctx.exit(_UNREADABLE)
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_account(case, answer)))


def _today() -> date:
    return datetime.now(UTC).astimezone(_BEIJING).date()


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise GongkaiError(f"没有“{path}”这个文件。请检查路径。") from None
    except (OSError, UnicodeDecodeError):
        raise GongkaiError(
            f"“{path}”读不出来，或者不是UTF-8编码。请检查文件。"
        ) from None


def _case(text: str, *, provisional: bool) -> Case:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise GongkaiError("不合JSON格式。请对照说明改正。") from None
    return read_case(document, today=_today(), provisional=provisional)


def _answer_lines(path: Path, calendar: WorkingDays, *, provisional: bool) -> int:
    """Answer line by line; return the exit status."""
    status = 0
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            answer = _answered(line, calendar, provisional=provisional)
        except GongkaiError as error:
            answer = {"error": error.message, "line": number}
            status = _UNREADABLE
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return status


def _lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file that may be larger than memory."""
    try:
        with path.open("rb") as file:
            yield from _decoded(file)
    except FileNotFoundError:
        raise GongkaiError(f"没有“{path}”这个文件。请检查路径。") from None
    except OSError:
        raise GongkaiError(f"“{path}”读不出来。请检查文件。") from None


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """Yield lines as text; a line in another encoding fails alone, as no JSON."""
    for line in lines:
        yield line.decode("utf-8-sig", errors="replace")


def _answered(line: str, calendar: WorkingDays, *, provisional: bool) -> dict[str, Any]:
    case = _case(line, provisional=provisional)
    return _document(case, case.evaluate(calendar))


def _document(case: Case, answer: ClockAnswer) -> dict[str, Any]:
    document = answer_document(answer)
    return document if case.id is None else {"id": case.id, **document}


def _account(case: Case, answer: ClockAnswer) -> Iterator[str]:
    """Yield the answer as an officer reads it."""
    yield f"{_in_full(case.receipt.on)}{case.receipt.channel.label}的申请"
    yield f"截至{_in_full(answer.as_of)}：{answer.state.label}{_due(answer)}"
    if answer.outcome is not None:
        yield f"结果：{answer.outcome.label}"
    yield ""
    yield "期限怎么算："
    for line in answer.reasoning:
        yield f"  {line.first}至{line.last}　计{line.counted}日　{line.text}"
        yield f"      依据：{line.article}"
    if answer.limit_working_days is not None and answer.due_on is not None:
        counted = sum(line.counted for line in answer.reasoning)
        yield f"  合计{counted}个工作日。"
    yield from _section("其他期限：", _sub_clocks(answer))
    yield from _section("注意：", answer.warnings)
    yield from _section("接下来可以：", _next_steps(answer))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = [f"  {line}" for line in lines]
    if shown:
        yield ""
        yield title
        yield from shown


def _due(answer: ClockAnswer) -> str:
    if answer.due_on is None:
        return "，期限没有起算或者已经中止。" if answer.state.is_open else "。"
    due = f"，到期日{_in_full(answer.due_on)}"
    left = answer.remaining_working_days
    if left is None:
        return f"{due}，逾期。" if answer.decided_late else f"{due}。"
    if answer.is_overdue:
        return f"{due}，已过{-left}个工作日。"
    return f"{due}，还有{left}个工作日。"


def _sub_clocks(answer: ClockAnswer) -> Iterator[str]:
    for clock_ in answer.sub_clocks:
        party = f"（{clock_.party}）" if clock_.party else ""
        yield (
            f"{clock_.kind.label}{party}：{clock_.due_on}以前，{clock_.state.label}"
            f"　{clock_.article}"
        )


def _next_steps(answer: ClockAnswer) -> Iterator[str]:
    for step in answer.next_steps:
        by = f"（{step.by}以前）" if step.by else ""
        yield f"{step.kind.label}{by}：{step.text}"


def _in_full(day: date) -> str:
    weekday = _WEEKDAYS[day.weekday()]
    return f"{day.year}年{day.month}月{day.day}日（星期{weekday}）"
