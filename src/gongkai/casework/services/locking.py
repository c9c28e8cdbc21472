"""One act at a time on a request; nothing is dated after today."""

from datetime import date

from django.utils import timezone

from gongkai.casework.models import DisclosureRequest
from gongkai.statute.errors import GongkaiError


def locked(
    disclosure_request: DisclosureRequest, version: int | None = None
) -> DisclosureRequest:
    """Return the request as stored, locked until the act's transaction ends.

    ``version`` is the one that the officer had before his eyes.
    """
    stored = (
        DisclosureRequest.objects.select_for_update(of=("self",))
        .select_related("organ")
        .get(pk=disclosure_request.pk)
    )
    if version is not None and version != stored.version:
        raise GongkaiError("另一位同事刚刚办理了这件申请，请刷新后再办。")
    return stored


def today_or(today: date | None) -> date:
    """Return the day of the act; the border is here."""
    return today or timezone.localdate()


def refuse_future(today: date, *days: date | None) -> None:
    """Refuse what cannot have happened yet."""
    late = [day for day in days if day is not None and day > today]
    if late:
        raise GongkaiError(
            f"日期不能晚于今天：{max(late)}还没有到（今天是{today}）。请改正日期。"
        )
