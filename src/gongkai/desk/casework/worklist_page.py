"""The worklist 办件: what is due, for whom one waits, narrowed as the address says.

An account over many organs first sees a line for each organ.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.casework.models import DisclosureRequest, RecordCorrection
from gongkai.casework.permissions import REGISTER
from gongkai.casework.selectors import (
    amendments_to_confirm,
    list_conditions,
    list_counts,
    open_corrections,
)
from gongkai.desk.casework.requests import due_chip, remaining_days, request_chip
from gongkai.desk.casework.worklist_choices import (
    Narrowing,
    handler_choices,
    narrowing_of,
    office_choices,
    organ_choices,
)
from gongkai.desk.casework.worklist_organs import organ_table
from gongkai.desk.corrections.register import correction_chip
from gongkai.desk.corrections.register import due_chip as correction_due_chip
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.exporting import FORMATS, download, export_layout
from gongkai.desk.registers.furniture import HOME
from gongkai.organs.calendar import working_days
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action

#: The lists in the order in which they press, each with its tone.
LISTS = (
    ("overdue", "已超期", Tone.OVERDUE),
    ("due_today", "今天到期", Tone.DUE),
    ("this_week", "本周到期", Tone.DUE),
    ("to_confirm", "待确认", Tone.WAITING),
    ("waiting_for_others", "等待他人", Tone.WAITING),
    ("later", "其他在办", Tone.PLAIN),
)
_LABELS = {key: label for key, label, _tone in LISTS}
_FIRST, _MOST = 20, 500
#: From so many organs on, a line for each says more than the cases themselves.
_MANY_ORGANS = 20


@dataclass(frozen=True)
class WorkRow:
    """A case in the worklist."""

    case: DisclosureRequest
    state: Chip
    due: Chip | None


@dataclass(frozen=True)
class CorrectionRow:
    """A correction of a record in the worklist."""

    correction: RecordCorrection
    state: Chip
    due: Chip | None


@dataclass(frozen=True)
class WorkSection:
    """One of the lists, with the number of all that stand in it."""

    key: str
    label: str
    tone: Tone
    count: int
    rows: list[WorkRow]

    @property
    def has_more(self) -> bool:
        """Whether some are left out."""
        return self.count > len(self.rows)


def index(request: HttpRequest) -> HttpResponse:
    """Show the lists, one of them whole, or the organs; or hand out a list."""
    if not may(request.user, REGISTER, Action.VIEW, None):
        raise PermissionDenied
    today, narrowing = timezone.localdate(), narrowing_of(request)
    wanted = request.GET.get("list", "")
    wanted = wanted if wanted in _LABELS else ""
    suffix = request.GET.get("export", "")
    if suffix in FORMATS:
        return _export(narrowing, wanted, suffix, today)
    shown = (
        _organs(narrowing, today, request.GET.get("p", "1"))
        if _is_by_organ(request, narrowing, wanted)
        else _lists(narrowing, wanted, today)
    )
    context = {
        "page_title": "办件",
        "breadcrumbs_items": [HOME, {"url": "", "label": "办件"}],
        "today": today,
        "wanted": wanted,
        "amendments": amendments_to_confirm(request.user)[:_MOST],
        "corrections": _corrections(request, narrowing, wanted),
        "wanted_label": _LABELS.get(wanted, ""),
        "narrowing": narrowing,
        "several": narrowing.organ_count > 1,
        "may_set": may(request.user, REGISTER, Action.CHANGE, None),
        "may_add": may(request.user, REGISTER, Action.ADD, None),
        "query": _query(request, "list", "view", "p"),
        "query_without_page": _query(request, "p"),
        "query_of_list": _query(request, "view", "p"),
        "formats": FORMATS.items(),
    }
    return render(request, "desk/casework/worklist.html", context | shown)


def _corrections(
    request: HttpRequest, narrowing: Narrowing, wanted: str
) -> dict[str, Any]:
    """Return the open corrections, due first; a narrowed list leaves them out."""
    if wanted or narrowing.is_narrowed:
        return {}
    found = open_corrections(request.user)
    rows = [
        CorrectionRow(one, correction_chip(one), correction_due_chip(one))
        for one in found[:_FIRST]
    ]
    return {"rows": rows, "count": found.count() if rows else 0}


def _is_by_organ(request: HttpRequest, narrowing: Narrowing, wanted: str) -> bool:
    if wanted or narrowing.organ_count == 1:
        return False
    if request.GET.get("view") == "organs":
        return True
    is_one = narrowing.organ and not narrowing.types_organ
    many = narrowing.organ_count > _MANY_ORGANS and not is_one
    return many and narrowing.organs.count() > 1


def _organs(narrowing: Narrowing, today: date, page: str) -> dict[str, Any]:
    table = organ_table(narrowing, today, _LABELS, page)
    tabs = [
        WorkSection(key, label, tone, table["sums"][key], [])
        for key, label, tone in LISTS
    ]
    return table | {"by_organ": True, "sections": tabs, "labels": _LABELS.values()}


def _lists(narrowing: Narrowing, wanted: str, today: date) -> dict[str, Any]:
    conditions = list_conditions(today)
    requests = narrowing.requests()
    counts = list_counts(requests, today)
    sections = []
    for key, label, tone in LISTS:
        is_shown = counts[key] and wanted in ("", key)
        most = _MOST if wanted else _FIRST
        found = requests.filter(conditions[key]).order_by(*_order(key))[:most]
        rows = _rows(found, today) if is_shown else []
        sections.append(WorkSection(key, label, tone, counts[key], rows))
    return {
        "sections": sections,
        "shown": [one for one in sections if one.rows],
        **_choices(narrowing, conditions.get(wanted, Q())),
    }


def _choices(narrowing: Narrowing, condition: Q) -> dict[str, Any]:
    """Return what there is to choose; of very many organs only one by one."""
    if narrowing.types_organ and not narrowing.organ:
        return {}
    return {
        "organ_choices": organ_choices(narrowing, condition),
        "office_choices": office_choices(narrowing, condition),
        "handler_choices": handler_choices(narrowing, condition),
    }


def _rows(requests: Any, today: date) -> list[WorkRow]:
    calendar, rows = working_days(), []
    for case in requests:
        case.remaining = remaining_days(case, calendar, today)
        rows.append(WorkRow(case, request_chip(case), due_chip(case)))
    return rows


def _export(
    narrowing: Narrowing, wanted: str, suffix: str, today: date
) -> HttpResponse:
    """Return the list shown, or all open requests, in the register's columns."""
    requests = narrowing.requests()
    if wanted:
        requests = requests.filter(list_conditions(today)[wanted])
    requests = requests.order_by(*_order(wanted))
    label = _LABELS.get(wanted, "在办")
    content = export_layout("requests", requests, suffix)
    return download(content, f"办件（{label}）{today.isoformat()}", suffix)


def _order(key: str) -> tuple[str, str]:
    return ("submitted_on" if key == "to_confirm" else "due_on", "pk")


def _query(request: HttpRequest, *without: str) -> str:
    query = request.GET.copy()
    for name in (*without, "export"):
        query.pop(name, None)
    for name in [name for name in query if not query[name]]:
        del query[name]
    return str(query.urlencode())
