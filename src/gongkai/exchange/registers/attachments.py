"""The files of an item, named in a cell and found beside the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files import File

from gongkai.exchange.registers.children import Change, Values, split
from gongkai.exchange.registers.kinds import SEVERAL, CellError, CellValue, Row
from gongkai.exchange.registers.media import SavedFiles
from gongkai.publishing.models import Attachment, TextState

FOLDER = "attachments"
_LONGEST_NAME = 200
_BLOCK = 1 << 16


@dataclass(frozen=True)
class AttachedFiles:
    """The attachments of an item by file name, in their order.

    An attachment that is there already needs no file beside the table; where there
    is one, its content counts.
    """

    related_name: str = "attachments"
    labels: tuple[str, ...] = ()
    hint: str = f"文件名，多个用“{SEVERAL}”隔开；文件放在表格旁的{FOLDER}文件夹里"

    def read(self, text: str, row: Row) -> Values:  # noqa: ARG002
        names = split(text)
        for name in names:
            if len(name) > _LONGEST_NAME or Path(name).name != name or "\\" in name:
                raise CellError(f"“{name}”不能作附件的文件名，请改短或去掉路径。")
        return tuple(names)

    def write(self, value: Values) -> CellValue:
        return SEVERAL.join(value)

    def of(self, record: Any) -> Values:
        """Return the names of a record whose attachments are fetched already."""
        return tuple(attachment.title for attachment in record.attachments.all())

    def check(self, values: Values, now: Values, files: SavedFiles) -> None:
        """Demand the file of every new name, and no name twice."""
        if values != now and len(set(values)) < len(values):
            raise CellError("附件的文件名重复，请改名。")
        for name in values:
            if name not in now and files.path_of(name) is None:
                raise CellError(
                    f"找不到附件“{name}”，请把它放在表格旁的{FOLDER}文件夹里。"
                )

    def differs(self, record: Any, files: SavedFiles) -> bool:
        """Return whether a file beside the table differs from the one stored."""
        return any(
            (path := files.path_of(attachment.title)) is not None
            and not _same_content(attachment, path)
            for attachment in record.attachments.all()
        )

    def save(self, changes: Sequence[Change], files: SavedFiles) -> None:
        """Make the attachments of each record those that its cell names."""
        for change in changes:
            now = {a.title: a for a in Attachment.objects.filter(item=change.record)}
            for title in set(now) - set(change.values):
                files.replaced(now[title].file)
                now[title].delete()
            for position, title in enumerate(change.values):
                attachment = now.get(title) or Attachment(
                    item=change.record, title=title
                )
                attachment.position = position
                _store(attachment, files)
                attachment.save()


def _store(attachment: Attachment, files: SavedFiles) -> None:
    path = files.path_of(attachment.title)
    if path is None or (attachment.file and _same_content(attachment, path)):
        return
    if attachment.file:
        files.replaced(attachment.file)
    with path.open("rb") as content:
        attachment.file.save(attachment.title, File(content), save=False)
    attachment.sha256, attachment.text, attachment.text_problem = "", "", ""
    attachment.text_state = TextState.WAITING
    files.saved(attachment.file)


def _same_content(attachment: Attachment, path: Path) -> bool:
    try:
        if attachment.file.size != path.stat().st_size:
            return False
        with attachment.file.open("rb") as stored, path.open("rb") as given:
            while block := given.read(_BLOCK):
                if stored.read(_BLOCK) != block:
                    return False
    except FileNotFoundError:
        return False
    return True
