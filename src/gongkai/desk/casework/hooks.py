"""Plug casework into the desk: the addresses of its pages."""

from django.urls import URLPattern, URLResolver, include, path

from gongkai.desk.casework import case_page, inside_views, registration, step_views

urlpatterns = [
    path("new/", registration.register, name="register"),
    path("<int:pk>/", case_page.page, name="page"),
    path("<int:pk>/applicant/", case_page.applicant, name="applicant"),
    path("<int:pk>/steps/<slug:kind>/", step_views.step, name="step"),
    path("<int:pk>/steps/<slug:kind>/preview/", step_views.preview, name="preview"),
    path("<int:pk>/undo/", step_views.undo, name="undo"),
    path("<int:pk>/notes/", inside_views.note, name="note"),
    path("<int:pk>/assign/", inside_views.assign, name="assign"),
    path("<int:pk>/questions/", inside_views.ask_office, name="ask_office"),
    path(
        "<int:pk>/questions/<int:consultation_pk>/",
        inside_views.answer,
        name="answer",
    ),
    path("<int:pk>/files/", inside_views.add_file, name="add_file"),
    path("<int:pk>/files/<int:file_pk>/", inside_views.file, name="file"),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses below /desk/."""
    return [path("cases/", include((urlpatterns, "case")))]
