"""What a visitor asks a list for; all of it stands in the address."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

_LONGEST_KEYWORD = 80
_YEARS = range(1949, 2101)


@dataclass(frozen=True)
class Search:
    """Keyword, year and order of a list of items."""

    keyword: str = ""
    year: int | None = None
    oldest_first: bool = False

    @classmethod
    def from_query(cls, query: QueryDict) -> "Search":
        """Read the address; what it cannot mean is as if it were not there."""
        keyword = query.get("q", "").replace("\0", "").strip()[:_LONGEST_KEYWORD]
        year = query.get("year", "")
        known = year.isascii() and year.isdecimal() and int(year[:9]) in _YEARS
        return cls(
            keyword=keyword,
            year=int(year) if known else None,
            oldest_first=query.get("sort") == "oldest",
        )

    @property
    def words(self) -> list[str]:
        """Return the words, all of which must be found."""
        return self.keyword.split()

    @property
    def is_narrowed(self) -> bool:
        """Say whether fewer than all items are asked for."""
        return bool(self.keyword or self.year)

    def query(self, page: int = 1) -> str:
        """Return the query part of the address, empty if there is nothing to say.

        >>> Search("招生", 2021).query(page=2)
        '?q=%E6%8B%9B%E7%94%9F&year=2021&page=2'
        """
        said = {
            "q": self.keyword,
            "year": str(self.year or ""),
            "sort": "oldest" if self.oldest_first else "",
            "page": str(page) if page > 1 else "",
        }
        said = {name: value for name, value in said.items() if value}
        return f"?{urlencode(said)}" if said else ""

    def in_year(self, year: int | None) -> "Search":
        """Return the same search of another year."""
        return replace(self, year=year)
