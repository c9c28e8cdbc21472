"""The other side: each open request by itself, as the acts work it out and save it."""

from typing import Any

from django.db import transaction
from tasks.case_makers import TODAY
from tasks.measuring import times

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services import refresh


def run(size: int) -> dict[str, Any]:
    """Refresh the first ``size`` open requests; roll it back, and tell their days."""
    cases = list(
        DisclosureRequest.objects.filter(closed_on=None)
        .select_related("organ")
        .order_by("pk")[:size]
    )
    with transaction.atomic():
        measured, _ = times("loop", lambda: [refresh(one, TODAY) for one in cases])
        transaction.set_rollback(True)
    shown = {one.pk: [one.state, str(one.due_on)] for one in cases}
    return measured | {"cases": len(cases), "shown": shown}
