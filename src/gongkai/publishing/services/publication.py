"""Release to the public, and the way back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gongkai.organs.roles import Action
from gongkai.organs.services import change_record
from gongkai.publishing.content import content_of
from gongkai.publishing.models import DisclosureAttribute, Item, ItemStatus
from gongkai.publishing.obstacles import obstacles_to_review
from gongkai.publishing.permissions import require
from gongkai.publishing.selectors.review import standing_of
from gongkai.publishing.services.drafting import locked
from gongkai.publishing.services.journal import journal
from gongkai.publishing.services.screening import screen_item
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewState


def publish(
    *, item: Item, actor: Any, on: date | None = None, now: datetime | None = None
) -> Item:
    """Publish an approved item (条例第二十六条).

    Nothing goes public without a recorded review of the very content (第十七条).
    ``on`` is the day that counts as disclosed, the day of ``now`` if left out. The
    content is screened once more; what is found stays on record.
    """
    require(actor, Action.PUBLISH, item)
    if item.status != ItemStatus.PUBLISHED:
        screen_item(item=item)
    return _publish(item, actor, on, now)


@transaction.atomic
def _publish(item: Item, actor: Any, on: date | None, now: datetime | None) -> Item:
    stored = locked(item)
    if stored.status == ItemStatus.PUBLISHED:
        raise GongkaiError(f"“{stored}”已经发布，不用再次发布。")
    _require_review(stored)
    moment = now or timezone.now()
    _release(stored, actor, moment, on or timezone.localdate(moment))
    item.refresh_from_db()
    return item


@transaction.atomic
def withdraw(
    *, item: Item, actor: Any, reason: str, now: datetime | None = None
) -> Item:
    """Take a published item off the public site; the page says when and why."""
    stored = locked(item)
    require(actor, Action.PUBLISH, stored)
    if stored.status != ItemStatus.PUBLISHED:
        raise GongkaiError(f"“{stored}”没有发布，无需撤下。")
    if not reason.strip():
        raise GongkaiError("请写明撤下的理由，理由会留痕。")
    stored.status = ItemStatus.WITHDRAWN
    stored.withdrawal_reason = reason.strip()
    stored.withdrawn_at = now or timezone.now()
    stored.expire_at = None
    stored.version += 1
    change_record(record=stored, actor=actor)
    journal(stored, actor, "撤下", reason=reason.strip())
    item.refresh_from_db()
    return item


def publish_approved(stored: Item, actor: Any, now: datetime) -> None:
    """Release what its last reviewer approved, unless it has an appointment."""
    if stored.attribute != DisclosureAttribute.PROACTIVE:
        return
    _require_review(stored)
    if stored.publish_at is None or stored.publish_at <= now:
        _release(stored, actor, now, timezone.localdate(now))


def awaiting_release(now: datetime) -> QuerySet[Item]:
    """Return the approved items whose appointed time has come."""
    return Item.objects.filter(
        status=ItemStatus.DRAFT,
        review_state=ReviewState.APPROVED.value,
        publish_at__lte=now,
    )


def expired(now: datetime) -> QuerySet[Item]:
    """Return the published items whose appointed time is over."""
    return Item.objects.filter(status=ItemStatus.PUBLISHED, expire_at__lte=now)


def publish_due(now: datetime) -> list[Item]:
    """Release every approved item whose appointed time has come.

    One that was changed since its review stays where it is, and the journal says so.
    """
    return [item for item in awaiting_release(now) if _publish_one(item, now)]


def withdraw_expired(now: datetime) -> list[Item]:
    """Take back every item whose appointed time is over."""
    return [item for item in expired(now) if _withdraw_one(item, now)]


@transaction.atomic
def _withdraw_one(item: Item, now: datetime) -> bool:
    if locked(item).status != ItemStatus.PUBLISHED:
        return False
    withdraw(item=item, actor=None, reason="定时撤下：公开期满。", now=now)
    return True


def _publish_one(item: Item, now: datetime) -> bool:
    screen_item(item=item)
    return _release_when_due(item, now)


@transaction.atomic
def _release_when_due(item: Item, now: datetime) -> bool:
    stored = locked(item)
    if stored.status != ItemStatus.DRAFT:
        return False
    try:
        _require_review(stored)
        _release(stored, None, now, timezone.localdate(now))
    except GongkaiError as error:
        stored.publish_at = None
        stored.save(update_fields=["publish_at"])
        journal(stored, None, "定时发布没有进行", reason=error.message)
        return False
    return True


def _require_review(stored: Item) -> None:
    standing = standing_of(stored)
    if standing.state is not ReviewState.APPROVED:
        raise GongkaiError(
            f"“{stored}”现在是“{standing.state.label}”，审核通过后才能发布。"
            "请先提交审核。"
        )
    if content_of(stored).fingerprint != standing.content:
        raise GongkaiError(f"“{stored}”审核以后改动过，请重新提交审核。")
    obstacles = obstacles_to_review(stored)
    if obstacles:
        raise GongkaiError("还不能发布：" + "".join(obstacles))


def _release(stored: Item, actor: Any, now: datetime, on: date) -> None:
    if on < stored.formed_on:
        raise GongkaiError(
            f"公开日期{on}早于成文日期{stored.formed_on}，请改正其中一个。"
        )
    stored.status = ItemStatus.PUBLISHED
    stored.disclosed_on = on
    stored.published_at = now
    stored.publish_at = None
    stored.withdrawal_reason = ""
    stored.withdrawn_at = None
    stored.version += 1
    change_record(record=stored, actor=actor)
    journal(stored, actor, "发布", disclosed_on=on.isoformat())
