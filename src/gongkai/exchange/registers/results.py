"""What became of a file: counts, or every row that is wrong and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field

#: A file with more wrong rows than this is told by their number.
MOST_ERRORS = 200


@dataclass(frozen=True)
class RowError:
    """One wrong cell or row: where it stands, what it says, why not, what to do.

    ``column`` is the header; ``letter`` is the column as Excel calls it, empty for a
    column that the file has not. Both are empty where a row as a whole is wrong.
    """

    sheet: str
    line: int
    column: str
    letter: str
    value: str
    reason: str

    def __str__(self) -> str:
        column = f"“{self.column}”" if self.column else ""
        if self.letter:
            column += f"（{self.letter}列）"
        value = f"“{self.value}”" if self.value else ""
        return f"{self.sheet}第{self.line}行{column}{value}：{self.reason}"


@dataclass(frozen=True)
class Question:
    """A column that is not known: its title, and the columns that it may be.

    The likely ones stand first; ``likely`` says that there are such.
    """

    title: str
    letter: str
    options: tuple[str, ...]
    likely: bool = False


@dataclass
class ErrorList:
    """Collects errors, keeps the first ``MOST_ERRORS`` and counts all."""

    sheet: str
    kept: list[RowError] = field(default_factory=list)
    count: int = 0

    def add(
        self,
        line: int,
        reason: str,
        *,
        column: str = "",
        letter: str = "",
        value: str = "",
    ) -> None:
        """Note one wrong cell or row."""
        self.count += 1
        if len(self.kept) < MOST_ERRORS:
            shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}……"
            self.kept.append(RowError(self.sheet, line, column, letter, shown, reason))


_SHOWN = 60


@dataclass(frozen=True)
class ImportResult:
    """What became of the rows of one file; with errors, nothing was kept.

    ``error_count`` may be more than there are ``errors``. ``notes`` tell what was
    understood otherwise than it stands; ``questions`` what only a person can say.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    errors: list[RowError] = field(default_factory=list)
    error_count: int = 0
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    @property
    def accepted(self) -> bool:
        """Whether the file was taken in."""
        return not self.errors

    def summary(self) -> str:
        """Return one sentence in Chinese for a person."""
        if self.accepted:
            return f"新增{self.added}条，修改{self.changed}条，未变{self.unchanged}条。"
        more = self.error_count - len(self.errors)
        rest = f"（以下列出前{len(self.errors)}处）" if more else ""
        return f"有{self.error_count}处错误，文件没有导入，数据没有改动{rest}。"


@dataclass(frozen=True)
class FolderResult:
    """What became of the files of a folder, by register; all or none were kept."""

    files: dict[str, ImportResult]

    @property
    def errors(self) -> list[RowError]:
        """The errors of the file that was refused, if one was."""
        return [error for result in self.files.values() for error in result.errors]

    @property
    def accepted(self) -> bool:
        """Whether the folder was taken in."""
        return not self.errors

    def total(self, name: str) -> int:
        """Add up ``added``, ``changed`` or ``unchanged`` over the files."""
        counts: Iterable[int] = (getattr(r, name) for r in self.files.values())
        return sum(counts)
