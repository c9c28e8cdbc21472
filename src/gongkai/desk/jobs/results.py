"""What the page of a finished job shows, by the kind of job."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from gongkai.desk.calendar import recomputed
from gongkai.jobs.models import Job

#: Kind → who may see it besides the one who started it, template, its context.
Shown = tuple[
    Callable[[Any], bool], str, Callable[[dict[str, Any], Any], dict[str, Any]]
]
RESULTS: Mapping[str, Shown] = MappingProxyType(
    {
        "casework.recompute_open": (
            recomputed.may_see,
            "desk/calendar/_recomputed.html",
            recomputed.context,
        )
    }
)


def may_see(job: Job, account: Any) -> bool:
    """Return whether the account may look at the job."""
    if account.is_superuser or job.started_by_id == account.pk:
        return True
    shown = RESULTS.get(job.kind)
    return shown is not None and shown[0](account)


def result_of(job: Job, account: Any) -> dict[str, Any]:
    """Return the template of the job's result and what it shows to the account."""
    shown = RESULTS.get(job.kind)
    if shown is None or not job.result:
        return {}
    return {"result_template": shown[1], **shown[2](job.result, account)}
