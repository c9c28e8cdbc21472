"""An item's content before the checks: its texts, its files, what they hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from gongkai.organs.encryption import fingerprint
from gongkai.publishing.content import checksum_of
from gongkai.publishing.models import Attachment, Item, LexiconWord
from gongkai.publishing.screening import (
    CHECKS,
    Check,
    Hit,
    LexiconEntry,
    lexicon_check,
    masked_text,
    screen,
)
from gongkai.publishing.screening.files import (
    FileReading,
    HeldFileError,
    Passage,
    Sight,
    attributes_of,
    body_sights,
    read_file,
    visible,
)
from gongkai.publishing.screening.lexicon import LABEL as LEXICON_LABEL
from gongkai.publishing.screening.lexicon import NAME as LEXICON_NAME

#: The fields that the public reads as prose, each with its place in words.
TEXT_FIELDS = {"title": "标题", "summary": "内容概述", "body": "正文"}
MOST_FINDINGS = 2_000
_AROUND = 16
_PURPOSE = "publishing.screening"
_MISSING = Sight(
    "broken", "文件", "附件的文件找不到。", "请删去这个附件，重新上传。", can_stay=False
)
_TOO_MANY = Sight(
    "too_many",
    "文件",
    f"发现多于{MOST_FINDINGS}处，只列出前面的。",
    "大批个人信息不宜公开，请换成去掉这些列的文件。",
    can_stay=False,
)


@dataclass(frozen=True)
class Found:
    """A finding before it is stored: where it stands and what it says."""

    attachment: Attachment | None
    check: str
    place: str
    text: str
    masked: str
    advice: str
    is_blocking: bool
    fingerprint: str


@dataclass
class Inspection:
    """What the checks found, and the files whose text was not read."""

    checks: list[str]
    found: list[Found] = field(default_factory=list)
    unread: list[dict[str, str]] = field(default_factory=list)


def checks_for(item: Item) -> list[Check]:
    """Return the checks with the words of the organ and of those above it."""
    codes = item.organ.path.strip("/").split("/")
    words = LexiconWord.objects.filter(organ__code__in=codes)
    entries = [
        LexiconEntry(word.word, word.suggestion, word.is_blocking) for word in words
    ]
    return [*CHECKS, Check(LEXICON_NAME, LEXICON_LABEL, lexicon_check(entries))]


def inspect(item: Item) -> Inspection:
    """Read the whole content of an item; files are read from their storage."""
    checks = checks_for(item)
    inspection = Inspection([check.name for check in checks])
    for name, place in TEXT_FIELDS.items():
        passage = Passage(place, visible(getattr(item, name)).text)
        inspection.found += _found(None, name, [passage], checks)
    telling = Passage("正文里链接、图片的说明", attributes_of(item.body))
    inspection.found += _found(None, "attributes", [telling], checks)
    inspection.found += _seen(None, "body", body_sights(item.body))
    for attachment in item.attachments.all():
        _inspect_file(attachment, checks, inspection)
    return inspection


def _inspect_file(
    attachment: Attachment, checks: list[Check], inspection: Inspection
) -> None:
    where = f"file:{attachment.pk}"
    reading = read_attachment(attachment)
    found = [*_found(attachment, where, reading.passages, checks)]
    found += _seen(attachment, where, reading.sights)
    if reading.unread:
        title = f"{attachment.title}"
        inspection.unread.append({"title": title, "reason": reading.unread})
        unread = Sight("unread", "文件", reading.unread, "请人工核对后写明理由。")
        by_content = f"{where}:{checksum_of(attachment)}"
        found += _seen(attachment, by_content, [unread])
    if len(found) > MOST_FINDINGS:
        found = [*found[:MOST_FINDINGS], *_seen(attachment, where, [_TOO_MANY])]
    inspection.found += found


def read_attachment(attachment: Attachment) -> FileReading:
    """Return the reading of a file; one that is held or gone is told as a sight."""
    try:
        checksum_of(attachment)
        with attachment.file.open("rb") as opened:
            return read_file(str(attachment.file.name), cast("BinaryIO", opened))
    except FileNotFoundError:
        return FileReading(sights=[_MISSING])
    except HeldFileError as error:
        return FileReading(sights=[error.sight])


def _found(
    attachment: Attachment | None,
    where: str,
    passages: list[Passage],
    checks: list[Check],
) -> Iterator[Found]:
    seen: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        hits = screen(passage.text, checks)
        masked = masked_text(passage.text, hits) if hits else ""
        for hit in hits:
            seen[hit.check, hit.text] += 1
            told = f"{hit.check}\0{where}\0{hit.text}\0{seen[hit.check, hit.text]}"
            yield Found(
                attachment,
                hit.check,
                passage.place[:120],
                hit.text,
                _in_context(masked, hit),
                hit.advice,
                hit.is_blocking,
                fingerprint(told, purpose=_PURPOSE),
            )


def _in_context(masked: str, hit: Hit) -> str:
    before = masked[max(0, hit.start - _AROUND) : hit.start]
    after = masked[hit.end : hit.end + _AROUND]
    return " ".join(f"{before}【{hit.shown}】{after}".split())[:300]


def _seen(
    attachment: Attachment | None, where: str, sights: list[Sight]
) -> Iterator[Found]:
    for number, sight in enumerate(sights):
        told = f"{sight.check}\0{where}\0{sight.place}\0{sight.shown}\0{number}"
        yield Found(
            attachment,
            sight.check,
            sight.place[:120],
            sight.shown,
            sight.shown,
            sight.advice,
            sight.is_blocking,
            fingerprint(told, purpose=_PURPOSE),
        )
