"""The twenty working days in which a formed item has to be public."""

from datetime import date, timedelta

from gongkai.statute.calendar import WorkingDays

#: 条例第二十六条：「应当自该政府信息形成或者变更之日起20个工作日内及时公开」.
DISCLOSURE_LIMIT = 20


def last_formed_on_overdue(today: date, calendar: WorkingDays) -> date:
    """Return the latest day of forming whose limit has passed by ``today``.

    A year without a holiday notice goes by the weekly rule: this only sorts a list.

    >>> last_formed_on_overdue(date(2021, 7, 1), WorkingDays.load_all())
    datetime.date(2021, 6, 1)
    """
    day = today - timedelta(days=DISCLOSURE_LIMIT)
    while calendar.add(day, DISCLOSURE_LIMIT, provisional=True) >= today:
        day -= timedelta(days=1)
    return day
