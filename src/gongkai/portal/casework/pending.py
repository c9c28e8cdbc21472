"""Attachments of an application that is not sent yet.

They lie sealed, under names that tell nothing, until the application is sent or given
up; what is forgotten is deleted after a day.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from gongkai.organs.sealed_files import sealed_storage
from gongkai.portal.casework.attachments import file_name

_FOLDER = "casework/pending"
_KEPT_FOR = timedelta(days=1)


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
        return sealed_storage.exists(self.path)

    def open(self) -> File:
        """Return the file under the name that the applicant gave."""
        file = sealed_storage.open(self.path)
        file.name = self.name
        return file

    def drop(self) -> None:
        sealed_storage.delete(self.path)


def hold(upload: UploadedFile) -> HeldFile:
    """Keep an uploaded file until the application is sent or given up."""
    sweep()
    name = file_name(upload)
    path = sealed_storage.save(f"{_FOLDER}/{secrets.token_hex(16)}", upload)
    return HeldFile(name, path, upload.size or 0)


def sweep() -> None:
    """Delete what belongs to drafts that are forgotten by now."""
    if not sealed_storage.exists(_FOLDER):
        return
    oldest = timezone.now() - _KEPT_FOR
    for name in sealed_storage.listdir(_FOLDER)[1]:
        path = f"{_FOLDER}/{name}"
        if sealed_storage.get_modified_time(path) < oldest:
            sealed_storage.delete(path)
