"""Recompute every open request: after a take-in, in a quiet night, after a notice."""

from collections.abc import Sequence
from typing import Any

from tasks.case_makers import TODAY
from tasks.filling import settle
from tasks.measuring import peak_mib, times

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services import Recomputation, recompute_open
from gongkai.organs.models import CalendarNotice

#: An invented arrangement that takes a day off which many periods pass.
NOTICE = """
title = "国务院办公厅关于2026年临时放假的通知"
document_number = "国办发明电〔2026〕99号"
issued_on = 2026-09-14
year = 2026
amends = "国办发明电〔2025〕7号"
source = "虚构"

[[festival]]
name = "示例节"
off = [[2026-10-12, 2026-10-12]]
"""


def run(shown: Sequence[int]) -> dict[str, Any]:
    """Recompute three times, and tell what the requests ``shown`` have got."""
    begun_mib = peak_mib()
    answer = _timed("first")
    settle()
    rows = DisclosureRequest.objects.filter(pk__in=shown)
    kept = {one.pk: [one.state, str(one.due_on)] for one in rows}
    answer |= _timed("night")
    CalendarNotice.objects.create(name="2026-bench", year=2026, text=NOTICE)
    answer |= _timed("notice")
    settle()
    return answer | {"more_mib": peak_mib() - begun_mib, "shown": kept}


def _timed(name: str) -> dict[str, Any]:
    measured, done = times(name, _recomputed)
    return measured | {f"{name}_moved": done.moved, f"{name}_checked": done.checked}


def _recomputed() -> Recomputation:
    return recompute_open(today=TODAY)
