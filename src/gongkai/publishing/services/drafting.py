"""Writing an item: its number, its limit, and a revision of every content."""

from typing import Any

from django.db import transaction

from gongkai.organs.calendar import working_days
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record, register_record
from gongkai.publishing.content import content_of
from gongkai.publishing.models import Item, ItemRevision, ItemStatus
from gongkai.publishing.permissions import require
from gongkai.statute.disclosure import DeadlineKind, disclosure_due
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.review import ReviewState

_IN_REVIEW = {ReviewState.UNDER_REVIEW.value, ReviewState.REFERRED.value}


def locked(item: Item, version: int | None = None) -> Item:
    """Return the item as stored, locked until the act's transaction ends.

    ``version`` is the one that the person had before his eyes.
    """
    stored = (
        Item.objects.select_for_update(of=("self",))
        .select_related("organ", "category")
        .get(pk=item.pk)
    )
    if version is not None and version != stored.version:
        raise GongkaiError("另一位同事刚刚改过这条信息，请刷新后再办。")
    return stored


@transaction.atomic
def save_item(*, item: Item, actor: Any, version: int | None = None) -> Item:
    """Save a new or changed item, work out its limit and keep a revision.

    What is under review is not changed: the reviewers would answer for another text.
    """
    is_new = item.pk is None
    require(actor, Action.ADD if is_new else Action.CHANGE, item)
    item.due_on = due_on_of(item)
    if is_new:
        item.author = actor
        register_record(record=item, actor=actor)
        return item
    stored = locked(item, version)
    if stored.review_state in _IN_REVIEW:
        raise GongkaiError("这条信息正在审核，不能修改。要修改，请先撤回送审。")
    item.version = stored.version + 1
    change_record(record=item, actor=actor)
    return item


@transaction.atomic
def keep_revision(*, item: Item, actor: Any) -> ItemRevision:
    """Keep the item's content with its files, unless it is the last one's again."""
    content = content_of(item)
    last = item.revisions.order_by("-pk").first()
    if last is not None and last.content == content.fingerprint:
        return last
    return ItemRevision.objects.create(
        item=item,
        content=content.fingerprint,
        values=content.values,
        files=content.files,
        account=actor,
    )


def due_on_of(item: Item) -> Any:
    """Return by when the item has to be public, or None where no rule reaches."""
    if item.status != ItemStatus.DRAFT or item.attribute != "proactive":
        return item.due_on
    try:
        return disclosure_due(
            DeadlineKind(item.deadline_kind),
            item.changed_on or item.formed_on,
            working_days(),
            provisional=True,
        ).due_on
    except StatuteError:
        return None
