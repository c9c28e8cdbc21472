"""Import of a register from a table file: all of it or nothing."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.db.models import QuerySet

from gongkai.audit.services import record as record_in_journal
from gongkai.exchange.models import ImportBatch
from gongkai.exchange.registers.attachments import FOLDER
from gongkai.exchange.registers.binding import Binder, Bound
from gongkai.exchange.registers.filling import Differences, Filled, Filler
from gongkai.exchange.registers.heading import Heading
from gongkai.exchange.registers.layout import ORGAN, Layout
from gongkai.exchange.registers.layouts import LAYOUTS
from gongkai.exchange.registers.media import SavedFiles
from gongkai.exchange.registers.reading import Draft, RowReader
from gongkai.exchange.registers.results import ErrorList, FolderResult, ImportResult
from gongkai.exchange.registers.tables import file_content, read_table, sheet_named
from gongkai.exchange.registers.writing import write
from gongkai.organs.models import Organ
from gongkai.statute.errors import GongkaiError

_CHUNK = 1000
#: The journal tells what each changed row was, up to this many.
MOST_DIFFERENCES = 200


@dataclass(frozen=True)
class TableFile:
    """A file that somebody brought: its name and its bytes."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The checksum by which the journal knows the file."""
        return hashlib.sha256(self.content).hexdigest()


def import_file(
    *,
    layout: Layout,
    name: str,
    content: bytes,
    actor: Any,
    organ_limit: QuerySet[Organ] | None = None,
    dry_run: bool = False,
    attachments_dir: Path | None = None,
    answers: Mapping[str, str] | None = None,
) -> ImportResult:
    """Import one register from a CSV or XLSX file; a wrong row refuses the file.

    ``organ_limit`` are the organs whose records the actor may write; None is all,
    and a superuser has no limit. ``answers`` say of columns that were asked about
    (``ImportResult.questions``) by which header they go; empty leaves one out.
    A file that changes something is journalled as 导入 and kept as an ImportBatch;
    with ``dry_run`` it is only judged. Raises ``GongkaiError`` when the file cannot
    be read at all.
    """
    file = TableFile(name, content)
    limit = None if getattr(actor, "is_superuser", False) else organ_limit
    with SavedFiles(attachments_dir) as files, _all_or_nothing():
        result = _Import(layout, file, limit, files, answers).run(actor)
        if dry_run or not result.accepted:
            _undo(files)
    return result


def import_directory(path: Path, actor: Any) -> FolderResult:
    """Import the CSV files of a folder in the order of the layouts, all or none.

    The first file with a wrong row refuses the folder; only its result is returned.
    Raises ``GongkaiError`` for a folder without register files, or with other CSVs.
    """
    results: dict[str, ImportResult] = {}
    with SavedFiles(path / FOLDER) as files, _all_or_nothing():
        for layout in _layouts_in(path):
            source = path / f"{layout.slug}.csv"
            file = TableFile(source.name, file_content(source))
            result = _Import(layout, file, None, files).run(actor)
            if not result.accepted:
                _undo(files)
                return FolderResult({layout.slug: result})
            results[layout.slug] = result
    return FolderResult(results)


class _Import:
    """One file on its way in."""

    def __init__(
        self,
        layout: Layout,
        file: TableFile,
        organ_limit: QuerySet[Organ] | None,
        files: SavedFiles,
        answers: Mapping[str, str] | None = None,
    ) -> None:
        self.layout = layout
        self.file = file
        self.files = files
        self.sheet = sheet_named(
            read_table(file.content, file.name), layout.label, file.name
        )
        self.errors = ErrorList(self.sheet.title)
        self.heading = Heading(layout, self.errors, answers, _only_code(organ_limit))
        self.reader = RowReader(layout, self.errors, self.heading)
        self.binder = Binder(layout, self.reader, organ_limit)
        self.filler = Filler(layout, self.reader, files)
        self.told = _Told(keeps_rows=layout.judge_written is not None)

    def run(self, actor: Any) -> ImportResult:
        """Read, check and write the rows; journal what came of them."""
        for drafts in self._chunks(self.reader.read(self.sheet.rows())):
            filled = self.filler.fill(self.binder.bind(drafts))
            if not self.errors.count:
                write(
                    self.layout, [one for one in filled if one.is_changed], self.files
                )
                self.told.add(filled)
        self._judge_written()
        self._refuse_merged()
        if self.errors.count:
            return ImportResult(
                errors=self.errors.kept,
                error_count=self.errors.count,
                notes=self.reader.notes,
                questions=self.heading.questions,
            )
        counts = self.told.counts
        if counts["added"] or counts["changed"]:
            if self.layout.settle is not None:
                self.layout.settle()
            self._keep(actor)
        return ImportResult(
            counts["added"],
            counts["changed"],
            counts["unchanged"],
            notes=self.reader.notes,
        )

    def _refuse_merged(self) -> None:
        """Refuse cells that are merged below the header: all but one are empty."""
        for merged in self.sheet.merged():
            if merged.last_line > self.heading.line:
                reason = (
                    f"{merged.range}是合并的单元格，只有第一格有内容。"
                    "请取消合并，每一行都填写后再导入。"
                )
                self.errors.add(merged.first_line, reason, letter=merged.letter)

    def _judge_written(self) -> None:
        """Ask the layout's judge about all rows that were written, if it has one."""
        if self.layout.judge_written is None or self.errors.count:
            return
        problems = self.layout.judge_written([one.record for one in self.told.bound])
        for one in self.told.bound:
            if problem := problems.get(one.record.pk):
                self.filler.refuse(one.draft, problem)

    def _chunks(self, drafts: Iterator[Draft]) -> Iterator[list[Draft]]:
        """Cut the rows into chunks; a tree comes whole, as rows name each other."""
        size = _CHUNK if self.layout.parent is None else None
        while chunk := list(islice(drafts, size)):
            yield chunk

    def _keep(self, actor: Any) -> None:
        organ = self.told.only_organ()
        rows = {name: self.told.counts[name] for name in _COUNTED}
        ImportBatch.objects.create(
            register=self.layout.register,
            organ=organ,
            file_name=self.file.name[-200:],
            sha256=self.file.sha256,
            account=actor,
            rows=rows,
        )
        detail: dict[str, Any] = {"sha256": self.file.sha256, "rows": rows}
        if self.told.differences and len(self.told.differences) <= MOST_DIFFERENCES:
            detail["changes"] = self.told.differences
        record_in_journal(
            actor=actor,
            action="导入",
            subject=self.layout.register,
            subject_key=self.file.name[-200:],
            organ_code=organ.code if organ else "",
            detail=detail,
        )


def _only_code(organs: QuerySet[Organ] | None) -> str:
    """Return the code of the only organ whose records may be touched, if it is one."""
    first_two = [] if organs is None else list(organs[:2])
    return first_two[0].code if len(first_two) == 1 else ""


_COUNTED = ("added", "changed", "unchanged")


@dataclass
class _Told:
    """What the journal and the result tell of the rows."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: dict[str, Differences] = field(default_factory=dict)
    organ_ids: set[int] = field(default_factory=set)
    keeps_rows: bool = False
    bound: list[Bound] = field(default_factory=list)

    def add(self, filled: list[Filled]) -> None:
        """Count the rows of a chunk that was written."""
        for one in filled:
            record = one.bound.record
            if one.is_changed:
                self.counts["added" if one.is_new else "changed"] += 1
                organ_id = one.bound.draft.values.get(ORGAN, record.pk)
                self.organ_ids.add(organ_id)
                if self.keeps_rows:
                    self.bound.append(one.bound)
            else:
                self.counts["unchanged"] += 1
            if one.differences and len(self.differences) <= MOST_DIFFERENCES:
                self.differences[_name_of(record)] = one.differences

    def only_organ(self) -> Organ | None:
        """Return the organ of all written rows, None when there are several."""
        if len(self.organ_ids) != 1:
            return None
        return Organ.objects.get(pk=next(iter(self.organ_ids)))


def _name_of(record: Any) -> str:
    number = getattr(record, "number", "") or getattr(record, "code", "")
    return str(number or record.pk)


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """Run a transaction; what the database refuses at last becomes one sentence."""
    try:
        with transaction.atomic():
            yield
    except (IntegrityError, DataError) as error:
        raise GongkaiError(
            "数据库没有接受这份文件，数据没有改动；"
            "多半是有人同时改了同一批记录，请再导入一次。"
        ) from error


def _undo(files: SavedFiles) -> None:
    files.discard()
    transaction.set_rollback(True)


def _layouts_in(path: Path) -> list[Layout]:
    if not path.is_dir():
        raise GongkaiError(f"没有“{path}”这个文件夹，请检查路径。")
    names = {file.stem for file in path.glob("*.csv")}
    strange = sorted(names - set(LAYOUTS))
    if strange:
        raise GongkaiError(
            f"“{path}”里的{strange[0]}.csv不是登记簿文件。"
            f"文件名应为：{'、'.join(f'{slug}.csv' for slug in LAYOUTS)}。"
        )
    if not names:
        raise GongkaiError(
            f"“{path}”里没有登记簿文件。文件名应为：{'、'.join(LAYOUTS)}（.csv）。"
        )
    return [layout for slug, layout in LAYOUTS.items() if slug in names]
