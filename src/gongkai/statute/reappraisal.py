"""When information that is not for disclosure is looked at again.

条例第十八条：「对本行政机关不予公开的政府信息进行定期评估审查，对因情势变化可以公开的
政府信息应当公开。」 The Regulation sets no period; a year is ours
(docs/interpretations/0081-reappraisal.md).
"""

import calendar
from datetime import date

YEARS_BETWEEN = 1


def next_reappraisal(decided_on: date) -> date:
    """Return by when something withheld on this day is to be looked at again.

    >>> next_reappraisal(date(2026, 3, 2))
    datetime.date(2027, 3, 2)
    >>> next_reappraisal(date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    year = decided_on.year + YEARS_BETWEEN
    last = calendar.monthrange(year, decided_on.month)[1]
    return decided_on.replace(year=year, day=min(decided_on.day, last))
