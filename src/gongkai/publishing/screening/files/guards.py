"""What a file has to be before it is opened: of its type, whole, bounded in size."""

import zipfile
from pathlib import PurePath
from typing import BinaryIO

from gongkai.publishing.screening.files.reading import HeldFileError

MOST_ENTRIES = 5_000
MOST_UNPACKED = 500 * 1024 * 1024
MOST_RATIO = 200
_FROM_THIS_SIZE = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_STARTS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "docx": (_ZIP,),
    "xlsx": (_ZIP,),
    "pptx": (_ZIP,),
    "ofd": (_ZIP,),
    "zip": (_ZIP, b"PK\x05\x06"),
    "doc": (_OLE,),
    "xls": (_OLE,),
    "ppt": (_OLE,),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
}
_PACKED = frozenset(("docx", "xlsx", "pptx", "ofd", "zip"))
_WITH_MACROS = frozenset(("docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "ppsm"))
_HEAD = 1024


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name, small and without the dot.

    >>> suffix_of("通知.DOCX")
    'docx'
    """
    return PurePath(name).suffix.lower().removeprefix(".")


def require_sound(name: str, file: BinaryIO) -> None:
    """Raise ``HeldFileError`` for a file that is not what its name says, or unsafe.

    Reads its head and, of a package, the list of its entries; unpacks nothing.
    """
    suffix = suffix_of(name)
    if suffix in _WITH_MACROS:
        raise _macro()
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    if suffix in ("docx", "xlsx", "pptx") and head.startswith(_OLE):
        raise HeldFileError(
            "encrypted", "文件设了打开密码。", "请取消密码后另存，再上传。"
        )
    starts = _STARTS.get(suffix)
    if starts and not _begins(suffix, head, starts):
        raise HeldFileError(
            "wrong_type",
            f"内容不是 {suffix.upper()} 文件，可能改过扩展名或者没有传完。",
            "请用原来的软件打开核对，另存后再上传。",
        )
    if suffix in _PACKED:
        _require_sound_package(file)
        file.seek(0)


def open_package(file: BinaryIO) -> zipfile.ZipFile:
    """Return a package to read from; raise ``HeldFileError`` for a broken one."""
    try:
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise broken() from error


def _begins(suffix: str, head: bytes, starts: tuple[bytes, ...]) -> bool:
    if suffix == "pdf":  # a PDF may begin with a few bytes of its own
        return starts[0] in head
    return head.startswith(starts)


def _require_sound_package(file: BinaryIO) -> None:
    with open_package(file) as package:
        entries = package.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise HeldFileError("encrypted", "压缩包设了密码。", "请取消密码后再上传。")
    if any("vbaproject" in entry.filename.lower() for entry in entries):
        raise _macro()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    is_dense = unpacked > _FROM_THIS_SIZE and unpacked / packed > MOST_RATIO
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or is_dense:
        raise HeldFileError(
            "zip_bomb",
            f"解开后有{len(entries)}个文件、{unpacked // 1024 // 1024}兆字节，"
            "不像正常文件。",
            "请拆分，或者重新生成后再上传。",
        )


def _macro() -> HeldFileError:
    return HeldFileError(
        "macro", "文件带有宏。", "请另存为不带宏的 DOCX、XLSX 后再上传。"
    )


def broken() -> HeldFileError:
    """Return the refusal of a file that cannot be opened."""
    return HeldFileError(
        "broken", "文件打不开，可能损坏或者没有传完。", "请重新导出后再上传。"
    )
