"""Opening a DOCX that somebody uploaded, or saying in a sentence why not."""

import io
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as OpenDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from gongkai.exchange.official_documents.blocks import blocks_of
from gongkai.exchange.official_documents.recognition import (
    OfficialDocument,
    recognise,
)
from gongkai.publishing.screening.files import (
    HeldFileError,
    require_sound,
    suffix_of,
)
from gongkai.statute.errors import GongkaiError

MOST_MEGABYTES = 20
#: What the body does not take over, and what to do about it.
_LEFT_OUT = {
    "w:numPr": "文中有自动编号，编号没有带过来，请在正文里补上。",
    "w:drawing": "文中有图片或图形，没有带过来，请把原文件作为附件。",
    "w:footnoteReference": "文中有脚注，没有带过来，请把原文件作为附件。",
    "w:del": "文中有修订痕迹：删去的没有带过来，添加的带过来了，请核对。",
    "w:ins": "文中有修订痕迹：删去的没有带过来，添加的带过来了，请核对。",
}


def read_official_document(name: str, content: bytes) -> OfficialDocument:
    """Return the parts of an uploaded document.

    Raises ``GongkaiError`` for one that is not DOCX, too big, under a password, with
    macros, or broken.
    """
    if suffix_of(name) not in {"docx", "docm"}:
        raise GongkaiError(
            f"“{name}”不是 DOCX 文件。请用 Word 或 WPS 另存为 DOCX 再上传。"
        )
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        raise GongkaiError(
            f"“{name}”超过{MOST_MEGABYTES}兆字节，不能识别。请作为附件上传，正文另外粘贴。"
        )
    document = _opened(name, content)
    blocks = list(blocks_of(document))
    if not blocks:
        raise GongkaiError(f"“{name}”里没有文字。请核对文件，扫描件请作为附件上传。")
    return recognise(blocks, _warnings(document))


def _opened(name: str, content: bytes) -> OpenDocument:
    file = io.BytesIO(content)
    try:
        require_sound(name, file)
        return Document(file)
    except HeldFileError as error:
        raise GongkaiError(f"“{name}”不能识别：{error}") from error
    except (OpcError, LxmlError, BadZipFile, KeyError, ValueError) as error:
        raise GongkaiError(
            f"“{name}”打不开，可能损坏或者没有传完。请重新另存为 DOCX 再上传。"
        ) from error


def _warnings(document: OpenDocument) -> list[str]:
    body = document.element.body
    found = [
        words
        for tag, words in _LEFT_OUT.items()
        if next(body.iter(qn(tag)), None) is not None
    ]
    return list(dict.fromkeys(found))
