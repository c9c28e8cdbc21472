"""PDF: text by page, notes, author, encryption; a scan has no text and is told so."""

from typing import BinaryIO

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from gongkai.publishing.screening.files.guards import broken
from gongkai.publishing.screening.files.reading import (
    FileReading,
    HeldFileError,
    Passage,
    Sight,
)

MOST_PAGES = 2_000
_SILENT = frozenset((raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_POPUP))


def read(file: BinaryIO) -> FileReading:
    """Return the text layer by pages; raise ``HeldFileError`` for what is not opened.

    A page that is only a picture has no text: the reading says which pages.
    """
    document = _opened(file)
    try:
        return _read(document)
    finally:
        document.close()


def require_open(file: BinaryIO) -> None:
    """Raise ``HeldFileError`` for a PDF that is broken or under a password."""
    _opened(file).close()


def _opened(file: BinaryIO) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(file.read())
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise HeldFileError(
                "encrypted", "PDF 设了打开密码。", "请取消密码后另存，再上传。"
            ) from error
        raise broken() from error


def _read(document: pdfium.PdfDocument) -> FileReading:
    reading = FileReading(sights=_authors(document))
    pages = min(len(document), MOST_PAGES)
    silent, notes = [], 0
    for number in range(pages):
        page = document[number]
        text = page.get_textpage().get_text_range()
        notes += _notes(page)
        if text.strip():
            place = f"第{number + 1}页"
            reading.passages.append(Passage(place, text.replace("\r\n", "\n")))
        else:
            silent.append(number + 1)
        page.close()
    reading.unread = _unread(silent, pages, len(document))
    if notes:
        advice = "PDF 里的注释不能在这里删去，请在原文件里删去后重新导出。"
        reading.sights.append(Sight("comment", "注释", f"有{notes}处注释。", advice))
    return reading


def _unread(silent: list[int], read_pages: int, pages: int) -> str:
    if pages > read_pages:
        return f"共{pages}页，只检查了前{read_pages}页。"
    if silent and len(silent) == pages:
        return "整份是扫描件，没有文字层，程序读不到。"
    if silent:
        told = "、".join(map(str, silent[:10])) + ("等" if len(silent) > 10 else "")  # noqa: PLR2004
        return f"第{told}页没有文字层（图片或扫描），程序读不到。"
    return ""


def _authors(document: pdfium.PdfDocument) -> list[Sight]:
    author = str(document.get_metadata_dict().get("Author", "")).strip()
    if not author:
        return []
    advice = "PDF 的作者信息请在原文件里去掉后重新导出；是单位名称的可以保留。"
    return [Sight("author", "文件属性", author[:80], advice, is_blocking=False)]


def _notes(page: pdfium.PdfPage) -> int:
    count = 0
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        count += raw.FPDFAnnot_GetSubtype(note) not in _SILENT
        raw.FPDFPage_CloseAnnot(note)
    return count
