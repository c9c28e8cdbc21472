"""Masking what was found, in the text itself, and making clean files."""

from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from gongkai.organs.roles import Action
from gongkai.publishing.extraction import extract
from gongkai.publishing.inspection import TEXT_FIELDS, checks_for
from gongkai.publishing.models import (
    Attachment,
    Item,
    ItemStatus,
    ScreeningFinding,
    Settlement,
)
from gongkai.publishing.permissions import require
from gongkai.publishing.screening import masked_text, screen
from gongkai.publishing.screening.files import (
    CLEANABLE,
    HeldFileError,
    cleaned,
    suffix_of,
    visible,
)
from gongkai.publishing.selectors.screening import MASKABLE, label_of
from gongkai.publishing.services.drafting import (
    keep_revision,
    locked,
    refuse_in_review,
)
from gongkai.publishing.services.journal import journal
from gongkai.publishing.services.screening import screen_item
from gongkai.statute.errors import GongkaiError

#: A check and the passage it found.
Passages = set[tuple[str, str]]


@transaction.atomic
def mask_finding(
    *, finding: ScreeningFinding, actor: Any, all_alike: bool = False
) -> int:
    """Mask a finding where it stands, and the same passage wherever the place has it.

    ``all_alike`` masks every open finding of the check in the same text or file. The
    number is replaced, not covered: what goes out has stars in its place. Returns how
    many findings were settled.
    """
    stored = _open_to_change(finding.item, actor)
    if finding.check_name not in MASKABLE:
        raise GongkaiError(
            f"{label_of(finding.check_name)}不能用星号遮蔽，请改正，或者写明理由。"
        )
    chosen = _chosen(finding, all_alike=all_alike)
    passages = {(each.check_name, each.excerpt) for each in chosen}
    if finding.attachment is None:
        _mask_fields(stored, passages)
    else:
        _replace(finding.attachment, _masking(stored, passages))
    _finish(stored, finding.item, actor)
    return _settled(chosen, stored, actor)


@transaction.atomic
def clean_attachment(*, attachment: Attachment, actor: Any) -> None:
    """Put a clean file in the place of one.

    Without comments, tracked changes, hidden text and author data; its visible text
    stays as it is.
    """
    stored = _open_to_change(attachment.item, actor)
    _replace(attachment, lambda text: text)
    journal(stored, actor, "清理附件", file=attachment.title)
    _finish(stored, attachment.item, actor)


def _open_to_change(item: Item, actor: Any) -> Item:
    stored = locked(item)
    require(actor, Action.CHANGE, stored)
    if stored.status == ItemStatus.PUBLISHED:
        raise GongkaiError(
            "这条信息已经发布。请在“修改”里改正并写明更正理由，或者先撤下。"
        )
    refuse_in_review(stored)
    return stored


def _chosen(finding: ScreeningFinding, *, all_alike: bool) -> list[ScreeningFinding]:
    alike = ScreeningFinding.objects.filter(
        item=finding.item,
        attachment=finding.attachment,
        check_name=finding.check_name,
        is_current=True,
    )
    if all_alike:
        return list(alike.filter(settlement=""))
    return [each for each in alike if each.excerpt == finding.excerpt]


def _masking(item: Item, passages: Passages) -> Any:
    checks = checks_for(item)

    def masking(text: str) -> str:
        hits = screen(text, checks)
        return masked_text(text, [h for h in hits if (h.check, h.text) in passages])

    return masking


def _mask_fields(stored: Item, passages: Passages) -> None:
    masking = _masking(stored, passages)
    for name in TEXT_FIELDS:
        raw = getattr(stored, name)
        seen = visible(raw)
        setattr(stored, name, seen.masked(raw, masking(seen.text)))


def _replace(attachment: Attachment, masking: Any) -> None:
    """Write the clean file as a new one; the old goes when the act has held."""
    name = str(attachment.file.name)
    if suffix_of(name) not in CLEANABLE:
        raise GongkaiError(
            f"“{attachment.title}”这种文件不能在这里遮蔽或清理。"
            "请在原文件里改好后重新导出，再换掉这个附件。"
        )
    with attachment.file.open("rb") as opened:
        content = opened.read()
    try:
        clean = cleaned(name, content, masking)
    except HeldFileError as error:
        raise GongkaiError(f"“{attachment.title}”{error}") from error
    storage = attachment.file.storage
    attachment.file.save(PurePath(name).name, ContentFile(clean), save=False)
    attachment.sha256 = ""
    attachment.save()
    extract(attachment)
    transaction.on_commit(lambda: storage.delete(name))


def _finish(stored: Item, item: Item, actor: Any) -> None:
    """Count a version, keep the revision and look again."""
    stored.version += 1
    stored.save(update_fields=[*TEXT_FIELDS, "version"])
    keep_revision(item=stored, actor=actor)
    screen_item(item=stored)
    item.refresh_from_db()


def _settled(chosen: list[ScreeningFinding], item: Item, actor: Any) -> int:
    """Mark what is really gone as masked; raise when something is still there."""
    gone = ScreeningFinding.objects.filter(
        pk__in=[each.pk for each in chosen], is_current=False
    )
    count = gone.update(
        settlement=Settlement.MASKED, settled_by=actor, settled_at=timezone.now()
    )
    if not count:
        raise GongkaiError(
            "这处文字没能遮蔽：它在链接、图片说明或者批注里。请在“修改”里改正。"
        )
    first = chosen[0]
    journal(
        item,
        actor,
        f"内容检查：{Settlement.MASKED.label}",
        check=label_of(first.check_name),
        place=first.place,
        count=str(count),
    )
    return count
