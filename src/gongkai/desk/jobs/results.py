"""What the page of a finished job shows, by the kind of job."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import Q, QuerySet

from gongkai.desk.calendar import recomputed
from gongkai.desk.publishing import extracted
from gongkai.desk.remedies import recomputed as remedies
from gongkai.jobs.models import Job
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action

REGISTER = "jobs.job"

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
        ),
        "publishing.extract_texts": (
            extracted.may_see,
            "desk/publishing/_extracted.html",
            extracted.context,
        ),
        "remedies.recompute_open": (
            remedies.may_see,
            "desk/remedies/_recomputed.html",
            remedies.context,
        ),
    }
)


def sees_all(account: Any) -> bool:
    """Return whether the account may look at every job and at the schedule.

    Jobs are of the installation and not of an organ: the role counts at the top.
    """
    top = Organ.objects.filter(parent=None)
    return any(may(account, REGISTER, Action.VIEW, organ) for organ in top)


def jobs_open_to(account: Any) -> QuerySet[Job]:
    """Return one's own jobs, and those of others that one may look at."""
    if account.is_superuser or sees_all(account):
        return Job.objects.all()
    kinds = [kind for kind, shown in RESULTS.items() if shown[0](account)]
    return Job.objects.filter(Q(started_by=account) | Q(kind__in=kinds))


def may_see(job: Job, account: Any) -> bool:
    """Return whether the account may look at the job."""
    if account.is_superuser or job.started_by_id == account.pk or sees_all(account):
        return True
    shown = RESULTS.get(job.kind)
    return shown is not None and shown[0](account)


def result_of(job: Job, account: Any) -> dict[str, Any]:
    """Return the template of the job's result and what it shows to the account."""
    shown = RESULTS.get(job.kind)
    if shown is None or not job.result or not shown[0](account):
        return {}
    return {"result_template": shown[1], **shown[2](job.result, account)}
