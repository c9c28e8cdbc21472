"""Author data of office packages (docProps), the same in DOCX, XLSX and PPTX."""

import zipfile

from gongkai.publishing.screening.files.markup import drop, parse, part, serialised
from gongkai.publishing.screening.files.reading import Sight

CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
PARTS = (CORE, APP, CUSTOM)
_PERSONAL = frozenset(("creator", "lastModifiedBy", "Manager", "Company"))
#: What programs write of themselves names nobody.
_NOBODY = frozenset(("", "openpyxl", "python-docx", "Microsoft Office", "WPS Office"))


def author_sights(package: zipfile.ZipFile) -> list[Sight]:
    """Return who is named in the file's properties."""
    names = {name for part_name in PARTS for name in _named_in(package, part_name)}
    if not names:
        return []
    return [
        Sight(
            "author",
            "文件属性",
            "、".join(sorted(names))[:80],
            "用“一键清理附件”去掉；不影响正文。",
            is_blocking=False,
        )
    ]


def without_authors(content: bytes) -> bytes:
    """Return a part of properties with nobody named."""
    root = parse(content)
    for element in root.iter("{*}*"):
        if _local(element) in _PERSONAL:
            element.text = ""
    drop(root.findall("{*}property"))
    return serialised(root)


def _named_in(package: zipfile.ZipFile, name: str) -> list[str]:
    if name not in package.namelist():
        return []
    root = parse(part(package, name))
    told = [
        (element.text or "").strip()
        for element in root.iter("{*}*")
        if _local(element) in _PERSONAL
    ]
    custom = ["自定义属性"] if root.findall("{*}property") else []
    return [each for each in told if each not in _NOBODY] + custom


def _local(element: object) -> str:
    return str(getattr(element, "tag", "")).rpartition("}")[2]
