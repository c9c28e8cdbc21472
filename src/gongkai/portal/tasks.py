"""The portal's work by the clock."""

from typing import Any

from gongkai.jobs.registry import Report, handles
from gongkai.jobs.schedule import runs_hourly
from gongkai.portal.casework.pending import sweep

SWEEP = "portal.sweep_pending"


@handles(SWEEP, "清理没有提交的附件")
def sweep_pending_files(report: Report) -> dict[str, Any]:
    """Delete the attachments of applications that were never sent."""
    report(0)
    sweep()
    return {}


runs_hourly(SWEEP)
