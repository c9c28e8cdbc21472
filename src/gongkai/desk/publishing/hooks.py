"""Plug the review into the desk: the addresses of its pages and the menu entry."""

from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail.admin.menu import MenuItem

from gongkai.desk.publishing import (
    cleanups,
    inbox,
    review_settings,
    stages,
    stand_ins,
)
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.publishing.permissions import REGISTER

urlpatterns = [
    path("", inbox.index, name="inbox"),
    path("stages/", stages.index, name="stages"),
    path("stand-ins/", stand_ins.index, name="stand_ins"),
    path("stand-ins/<int:pk>/end/", stand_ins.end, name="stand_in_end"),
    path("settings/", review_settings.edit, name="settings"),
    path("settings/<int:pk>/remove/", review_settings.remove, name="settings_remove"),
]

cleanup_urlpatterns = [
    path("", cleanups.index, name="index"),
    path("<int:pk>/", cleanups.page, name="page"),
    path("<int:pk>/export/", cleanups.export, name="export"),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses below /desk/."""
    return [
        path("review/", include((urlpatterns, "review"))),
        path("cleanups/", include((cleanup_urlpatterns, "cleanups"))),
    ]


class InboxMenuItem(MenuItem):
    """Shown to those who may see items."""

    def is_shown(self, request: Any) -> bool:
        return may(request.user, REGISTER, Action.VIEW, None)


def inbox_entry() -> MenuItem:
    """Return the entry 待我审核 of the main menu."""
    return InboxMenuItem(
        "待我审核", reverse("review:inbox"), name="inbox", icon_name="tick", order=140
    )
