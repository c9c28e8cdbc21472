"""Sending each person the reminder of a working day: once, and never lost."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from gongkai.casework.models import (
    CaseworkSettings,
    DisclosureRequest,
    RecordCorrection,
    Reminder,
    ReminderState,
)
from gongkai.casework.selectors.digest import Digest, digest_of
from gongkai.organs.calendar import is_working_day
from gongkai.organs.models import Account, RoleAssignment
from gongkai.organs.roles import Role

#: Sends a digest to an account; False when it surely did not go out.
Send = Callable[[Account, Digest], bool]
Progress = Callable[[int, int | None], None]

_TOLD = (Role.OGI_OFFICER, Role.DIRECTOR, Role.OFFICE_REVIEWER)


@dataclass
class Reminded:
    """How many were told, and how many mails did not go out."""

    sent: int = 0
    failed: int = 0


def remind(*, today: date, send: Send, progress: Progress) -> Reminded:
    """Send what presses to everyone who has not been told today.

    Nothing on a day of rest. A mail that failed is tried again by the next call of
    the day; one that may have gone out is not.
    """
    result = Reminded()
    if not is_working_day(today):
        return result
    accounts = list(_to_be_told())
    for done, account in enumerate(accounts, start=1):
        _remind(account, today, send, result)
        progress(done, len(accounts))
    return result


def _remind(account: Account, today: date, send: Send, result: Reminded) -> None:
    digest = digest_of(account, today)
    if digest.is_empty or not _take(account, today):
        return
    is_sent = send(account, digest)
    state = ReminderState.SENT if is_sent else ReminderState.FAILED
    Reminder.objects.filter(account=account, on=today).update(state=state)
    result.sent += is_sent
    result.failed += not is_sent


def _take(account: Account, today: date) -> bool:
    """Say whether the mail is ours to send: one row, one winner."""
    _, is_new = Reminder.objects.get_or_create(account=account, on=today)
    failed = Reminder.objects.filter(
        account=account, on=today, state=ReminderState.FAILED
    )
    return is_new or bool(failed.update(state=ReminderState.SENDING))


def _to_be_told() -> Iterator[Account]:
    """Yield the accounts with an address whose organ wants mails to be sent."""
    silent = CaseworkSettings.objects.filter(sends_reminders=False).values("organ")
    by_role = RoleAssignment.objects.filter(role__in=_TOLD).values("person")
    handlers = DisclosureRequest.objects.filter(
        closed_on__isnull=True, handler__isnull=False
    ).values("handler")
    correcting = RecordCorrection.objects.filter(
        ended_on__isnull=True, handler__isnull=False
    ).values("handler")
    accounts = Account.objects.filter(
        Q(person__in=by_role) | Q(person__in=handlers) | Q(person__in=correcting),
        is_active=True,
        person__is_active=True,
    )
    reachable = accounts.exclude(email="").exclude(person__organ__in=silent)
    return reachable.order_by("pk").iterator()
