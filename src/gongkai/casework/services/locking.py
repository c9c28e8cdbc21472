"""One act at a time on a request or a notice; nothing is dated after today."""

from datetime import date

from django.utils import timezone

from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
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


def locked_notice(notice: Notice, *statuses: NoticeStatus) -> Notice:
    """Return the notice as stored, locked, in one of the statuses; or refuse."""
    stored = (
        Notice.objects.select_for_update(of=("self",))
        .select_related("disclosure_request__organ")
        .get(pk=notice.pk)
    )
    if stored.status not in statuses:
        wanted = "、".join(status.label for status in statuses)
        raise GongkaiError(
            f"这份文书现在是“{stored.get_status_display()}”，这一步只在{wanted}时办理。"
            "请刷新页面再看。"
        )
    return stored


def refuse_future(today: date, *days: date | None, what: str = "日期") -> None:
    """Refuse what cannot have happened yet."""
    late = [day for day in days if day is not None and day > today]
    if late:
        raise GongkaiError(
            f"{what}不能晚于今天：{max(late)}还没有到（今天是{today}）。请改正日期。"
        )
