"""The files of an item: those it has, to rename or take away, and new ones."""

from pathlib import PurePath
from typing import Any, BinaryIO, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from gongkai.desk.registers.files import FilesField
from gongkai.organs.services import change_record, register_record, remove_record
from gongkai.publishing.extraction import start_extraction
from gongkai.publishing.models import Attachment, Item
from gongkai.publishing.models.attachment import SUFFIXES
from gongkai.publishing.screening.files import (
    HeldFileError,
    require_whole,
    suffix_of,
)

MOST_MEGABYTES = 100


class AttachmentsField(FilesField):
    """Several files; each whole, and of a kind that offices publish."""

    def check_file(self, file: UploadedFile) -> None:
        _check(file)


def _check(file: UploadedFile) -> None:
    name = file.name or ""
    if (file.size or 0) > MOST_MEGABYTES * 1024 * 1024:
        raise ValidationError(
            f"“{name}”超过{MOST_MEGABYTES}兆字节，请压缩或拆分后再传。"
        )
    try:
        require_whole(name, cast("BinaryIO", file))
    except HeldFileError as error:
        raise ValidationError(f"“{name}”{error}") from error
    if suffix_of(name) not in SUFFIXES:
        raise ValidationError(
            f"“{name}”这类文件不能作附件。请换成文档、表格、图片或压缩包。"
        )


class AttachmentRow(forms.ModelForm):
    """A file that the item has: its name and place."""

    class Meta:
        model = Attachment
        fields = ("title", "position")


AttachmentRows = forms.inlineformset_factory(
    Item, Attachment, form=AttachmentRow, extra=0, can_delete=True
)


def save_attachments(
    rows: Any, item: Item, files: list[UploadedFile], actor: Any
) -> None:
    """Write renamed and deleted files, then the new ones behind them."""
    rows.save(commit=False)
    for row in rows.deleted_objects:
        remove_record(record=_of(item, row), actor=actor)
    for row, _changed in rows.changed_objects:
        change_record(record=_of(item, row), actor=actor)
    held = item.attachments.count()
    for place, file in enumerate(files, start=held + 1):
        name = PurePath(file.name or "附件")
        added = Attachment(item=item, title=name.stem[:200], file=file, position=place)
        register_record(record=_of(item, added), actor=actor)
    if files:
        start_extraction(actor)


def _of(item: Item, attachment: Attachment) -> Attachment:
    """Tell the journal whose file it is: it asks a record for its organ."""
    attachment.organ = item.organ  # type: ignore[attr-defined]
    return attachment
