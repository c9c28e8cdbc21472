"""The worklist 办件: what is due, for whom one waits, narrowed by office and person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.permissions import REGISTER
from gongkai.casework.selectors import Worklist, amendments_to_confirm, worklist
from gongkai.desk.casework.requests import due_chip, remaining_days, request_chip
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.furniture import HOME
from gongkai.organs.calendar import working_days
from gongkai.organs.models import Office, Person
from gongkai.organs.permissions import may, organs_open_to
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
_FIRST, _MOST = 20, 500


@dataclass(frozen=True)
class WorkRow:
    """A case in the worklist."""

    case: DisclosureRequest
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
    """Show the lists, or one of them whole."""
    if not may(request.user, REGISTER, Action.VIEW, None):
        raise PermissionDenied
    today = timezone.localdate()
    wanted = request.GET.get("list", "")
    lists, narrowing = worklist(request.user, today), _narrowing(request)
    sections = [
        _section(key, label, tone, lists, narrowing, today, wanted)
        for key, label, tone in LISTS
    ]
    shown = [one for one in sections if one.count and wanted in ("", one.key)]
    context = {
        "page_title": "办件",
        "breadcrumbs_items": [HOME, {"url": "", "label": "办件"}],
        "today": today,
        "sections": sections,
        "shown": shown,
        "wanted": wanted,
        "amendments": amendments_to_confirm(request.user)[:_MOST],
        "several": organs_open_to(request.user, REGISTER, Action.VIEW).count() > 1,
        "may_set": may(request.user, REGISTER, Action.CHANGE, None),
        "may_add": may(request.user, REGISTER, Action.ADD, None),
    }
    return render(request, "desk/casework/worklist.html", context | _choices(request))


def _section(
    key: str,
    label: str,
    tone: Tone,
    lists: Worklist,
    narrowing: dict[str, Any],
    today: date,
    wanted: str,
) -> WorkSection:
    requests = getattr(lists, key).filter(**narrowing)
    count = requests.count()
    calendar = working_days()
    rows = []
    if count and wanted in ("", key):
        for case in requests[: _MOST if wanted else _FIRST]:
            case.remaining = remaining_days(case, calendar, today)
            rows.append(WorkRow(case, request_chip(case), due_chip(case)))
    return WorkSection(key, label, tone, count, rows)


def _narrowing(request: HttpRequest) -> dict[str, Any]:
    narrowing: dict[str, Any] = {}
    if request.GET.get("mine"):
        narrowing["handler__account"] = request.user
    for name in ("office", "handler"):
        number = request.GET.get(name, "")
        if number.isascii() and number.isdigit():
            narrowing[f"{name}_id"] = int(number[:12])
    return narrowing


def _choices(request: HttpRequest) -> dict[str, Any]:
    """Return what the lists can be narrowed by, with what is chosen."""
    organs = organs_open_to(request.user, REGISTER, Action.VIEW)
    query = request.GET.copy()
    query.pop("list", None)
    cases = DisclosureRequest.objects.filter(closed_on=None, organ__in=organs)
    return {
        "offices": Office.objects.filter(pk__in=cases.values("office")),
        "people": Person.objects.filter(pk__in=cases.values("handler")),
        "office_chosen": request.GET.get("office", ""),
        "person_chosen": request.GET.get("handler", ""),
        "mine": bool(request.GET.get("mine")),
        "query": query.urlencode(),
    }
