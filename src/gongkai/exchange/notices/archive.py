"""A case as one file for the archive: index, record, notices, originals."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils import timezone

from gongkai.casework.models import CaseFile, DisclosureRequest, Notice, NoticeStatus
from gongkai.exchange.notices.record import record_sheet
from gongkai.exchange.notices.rendering import notice_file_name, render_notice
from gongkai.exchange.notices.sheets import Sheet, SheetTable, set_sheet
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kind

_INDEX, _RECORD = "目录.pdf", "办理记录.pdf"
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_NAME_LIMIT = 80
_DONE = (NoticeStatus.APPROVED, NoticeStatus.SENT)


@dataclass(frozen=True)
class _Document:
    """One document of the case file, under its name in the archive."""

    name: str
    title: str
    kind: str
    day: str
    content: bytes


def archive_case(disclosure_request: DisclosureRequest) -> bytes:
    """Return the case file as ZIP: index and record as PDF, notices, originals.

    It holds personal data. A notice that this machine's fonts cannot set is there as
    DOCX; drafts are left out. Raises ``GongkaiError`` for an original that is gone.
    """
    today = timezone.localdate()
    record = set_sheet(record_sheet(disclosure_request), made_on=today)
    documents = [
        _Document(_RECORD, "依申请公开办理记录", "记录", str(today), record),
        *_notices(disclosure_request),
        *_originals(disclosure_request),
    ]
    index = set_sheet(_index(disclosure_request, documents), made_on=today)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_INDEX, index)
        for document in documents:
            archive.writestr(document.name, document.content)
    return content.getvalue()


def archive_file_name(disclosure_request: DisclosureRequest) -> str:
    """Return the name that a person would give the archive; it names no applicant."""
    return _safe(f"{disclosure_request.number}依申请公开案卷") + ".zip"


def _notices(case: DisclosureRequest) -> Iterator[_Document]:
    notices = case.notices.filter(status__in=_DONE).order_by("dated_on", "pk")
    for at, notice in enumerate(notices, 1):
        suffix, content = _rendered(notice)
        yield _Document(
            f"文书/{at:02d}{notice_file_name(notice, suffix)}",
            f"{notice.number}{notice_kind(notice.kind).title}",
            "文书",
            str(notice.dated_on),
            content,
        )


def _rendered(notice: Notice) -> tuple[str, bytes]:
    try:
        return ".pdf", render_notice(notice, ".pdf")
    except GongkaiError:
        return ".docx", render_notice(notice, ".docx")


def _originals(case: DisclosureRequest) -> Iterator[_Document]:
    for at, file in enumerate(case.files.order_by("kind", "pk"), 1):
        suffix = PurePosixPath(file.file.name or "").suffix
        title = file.title.removesuffix(suffix) if suffix else file.title
        yield _Document(
            f"材料/{at:02d}{_safe(title)}{_safe(suffix)}",
            file.title,
            str(file.get_kind_display()),
            str(timezone.localdate(file.uploaded_at)),
            _content_of(file),
        )


def _content_of(file: CaseFile) -> bytes:
    try:
        with file.file.open("rb") as opened:
            return bytes(opened.read())
    except OSError as error:
        raise GongkaiError(
            f"案卷材料“{file.title}”的原件读不到，不能归档。请先恢复这份文件。"
        ) from error


def _index(case: DisclosureRequest, documents: list[_Document]) -> Sheet:
    return Sheet(
        title_lines=("依申请公开案卷目录",),
        organ=case.organ.name,
        facts=(
            ("登记编号", case.number),
            ("行政机关", case.organ.name),
            ("申请内容", case.subject),
        ),
        tables=(
            SheetTable(
                "案卷材料",
                (0.7, 3, 1.1, 1.3, 3),
                ("序号", "名称", "类别", "日期", "文件"),
                [
                    (str(at), each.title, each.kind, each.day, each.name)
                    for at, each in enumerate(documents, 1)
                ],
            ),
        ),
    )


def _safe(name: str) -> str:
    return _NOT_IN_FILE_NAMES.sub("", name)[:_NAME_LIMIT]
