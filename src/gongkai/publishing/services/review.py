"""The acts of a review. Each asks ``statute.review``, writes the trail and journals."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.organs.models import Person
from gongkai.organs.roles import Action
from gongkai.publishing.content import content_of
from gongkai.publishing.models import Item, ReviewEntry
from gongkai.publishing.obstacles import obstacles_to_review
from gongkai.publishing.permissions import require, reviewer_for
from gongkai.publishing.selectors.review import review_rules_for, standing_of
from gongkai.publishing.selectors.staffing import level_without_reviewer
from gongkai.publishing.services.drafting import keep_revision, locked
from gongkai.publishing.services.journal import journal
from gongkai.publishing.services.publication import publish_approved
from gongkai.publishing.services.screening import screen_item
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import (
    ReviewAct,
    ReviewError,
    ReviewLevel,
    ReviewStanding,
    ReviewState,
    refusal_of,
)


def submit(
    *, item: Item, actor: Any, version: int | None = None, now: datetime | None = None
) -> ReviewEntry:
    """Submit an item for review: whole, and with every finding settled (第十七条).

    Its content is screened first; what is found stays on record when the submission
    is refused for it.
    """
    require(actor, Action.CHANGE, item)
    screen_item(item=item)
    return _submit(item, actor, version, now)


@transaction.atomic
def _submit(
    item: Item, actor: Any, version: int | None, now: datetime | None
) -> ReviewEntry:
    stored = locked(item, version)
    obstacles = obstacles_to_review(stored)
    if obstacles:
        raise GongkaiError("还不能提交审核：" + "".join(obstacles))
    _require_reviewers(stored, actor)
    revision = keep_revision(item=stored, actor=actor)
    return _take(
        stored, item, ReviewAct.SUBMITTED, actor, now, content=revision.content
    )


@transaction.atomic
def recall(
    *, item: Item, actor: Any, version: int | None = None, now: datetime | None = None
) -> ReviewEntry:
    """Take an item back from review, to go on writing."""
    stored = locked(item, version)
    require(actor, Action.CHANGE, stored)
    return _take(stored, item, ReviewAct.RECALLED, actor, now)


def approve(
    *,
    item: Item,
    actor: Any,
    version: int | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> ReviewEntry:
    """Approve at the level that waits; the last approval releases the item.

    Released at once, or at the appointed time (``publish_at``); screened once more
    before.
    """
    if item.review_level == review_rules_for(item).levels[-1]:
        screen_item(item=item)
    return _approve(item, actor, version, reason, now)


@transaction.atomic
def _approve(
    item: Item, actor: Any, version: int | None, reason: str, now: datetime | None
) -> ReviewEntry:
    stored = locked(item, version)
    entry = _reviewed(stored, item, ReviewAct.APPROVED, actor, now, reason=reason)
    if stored.review_state == ReviewState.APPROVED.value:
        publish_approved(stored, actor, now or timezone.now())
        item.refresh_from_db()
    return entry


@transaction.atomic
def return_item(
    *,
    item: Item,
    actor: Any,
    reason: str,
    marks: Sequence[str] = (),
    version: int | None = None,
    now: datetime | None = None,
) -> ReviewEntry:
    """Return an item to its author with the reason and the passages marked."""
    stored = locked(item, version)
    return _reviewed(
        stored,
        item,
        ReviewAct.RETURNED,
        actor,
        now,
        reason=reason,
        marks=[mark.strip() for mark in marks if mark.strip()],
    )


@transaction.atomic
def refer(
    *,
    item: Item,
    actor: Any,
    reason: str,
    version: int | None = None,
    now: datetime | None = None,
) -> ReviewEntry:
    """Refer a doubt about secrecy to the authority (条例第十七条第三款)."""
    stored = locked(item, version)
    return _reviewed(stored, item, ReviewAct.REFERRED, actor, now, reason=reason)


@transaction.atomic
def clear(
    *,
    item: Item,
    actor: Any,
    reason: str,
    version: int | None = None,
    now: datetime | None = None,
) -> ReviewEntry:
    """Register the authority's answer that the item may be disclosed."""
    stored = locked(item, version)
    require(actor, Action.CHANGE, stored)
    return _take(stored, item, ReviewAct.CLEARED, actor, now, reason=reason)


def _require_reviewers(stored: Item, actor: Any) -> None:
    """Refuse an item that would wait at a level for ever."""
    level = level_without_reviewer(stored, actor)
    if level is not None:
        raise GongkaiError(
            f"还不能提交审核：{stored.organ}没有能作{level.label}的人（起草人和审过别级的"
            f"人不能再审），送审后会一直等待。请系统管理员在“设置—人员”给一位有账号的同事"
            f"{level.label}角色，或者在“审核设置”减少级次。"
        )


def _reviewed(
    stored: Item,
    item: Item,
    act: ReviewAct,
    actor: Any,
    now: datetime | None,
    **told: Any,
) -> ReviewEntry:
    """Take a reviewer's act at the level that waits, in his own or another's place."""
    standing = standing_of(stored)
    level = standing.level or standing.rules.levels[0]
    day = timezone.localdate(now)
    principal = reviewer_for(actor, stored, level, day)
    told["content"] = content_of(stored).fingerprint
    return _take(
        stored, item, act, actor, now, level=level, instead_of=principal, **told
    )


def _take(  # noqa: PLR0913 - an entry's fields, by their names
    stored: Item,
    item: Item,
    act: ReviewAct,
    actor: Any,
    now: datetime | None,
    *,
    level: ReviewLevel | None = None,
    instead_of: Person | None = None,
    content: str = "",
    reason: str = "",
    marks: Sequence[str] = (),
) -> ReviewEntry:
    entry = ReviewEntry(
        item=stored,
        position=stored.review_entries.count() + 1,
        act=act.value,
        level=level,
        account=actor,
        instead_of=instead_of,
        content=content,
        reason=reason.strip(),
        marks=list(marks),
        at=now or timezone.now(),
    )
    if act is ReviewAct.SUBMITTED:
        rules = review_rules_for(stored)
        entry.levels = "".join(str(each.value) for each in rules.levels)
        entry.resumes_at_return = rules.resumes_at_return
    refusal = refusal_of(standing_of(stored), entry.as_step())
    if refusal:
        raise ReviewError(refusal, article="17")
    entry.save()
    _put_copies(stored, standing_of(stored), entry.at)
    item.refresh_from_db()
    label = f"{level.label}：{act.label}" if level else act.label
    journal(stored, actor, label, reason=entry.reason, instead_of=str(instead_of or ""))
    return entry


def _put_copies(stored: Item, standing: ReviewStanding, at: datetime) -> None:
    stored.review_state = standing.state.value
    stored.review_level = standing.level
    stored.waiting_since = at
    stored.version += 1
    stored.save(
        update_fields=["review_state", "review_level", "waiting_since", "version"]
    )
