"""The secret address of a person's calendar: issuing it, and taking it back."""

import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.audit.services import record
from gongkai.casework.models import CalendarFeed
from gongkai.organs.encryption import fingerprint

_SUBJECT = "casework.calendarfeed"
_PURPOSE = "casework.calendar_feed"
_BYTES = 32


@transaction.atomic
def issue_feed(*, account: Any) -> str:
    """Return a new secret; the one before opens nothing from now on.

    Only its keyed hash is kept: it cannot be shown again.
    """
    token = secrets.token_urlsafe(_BYTES)
    CalendarFeed.objects.update_or_create(
        account=account,
        defaults={
            "token_hash": fingerprint(token, purpose=_PURPOSE),
            "issued_at": timezone.now(),
            "used_at": None,
        },
    )
    _journal(account, "生成日历订阅")
    return token


@transaction.atomic
def stop_feed(*, account: Any) -> None:
    """Let the secret open nothing any more."""
    deleted, _ = CalendarFeed.objects.filter(account=account).delete()
    if deleted:
        _journal(account, "停用日历订阅")


def use_feed(token: str) -> CalendarFeed | None:
    """Return the feed of a secret, and note that it was read; None without one."""
    feeds = CalendarFeed.objects.select_related("account")
    feed = feeds.filter(
        token_hash=fingerprint(token, purpose=_PURPOSE), account__is_active=True
    ).first()
    if feed is not None:
        CalendarFeed.objects.filter(pk=feed.pk).update(used_at=timezone.now())
    return feed


def _journal(account: Any, action: str) -> None:
    record(
        actor=account,
        action=action,
        subject=_SUBJECT,
        subject_key=account.get_username(),
    )
