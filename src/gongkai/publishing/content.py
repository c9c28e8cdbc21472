"""What of an item goes before the public, and the fingerprint of it."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gongkai.publishing.models import Attachment, Item

#: What a reviewer answers for. Dates of publication and notes are not of it.
CONTENT_FIELDS = (
    "title",
    "summary",
    "body",
    "category_id",
    "document_number",
    "source",
    "formed_on",
    "validity",
    "attribute",
    "ground",
    "joint_organs",
    "confirmation",
    "theme",
    "keywords",
    "genre",
    "audience",
)
_CHUNK = 1 << 20


@dataclass(frozen=True)
class ItemContent:
    """The values and files of an item at one moment."""

    values: dict[str, str]
    files: list[dict[str, str]]

    @cached_property
    def fingerprint(self) -> str:
        """The checksum by which the trail knows this content."""
        told = json.dumps([self.values, self.files], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


def content_of(item: Item) -> ItemContent:
    """Return the item's content as it stands, its files by their checksums."""
    values = {name: _text(getattr(item, name)) for name in CONTENT_FIELDS}
    files = [
        {"title": file.title, "sha256": checksum_of(file)}
        for file in item.attachments.all()
    ]
    return ItemContent(values, files)


def checksum_of(attachment: Attachment) -> str:
    """Return the checksum of a file, read once and kept."""
    if not attachment.sha256:
        digest = hashlib.sha256()
        with attachment.file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                digest.update(chunk)
        attachment.sha256 = digest.hexdigest()
        attachment.size = attachment.file.size
        if attachment.pk:
            attachment.save(update_fields=["sha256", "size"])
    return attachment.sha256


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def differs(item: Item, stored: Item) -> bool:
    """Say whether two states of an item differ in what a reviewer answers for."""
    return any(
        _text(getattr(item, name)) != _text(getattr(stored, name))
        for name in CONTENT_FIELDS
    )
