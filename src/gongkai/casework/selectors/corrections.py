"""Open corrections of records (条例第四十一条): who sees them, who answers for them."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from gongkai.casework.models import RecordCorrection
from gongkai.casework.permissions import CORRECTIONS
from gongkai.casework.selectors.own_cases import roles_of
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action, Role

Corrections = QuerySet[RecordCorrection]


def open_corrections(account: Any) -> Corrections:
    """Return the open corrections that the account may see, those due first first."""
    return _seen_by(account).filter(ended_on__isnull=True)


def own_corrections(account: Any) -> Corrections:
    """Return the open corrections that the account answers for, as its requests."""
    return open_corrections(account).filter(_mine(account))


def corrections_ended_since(account: Any, day: date) -> Corrections:
    """Return those that the account answered for and that ended on ``day`` or later."""
    return _seen_by(account).filter(_mine(account), ended_on__gte=day)


def _seen_by(account: Any) -> Corrections:
    visible = organs_open_to(account, CORRECTIONS, Action.VIEW)
    found = RecordCorrection.objects.filter(organ__in=visible)
    return found.select_related("organ", "handler").order_by("due_on", "pk")


def _mine(account: Any) -> Q:
    officer = roles_of(account, Role.OGI_OFFICER).values("organ")
    return Q(handler__account=account) | Q(organ__in=officer)
