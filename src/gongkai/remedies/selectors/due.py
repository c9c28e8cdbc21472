"""What an organ itself still has to do in its remedies, from the stored days."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet, TextChoices

from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.remedies.models import RemedyCase

REGISTER = RemedyCase._meta.label_lower  # noqa: SLF001
_SUNDAY = 7


class ToDo(TextChoices):
    """What the organ owes to a reconsideration organ, a court or the applicant."""

    REPLY_LATE = "reply_late", "答复逾期"
    REPLY_WEEK = "reply_week", "本周答复"
    REPLY = "reply", "待答复"
    AGAIN = "again", "待重新答复"


_REPLY = Q(
    reply_due_on__isnull=False, replied_on__isnull=True, concluded_on__isnull=True
)
_AGAIN = Q(act_again_due_on__isnull=False, acted_again_on__isnull=True)
_OWED: dict[str, Callable[[date], Q]] = {
    ToDo.REPLY_LATE: lambda today: _REPLY & Q(reply_due_on__lt=today),
    ToDo.REPLY_WEEK: lambda today: (
        _REPLY & Q(reply_due_on__gte=today, reply_due_on__lte=_sunday(today))
    ),
    ToDo.REPLY: lambda _today: _REPLY,
    ToDo.AGAIN: lambda _today: _AGAIN,
}


def owed(to_do: str, today: date) -> Q:
    """Return the condition that a remedy waits for this act of the organ."""
    return _OWED[to_do](today)


def acts_again(account: Any) -> QuerySet[RemedyCase]:
    """Return the remedies after which the organ still has to reply anew."""
    organs = organs_open_to(account, REGISTER, Action.VIEW)
    waiting = RemedyCase.objects.filter(_AGAIN, organ__in=organs)
    related = waiting.select_related("organ", "disclosure_request")
    return related.prefetch_related("steps").order_by("act_again_due_on", "pk")


def _sunday(today: date) -> date:
    return today + timedelta(days=_SUNDAY - today.isoweekday())
