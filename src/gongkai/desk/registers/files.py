"""A field that takes several files at once."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile


class FilesInput(forms.ClearableFileInput):
    """A file field that takes several at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; what each has to be, a subclass says."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, (list, tuple)) else [data]
        cleaned = [super(FilesField, self).clean(file, initial) for file in files]
        kept = [file for file in cleaned if file]
        for file in kept:
            self.check_file(file)
        return kept

    def check_file(self, file: UploadedFile) -> None:
        """Raise ``ValidationError`` for a file that is not taken."""
