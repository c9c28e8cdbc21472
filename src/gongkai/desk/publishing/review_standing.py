"""What an account may do now with an item's review, and the trail in words."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gongkai.desk.registers.chips import Chip, Tone
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.publishing.models import Item, ItemStatus, ReviewEntry
from gongkai.publishing.permissions import REGISTER, reviewer_for
from gongkai.publishing.selectors import standing_of
from gongkai.publishing.selectors.stages import stage_times
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import (
    ReviewAct,
    ReviewLevel,
    ReviewStanding,
    ReviewState,
    ReviewStep,
    refusal_of,
)

_TONES = {
    ItemStatus.DRAFT: Tone.WAITING,
    ItemStatus.PUBLISHED: Tone.DONE,
    ItemStatus.WITHDRAWN: Tone.PLAIN,
}
_REVIEW_TONES = {
    ReviewState.UNDER_REVIEW: Tone.WAITING,
    ReviewState.RETURNED: Tone.DUE,
    ReviewState.REFERRED: Tone.WAITING,
    ReviewState.APPROVED: Tone.DONE,
}
_AUTHORS_ACTS = (ReviewAct.SUBMITTED, ReviewAct.CLEARED, ReviewAct.RECALLED)
_REVIEWERS_ACTS = (ReviewAct.APPROVED, ReviewAct.RETURNED, ReviewAct.REFERRED)


def item_chip(item: Item) -> Chip:
    """Return where an item stands on its way to the public."""
    status, state = ItemStatus(item.status), ReviewState(item.review_state)
    if status is not ItemStatus.DRAFT or state is ReviewState.DRAFT:
        return Chip(status.label, _TONES[status])
    if state is ReviewState.UNDER_REVIEW and item.review_level:
        label = f"待{ReviewLevel(item.review_level).label}"
    elif state is ReviewState.APPROVED and item.publish_at:
        label = f"定于{timezone.localtime(item.publish_at):%m-%d %H:%M}发布"
    else:
        label = state.label
    return Chip(label, _REVIEW_TONES[state])


def acts_open_to(account: Any, item: Item) -> list[ReviewAct]:
    """Return what the account may do now with the review of an item."""
    standing = standing_of(item)
    found = [
        act
        for act in _AUTHORS_ACTS
        if may(account, REGISTER, Action.CHANGE, item.organ)
        and item.status != ItemStatus.PUBLISHED
        and not _refusal(standing, act, account)
    ]
    if standing.level is not None and _reviews(account, item, standing.level):
        found += [
            act for act in _REVIEWERS_ACTS if not _refusal(standing, act, account)
        ]
    return found


def _reviews(account: Any, item: Item, level: ReviewLevel) -> bool:
    try:
        reviewer_for(account, item, level, timezone.localdate())
    except GongkaiError:
        return False
    return True


def _refusal(standing: ReviewStanding, act: ReviewAct, account: Any) -> str:
    """Ask the review about the act itself, its reason still to be written."""
    level = standing.level if act in _REVIEWERS_ACTS else None
    step = ReviewStep(
        act,
        str(account.pk),
        timezone.localdate(),
        content=standing.content,
        level=level,
        reason="…",
    )
    return refusal_of(standing, step)


@dataclass(frozen=True)
class TrailLine:
    """One act of the trail, for the page."""

    act: str
    who: str
    at: Any
    reason: str
    marks: list[str]
    chip: Chip
    took: str
    content: str


def trail_of(item: Item) -> list[TrailLine]:
    """Return the trail of an item, the first act first."""
    found = item.review_entries.select_related("account", "instead_of")
    entries = list(found.order_by("position"))
    times = stage_times(entries)
    return [
        _line(entry, time.text if time else "")
        for entry, time in zip(entries, times, strict=True)
    ]


_ACT_TONES = {
    ReviewAct.APPROVED: Tone.DONE,
    ReviewAct.RETURNED: Tone.DUE,
    ReviewAct.REFERRED: Tone.WAITING,
}


def _line(entry: ReviewEntry, took: str) -> TrailLine:
    act = ReviewAct(entry.act)
    label = f"{entry.get_level_display()}：{act.label}" if entry.level else act.label
    name = entry.account.get_full_name() if entry.account else "程序"
    who = f"{name}（代{entry.instead_of}）" if entry.instead_of else name
    tone = _ACT_TONES.get(act, Tone.PLAIN)
    return TrailLine(
        label,
        who,
        entry.at,
        entry.reason,
        entry.marks,
        Chip(label, tone),
        took,
        entry.content[:8],
    )
