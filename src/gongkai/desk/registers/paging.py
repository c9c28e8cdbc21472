"""The pages of a register's list."""

from typing import Any

from django.core.paginator import Page
from wagtail.admin.paginator import WagtailPaginator


class RegisterPaginator(WagtailPaginator):
    """Finds which records stand on a page before it reads them.

    The database then puts keys in order and not whole records: the last page of
    100,000 items comes in a tenth of the time. It costs one short query.
    """

    def page(self, number: Any) -> Page:
        """Return a page of the list."""
        number = self.validate_number(number)
        last = min(number * self.per_page, self.count)
        keys = self.object_list.select_related(None).values_list("pk", flat=True)
        on_page = keys[(number - 1) * self.per_page : last]
        return self._get_page(self.object_list.filter(pk__in=[*on_page]), number, self)
