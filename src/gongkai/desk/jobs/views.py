"""The page of a job: how far it has come, and what came of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.desk.jobs.listing import LISTING, state_chip
from gongkai.desk.jobs.results import may_see, result_of
from gongkai.desk.registers.furniture import HOME
from gongkai.jobs.models import Job
from gongkai.jobs.registry import handler_of
from gongkai.jobs.selectors import as_it_stands
from gongkai.jobs.services import start_again
from gongkai.statute.errors import GongkaiError


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a job as it stands; one of others is not there at all."""
    job = as_it_stands(_job(request, pk), timezone.now())
    handler = handler_of(job.kind)
    title = handler.title if handler else job.kind
    context = {
        "page_title": title,
        "breadcrumbs_items": [HOME, LISTING, {"url": "", "label": title}],
        "job": job,
        "state": state_chip(job),
        "may_repeat": handler and not job.is_live and _is_own(job, request.user),
        **result_of(job, request.user),
    }
    return render(request, "desk/jobs/job.html", context)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Run the same work once more."""
    job = as_it_stands(_job(request, pk), timezone.now())
    if not _is_own(job, request.user):
        raise Http404
    try:
        job = start_again(job=job, actor=request.user)
    except GongkaiError as error:
        messages.error(request, error.message)
    return redirect("desk_jobs:job", job.pk)


def _job(request: HttpRequest, pk: int) -> Job:
    job = get_object_or_404(Job.objects.select_related("started_by"), pk=pk)
    if not may_see(job, request.user):
        raise Http404
    return job


def _is_own(job: Job, account: Any) -> bool:
    return bool(account.is_superuser or job.started_by_id == account.pk)
