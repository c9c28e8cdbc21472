"""What may be attached to an application, known by its content."""

import zipfile
from pathlib import PurePosixPath
from typing import IO

from django.core.files.uploadedfile import UploadedFile

from gongkai.casework.inside import swells

FILES_LIMIT = 5
BYTES_LIMIT = 10 * 1024 * 1024
ACCEPTED = ".pdf,.docx,.jpg,.jpeg,.png"
_KINDS = {".pdf": "PDF", ".docx": "DOCX", ".jpg": "JPG", ".jpeg": "JPG", ".png": "PNG"}
_STARTS = {b"%PDF-": "PDF", b"\xff\xd8\xff": "JPG", b"\x89PNG\r\n\x1a\n": "PNG"}
_DOCX_PARTS = {"[Content_Types].xml", "word/document.xml"}
_LONGEST_NAME = 100


def file_name(upload: UploadedFile) -> str:
    """Return the name that the applicant gave, without folders and unprintables."""
    name = PurePosixPath((upload.name or "").replace("\\", "/")).name
    name = "".join(character for character in name if character.isprintable())
    suffix = PurePosixPath(name).suffix
    return name.removesuffix(suffix)[:_LONGEST_NAME] + suffix


def objection_to(upload: UploadedFile) -> str:
    """Return why the file cannot be taken, and what to do; empty when it can."""
    name = file_name(upload)
    if not upload.size:
        return f"“{name}”是空文件。请重新选择。"
    if upload.size > BYTES_LIMIT:
        return f"“{name}”超过10MB。请压缩或者分成几个文件再添加。"
    if swells(upload):
        return f"“{name}”解压后太大，不能添加。请另存为PDF再添加。"
    claimed = _KINDS.get(PurePosixPath(name).suffix.lower())
    found = _kind_of(upload)
    if claimed is None or found is None:
        return f"“{name}”不是PDF、DOCX、JPG或者PNG文件。请转换成其中一种再添加。"
    if claimed != found:
        return f"“{name}”的内容是{found}，扩展名写的是{claimed}。请改正扩展名再添加。"
    return ""


def _kind_of(file: IO[bytes] | UploadedFile) -> str | None:
    file.seek(0)
    start = file.read(8)
    kind = next((kind for sign, kind in _STARTS.items() if start.startswith(sign)), "")
    if not kind and start.startswith(b"PK") and _is_docx(file):
        kind = "DOCX"
    file.seek(0)
    return kind or None


def _is_docx(file: IO[bytes] | UploadedFile) -> bool:
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            return set(archive.namelist()) >= _DOCX_PARTS
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
