"""Files as screening reads them: one module for each format, none knows Django."""

import zipfile
from collections.abc import Callable
from typing import BinaryIO

from gongkai.publishing.screening.files import docx, images, ofd, pdf, plain, xlsx
from gongkai.publishing.screening.files.body import (
    attributes_of,
    body_sights,
    visible,
)
from gongkai.publishing.screening.files.cleaning import CLEANABLE, cleaned
from gongkai.publishing.screening.files.guards import (
    open_package,
    require_sound,
    suffix_of,
)
from gongkai.publishing.screening.files.reading import (
    SIGHT_LABELS,
    FileReading,
    HeldFileError,
    Passage,
    Sight,
)

_PACKAGES: dict[str, Callable[[zipfile.ZipFile], FileReading]] = {
    "docx": docx.read,
    "xlsx": xlsx.read,
    "ofd": ofd.read,
}
_FILES: dict[str, Callable[[BinaryIO], FileReading]] = {
    "pdf": pdf.read,
    "jpg": images.read,
    "jpeg": images.read,
    "png": images.read,
    "txt": plain.read,
    "csv": plain.read,
}


def read_file(name: str, file: BinaryIO) -> FileReading:
    """Return the text of a file and what else is in it.

    Raises ``HeldFileError`` for a file with macros, under a password, broken, not of
    its type, or that would unpack without measure.
    """
    require_sound(name, file)
    suffix = suffix_of(name)
    if suffix in _PACKAGES:
        with open_package(file) as package:
            return _PACKAGES[suffix](package)
    if suffix in _FILES:
        return _FILES[suffix](file)
    return FileReading(
        unread=f"{suffix.upper()} 格式程序读不到文字，建议改用 DOCX、XLSX 或 PDF。"
    )


def require_whole(name: str, file: BinaryIO) -> None:
    """Raise ``HeldFileError`` for a file that is not to be taken in, and rewind it.

    What ``read_file`` would hold, without reading the text.
    """
    require_sound(name, file)
    if suffix_of(name) == "pdf":
        pdf.require_open(file)
    file.seek(0)


__all__ = [
    "CLEANABLE",
    "SIGHT_LABELS",
    "FileReading",
    "HeldFileError",
    "Passage",
    "Sight",
    "attributes_of",
    "body_sights",
    "cleaned",
    "read_file",
    "require_whole",
    "suffix_of",
    "visible",
]
