"""Bench: screening in MB/s on Chinese text, beside a plain regular-expression loop.

Needs no database. ``main`` runs it alone; ``measure`` and ``shown`` are for run.py,
which hands in no engine. The plain other side goes through the text line by line with
one pattern for each kind of number, as a script of an afternoon would; both sides must
find the planted numbers, else the bench fails.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from growth import growth, growth_table, medians, table
from tasks.measuring import peak_mib, times

from gongkai.publishing.screening import screen

SIZES = [1, 10, 100]
RUNS = 3
_MEGABYTE = 1_000_000
_LINE_CHARACTERS = 120
_EVERY = 200
#: From line to line the prose begins so many characters further on.
_STEP = 37
_PROSE = (
    "各学校要按照县教育局的统一部署，做好秋季学期开学准备工作，严格落实疫情防控、校园安全"
    "和学生资助等各项要求。各中心学校负责辖区内义务教育阶段学生的学籍管理，并于9月15日前"
    "报送2021年统计表；联系电话0396-1234567。附件共3份，经费预算为1280.50万元，发文字号为"
    "云教〔2021〕64号，请结合实际认真组织实施，执行中遇到的问题及时反馈。"
)
_IDENTITY, _MOBILE, _CARD = "11010519491231002X", "13900001234", "6222020000000000000"
_PLAIN = {
    "identity_number": re.compile(r"\d{17}[\dXx]"),
    "mobile_number": re.compile(r"1[3-9]\d{9}"),
    "bank_card": re.compile(r"62\d{14,17}"),
    "security_mark": re.compile(r"(?:绝密|机密|秘密)★"),
    "home_address": re.compile(
        r"[\u4e00-\u9fff]+(?:乡|镇|街道)[\u4e00-\u9fff0-9]+(?:村|路|街)[0-9]+号"
    ),
}
_COLUMNS = {
    "screen_s": "screening, s",
    "screen_cpu_s": "of it CPU",
    "screen_mb_per_s": "MB per CPU second",
    "plain_s": "plain loop, s",
    "plain_mb_per_s": "plain, MB per CPU second",
    "ratio": "screening : plain",
    "found": "found",
    "peak_mib": "memory, MiB",
}


class MissedNumbersError(Exception):
    """A side did not find what was planted."""


def measure(
    _engine: object = None, sizes: Sequence[int] = (*SIZES,), runs: int = RUNS
) -> dict[str, Any]:
    """Measure every size, in megabytes of UTF-8, in processes of their own."""
    results = {size: medians([_elsewhere(size) for _ in range(runs)]) for size in sizes}
    return {
        "sizes": results,
        "growth": {
            "screen_cpu_s": growth(
                sizes, [results[size]["screen_cpu_s"] for size in sizes]
            )
        },
    }


def shown(result: dict[str, Any]) -> str:
    """Return the result as tables of Markdown."""
    rows = [
        [int(size), *(figures[name] for name in _COLUMNS)]
        for size, figures in result["sizes"].items()
    ]
    grown = growth_table(result["growth"], _COLUMNS)
    return f"{table(['MB', *_COLUMNS.values()], rows)}\n\n{grown}"


def main() -> None:
    """Measure and print; with a number, be the process that measures it."""
    match sys.argv[1:]:
        case [number] if number.isdigit():
            print(json.dumps(measure_here(int(number))))
        case _:
            print(shown(measure()))


def measure_here(megabytes: int) -> dict[str, Any]:
    text, planted = _text(megabytes * _MEGABYTE)
    ours, hits = times("screen", lambda: screen(text))
    plain, plainly = times("plain", lambda: _plain_loop(text))
    _compare(planted, Counter(hit.check for hit in hits), plainly)
    size = len(text.encode()) / _MEGABYTE
    return {
        **ours,
        **plain,
        "screen_mb_per_s": size / ours["screen_cpu_s"],
        "plain_mb_per_s": size / plain["plain_cpu_s"],
        "ratio": plain["plain_cpu_s"] / ours["screen_cpu_s"],
        "found": len(hits),
        "peak_mib": peak_mib(),
    }


def _elsewhere(size: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, str(size)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _text(size: int) -> tuple[str, Counter[str]]:
    """Return prose of so many bytes, every 200th line a row of a list of persons."""
    lines: list[str] = []
    planted: Counter[str] = Counter()
    written = 0
    while written < size:
        if len(lines) % _EVERY == _EVERY - 1:
            line = f"张小满\t{_IDENTITY}\t{_MOBILE}\t{_CARD}"
            planted.update(("identity_number", "mobile_number", "bank_card"))
        else:
            start = len(lines) * _STEP % len(_PROSE)
            line = (_PROSE[start:] + _PROSE)[:_LINE_CHARACTERS]
        lines.append(line)
        written += len(line.encode()) + 1
    return "\n".join(lines), planted


def _plain_loop(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for line in text.split("\n"):
        for name, pattern in _PLAIN.items():
            for _ in pattern.finditer(line):
                found[name] += 1
    return found


def _compare(planted: Counter[str], ours: Counter[str], plainly: Counter[str]) -> None:
    for name, count in planted.items():
        if ours[name] != count or plainly[name] < count:
            raise MissedNumbersError(name, count, ours[name], plainly[name])


if __name__ == "__main__":
    main()
