"""Plug the holiday calendar into the desk."""

from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail.admin.menu import MenuItem

from gongkai.desk.calendar import views

urlpatterns = [
    path("", views.index, name="index"),
    path("add/", views.add, name="add"),
    path("<slug:name>/edit/", views.edit, name="edit"),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses below /desk/."""
    return [path("calendar/", include((urlpatterns, "desk_calendar")))]


def menu_item() -> MenuItem:
    """Return the entry 放假安排; the calendar is public, so all may look."""
    return MenuItem(
        "放假安排",
        reverse("desk_calendar:index"),
        name="calendar",
        icon_name="calendar",
        order=550,
    )
