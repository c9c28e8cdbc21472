"""Files that an import puts into storage: gone again when it is refused."""

from pathlib import Path
from types import TracebackType
from typing import Self

from django.core.files.storage import Storage
from django.db import transaction
from django.db.models.fields.files import FieldFile


class SavedFiles:
    """Remembers what was saved and what was replaced while an import runs.

    Leaving with an exception, or discarded, deletes what was saved; else what was
    replaced is deleted once the transaction is through.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._is_discarded = False
        self._saved: list[tuple[Storage, str]] = []
        self._replaced: list[tuple[Storage, str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None and not self._is_discarded:
            replaced = self._replaced
            transaction.on_commit(lambda: _delete(replaced))
        else:
            _delete(self._saved)

    def discard(self) -> None:
        """Let leaving delete what was saved, as after an exception."""
        self._is_discarded = True

    def saved(self, file: FieldFile) -> None:
        """Remember a file that was written into storage."""
        self._saved.append((file.storage, str(file.name)))

    def replaced(self, file: FieldFile) -> None:
        """Remember a file that nothing refers to any more."""
        self._replaced.append((file.storage, str(file.name)))

    def path_of(self, name: str) -> Path | None:
        """Return the file of that name in the folder, None when it is not there."""
        if self.folder is None or Path(name).name != name:
            return None
        path = self.folder / name
        return path if path.is_file() else None


def _delete(files: list[tuple[Storage, str]]) -> None:
    for storage, name in files:
        storage.delete(name)
