"""Plug casework into the desk: the addresses of its pages."""

from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail.admin.menu import MenuItem

from gongkai.casework.permissions import REGISTER
from gongkai.desk.casework import (
    alike,
    amendment_views,
    case_page,
    fee_views,
    inside_views,
    notice_register,
    notice_views,
    registration,
    settings_page,
    step_views,
    third_kinds,
    wording_views,
    worklist_page,
)
from gongkai.desk.casework.once import once
from gongkai.desk.reminders import views as reminders
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action

urlpatterns = [
    path("", worklist_page.index, name="worklist"),
    path("new/", registration.register, name="register"),
    path("new/similar/", alike.similar, name="similar"),
    path("settings/", settings_page.edit, name="settings"),
    path("notices/", notice_register.index, name="notice_register"),
    path("wordings/", wording_views.index, name="wordings"),
    path("wordings/<str:slot>/", wording_views.edit, name="wording"),
    path("wordings/<str:slot>/preview/", wording_views.preview, name="wording_preview"),
    path("wordings/<str:slot>/reset/", wording_views.reset, name="wording_reset"),
    path("reminders/", reminders.page, name="reminders"),
    path("reminders/feed/", reminders.issue, name="feed_issue"),
    path("reminders/feed/stop/", reminders.stop, name="feed_stop"),
    path("<int:pk>/", case_page.page, name="page"),
    path("<int:pk>/applicant/", case_page.applicant, name="applicant"),
    path("<int:pk>/steps/<slug:kind>/", once(step_views.step), name="step"),
    path("<int:pk>/steps/<slug:kind>/preview/", step_views.preview, name="preview"),
    path(
        "<int:pk>/amended/confirm/", once(amendment_views.confirm), name="amend_confirm"
    ),
    path(
        "<int:pk>/amended/decline/", once(amendment_views.decline), name="amend_decline"
    ),
    path("<int:pk>/undo/", once(step_views.undo), name="undo"),
    path("<int:pk>/fee/", once(fee_views.decide), name="fee_decide"),
    path("<int:pk>/fee/refund/", once(fee_views.refund), name="fee_refund"),
    path(
        "<int:pk>/fee/<int:payment_pk>/undo/",
        once(fee_views.undo_payment),
        name="fee_undo",
    ),
    path("<int:pk>/repeat/<int:earlier_pk>/", once(alike.repeat), name="repeat"),
    path("<int:pk>/withdraw/", once(third_kinds.withdraw), name="withdraw"),
    path("<int:pk>/split/", once(third_kinds.split), name="split"),
    path("<int:pk>/join/<int:first_pk>/", once(third_kinds.join), name="join"),
    path("<int:pk>/part/", once(third_kinds.part), name="part"),
    path("<int:pk>/archive/", inside_views.archive, name="archive"),
    path("<int:pk>/notes/", once(inside_views.note), name="note"),
    path("<int:pk>/assign/", once(inside_views.assign), name="assign"),
    path("<int:pk>/questions/", once(inside_views.ask_office), name="ask_office"),
    path(
        "<int:pk>/questions/<int:consultation_pk>/",
        once(inside_views.answer),
        name="answer",
    ),
    path("<int:pk>/files/", once(inside_views.add_file), name="add_file"),
    path("<int:pk>/files/<int:file_pk>/", inside_views.file, name="file"),
    path("<int:pk>/notices/new/", once(notice_views.choose), name="notice_choose"),
    path("<int:pk>/notices/<int:notice_pk>/", once(notice_views.page), name="notice"),
    path(
        "<int:pk>/notices/<int:notice_pk>/right-organ/",
        once(third_kinds.right_organ),
        name="right_organ",
    ),
    path(
        "<int:pk>/notices/<int:notice_pk>/preview/",
        notice_views.preview,
        name="notice_preview",
    ),
    path(
        "<int:pk>/notices/<int:notice_pk>/finish/",
        once(notice_views.finish),
        name="notice_finish",
    ),
    path(
        "<int:pk>/notices/<int:notice_pk>/approve/",
        once(notice_views.approve),
        name="notice_approve",
    ),
    path(
        "<int:pk>/notices/<int:notice_pk>/withdraw/",
        once(notice_views.withdraw),
        name="notice_withdraw",
    ),
    path(
        "<int:pk>/notices/<int:notice_pk>/send/",
        once(notice_views.send),
        name="notice_send",
    ),
    path(
        "<int:pk>/notices/<int:notice_pk>/deliveries/<int:delivery_pk>/",
        once(notice_views.arrive),
        name="notice_arrive",
    ),
    path(
        "<int:pk>/notices/<int:notice_pk>/files/<slug:suffix>/",
        notice_views.download,
        name="notice_file",
    ),
]


def admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses below /desk/."""
    return [path("cases/", include((urlpatterns, "case")))]


class WorklistMenuItem(MenuItem):
    """Shown to those who may see requests."""

    def is_shown(self, request: Any) -> bool:
        return may(request.user, REGISTER, Action.VIEW, None)


def worklist_entry() -> MenuItem:
    """Return the entry 办件 of the main menu."""
    return WorklistMenuItem(
        "办件", reverse("case:worklist"), name="worklist", icon_name="tasks", order=150
    )
