"""By when an item has to be public, shown while its days are typed."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.organs.calendar import working_days
from gongkai.organs.roles import Action
from gongkai.publishing.models import Item
from gongkai.statute.disclosure import DeadlineKind, disclosure_due
from gongkai.statute.errors import StatuteError


class DueDayForm(forms.Form):
    """The days and the kind from which the limit follows."""

    deadline_kind = forms.ChoiceField(
        choices=[(kind.value, kind.label) for kind in DeadlineKind]
    )
    formed_on = forms.DateField(required=False)
    changed_on = forms.DateField(required=False)


class DueDayView(RegisterViewMixin, PermissionCheckedMixin, View):
    """Answers with one sentence: the day, how it comes about, under which article."""

    permission_policy: Any = None
    permission_required = Action.ADD

    def get(self, request: HttpRequest) -> HttpResponse:
        form = DueDayForm(request.GET)
        words = due_words(Item(**form.cleaned_data)) if form.is_valid() else ""
        return HttpResponse(words, content_type="text/plain; charset=utf-8")


def due_words(item: Item) -> str:
    """Return the due day of an item in words; empty without a day to count from."""
    event = item.changed_on or item.formed_on
    if not event:
        return ""
    try:
        deadline = disclosure_due(
            DeadlineKind(item.deadline_kind), event, working_days(), provisional=True
        )
    except StatuteError as error:
        return error.message
    return f"应在{deadline.due_on}前公开：{deadline.text}"
