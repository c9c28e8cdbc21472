"""Plug the pages of jobs into the desk."""

from django.urls import URLPattern, URLResolver, include, path

from gongkai.desk.jobs import listing, views

urlpatterns = [
    path("", listing.index, name="index"),
    path("<int:pk>/", views.page, name="job"),
    path("<int:pk>/again/", views.again, name="again"),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses below /desk/."""
    return [path("jobs/", include((urlpatterns, "desk_jobs")))]
