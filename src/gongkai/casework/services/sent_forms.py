"""A form does its act once, however often it is sent.

By a double click, after going back in the browser, or again because the connection
broke before the answer came.
"""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from gongkai.casework.models import SentForm
from gongkai.organs.encryption import fingerprint
from gongkai.statute.errors import GongkaiError

#: No page stays open longer with a form that is still worth sending.
_KEPT = timedelta(days=30)


class FormSentBeforeError(GongkaiError):
    """The form has done its act already."""


def take_form(*, key: str, actor: Any) -> None:
    """Mark a form as sent, within the transaction of its act.

    A second one that is sent at the same moment waits here for the first. Raises
    ``FormSentBeforeError`` if the form has done its act.
    """
    try:
        with transaction.atomic():
            SentForm.objects.create(key=_hash(key, actor))
    except IntegrityError as error:
        raise FormSentBeforeError(
            "这份表单已经办理过，没有重复登记。要再登记一次，请在本页重新填写。"
        ) from error
    SentForm.objects.filter(at__lt=timezone.now() - _KEPT).delete()


def release_form(*, key: str, actor: Any) -> None:
    """Let a form be sent again: its act was refused."""
    SentForm.objects.filter(key=_hash(key, actor)).delete()


def _hash(key: str, actor: Any) -> str:
    return fingerprint(f"{actor.pk}\0{key}", purpose="casework.sent_form")
