"""Rows of a sheet as drafts of records: cells read, references and records found."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from openpyxl.utils import get_column_letter

from gongkai.exchange.registers.kinds import CellError, plain, tidy
from gongkai.exchange.registers.layout import Column, Layout
from gongkai.exchange.registers.results import ErrorList
from gongkai.exchange.registers.tables import Rows


@dataclass
class Draft:
    """One row: what its cells say, by field; references still as keys.

    The field of an optional column that the file has not is not among them.
    """

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    is_wrong: bool = False


class RowReader:
    """Reads the rows of one sheet by a layout and notes every wrong cell."""

    def __init__(self, layout: Layout, errors: ErrorList) -> None:
        self.layout = layout
        self.errors = errors
        self._places: dict[str, int] = {}
        self._present: list[tuple[Column, int]] = []

    def read(self, rows: Rows) -> Iterator[Draft]:
        """Read the header, then yield a draft for each row that is not empty.

        Nothing is yielded when the header is wrong.
        """
        line, header = next(rows, (1, []))
        if not self._read_header(line, header):
            return
        for line, cells in rows:
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

    def letter(self, column: Column) -> str:
        """Return the column's letter in this sheet, empty where it is left out."""
        place = self._places.get(column.header)
        return "" if place is None else str(get_column_letter(place + 1))

    def _read_header(self, line: int, header: list[str]) -> bool:
        known = {plain(column.header): column.header for column in self.layout.columns}
        before = self.errors.count
        for place, title in enumerate(map(tidy, header)):
            if title:
                self._place(line, place, title, known.get(plain(title)))
        for column in self.layout.columns:
            if not column.optional and column.header not in self._places:
                reason = "缺少这一列，请补上，或下载模板重填。"
                self.errors.add(line, reason, column=column.header)
        self._present = [
            (column, self._places[column.header])
            for column in self.layout.columns
            if column.header in self._places and not column.export_only
        ]
        return self.errors.count == before

    def _place(self, line: int, place: int, title: str, name: str | None) -> None:
        if name is not None and name not in self._places:
            self._places[name] = place
            return
        if name is not None:
            reason = "这一列出现了两次，请删去一列。"
        else:
            headers = [column.header for column in self.layout.columns]
            close = get_close_matches(title, headers, 1)
            hint = f"是不是“{close[0]}”？" if close else ""
            reason = f"“{self.layout.label}”没有这一列。{hint}请改正列名或删去这一列。"
        letter = str(get_column_letter(place + 1))
        self.errors.add(line, reason, column=title, letter=letter)

    def _draft(self, line: int, texts: list[str]) -> Draft:
        draft = Draft(line)
        for column, place in self._present:
            text = texts[place] if place < len(texts) else ""
            draft.texts[column.field] = text
            self._read_cell(draft, column, text)
        self._refuse_strays(draft, texts)
        return draft

    def _read_cell(self, draft: Draft, column: Column, text: str) -> None:
        if not text:
            if column.required:
                self.refuse(draft, "这一格必填。", column)
            else:
                draft.values[column.field] = column.empty
            return
        try:
            draft.values[column.field] = column.kind.read(text, draft.values)
        except CellError as error:
            self.refuse(draft, error.message, column)

    def _refuse_strays(self, draft: Draft, texts: list[str]) -> None:
        """Refuse what stands where the header has no name."""
        named = set(self._places.values())
        for place, text in enumerate(texts):
            if text and place not in named:
                draft.is_wrong = True
                reason = "这一格在表头之外，请删去；内容里有逗号的要加引号。"
                letter = str(get_column_letter(place + 1))
                self.errors.add(
                    draft.line, reason, column="没有列名", letter=letter, value=text
                )
