"""Plugs the desk into Wagtail's admin; each folder brings what is its own."""

from functools import partial
from typing import Any

from django.utils.safestring import SafeString
from wagtail import hooks

from gongkai.desk.account import views as account
from gongkai.desk.annual_report import hooks as annual_report
from gongkai.desk.calendar import hooks as calendar
from gongkai.desk.casework import hooks as casework
from gongkai.desk.corrections import hooks as corrections
from gongkai.desk.home import panels
from gongkai.desk.jobs import hooks as jobs
from gongkai.desk.menu import GROUPS, HIDDEN, group_entry, home_entry, registers
from gongkai.desk.publishing import hooks as publishing
from gongkai.desk.templatetags.desk_tags import desk_styles

hooks.register("register_admin_viewset", registers)
hooks.register("register_admin_menu_item", home_entry)
for _order, _label, _group in GROUPS:
    hooks.register(
        "register_admin_menu_item", partial(group_entry, _order, _label, _group)
    )

hooks.register("register_admin_urls", account.admin_urls)
hooks.register("register_admin_urls", annual_report.admin_urls)
hooks.register("register_admin_urls", casework.admin_urls)
hooks.register("register_admin_menu_item", casework.worklist_entry)
hooks.register("register_admin_urls", corrections.admin_urls)
hooks.register("register_admin_menu_item", annual_report.menu_item)
hooks.register("register_admin_urls", publishing.admin_urls)
hooks.register("register_admin_menu_item", publishing.inbox_entry)
hooks.register("register_admin_urls", calendar.admin_urls)
hooks.register("register_admin_menu_item", calendar.menu_item)
hooks.register("register_admin_urls", jobs.admin_urls)


@hooks.register("construct_main_menu")
def hide_what_is_not_ours(_request: Any, items: list[Any]) -> None:
    """Take Wagtail's own entries out of the menu."""
    items[:] = [item for item in items if item.name not in HIDDEN]


@hooks.register("construct_homepage_panels")
def show_the_work(request: Any, shown: list[Any]) -> None:
    """Let the home page begin with what is due."""
    shown[:] = panels.panels_for(request)


@hooks.register("insert_global_admin_css")
def style_the_desk() -> SafeString:
    """Give Wagtail's own pages the desk's colours and type."""
    return desk_styles()
