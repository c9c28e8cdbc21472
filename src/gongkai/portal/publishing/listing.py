"""A list of items: searched, ordered, in pages of twenty."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from gongkai.portal.publishing.search import Search
from gongkai.portal.publishing.selectors import found_items, years_of
from gongkai.publishing.models import Item

ITEMS_A_PAGE = 20


@dataclass(frozen=True)
class PageLink:
    """A number below a list; ``address`` is empty for the gap between numbers."""

    label: str
    address: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Listing:
    """One page of a list, with what the template needs around it."""

    search: Search
    page: Page[Item]
    years: list[int]

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def previous(self) -> str:
        """Return the address of the page before, empty on the first."""
        return self._address(-1) if self.page.has_previous() else ""

    @property
    def following(self) -> str:
        """Return the address of the next page, empty on the last."""
        return self._address(1) if self.page.has_next() else ""

    @property
    def links(self) -> list[PageLink]:
        """Return the page numbers to offer, with gaps."""
        numbers = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=2, on_ends=1
        )
        return [self._link(number) for number in numbers]

    def _link(self, number: int | str) -> PageLink:
        if not isinstance(number, int):
            return PageLink("…")
        return PageLink(
            str(number), self._number(number), is_current=number == self.page.number
        )

    def _address(self, step: int) -> str:
        return self._number(self.page.number + step)

    def _number(self, number: int) -> str:
        return self.search.query(number) or "?"


def item_listing(
    request: HttpRequest, items: QuerySet[Item], years_from: QuerySet[Item]
) -> Listing:
    """Return the page of ``items`` that the address asks for.

    ``years_from`` are the items of the place before any search, whose years the
    visitor may choose from.
    """
    search = Search.from_query(request.GET)
    found = found_items(items, search).select_related("organ", "category")
    paginator = Paginator(found, ITEMS_A_PAGE)
    return Listing(
        search=search,
        page=paginator.get_page(request.GET.get("page")),
        years=years_of(years_from),
    )
