"""What an organ itself still has to do in its remedies, from the stored days."""

from typing import Any

from django.db.models import QuerySet

from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.remedies.models import RemedyCase

REGISTER = RemedyCase._meta.label_lower  # noqa: SLF001


def replies_due(account: Any) -> QuerySet[RemedyCase]:
    """Return the remedies whose reply (答复、答辩) is not handed in, soonest first."""
    waiting = _visible(account).filter(
        reply_due_on__isnull=False, replied_on__isnull=True, concluded_on__isnull=True
    )
    return waiting.order_by("reply_due_on", "pk")


def acts_again(account: Any) -> QuerySet[RemedyCase]:
    """Return the remedies after which the organ still has to reply anew."""
    waiting = _visible(account).filter(
        act_again_due_on__isnull=False, acted_again_on__isnull=True
    )
    return waiting.order_by("act_again_due_on", "pk")


def _visible(account: Any) -> QuerySet[RemedyCase]:
    organs = organs_open_to(account, REGISTER, Action.VIEW)
    return RemedyCase.objects.filter(organ__in=organs).select_related(
        "organ", "disclosure_request"
    )
