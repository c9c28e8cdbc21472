"""Registering, changing and deleting an item, through its services."""

from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse

from gongkai.desk.casework.alike import draft_from_case
from gongkai.desk.publishing.document_intake import Intake
from gongkai.desk.registers.furniture import Act
from gongkai.desk.registers.index import RegisterIndexView
from gongkai.desk.registers.removing import RemoveView
from gongkai.desk.registers.writing import ChangeView, RegisterRecordView
from gongkai.organs.roles import Action
from gongkai.publishing.services import remove_item, save_item


class ItemIndexView(RegisterIndexView):
    """The list of items, with the way in for an official document."""

    def acts(self) -> list[Act]:
        acts = super().acts()
        if self.user_has_permission(Action.ADD):
            acts.insert(1, self.act("从公文登记", "document"))
        return acts


class RegisterItemView(RegisterRecordView):
    """Registers an item: a draft with an author and a limit.

    One that publishes what a request was given begins with its title.
    """

    template_name = "desk/publishing/item_form.html"

    def get_initial(self) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_initial()
        return initial | draft_from_case(self.request) | self.intake.initial()

    @cached_property
    def intake(self) -> Intake:
        """The official document that fills the form, if one was uploaded."""
        return Intake(self.request)

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.original = self.intake.original()
        return form

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        if response.status_code == HTTPStatus.FOUND:
            self.intake.forget()
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"intake": self.intake}

    def write(self, record: Any) -> Any:
        said = self.form.cleaned_data
        return save_item(
            item=record, actor=self.request.user, same_title=said["same_title"]
        )


class ChangeItemView(ChangeView):
    """Changes an item that nobody is reviewing."""

    template_name = "desk/publishing/item_form.html"

    def write(self, record: Any) -> Any:
        said = self.form.cleaned_data
        return save_item(
            item=record,
            actor=self.request.user,
            version=said["version"],
            same_title=said["same_title"],
            correction=said["correction"],
        )


class RemoveItemView(RemoveView):
    """Deletes an item; its index number stays spent."""

    def remove(self, reason: str) -> None:
        remove_item(item=self.object, actor=self.request.user, reason=reason)
