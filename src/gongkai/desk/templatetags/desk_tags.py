"""Template tags of the desk: its menu, its styles, its chips."""

import secrets
from dataclasses import dataclass, field
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.menu import MenuItem, SubmenuMenuItem, admin_menu

from gongkai.desk.menu import FOLDED
from gongkai.desk.registers.chips import Chip
from gongkai.publishing.body import body_html
from gongkai.publishing.models import Item

register = template.Library()

#: Lines of the menu that a screen of 900 px holds above the account.
_MOST_LINES = 24
STYLES = ("portal/tokens.css", "desk/desk.css")


@dataclass
class Entry:
    """A line of the menu; a group has further lines below it."""

    label: str
    url: str = ""
    is_current: bool = False
    items: list["Entry"] = field(default_factory=list)
    is_folded: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the group's lines are seen: a rare group only where one stands."""
        return not self.is_folded or any(item.is_current for item in self.items)


@register.simple_tag
def desk_styles() -> SafeString:
    """Return the links to the desk's style sheets."""
    return format_html_join(
        "\n",
        '<link rel="stylesheet" href="{}">',
        ((static(name),) for name in STYLES),
    )


@register.simple_tag
def form_key() -> SafeString:
    """Return the hidden key by which a form does its act once."""
    return format_html(
        '<input type="hidden" name="form_key" value="{}">', secrets.token_hex(8)
    )


@register.simple_tag
def item_body(item: Item) -> SafeString:
    """Return an item's body as the public sees it."""
    return body_html(item.body)


@register.simple_tag
def chip(state: Chip | None) -> SafeString | str:
    """Return a state as a chip: word, colour and shape."""
    if state is None:
        return ""
    return format_html(
        '<span class="chip chip--{}"><span aria-hidden="true">{}</span>{}</span>',
        state.tone.value,
        state.tone.shape,
        state.word,
    )


@register.inclusion_tag("desk/_menu.html", takes_context=True)
def desk_menu(context: dict[str, Any]) -> dict[str, Any]:
    """Return the menu that the account may see, from Wagtail's own registry."""
    request = context["request"]
    items = sorted(
        admin_menu.menu_items_for_request(request), key=lambda item: item.order
    )
    person = getattr(request.user, "person", None)
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "groups": _folded([_entry(item, request) for item in items]),
        "account_name": request.user.get_full_name() or request.user.get_username(),
        "account_place": person.organ if person else "",
    }


def _folded(groups: list[Entry]) -> list[Entry]:
    """Fold the groups that few need daily, where all lines would not fit a screen."""
    lines = sum(len(group.items) + 1 for group in groups)
    for group in groups:
        group.is_folded = lines > _MOST_LINES and group.label in FOLDED
    return groups


def _entry(item: MenuItem, request: Any) -> Entry:
    if isinstance(item, SubmenuMenuItem):
        below = sorted(
            item.menu.menu_items_for_request(request), key=lambda line: line.order
        )
        return Entry(str(item.label), items=[_entry(line, request) for line in below])
    return Entry(str(item.label), item.url, _is_current(item.url, request.path))


def _is_current(url: str, path: str) -> bool:
    if url == reverse("wagtailadmin_home"):
        return path == url
    return path.startswith(url)
