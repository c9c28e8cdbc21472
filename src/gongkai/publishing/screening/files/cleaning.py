"""A clean file in place of one: numbers replaced, what readers do not see removed.

DOCX and XLSX are written anew part by part; every part that is not touched is copied
as it is. A PDF cannot be cleaned: it is made again from its source.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from gongkai.publishing.screening.files import docx, properties, xlsx
from gongkai.publishing.screening.files.guards import open_package, suffix_of
from gongkai.publishing.screening.files.images import cleaned_jpeg
from gongkai.publishing.screening.files.markup import (
    drop,
    parse,
    part,
    serialised,
    unwrap,
)
from gongkai.publishing.screening.files.reading import Element

CLEANABLE = frozenset(("docx", "xlsx", "jpg", "jpeg"))
#: From a passage to the same with its numbers masked, of the same length.
Masking = Callable[[str], str]
_W = docx.W
_DOCX_GONE = re.compile(r"word/(?:comments\w*|people)\.xml$|word/commentsIds\.xml$")
_XLSX_GONE = re.compile(
    r"xl/(?:comments[^/]*\.xml|comments/.*|threadedComments/.*|persons/.*"
    r"|drawings/(?:vmlDrawing|commentsDrawing)[^/]*\.vml)$"
)
_TAKEN_OUT = (
    "del",
    "moveFrom",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
)


def cleaned(name: str, content: bytes, masking: Masking) -> bytes:
    """Return a new file, its passages masked, without what readers do not see.

    That is comments, tracked changes (taken as accepted), hidden text of DOCX and
    author data. ``masking`` is given the text of each passage.
    """
    suffix = suffix_of(name)
    if suffix in ("jpg", "jpeg"):
        return cleaned_jpeg(content)
    with open_package(BytesIO(content)) as package:
        gone = _DOCX_GONE if suffix == "docx" else _XLSX_GONE
        write = _docx_parts if suffix == "docx" else _xlsx_parts
        changed = {**write(package, masking), **_nobody(package)}
        return _repacked(package, changed, gone)


def _docx_parts(package: zipfile.ZipFile, masking: Masking) -> Mapping[str, bytes]:
    changed = {}
    for name in filter(docx.PARTS.match, package.namelist()):
        root = parse(part(package, name))
        for strand in docx.strands(root, name):
            masked = masking(strand.text)
            if masked != strand.text:
                strand.rewrite(masked)
        _tidy_docx(root)
        changed[name] = serialised(root)
    return changed


def _tidy_docx(root: Element) -> None:
    drop(root.iter(*(f"{_W}{tag}" for tag in _TAKEN_OUT)))
    unwrap(root.iter(f"{_W}ins", f"{_W}moveTo"))
    drop(run for run in list(root.iter(f"{_W}r")) if docx.is_hidden(run))
    for element in root.iter():
        for name in list(element.attrib):
            if name in (f"{_W}author", f"{_W}initials"):
                element.set(name, "")


def _xlsx_parts(package: zipfile.ZipFile, masking: Masking) -> Mapping[str, bytes]:
    strings = xlsx.shared_strings(package)
    changed = {}
    for sheet in xlsx.sheets(package):
        root = parse(part(package, sheet.part))
        for row in xlsx.rows(root, sheet.name, strings):
            masked = masking(row.text)
            if masked != row.text:
                _write_row(row, masked)
        drop(root.iter(f"{xlsx.S}legacyDrawing"))
        changed[sheet.part] = serialised(root)
    return changed | _strings_in_use(package, changed)


def _write_row(row: xlsx.Row, masked: str) -> None:
    at = 0
    for cell, old in row.cells:
        new = masked[at : at + len(old)]
        at += len(old) + 1
        if new != old:
            _write_cell(cell, new)


def _write_cell(cell: Element, text: str) -> None:
    """Make the cell hold its own text: a formula or shared text is let go."""
    drop(list(cell))
    cell.set("t", "inlineStr")
    holder = cell.makeelement(f"{xlsx.S}is")
    line = holder.makeelement(f"{xlsx.S}t")
    line.text = text
    holder.append(line)
    cell.append(holder)


def _strings_in_use(
    package: zipfile.ZipFile, sheets: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Empty the shared texts that no cell holds any more: they would go out too."""
    if xlsx.STRINGS not in package.namelist():
        return {}
    used = {
        cell.findtext(f"{xlsx.S}v")
        for content in sheets.values()
        for cell in parse(content).iter(f"{xlsx.S}c")
        if cell.get("t") == "s"
    }
    root = parse(part(package, xlsx.STRINGS))
    for place, item in enumerate(root.iter(f"{xlsx.S}si")):
        if str(place) not in used:
            for text in item.iter(f"{xlsx.S}t"):
                text.text = ""
    return {xlsx.STRINGS: serialised(root)}


def _nobody(package: zipfile.ZipFile) -> dict[str, bytes]:
    return {
        name: properties.without_authors(part(package, name))
        for name in properties.PARTS
        if name in package.namelist()
    }


def _repacked(
    package: zipfile.ZipFile, changed: Mapping[str, bytes], gone: re.Pattern[str]
) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as clean:
        for name in package.namelist():
            if gone.match(name):
                continue
            content = changed.get(name) or part(package, name)
            if name.endswith(".rels") or name == "[Content_Types].xml":
                content = _without_links(content, gone)
            clean.writestr(name, content)
    return out.getvalue()


def _without_links(content: bytes, gone: re.Pattern[str]) -> bytes:
    """Take out what points to parts that are gone."""
    root = parse(content)
    for element in list(root):
        target = element.get("Target") or element.get("PartName") or ""
        leads = target.removeprefix("../").removeprefix("/")
        if any(gone.match(f"{folder}{leads}") for folder in ("", "word/", "xl/")):
            root.remove(element)
    return serialised(root)
