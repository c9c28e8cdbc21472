"""Attachments of an application that is not sent yet."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from gongkai.portal.casework.attachments import file_name

_FOLDER = "casework/pending"
_KEPT_FOR = timedelta(days=2)


@dataclass(frozen=True)
class HeldFile:
    """A file that waits; its path says nothing of it."""

    name: str
    path: str
    size: int

    @property
    def size_in_words(self) -> str:
        return filesizeformat(self.size)

    @property
    def is_there(self) -> bool:
        return default_storage.exists(self.path)

    def open(self) -> File:
        """Return the file under the name that the applicant gave."""
        file = default_storage.open(self.path)
        file.name = self.name
        return file

    def drop(self) -> None:
        default_storage.delete(self.path)


def hold(upload: UploadedFile) -> HeldFile:
    """Keep an uploaded file until the application is sent or given up."""
    sweep()
    name = file_name(upload)
    suffix = PurePosixPath(name).suffix.lower()
    path = default_storage.save(f"{_FOLDER}/{secrets.token_hex(16)}{suffix}", upload)
    return HeldFile(name, path, upload.size or 0)


def sweep() -> None:
    """Delete what belongs to drafts that are forgotten by now."""
    if not default_storage.exists(_FOLDER):
        return
    oldest = timezone.now() - _KEPT_FOR
    for name in default_storage.listdir(_FOLDER)[1]:
        path = f"{_FOLDER}/{name}"
        if default_storage.get_modified_time(path) < oldest:
            default_storage.delete(path)
