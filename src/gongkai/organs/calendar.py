"""The working days of this installation: shipped notices and those entered here.

On the day a notice of 国务院办公厅 appears it is entered on the desk
(``CalendarNotice``) and counts at once, in every process: the calendar is kept in
memory under the time of the newest entry, which one small query asks for.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone

from gongkai.audit.services import record as record_in_journal
from gongkai.organs.models import CalendarNotice, Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.organs.services import check_record
from gongkai.statute.calendar import Notice, WorkingDays, read_notices
from gongkai.statute.calendar.notice import parse_notice
from gongkai.statute.errors import CalendarError

REGISTER = "organs.calendarnotice"

_Version = tuple[int, datetime | None]
_kept: dict[_Version, WorkingDays] = {}


def working_days() -> WorkingDays:
    """Return the calendar in force: every notice shipped and entered.

    A year without a notice is refused by the calendar's own methods, or counted by
    weekends where they are asked for it (``provisional``;
    docs/interpretations/0002-year-without-notice.md).
    """
    version = _version()
    calendar = _kept.get(version)
    if calendar is None:
        calendar = WorkingDays.of(notices_in_force().values())
        _kept.clear()
        _kept[version] = calendar
    return calendar


def is_working_day(day: date) -> bool:
    """Return whether the organ works on a day; by weekends without a notice."""
    return working_days().explain(day, provisional=True).is_working


def notices_in_force() -> dict[str, Notice]:
    """Return the notices by name; an entered one takes a shipped one's place."""
    return {**shipped_notices(), **entered_notices()}


@cache
def shipped_notices() -> Mapping[str, Notice]:
    """Return the notices that come with the program, by name."""
    shipped = read_notices(files("gongkai.statute.calendar.notices"))
    return {name.removesuffix(".toml"): notice for name, notice in shipped.items()}


def entered_notices() -> dict[str, Notice]:
    """Return the notices entered on the desk, by name."""
    return {
        row.name: read_notice(row.name, row.text)
        for row in CalendarNotice.objects.order_by("name")
    }


def read_notice(name: str, text: str) -> Notice:
    """Read a notice's text; raise ``CalendarError`` where it contradicts itself."""
    return parse_notice(text, f"{name}.toml")


def calendar_with(name: str, text: str) -> WorkingDays:
    """Return the calendar as it would be with this notice; keep nothing.

    Raises ``CalendarError`` when the notice contradicts itself or the others.
    """
    notice = read_notice(name, text)
    if notice.issued_on > timezone.localdate():
        raise CalendarError(
            f"《{notice.title}》的发布日期{notice.issued_on}还没有到。"
            "请对照通知原文改正发布日期。"
        )
    return WorkingDays.of({**notices_in_force(), name: notice}.values())


def may_keep_notice(account: Any) -> bool:
    """Return whether the account may enter a notice.

    One calendar counts for every organ here, so the role must be held at the top.
    """
    top = Organ.objects.filter(parent=None)
    return any(may(account, REGISTER, Action.ADD, organ) for organ in top)


@transaction.atomic
def keep_notice(*, name: str, text: str, actor: Any) -> CalendarNotice:
    """Check a notice against the others, keep it and journal it.

    A second one of the same name takes the first one's place. Due dates that were
    counted before are not touched: queue ``casework.recompute_open``.
    """
    calendar_with(name, text)
    row = CalendarNotice.objects.select_for_update().filter(name=name).first()
    action, was = ("登记", "") if row is None else ("修改", row.text)
    row = row or CalendarNotice(name=name)
    row.year = read_notice(name, text).year
    row.text = text
    row.entered_by = actor
    row.entered_at = timezone.now()
    check_record(row)
    row.save()
    record_in_journal(
        actor=actor,
        action=action,
        subject=REGISTER,
        subject_key=name,
        detail={"text": text, "was": was},
    )
    return row


def _version() -> _Version:
    """Return what changes whenever a row is added, replaced or taken away."""
    rows = CalendarNotice.objects.aggregate(rows=Count("pk"), newest=Max("entered_at"))
    return rows["rows"], rows["newest"]
