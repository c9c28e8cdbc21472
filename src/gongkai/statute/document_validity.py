"""How long a normative document holds (有效期).

条例第二十条第一项 has normative documents disclosed; whoever reads one has to see
whether it still holds. A document with a term lapses by itself when the term is over
(docs/interpretations/0080-document-validity.md).
"""

from datetime import date, timedelta

_REMINDED_BEFORE = timedelta(days=30)


def lapses_on(valid_until: date) -> date:
    """Return the first day on which a document with this last day no longer holds.

    >>> lapses_on(date(2026, 12, 31))
    datetime.date(2027, 1, 1)
    """
    return valid_until + timedelta(days=1)


def last_day_to_remind(today: date) -> date:
    """Return the latest last day of validity of which an officer hears today.

    >>> last_day_to_remind(date(2026, 12, 1))
    datetime.date(2026, 12, 31)
    """
    return today + _REMINDED_BEFORE
