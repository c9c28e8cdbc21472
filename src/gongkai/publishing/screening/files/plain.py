"""TXT and CSV: their lines, in the encodings that offices save them in."""

from typing import BinaryIO

from gongkai.publishing.screening.files.reading import FileReading, Passage

_ENCODINGS = ("utf-8-sig", "gb18030")


def read(file: BinaryIO) -> FileReading:
    """Return the text, a comma of a table as the edge of a cell."""
    content = file.read()
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return FileReading([Passage("全文", text)])
    return FileReading(unread="文字编码不是 UTF-8 或 GB18030，程序读不到。")
