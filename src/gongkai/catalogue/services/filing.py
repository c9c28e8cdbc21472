"""Finding the category of an organ that a template's row belongs to, or making it."""

import re

from gongkai.catalogue.models import Category, Section
from gongkai.organs.models import Organ
from gongkai.statute.duties import DutyRow
from gongkai.statute.errors import GongkaiError

_ITEM = re.compile(r"第二十[一二]?条第（[一二三四五六七八九十]+）项")
_MOST_POSITION = 32767
_LONGEST_BASIS = 120


class Shelf:
    """The categories of an organ for published content; ``made`` are new ones."""

    def __init__(self, organ: Organ) -> None:
        self.organ = organ
        every = Category.objects.filter(organ=organ).order_by("position", "code")
        self._codes = {category.code for category in every}
        self._last = max((category.position for category in every), default=0)
        self._own = [one for one in every if one.section == Section.CONTENT]
        self.made: list[Category] = []

    def find(self, row: DutyRow) -> Category | None:
        """Return the category of the row's name, or of its item of Art. 20 or 21."""
        named = {row.second_level, row.first_level}
        for category in self._own:
            if category.name in named:
                return category
        item = _ITEM.search(row.basis)
        if item is None:
            return None
        found = (one for one in self._own if item.group() in one.basis)
        return next(found, None)

    def place(self, row: DutyRow) -> Category:
        """Return the row's category; one is made for its first level if none fits."""
        found = self.find(row)
        if found is not None:
            return found
        self._last = min(self._last + 10, _MOST_POSITION)
        category = Category(
            organ=self.organ,
            code=self._free_code(),
            name=row.first_level,
            section=Section.CONTENT,
            basis=row.basis if len(row.basis) <= _LONGEST_BASIS else "",
            position=self._last,
        )
        category.full_clean()
        category.save()
        self._own.append(category)
        self.made.append(category)
        return category

    def _free_code(self) -> str:
        for number in range(1, 1000):
            code = f"M{number:02}"
            if code not in self._codes:
                self._codes.add(code)
                return code
        raise GongkaiError("目录编码M01至M999都已使用，请先登记目录再采用模板。")
