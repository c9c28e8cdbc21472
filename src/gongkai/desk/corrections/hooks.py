"""Plug corrections into the desk: the addresses of their pages."""

from django.urls import URLPattern, URLResolver, include, path

from gongkai.desk.corrections import receiving, views

urlpatterns = [
    path("new/", receiving.register, name="register"),
    path("from-request/<int:case_pk>/", receiving.turn, name="turn"),
    path("<int:pk>/", views.page, name="page"),
    path("<int:pk>/person/", views.person, name="person"),
    path("<int:pk>/finding/", views.finding, name="finding"),
    path("<int:pk>/conclude/", views.conclude, name="conclude"),
    path("<int:pk>/told/", views.told, name="told"),
    path("<int:pk>/take-back/", views.take_back, name="take_back"),
    path("<int:pk>/evidence/", views.add_evidence, name="add_evidence"),
    path("<int:pk>/evidence/<int:file_pk>/", views.file, name="file"),
    path("<int:pk>/letter/<slug:suffix>/", views.letter, name="letter"),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses below /desk/."""
    return [path("correction/", include((urlpatterns, "correction")))]
