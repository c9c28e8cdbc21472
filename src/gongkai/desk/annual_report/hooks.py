"""Plug the report builder into the desk: its addresses and its menu entry."""

from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail.admin.menu import MenuItem

from gongkai.annual_report.services import REGISTER
from gongkai.desk.annual_report import views
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action

urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.page, name="page"),
    path("<int:pk>/sections/<slug:key>/", views.section, name="section"),
    path("<int:pk>/sections/<slug:key>/preview/", views.preview, name="preview"),
    path("<int:pk>/sections/<slug:key>/restore/", views.restore, name="restore"),
    path("<int:pk>/publish/", views.publish, name="publish"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("<int:pk>/files/<slug:suffix>/", views.export, name="export"),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses below /desk/."""
    return [path("annual-reports/", include((urlpatterns, "annual_report")))]


class ReportMenuItem(MenuItem):
    """Shown to those who may see reports."""

    def is_shown(self, request: object) -> bool:
        return may(request.user, REGISTER, Action.VIEW, None)  # type: ignore[attr-defined]


def menu_item() -> MenuItem:
    """Return the entry 年度报告 of the main menu."""
    return ReportMenuItem(
        "年度报告",
        reverse("annual_report:index"),
        name="annual-report",
        icon_name="doc-full-inverse",
        order=500,
    )
