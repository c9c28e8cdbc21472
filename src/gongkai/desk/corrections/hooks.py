"""Plug corrections into the desk: the addresses of their pages."""

from django.urls import URLPattern, URLResolver, include, path

from gongkai.desk.casework.once import once
from gongkai.desk.corrections import receiving, views

_PAGE = "correction:page"

urlpatterns = [
    path("new/", receiving.register, name="register"),
    path("from-request/<int:case_pk>/", once(receiving.turn), name="turn"),
    path("<int:pk>/", views.page, name="page"),
    path("<int:pk>/person/", views.person, name="person"),
    path("<int:pk>/finding/", once(views.finding, _PAGE), name="finding"),
    path("<int:pk>/conclude/", once(views.conclude, _PAGE), name="conclude"),
    path("<int:pk>/told/", once(views.told, _PAGE), name="told"),
    path("<int:pk>/take-back/", once(views.take_back, _PAGE), name="take_back"),
    path("<int:pk>/evidence/", once(views.add_evidence, _PAGE), name="add_evidence"),
    path("<int:pk>/evidence/<int:file_pk>/", views.file, name="file"),
    path("<int:pk>/letter/<slug:suffix>/", views.letter, name="letter"),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses below /desk/."""
    return [path("correction/", include((urlpatterns, "correction")))]
