"""Files with what should not go out in them. Invented people and numbers only."""

import zipfile
from io import BytesIO

import openpyxl
from docx import Document
from docx.oxml import parse_xml
from openpyxl.comments import Comment
from PIL import Image

IDENTITY = "11010519491231002X"
MOBILE = "13900001234"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(*paragraphs, author="", rows=(), xml=(), comment=""):
    """Return a DOCX; ``xml`` are children of a last paragraph, as WordprocessingML."""
    document = Document()
    document.core_properties.author = author
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, values in zip(table.rows, rows, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value
    last = document.add_paragraph()
    for child in xml:
        last.paragraph_format.element.append(
            parse_xml(child.replace(">", f" {_W}>", 1))
        )
    if comment:
        document.add_comment(last.add_run("此处"), text=comment, author=author)
    return _saved(document)


def sheet_file(*rows, hidden_rows=(), comment="", title="名单", author=""):
    """Return an XLSX of one sheet."""
    book = openpyxl.Workbook()
    book.properties.creator = author or "openpyxl"
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for number in hidden_rows:
        sheet.row_dimensions[number].hidden = True
    if comment:
        sheet["A1"].comment = Comment(comment, "何一舟")
    return _saved(book)


def package(**entries):
    """Return a ZIP of entries, well packed."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def unpacked(content):
    """Return all parts of a package as one, to look for what should be gone."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def photograph(artist="何一舟"):
    """Return a JPEG that says who took it, where, and how it is turned."""
    image = Image.new("RGB", (8, 4), "navy")
    exif = Image.Exif()
    exif[0x013B], exif[0x0112] = artist, 6
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def _saved(document):
    out = BytesIO()
    document.save(out)
    return out.getvalue()
