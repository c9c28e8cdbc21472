"""Working days (工作日) by the State Council's yearly holiday notices.

条例第三十三条第二款 and its neighbours count in 工作日 but do not say how. By
《国务院关于职工工作时间的规定》第七条 「星期六和星期日为周休息日」; the notices take
further days off and give weekend days back (放假调休).
"""

from gongkai.statute.calendar.notice import Festival, Notice, read_notices
from gongkai.statute.calendar.results import DayStatus, LedgerLine, WorkdayResult
from gongkai.statute.calendar.working_days import WorkingDays

__all__ = [
    "DayStatus",
    "Festival",
    "LedgerLine",
    "Notice",
    "WorkdayResult",
    "WorkingDays",
    "read_notices",
]
