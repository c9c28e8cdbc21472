"""What every page of a register has: the viewset behind it, trail and buttons."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.forms import Media
from django.urls import reverse, reverse_lazy

HOME = {"url": reverse_lazy("wagtailadmin_home"), "label": "工作首页"}


@dataclass(frozen=True)
class Act:
    """A button of a page: a verb in officers' words, and where it leads."""

    label: str
    url: str
    primary: bool = False
    dangerous: bool = False


class RegisterViewMixin:
    """Mixed into Wagtail's generic views; ``viewset`` is set by the viewset itself."""

    viewset: Any = None
    request: Any
    breadcrumbs_items = [HOME]
    media_of_page = Media()

    @property
    def register(self) -> str:
        """The label by which the table of roles knows the register."""
        return str(self.viewset.permission_policy.register)

    def url_of(self, name: str, record: Model | None = None) -> str:
        """Return the address of one of the register's pages."""
        args = [] if record is None else [record.pk]
        return reverse(self.viewset.get_url_name(name), args=args)

    def act(
        self,
        label: str,
        name: str,
        record: Model | None = None,
        *,
        primary: bool = False,
        dangerous: bool = False,
    ) -> Act:
        """Return the button that leads to one of the register's pages."""
        return Act(label, self.url_of(name, record), primary, dangerous)

    def trail(self, *steps: tuple[str, str]) -> list[dict[str, Any]]:
        """Return the breadcrumbs below the register's list."""
        listing = {"url": self.url_of("index"), "label": self.viewset.menu_label}
        return [
            HOME,
            listing,
            *({"url": url, "label": label} for url, label in steps),
        ]
