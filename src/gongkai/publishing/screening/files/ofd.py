"""OFD (GB/T 33190): the text of its pages."""

import re
import zipfile

from gongkai.publishing.screening.files.markup import parse, part
from gongkai.publishing.screening.files.reading import FileReading, Passage

_PAGE = re.compile(r"(?:.*/)?Pages/Page_(\d+)/Content\.xml$", re.IGNORECASE)
_ANNOTATION = re.compile(r"(?:.*/)?Annots?/.*Annot\w*\.xml$", re.IGNORECASE)


def read(package: zipfile.ZipFile) -> FileReading:
    """Return the text of the pages; one that has none is a scan."""
    reading = FileReading()
    for name in package.namelist():
        page = _PAGE.match(name)
        if not page and not _ANNOTATION.match(name):
            continue
        texts = parse(part(package, name)).iter("{*}TextCode")
        text = "\n".join(each.text or "" for each in texts)
        if text.strip():
            place = f"第{int(page[1]) + 1}页" if page else "注释"
            reading.passages.append(Passage(place, text))
    if not reading.passages:
        reading.unread = "没有文字层，可能是扫描件，程序读不到。"
    return reading
