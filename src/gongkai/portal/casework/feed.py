"""A person's due days as a calendar that phones and Outlook subscribe to (RFC 5545).

It says the case's number, what is due and where: never who applied, nor for what.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from gongkai.casework.selectors.calendar_days import CalendarDay

_ONE_DAY = timedelta(days=1)


def calendar_of(days: Iterable[CalendarDay], now: datetime) -> bytes:
    """Return the calendar: an all-day event for each day, free time, CRLF lines."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gongkai//Casework//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "依申请公开办件")
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("x-published-ttl", "PT1H")
    for day in days:
        calendar.add_component(_event(day, now))
    return bytes(calendar.to_ical())


def _event(day: CalendarDay, now: datetime) -> Event:
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    address = f"{base}{reverse(day.page, args=[day.case.pk])}"
    event = Event()
    event.add("uid", f"{day.key}@{urlsplit(base).hostname or 'gongkai'}")
    event.add("dtstamp", now)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + _ONE_DAY)
    event.add("sequence", day.revision + day.is_off)
    event.add("status", "CANCELLED" if day.is_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{day.what} {day.case.number}")
    event.add("description", f"{day.case.organ}，{day.what}。{address}")
    event.add("url", address)
    return event
