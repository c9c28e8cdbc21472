"""Screening an item, and settling its findings one by one (条例第十五条、第十七条)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.organs.roles import Action
from gongkai.publishing.content import content_of
from gongkai.publishing.inspection import Found, inspect
from gongkai.publishing.models import (
    Item,
    ScreeningFinding,
    ScreeningRun,
    Settlement,
)
from gongkai.publishing.permissions import require
from gongkai.publishing.selectors.screening import label_of
from gongkai.publishing.services.drafting import locked
from gongkai.publishing.services.journal import journal
from gongkai.statute.errors import GongkaiError

#: A file that is held has to be replaced; no reason lets it out.
NEVER_KEPT = frozenset(
    ("macro", "zip_bomb", "encrypted", "broken", "wrong_type", "too_many")
)


@transaction.atomic
def screen_item(*, item: Item) -> ScreeningRun:
    """Run all checks over the item as it stands; return the recorded run.

    A finding is stored once: what was 核实可以公开 stays so, what was masked or
    changed and is there again is open again, what is gone is no longer current.
    """
    stored = locked(item)
    inspection = inspect(stored)
    known = {finding.fingerprint: finding for finding in stored.findings.all()}
    found = {each.fingerprint: each for each in inspection.found}
    ScreeningFinding.objects.bulk_create(
        _finding(stored, each) for key, each in found.items() if key not in known
    )
    _carry_over(known, found)
    return ScreeningRun.objects.create(
        item=stored,
        content=content_of(stored).fingerprint,
        checks=inspection.checks,
        unread=inspection.unread,
    )


@transaction.atomic
def keep_finding(
    *,
    finding: ScreeningFinding,
    actor: Any,
    reason: str,
    now: datetime | None = None,
) -> ScreeningFinding:
    """Settle a finding as 核实可以公开, with the reason."""
    stored = locked(finding.item)
    require(actor, Action.CHANGE, stored)
    if not reason.strip():
        raise GongkaiError("请写明核实可以公开的理由，理由会留痕。")
    if finding.check_name in NEVER_KEPT:
        raise GongkaiError(f"{finding.masked}{finding.advice}")
    finding.reason = reason.strip()[:200]
    return _settle(finding, Settlement.KEPT, actor, now)


def confirm_change(
    *, finding: ScreeningFinding, actor: Any, now: datetime | None = None
) -> ScreeningFinding:
    """Settle a finding as 已改正: the check runs again and has to agree."""
    require(actor, Action.CHANGE, finding.item)
    screen_item(item=finding.item)
    finding.refresh_from_db()
    if finding.is_current:
        raise GongkaiError(
            f"{finding.place}的{label_of(finding.check_name)}还在。"
            "请先在“修改”里改正并保存，再点“已改正”。"
        )
    return _settle(finding, Settlement.CHANGED, actor, now)


def _settle(
    finding: ScreeningFinding, how: Settlement, actor: Any, now: datetime | None
) -> ScreeningFinding:
    finding.settlement = how
    finding.settled_by = actor
    finding.settled_at = now or timezone.now()
    finding.save()
    journal(
        finding.item,
        actor,
        f"内容检查：{how.label}",
        check=label_of(finding.check_name),
        place=finding.place,
        reason=finding.reason,
    )
    return finding


def _carry_over(known: dict[str, ScreeningFinding], found: dict[str, Found]) -> None:
    """Bring the stored findings up to what is there now."""
    changed = []
    for key, finding in known.items():
        here = found.get(key)
        before = (finding.is_current, finding.settlement, finding.place, finding.masked)
        finding.is_current = here is not None
        if here is not None:
            _renew(finding, here)
        after = (finding.is_current, finding.settlement, finding.place, finding.masked)
        if after != before:
            changed.append(finding)
    ScreeningFinding.objects.bulk_update(
        changed,
        ["is_current", "settlement", "place", "masked", "advice", "is_blocking"],
        batch_size=200,
    )


def _renew(finding: ScreeningFinding, here: Found) -> None:
    finding.place, finding.masked = here.place, here.masked
    finding.advice, finding.is_blocking = here.advice, here.is_blocking
    if finding.settlement != Settlement.KEPT:
        finding.settlement = Settlement.OPEN


def _finding(item: Item, found: Found) -> ScreeningFinding:
    return ScreeningFinding(
        item=item,
        attachment=found.attachment,
        check_name=found.check,
        is_blocking=found.is_blocking,
        place=found.place,
        excerpt=found.text,
        masked=found.masked,
        advice=found.advice,
        fingerprint=found.fingerprint,
    )
