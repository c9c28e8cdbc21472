"""Photographs: where and by whom they were taken (EXIF)."""

from io import BytesIO
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from gongkai.publishing.screening.files.guards import broken
from gongkai.publishing.screening.files.reading import FileReading, Sight

_PLACE, _ARTIST, _OWNER, _TURNED = 0x8825, 0x013B, 0xA430, 0x0112
_LENGTH_BYTES = 2
_SCAN, _EXIF, _COMMENT = 0xDA, 0xE1, 0xFE


def read(file: BinaryIO) -> FileReading:
    """Return that a picture's text was not read, and what its EXIF data tell."""
    try:
        with Image.open(file) as image:
            told = image.getexif()
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise broken() from error
    sights = []
    advice = "用“一键清理附件”去掉；图像不变。"
    if told.get_ifd(_PLACE):
        sights.append(Sight("image_location", "照片信息", "带有拍摄地点。", advice))
    if names := [str(told[tag]) for tag in (_ARTIST, _OWNER) if told.get(tag)]:
        shown = "、".join(names)[:80]
        sights.append(Sight("author", "照片信息", shown, advice, is_blocking=False))
    return FileReading(sights=sights, unread="图片里的文字程序读不到。")


def cleaned_jpeg(content: bytes) -> bytes:
    """Return a JPEG without EXIF, XMP and remarks; its picture is copied as it is.

    How the picture is turned stays, else it would lie on its side.
    """
    with Image.open(BytesIO(content)) as image:
        turned = image.getexif().get(_TURNED)
    kept = [content[:2], *([_turned(turned)] if turned else [])]
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != _SCAN:  # noqa: PLR2004
        length = int.from_bytes(content[at + 2 : at + 4]) + _LENGTH_BYTES
        if content[at + 1] not in (_EXIF, _COMMENT):
            kept.append(content[at : at + length])
        at += length
    return b"".join([*kept, content[at:]])


def _turned(value: int) -> bytes:
    exif = Image.Exif()
    exif[_TURNED] = value
    told = exif.tobytes()
    return b"\xff\xe1" + (len(told) + _LENGTH_BYTES).to_bytes(2) + told
