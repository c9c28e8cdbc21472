"""Files with personal data at rest: sealed on disk, plain where they are opened.

The key is that of the sealed fields (``organs.encryption``); a file that lies there
from before files were sealed is read as it is.
"""

from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, default_storage
from django.utils.deconstruct import deconstructible

from gongkai.organs.encryption import decrypt_bytes, encrypt_bytes
from gongkai.statute.errors import GongkaiError

_MARK = b"gongkai sealed file 1\n"
#: Beside the mark: nonce and tag.
_OVERHEAD = len(_MARK) + 12 + 16
_PURPOSE = "organs.sealed_file"


@deconstructible
class SealedStorage(Storage):
    """The default storage with every file sealed whole; it has no public address."""

    def _save(self, name: str, content: "File[Any]") -> str:
        content.seek(0)
        plain = content.read()
        plain = plain.encode() if isinstance(plain, str) else plain
        sealed = _MARK + encrypt_bytes(plain, purpose=_PURPOSE)
        return default_storage.save(name, ContentFile(sealed))

    def _open(self, name: str, mode: str = "rb") -> "File[bytes]":
        if mode != "rb":
            raise GongkaiError("加密保存的文件只能读取，不能改写。请另存一份。")
        with default_storage.open(name, "rb") as file:
            kept = file.read()
        if kept.startswith(_MARK):
            kept = decrypt_bytes(kept.removeprefix(_MARK), purpose=_PURPOSE)
        return ContentFile(kept, name=name)

    def delete(self, name: str) -> None:
        """Delete a file."""
        default_storage.delete(name)

    def exists(self, name: str) -> bool:
        """Say whether the file is there."""
        return default_storage.exists(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """Return the folders and the files of a folder."""
        return default_storage.listdir(path)

    def size(self, name: str) -> int:
        """Return the size of the plain file in bytes."""
        with default_storage.open(name, "rb") as file:
            is_sealed = file.read(len(_MARK)) == _MARK
        return default_storage.size(name) - (_OVERHEAD if is_sealed else 0)

    def get_modified_time(self, name: str) -> Any:
        """Return when the file was kept."""
        return default_storage.get_modified_time(name)


sealed_storage = SealedStorage()
