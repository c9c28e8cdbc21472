"""Rows of a sheet as drafts of records: cells read, references and records found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from gongkai.exchange.registers.heading import Heading
from gongkai.exchange.registers.kinds import CellError, Choice, tidy
from gongkai.exchange.registers.layout import ORGAN, Column, Layout
from gongkai.exchange.registers.masks import is_masked
from gongkai.exchange.registers.results import ErrorList
from gongkai.exchange.registers.synonyms import synonyms_of
from gongkai.exchange.registers.tables import Rows


@dataclass
class Draft:
    """One row: what its cells say, by field; references still as keys.

    The field of an optional column that the file has not is not among them, nor is
    that of a cell whose value is masked.
    """

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    is_wrong: bool = False


class RowReader:
    """Reads the rows of one sheet by a layout and notes every wrong cell."""

    def __init__(self, layout: Layout, errors: ErrorList, heading: Heading) -> None:
        self.layout = layout
        self.errors = errors
        self.heading = heading
        self._synonyms = synonyms_of(layout.slug)
        self._present: list[tuple[Column, int]] = []
        self._named: set[int] = set()
        self._understood: dict[tuple[str, str], str] = {}
        self._told: Counter[str] = Counter()

    @property
    def notes(self) -> list[str]:
        """What was understood otherwise than it stands, in sentences."""
        return [
            *self.heading.notes,
            *(
                f"“{header}”中的“{said}”识别为“{label}”。"
                for (header, said), label in self._understood.items()
            ),
            *(f"{message}（{count}行）。" for message, count in self._told.items()),
        ]

    def read(self, rows: Rows) -> Iterator[Draft]:
        """Read the header, then yield a draft for each row that is not empty.

        Nothing is yielded when the header is wrong.
        """
        below = self.heading.read(rows)
        if below is None:
            return
        self._present = self.heading.present
        self._named = {*self.heading.places.values(), *self.heading.left_out}
        for line, cells in below:
            texts = [tidy(cell) for cell in cells]
            if any(texts):
                yield self._draft(line, texts)

    def refuse(self, draft: Draft, reason: str, *columns: Column) -> None:
        """Note that a row is wrong, in the given columns or as a whole."""
        draft.is_wrong = True
        values = [draft.texts.get(column.field, "") for column in columns]
        self.errors.add(
            draft.line,
            reason,
            column="、".join(column.header for column in columns),
            letter="、".join(self.letter(column) for column in columns),
            value="、".join(value for value in values if value),
        )

    def tell(self, message: str) -> None:
        """Note something about a row that does not refuse it."""
        self._told[message] += 1

    def letter(self, column: Column) -> str:
        """Return the column's letter in this sheet, empty where it is left out."""
        return self.heading.letter(column)

    def _draft(self, line: int, texts: list[str]) -> Draft:
        draft = Draft(line)
        for column, place in self._present:
            text = texts[place] if place < len(texts) else ""
            draft.texts[column.field] = text
            self._read_cell(draft, column, text)
        if self.heading.stands_for_organ:
            draft.values[ORGAN] = self.heading.organ_code
        self._refuse_strays(draft, texts)
        return draft

    def _read_cell(self, draft: Draft, column: Column, text: str) -> None:
        if column.mask is not None and is_masked(text):
            return
        if not text:
            if column.required:
                self.refuse(draft, "这一格必填。", column)
            else:
                draft.values[column.field] = column.empty
            return
        try:
            meant = self._meant(column, text)
            draft.values[column.field] = column.kind.read(meant, draft.values)
        except CellError as error:
            self.refuse(draft, error.message, column)

    def _meant(self, column: Column, text: str) -> str:
        """Return a text in the register's own words; refuse what may mean several."""
        if not isinstance(column.kind, Choice):
            return text
        meant = self._synonyms.value(column.header, text, column.kind.labels)
        if not meant:
            return text
        if len(meant) > 1:
            raise CellError(f"看不出是哪一种，请改成其中一种：{'、'.join(meant)}。")
        self._understood[column.header, text] = meant[0]
        return meant[0]

    def _refuse_strays(self, draft: Draft, texts: list[str]) -> None:
        """Refuse what stands where the header has no name."""
        for place, text in enumerate(texts):
            if text and place not in self._named:
                draft.is_wrong = True
                reason = "这一格在表头之外，请删去；内容里有逗号的要加引号。"
                letter = str(get_column_letter(place + 1))
                self.errors.add(
                    draft.line, reason, column="没有列名", letter=letter, value=text
                )
