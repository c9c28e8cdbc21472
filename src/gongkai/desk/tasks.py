"""The desk's work by the clock: reminders, and sessions that are over."""

from datetime import time
from typing import Any

from django.core.management import call_command

from gongkai.jobs.registry import Report, handles
from gongkai.jobs.schedule import runs_daily

CLEAR_SESSIONS = "desk.clear_sessions"


@handles(CLEAR_SESSIONS, "清理过期的登录")
def clear_sessions(report: Report) -> dict[str, Any]:
    """Delete the sessions that have run out."""
    report(0)
    call_command("clearsessions")
    return {}


runs_daily(CLEAR_SESSIONS, at=time(3, 10))
