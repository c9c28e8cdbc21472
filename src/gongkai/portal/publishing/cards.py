from dataclasses import dataclass
from pathlib import PurePosixPath

from django.template.defaultfilters import filesizeformat

from gongkai.publishing.models import Attachment

_KINDS = {
    ".pdf": "PDF 文档",
    ".doc": "Word 文档",
    ".docx": "Word 文档",
    ".wps": "WPS 文档",
    ".ofd": "OFD 版式文件",
    ".xls": "Excel 表格",
    ".xlsx": "Excel 表格",
    ".csv": "CSV 数据",
    ".et": "WPS 表格",
    ".ppt": "演示文稿",
    ".pptx": "演示文稿",
    ".txt": "文本文件",
    ".zip": "压缩文件",
    ".rar": "压缩文件",
    ".jpg": "图片",
    ".jpeg": "图片",
    ".png": "图片",
}


@dataclass(frozen=True)
class AttachmentCard:
    """An attachment as it is offered: what it is, how large, under which name."""

    pk: int
    title: str
    suffix: str
    kind: str
    size: str
    file_name: str

    @classmethod
    def of(cls, attachment: Attachment) -> "AttachmentCard":
        suffix = PurePosixPath(attachment.file.name or "").suffix
        title = attachment.title.removesuffix(suffix)
        return cls(
            pk=attachment.pk,
            title=title,
            suffix=suffix.removeprefix(".").upper(),
            kind=_KINDS.get(suffix.lower(), "文件"),
            size=_size(attachment),
            file_name=f"{title}{suffix}".replace("/", "－"),
        )


def _size(attachment: Attachment) -> str:
    """Return the size in words; empty when the file is not there."""
    try:
        return filesizeformat(attachment.file.size)
    except (OSError, ValueError):
        return ""
