"""An act on an item, by one who says which version of it he saw."""

from typing import Any

from django import forms
from django.urls import reverse

from gongkai.desk.registers.act_view import RecordActView
from gongkai.organs.roles import Action


class VersionedForm(forms.Form):
    """A form that knows which version of the item the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ItemActView(RecordActView):
    """Does one act on one item, through its service."""

    permission_required = Action.VIEW
    form_class: type[forms.Form] = VersionedForm
    related = ("organ", "category")

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.object.version}

    def act_on_item(self, values: dict[str, Any]) -> None:
        """Do it, through the service."""
        raise NotImplementedError

    def act_on(self, values: dict[str, Any]) -> None:
        self.act_on_item(values)

    def after(self) -> str:
        """Return where the person goes on: the inbox, for one who came from there."""
        if self.request.POST.get("back") == "inbox":
            return reverse("review:inbox")
        return super().after()
