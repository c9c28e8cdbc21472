"""The header of a sheet: on which line it stands, and which column is which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice

from openpyxl.utils import get_column_letter

from gongkai.exchange.registers.kinds import plain, tidy
from gongkai.exchange.registers.layout import ORGAN, Column, Layout
from gongkai.exchange.registers.results import ErrorList, Question
from gongkai.exchange.registers.synonyms import synonyms_of
from gongkai.exchange.registers.tables import Rows

#: A title of the table and an empty line may stand above the header.
_DEEPEST = 10
_FEWEST_TITLES = 2


@dataclass(frozen=True)
class _Title:
    text: str
    place: int

    @property
    def letter(self) -> str:
        return str(get_column_letter(self.place + 1))


class Heading:
    """Finds the columns of a layout in a sheet.

    ``answers`` says of titles that were asked about which column they are; empty is
    none. ``organ_code`` stands for the organ's column where the sheet has none.
    """

    def __init__(
        self,
        layout: Layout,
        errors: ErrorList,
        answers: Mapping[str, str] | None = None,
        organ_code: str = "",
    ) -> None:
        self.layout = layout
        self.errors = errors
        self.organ_code = organ_code
        self.places: dict[str, int] = {}
        self.left_out: set[int] = set()
        self.line = 1
        self.notes: list[str] = []
        self.questions: list[Question] = []
        self._known = {plain(c.header): c.header for c in layout.columns}
        self._answers = {
            plain(title): name
            for title, name in (answers or {}).items()
            if not name or name in self._known.values()
        }
        self._synonyms = synonyms_of(layout.slug)

    @property
    def stands_for_organ(self) -> bool:
        """Whether the rows belong to the one organ of the importer, unsaid."""
        first = self.layout.columns[0]
        is_unsaid = first.field == ORGAN and first.header not in self.places
        return bool(self.organ_code) and is_unsaid

    @property
    def present(self) -> list[tuple[Column, int]]:
        """The columns that are read, with their places."""
        return [
            (column, self.places[column.header])
            for column in self.layout.columns
            if column.header in self.places and not column.export_only
        ]

    def letter(self, column: Column) -> str:
        """Return the column's letter in this sheet, empty where it is left out."""
        place = self.places.get(column.header)
        return "" if place is None else str(get_column_letter(place + 1))

    def read(self, rows: Rows) -> Rows | None:
        """Find the header and return the rows below it; None when it is wrong."""
        above = self.errors.count
        cells, below = self._find(rows)
        titles = [_Title(tidy(c), n) for n, c in enumerate(cells) if tidy(c)]
        self._place_synonyms(self._place_known(titles))
        for column in self.layout.columns:
            unsaid = column.field == ORGAN and self.stands_for_organ
            if not (column.optional or unsaid or column.header in self.places):
                reason = "缺少这一列，请补上，或下载模板重填。"
                self.errors.add(self.line, reason, column=column.header)
        return below if self.errors.count == above else None

    def _find(self, rows: Rows) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
        first = list(islice(rows, _DEEPEST))
        if not first:
            return [], iter(())
        counts = [self._titles_in(cells) for _, cells in first]
        at = counts.index(max(counts)) if max(counts) >= _FEWEST_TITLES else 0
        self.line, header = first[at]
        if any(map(_has_text, (cells for _, cells in first[:at]))):
            self.notes.append(f"表头在第{self.line}行，它上面的行没有导入。")
        return header, chain(first[at + 1 :], rows)

    def _titles_in(self, cells: Iterable[str]) -> int:
        titles = {plain(tidy(cell)) for cell in cells}
        return sum(t in self._known or bool(self._synonyms.column(t)) for t in titles)

    def _place_known(self, titles: list[_Title]) -> list[_Title]:
        """Place the titles that are headers or were answered; return the others."""
        others = []
        for title in titles:
            said = plain(title.text)
            name = self._known.get(said) or self._answers.get(said)
            if name is None:
                others.append(title)
            elif not name:
                self.left_out.add(title.place)
            elif name in self.places:
                reason = "这一列出现了两次，请删去一列。"
                self.errors.add(
                    self.line, reason, column=title.text, letter=title.letter
                )
            else:
                self.places[name] = title.place
        return others

    def _place_synonyms(self, titles: list[_Title]) -> None:
        """Place the titles that can mean one free column only; ask of the others."""
        wanted: dict[str, list[_Title]] = defaultdict(list)
        for title in titles:
            meant = self._synonyms.column(title.text)
            if len(meant) == 1 and meant[0] not in self.places:
                wanted[meant[0]].append(title)
        for header, claimants in wanted.items():
            if len(claimants) == 1:
                (title,) = claimants
                self.places[header] = title.place
                self.notes.append(
                    f"“{title.text}”（{title.letter}列）识别为“{header}”。"
                )
        for title in titles:
            if title.place not in self.places.values():
                self._ask(title)

    def _ask(self, title: _Title) -> None:
        free = [c.header for c in self.layout.columns if c.header not in self.places]
        meant = [name for name in self._synonyms.column(title.text) if name in free]
        close = get_close_matches(
            title.text, [c.header for c in self.layout.columns], 1
        )
        likely = meant or close
        hint = f"是不是“{'”或者“'.join(likely)}”？" if likely else ""
        reason = f"“{self.layout.label}”没有这一列。{hint}请改正列名或删去这一列。"
        self.errors.add(self.line, reason, column=title.text, letter=title.letter)
        rest = [name for name in free if name not in meant]
        self.questions.append(
            Question(title.text, title.letter, (*meant, *rest), likely=bool(meant))
        )


def _has_text(cells: Iterable[str]) -> bool:
    return any(tidy(cell) for cell in cells)
