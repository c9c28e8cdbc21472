"""The desk's work by the clock: reminders, and sessions that are over."""

from datetime import time
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from gongkai.casework.models import Reminder, ReminderState
from gongkai.casework.services.reminding import remind
from gongkai.desk.reminders.mail import has_mail, send_digest
from gongkai.jobs.registry import Report, handles
from gongkai.jobs.schedule import runs_daily, runs_hourly
from gongkai.statute.errors import GongkaiError

REMIND = "desk.remind"
REMIND_AGAIN = "desk.remind_again"
CLEAR_SESSIONS = "desk.clear_sessions"


@handles(CLEAR_SESSIONS, "清理过期的登录")
def clear_sessions(report: Report) -> dict[str, Any]:
    """Delete the sessions that have run out."""
    report(0)
    call_command("clearsessions")
    return {}


runs_daily(CLEAR_SESSIONS, at=time(3, 10))


@handles(REMIND, "发送办件提醒")
def send_reminders(report: Report) -> dict[str, Any]:
    """Send everyone's digest of the day; without a mail server the desk shows it."""
    if not has_mail():
        report(0)
        return {}
    done = remind(today=timezone.localdate(), send=send_digest, progress=report)
    if done.failed:
        raise GongkaiError(
            f"{done.failed}封提醒邮件没有发出，{done.sent}封已发出。"
            "请检查邮件服务器；没有发出的每小时再试一次，不会重复发送。"
        )
    return {"sent": done.sent}


@handles(REMIND_AGAIN, "补发没有发出的提醒")
def send_failed_reminders(report: Report) -> dict[str, Any]:
    """Try again what the mail server did not take today; nothing else."""
    failed = Reminder.objects.filter(
        on=timezone.localdate(), state=ReminderState.FAILED
    )
    if not failed.exists():
        report(0)
        return {}
    return send_reminders(report)


runs_daily(REMIND, at=time(8, 0))
runs_hourly(REMIND_AGAIN)
