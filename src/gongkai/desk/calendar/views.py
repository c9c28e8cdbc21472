"""放假安排: the year as a picture, the notices, and the form of a new one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from gongkai.desk.calendar.forms import Festivals, NoticeForm, first_rows
from gongkai.desk.calendar.notice_toml import (
    festival_rows,
    notice_head,
    notice_name,
    notice_toml,
)
from gongkai.desk.calendar.year_picture import WEEKDAYS, festival_lines, months_of
from gongkai.desk.registers.furniture import HOME, Act
from gongkai.jobs.registry import handler_of
from gongkai.jobs.selectors import latest
from gongkai.jobs.services import start
from gongkai.organs.calendar import (
    calendar_with,
    keep_notice,
    may_keep_notice,
    notices_in_force,
    shipped_notices,
    working_days,
)
from gongkai.organs.models import CalendarNotice
from gongkai.statute.calendar import Notice, WorkingDays
from gongkai.statute.errors import CalendarError, GongkaiError

RECOMPUTE = "casework.recompute_open"
#: What else has days that a notice moves.
_ALSO = ("remedies.recompute_open",)
TITLE = "放假安排"


def index(request: HttpRequest) -> HttpResponse:
    """Show a year's calendar and the notices that it comes from."""
    calendar = working_days()
    year = _year_asked(request, calendar)
    may_enter = may_keep_notice(request.user)
    add = Act("录入放假通知", reverse("desk_calendar:add"), primary=True)
    context = {
        "page_title": TITLE,
        "breadcrumbs_items": [HOME, {"url": "", "label": TITLE}],
        "acts": [add] if may_enter else [],
        "may_enter": may_enter,
        "years": calendar.years,
        "notices": _notice_rows(),
        "recomputed": latest(RECOMPUTE, timezone.now()),
        **_picture(calendar, year),
    }
    return render(request, "desk/calendar/index.html", context)


def add(request: HttpRequest) -> HttpResponse:
    """Enter the notice of a new year, or one that changes a year's."""
    year = working_days().years[-1] + 1
    head = {"year": year, "title": f"国务院办公厅关于{year}年部分节假日安排的通知"}
    return _notice_page(request, head, first_rows(), name="")


def edit(request: HttpRequest, name: str) -> HttpResponse:
    """Correct a notice that was entered; a shipped one is replaced by this text."""
    notice = notices_in_force().get(name)
    if notice is None:
        raise Http404
    rows = first_rows(festival_rows(notice))
    return _notice_page(request, notice_head(notice), rows, name=name)


def _notice_page(
    request: HttpRequest, head: dict[str, Any], rows: list[dict[str, Any]], name: str
) -> HttpResponse:
    if not may_keep_notice(request.user):
        raise PermissionDenied
    notices = notices_in_force()
    form = NoticeForm(request.POST or None, initial=head, choices=_amendable(notices))
    festivals = Festivals(request.POST or None, initial=rows, prefix="festival")
    context: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid() and festivals.is_valid():
        try:
            name, text = _written(form, festivals, name, notices)
            if "keep" in request.POST:
                return _keep(request, name, text)
            context = _picture(calendar_with(name, text), form.cleaned_data["year"])
        except GongkaiError as error:
            form.add_error(None, error.message)
    title = f"更正{head['title']}" if name in notices else "录入放假通知"
    return render(
        request,
        "desk/calendar/notice.html",
        {
            "page_title": title,
            "breadcrumbs_items": [
                HOME,
                {"url": reverse("desk_calendar:index"), "label": TITLE},
                {"url": "", "label": title},
            ],
            "form": form,
            "festivals": festivals,
            **context,
        },
    )


def _written(
    form: NoticeForm, festivals: Any, name: str, notices: dict[str, Notice]
) -> tuple[str, str]:
    """Return name and text of the notice in the form; refuse what cannot be read."""
    head = form.cleaned_data
    try:
        rows = [one.row(head["year"]) for one in festivals if one.is_used]
    except ValidationError as error:
        raise CalendarError("".join(error.messages)) from error
    if not name:
        name = notice_name(head["year"], head["amends"], notices)
        if name in notices:
            raise CalendarError(
                f"{head['year']}年的放假安排已经收入。调整通知请选“调整哪份通知”；"
                "录错了的，请在放假安排页点“更正”。"
            )
    return name, notice_toml(head, rows)


@transaction.atomic
def _keep(request: HttpRequest, name: str, text: str) -> HttpResponse:
    row = keep_notice(name=name, text=text, actor=request.user)
    if handler_of(RECOMPUTE) is None:
        messages.success(request, f"{row.year}年的放假安排已收入，即时生效。")
        return redirect(f"{reverse('desk_calendar:index')}?year={row.year}")
    params = {"account": request.user.pk}
    for kind in (one for one in _ALSO if handler_of(one) is not None):
        start(kind=kind, params=params, actor=request.user)
    job = start(kind=RECOMPUTE, params=params, actor=request.user)
    messages.success(
        request, f"{row.year}年的放假安排已收入，即时生效，在办申请的期限正在重算。"
    )
    return redirect("desk_jobs:job", job.pk)


def _picture(calendar: WorkingDays, year: int) -> dict[str, Any]:
    months = months_of(calendar, year)
    return {
        "year": year,
        "is_known": year in calendar.years,
        "months": months,
        "weekdays": WEEKDAYS,
        "working_days": sum(month.working_days for month in months),
        "festival_lines": festival_lines(calendar.notices, year),
    }


def _year_asked(request: HttpRequest, calendar: WorkingDays) -> int:
    asked = request.GET.get("year", "")
    if asked.isdecimal() and int(asked) in calendar.years:
        return int(asked)
    return min(timezone.localdate().year, calendar.years[-1])


def _amendable(notices: dict[str, Notice]) -> list[tuple[str, str]]:
    """Return the notices that another one may change, the newest first."""
    own = [notice for notice in notices.values() if not notice.amends]
    own.sort(key=lambda notice: notice.year, reverse=True)
    return [(one.document_number, f"{one.year}年：{one.citation}") for one in own]


def _notice_rows() -> list[dict[str, Any]]:
    """Return every notice with where it comes from, the newest first."""
    entered = {
        row.name: row for row in CalendarNotice.objects.select_related("entered_by")
    }
    return [
        {
            "name": name,
            "notice": notice,
            "entered": entered.get(name),
            "replaces": name in entered and name in shipped_notices(),
        }
        for name, notice in sorted(notices_in_force().items(), reverse=True)
    ]
