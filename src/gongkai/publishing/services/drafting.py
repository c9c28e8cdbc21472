"""Writing an item: its number, its limit, and a revision of every content."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gongkai.organs.calendar import working_days
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record, register_record, remove_record
from gongkai.publishing.content import content_of
from gongkai.publishing.models import (
    DisclosureAttribute,
    Item,
    ItemRevision,
    ItemStatus,
)
from gongkai.publishing.permissions import require
from gongkai.publishing.rich_text import clean_body
from gongkai.publishing.services.correcting import correct
from gongkai.publishing.services.journal import journal
from gongkai.publishing.services.numbering import (
    give_index_number,
    refuse_spent_number,
    spend_number,
)
from gongkai.statute.disclosure import DeadlineKind, disclosure_due
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.reappraisal import next_reappraisal
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
def save_item(
    *,
    item: Item,
    actor: Any,
    version: int | None = None,
    same_title: str = "",
    correction: str = "",
    now: datetime | None = None,
) -> Item:
    """Save a new or changed item: its index number, its limit, its text cleaned.

    ``same_title`` says why a title is used twice in the organ, ``correction`` what
    was corrected in published content: without them such an item is refused. What is
    under review is not changed: the reviewers would answer for another text.
    """
    is_new = item.pk is None
    moment = now or timezone.now()
    require(actor, Action.ADD if is_new else Action.CHANGE, item)
    item.body = clean_body(item.body)
    item.due_on = due_on_of(item)
    item.reappraise_on = reappraise_on_of(item, timezone.localdate(moment))
    _refuse_same_title(item, same_title)
    if is_new:
        _register(item, actor, moment)
    else:
        _change(item, actor, version, correction, moment)
    if same_title.strip():
        journal(item, actor, "标题相同，仍然保存", reason=same_title.strip())
    return item


def _register(item: Item, actor: Any, moment: datetime) -> None:
    if item.number:
        refuse_spent_number(item.organ, item.number)
    else:
        item.number = give_index_number(item.organ, timezone.localdate(moment))
    item.author = actor
    register_record(record=item, actor=actor)


def _change(
    item: Item, actor: Any, version: int | None, correction: str, moment: datetime
) -> None:
    stored = locked(item, version)
    refuse_in_review(stored)
    item.number = stored.number
    item.version = stored.version + 1
    if stored.status == ItemStatus.PUBLISHED:
        correct(item, stored, actor=actor, reason=correction, at=moment)
    change_record(record=item, actor=actor)


@transaction.atomic
def remove_item(*, item: Item, actor: Any, reason: str) -> None:
    """Delete an item; its index number is never given again."""
    require(actor, Action.DELETE, item)
    spend_number(item)
    remove_record(record=item, actor=actor, reason=reason)


def items_of_title(item: Item) -> QuerySet[Item]:
    """Return the organ's other items with the title of this one."""
    alike = Item.objects.filter(organ=item.organ, title=item.title.strip())
    return alike.exclude(pk=item.pk)


def _refuse_same_title(item: Item, same_title: str) -> None:
    """Raise unless the title is the organ's only one, stood before, or is explained."""
    if same_title.strip():
        return
    kept = item.pk and Item.objects.filter(pk=item.pk, title=item.title).exists()
    other = None if kept else items_of_title(item).first()
    if other is not None:
        raise GongkaiError(
            f"本机关已有同名的信息（索引号{other.number}）。请改标题，或者写明为什么"
            "还要登记一条。"
        )


def refuse_in_review(stored: Item) -> None:
    """Raise ``GongkaiError`` while reviewers answer for the item's content."""
    if stored.review_state in _IN_REVIEW:
        raise GongkaiError("这条信息正在审核，不能修改。要修改，请先撤回送审。")


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


def reappraise_on_of(item: Item, today: date) -> date | None:
    """Return when what is withheld is to be looked at again (条例第十八条)."""
    if item.attribute == DisclosureAttribute.PROACTIVE:
        return None
    return item.reappraise_on or next_reappraisal(today)


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
