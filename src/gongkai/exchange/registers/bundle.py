"""A table with its attachments in one ZIP: looked at before anything is unpacked.

The archive holds one table, ``items.xlsx`` or ``items.csv``, and a folder
``attachments``; a single folder around both does no harm.
"""

import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from gongkai.exchange.registers.attachments import FOLDER
from gongkai.publishing.models.attachment import SUFFIXES
from gongkai.publishing.screening.files import HeldFileError, require_sound
from gongkai.publishing.screening.files.guards import suffix_of
from gongkai.statute.errors import GongkaiError

_TABLES = ("xlsx", "csv")
_UTF8_NAME = 0x800
#: What the file managers of desktop systems leave in an archive.
_LITTER = ("__MACOSX", ".DS_Store", "Thumbs.db")


@dataclass(frozen=True)
class Bundle:
    """A table, and the folder into which its attachments were unpacked."""

    name: str
    content: bytes
    folder: Path


def is_bundle(name: str) -> bool:
    """Return whether a file is an archive by its name.

    >>> is_bundle("信息.ZIP")
    True
    """
    return suffix_of(name) == "zip"


@contextmanager
def unpacked(name: str, content: bytes, table: str) -> Iterator[Bundle]:
    """Unpack an archive for as long as the block runs; ``table`` is its table's stem.

    Raises ``GongkaiError`` for an archive that is broken, locked, out of measure, or
    holds what does not belong into it; nothing is left on the disk.
    """
    try:
        require_sound(name, BytesIO(content))
        with (
            zipfile.ZipFile(BytesIO(content)) as archive,
            tempfile.TemporaryDirectory(prefix="gongkai-import-") as place,
        ):
            yield _unpack(archive, Path(place), table)
    except HeldFileError as error:
        raise GongkaiError(f"“{name}”{error}没有导入，数据没有改动。") from error
    except zipfile.BadZipFile as error:
        raise GongkaiError(
            f"“{name}”有一部分损坏，没有导入。请重新压缩后再上传。"
        ) from error


def _unpack(archive: zipfile.ZipFile, place: Path, table: str) -> Bundle:
    entries = _entries(archive)
    tables = [
        path
        for path in entries
        if path.parent == PurePosixPath() and path.suffix[1:].lower() in _TABLES
    ]
    if [path.stem for path in tables] != [table]:
        raise GongkaiError(
            f"压缩包里应当有一份表格“{table}.xlsx”，附件放在它旁边的{FOLDER}文件夹里。"
            "请整理后重新压缩。"
        )
    folder = place / FOLDER
    folder.mkdir()
    for path, entry in entries.items():
        if path != tables[0]:
            _unpack_attachment(archive, path, entry, folder)
    return Bundle(tables[0].name, archive.read(entries[tables[0]]), folder)


def _entries(archive: zipfile.ZipFile) -> dict[PurePosixPath, zipfile.ZipInfo]:
    """Return the files by their paths, without a folder around all of them."""
    found = [
        (PurePosixPath(_name_of(entry)), entry)
        for entry in archive.infolist()
        if not entry.is_dir()
    ]
    found = [(path, entry) for path, entry in found if not set(path.parts) & {*_LITTER}]
    outer = {path.parts[0] for path, _ in found if path.parts}
    if (
        len(outer) == 1
        and outer != {FOLDER}
        and all(len(p.parts) > 1 for p, _ in found)
    ):
        found = [(PurePosixPath(*path.parts[1:]), entry) for path, entry in found]
    twice = [path for path, count in Counter(p for p, _ in found).items() if count > 1]
    if twice:
        raise GongkaiError(
            f"压缩包里有两个“{twice[0]}”，请改名或者去掉一个后重新压缩。"
        )
    return dict(found)


def _has_folder_around(paths: list[PurePosixPath]) -> bool:
    outer = {path.parts[0] for path in paths}
    is_one = len(outer) == 1 and outer != {FOLDER}
    return is_one and all(len(path.parts) > 1 for path in paths)


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name; Windows in China writes GBK and does not say so."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return entry.filename


def _unpack_attachment(
    archive: zipfile.ZipFile, path: PurePosixPath, entry: zipfile.ZipInfo, folder: Path
) -> None:
    if path.parts != (FOLDER, path.name) or "\\" in path.name:
        raise GongkaiError(
            f"压缩包里的“{path}”不在{FOLDER}文件夹里，没有导入。"
            f"附件都直接放在{FOLDER}文件夹里，不再分层。"
        )
    if suffix_of(path.name) not in SUFFIXES:
        raise GongkaiError(
            f"“{path.name}”这类文件不能作附件。请换成文档、表格、图片或压缩包。"
        )
    target = folder / path.name
    with archive.open(entry) as packed, target.open("wb") as file:
        shutil.copyfileobj(packed, file)
    with target.open("rb") as opened:
        try:
            require_sound(path.name, cast("BinaryIO", opened))
        except HeldFileError as error:
            raise GongkaiError(
                f"附件“{path.name}”{error}整份没有导入，数据没有改动。"
            ) from error
