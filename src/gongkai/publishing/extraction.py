"""The text of attachments, read for search: one file at a time, each kept at once.

What a file is and how it is read stands in ``publishing.screening.files``; a file
that is broken, locked or unsafe keeps the reason.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, BinaryIO, cast

from django.utils import timezone

from gongkai.jobs.models import Job, JobState
from gongkai.jobs.registry import Report
from gongkai.jobs.services import start
from gongkai.publishing.content import checksum_of
from gongkai.publishing.models import Attachment, TextState
from gongkai.publishing.screening.files import HeldFileError, read_file

EXTRACT = "publishing.extract_texts"
MOST_BYTES = 100 * 1024 * 1024
MOST_CHARACTERS = 2_000_000
_TOLD = 50
_STARTS_WITHIN = timedelta(minutes=1)
_TOO_LARGE = "文件超过100兆字节，不提取文字。扫描件请压缩或者拆分。"
_GONE = "附件的文件找不到，请重新上传。"


@dataclass
class Extraction:
    """How many files ended in which state, and the first that could not be read."""

    counts: Counter[str] = field(default_factory=Counter)
    failed: list[dict[str, Any]] = field(default_factory=list)

    @property
    def told(self) -> dict[str, Any]:
        """What the page of the job shows."""
        return {"counts": dict(self.counts), "failed": self.failed}


def start_extraction(actor: Any) -> Job | None:
    """Start the job for what waits, unless one waits to begin already."""
    recent = timezone.now() - _STARTS_WITHIN
    queued = Job.objects.filter(kind=EXTRACT, state=JobState.QUEUED)
    if queued.filter(created_at__gte=recent).exists():
        return None
    return start(kind=EXTRACT, actor=actor)


def extract_waiting(report: Report) -> Extraction:
    """Read every attachment that waits; safe to run again after an interruption."""
    waiting = list(
        Attachment.objects.filter(text_state=TextState.WAITING)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    done = Extraction()
    for number, pk in enumerate(waiting, start=1):
        attachment = Attachment.objects.filter(pk=pk).first()
        if attachment is not None:
            extract(attachment)
            _tell(done, attachment)
        report(number, len(waiting))
    return done


def extract(attachment: Attachment) -> Attachment:
    """Read the text of one file and keep it, or the reason why there is none."""
    state, text, problem = _read(attachment)
    attachment.text_state, attachment.text = state, text[:MOST_CHARACTERS]
    attachment.text_problem = problem[:200]
    attachment.save(update_fields=["text_state", "text", "text_problem"])
    return attachment


def _read(attachment: Attachment) -> tuple[TextState, str, str]:
    try:
        checksum_of(attachment)
        if attachment.size > MOST_BYTES:
            return TextState.FAILED, "", _TOO_LARGE
        with attachment.file.open("rb") as opened:
            reading = read_file(str(attachment.file.name), cast("BinaryIO", opened))
    except (FileNotFoundError, ValueError):
        return TextState.FAILED, "", _GONE
    except HeldFileError as error:
        return TextState.FAILED, "", str(error)
    text = "\n".join(passage.text for passage in reading if passage.text.strip())
    text = text.replace("\0", "")
    return (TextState.READ if text else TextState.NONE), text, reading.unread


def _tell(done: Extraction, attachment: Attachment) -> None:
    done.counts[attachment.text_state] += 1
    if attachment.text_state == TextState.FAILED and len(done.failed) < _TOLD:
        done.failed.append(
            {
                "item": attachment.item_id,
                "title": attachment.title,
                "problem": attachment.text_problem,
            }
        )
