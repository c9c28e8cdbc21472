"""Office files are ZIP archives; the same content should give the same bytes."""

import io
import re
import zipfile
from datetime import date

_CORE = "docProps/core.xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def settled(archive: bytes, made_on: date | None) -> bytes:
    """Return ``archive`` without the clock of this machine in it.

    Its properties say that it was made on ``made_on``, or nothing about that.
    """
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == _CORE:
                data = _MOMENT.sub(_moment(made_on), data)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return content.getvalue()


def _moment(made_on: date | None) -> bytes:
    """Return what to put in the place of each moment."""
    if made_on is None:
        return b""
    return rb"\g<1>" + made_on.isoformat().encode() + rb"T00:00:00Z\g<3>"
