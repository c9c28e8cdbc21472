"""Registering and changing a record, through the services that journal it."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from wagtail.admin.views import generic

from gongkai.desk.registers.forms import RecordForm
from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.desk.registers.one_organ import OneOrganMixin
from gongkai.desk.registers.policy import organ_of
from gongkai.organs.models import Organ
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record, register_record
from gongkai.statute.errors import GongkaiError


class WritingMixin(RegisterViewMixin):
    """What registering and changing have in common."""

    template_name = "desk/registers/form.html"
    error_message = "没有保存。请按红字改正后再保存。"
    done = ""

    @property
    def organ(self) -> Organ | None:
        """The organ whose record is written."""
        raise NotImplementedError

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        return kwargs | {"organ": self.organ, "actor": self.request.user}

    def get_error_message(self) -> str:
        return self.error_message

    def form_valid(self, form: RecordForm) -> HttpResponse:
        """Write the record and its rows, or show the refusal above the form."""
        self.form = form
        is_new = form.instance.pk is None
        try:
            with transaction.atomic():
                self.object = self.write(form.instance)
                form.save_related(self.object)
        except GongkaiError as error:
            if is_new:
                form.instance.pk = None
            form.add_error(None, error.message)
            self.produced_error_message = self.error_message
            return self.form_invalid(form)
        messages.success(self.request, f"{self.done}：{self.object}。")
        return HttpResponseRedirect(self.url_of("inspect", self.object))

    def form_invalid(self, form: RecordForm) -> HttpResponse:
        """Show the form again; its summary says what to mend."""
        self.form = form
        view: Any = self
        response: HttpResponse = view.render_to_response(
            self.get_context_data(form=form)
        )
        return response

    def write(self, record: Model) -> Model:
        """Hand the record to the service."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | {
            "organ": self.organ,
            "action_url": self.request.get_full_path(),
            "cancel_url": self.cancel_url(),
        }

    def cancel_url(self) -> str:
        """Return where one goes without saving."""
        return self.url_of("index")


class RegisterRecordView(OneOrganMixin, WritingMixin, generic.CreateView):
    """Registers a record: for which organ, if there are several, then the form."""

    done = "已登记"
    submit_button_label = "登记"
    permission_required = Action.ADD

    def get_page_title(self) -> str:
        return f"登记{self.viewset.noun}"

    def get_page_subtitle(self) -> str:
        return ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.trail(("", "登记"))

    def write(self, record: Model) -> Model:
        return register_record(record=record, actor=self.request.user)


class ChangeView(WritingMixin, generic.EditView):
    """Changes a record."""

    done = "已修改"
    submit_button_label = "保存"
    permission_required = Action.CHANGE

    def get_queryset(self) -> QuerySet[Any]:
        records = self.permission_policy.instances_user_has_permission_for(
            self.request.user, Action.CHANGE
        )
        selected: QuerySet[Any] = self.viewset.with_related(records)
        return selected

    def get_page_title(self) -> str:
        return f"修改{self.viewset.noun}"

    def get_page_subtitle(self) -> str:
        return ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        record = (self.url_of("inspect", self.object), str(self.object))
        return self.trail(record, ("", "修改"))

    @cached_property
    def organ(self) -> Organ | None:
        """The record's organ, which a change never moves."""
        return organ_of(self.object) if hasattr(self.model, "organ") else None

    def cancel_url(self) -> str:
        return self.url_of("inspect", self.object)

    def write(self, record: Model) -> Model:
        return change_record(record=record, actor=self.request.user)
