"""采用目录模板: tick the rows of a template, say who answers, where they are filed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.catalogue.models import Category, Duty, Section
from gongkai.catalogue.services import (
    Adopted,
    Offer,
    adopt_template,
    offered_rows,
)
from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.desk.registers.one_organ import OneOrganMixin
from gongkai.organs.models import Office, Organ
from gongkai.organs.roles import Action
from gongkai.statute.duties import DutyTemplate, duty_templates
from gongkai.statute.errors import GongkaiError


class AdoptionForm(forms.Form):
    """A tick, an office and a category for each row that the organ does not have."""

    def __init__(
        self, *args: Any, organ: Organ, offers: list[Offer], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offers = offers
        offices = list(Office.objects.filter(organ=organ))
        own = Category.objects.filter(organ=organ, section=Section.CONTENT)
        self._offices = {str(one.pk): one for one in offices}
        self._categories = {str(one.pk): one for one in own}
        for place, offer in enumerate(offers):
            if not offer.is_taken:
                self._add(place, offer)

    def _add(self, place: int, offer: Offer) -> None:
        name = offer.row.second_level
        self.fields[f"take-{place}"] = forms.BooleanField(
            required=False, initial=True, label=name
        )
        self.fields[f"office-{place}"] = forms.ChoiceField(
            required=False,
            label=f"{name}的责任股室",
            choices=[("", "（以后再定）"), *_named(self._offices)],
        )
        new = f"新建“{offer.row.first_level}”"
        self.fields[f"category-{place}"] = forms.ChoiceField(
            required=False,
            label=f"{name}的目录",
            choices=[("", new), *_named(self._categories)],
            initial=str(offer.category.pk) if offer.category else "",
        )

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as the template prints them."""
        return [
            {"offer": offer}
            if offer.is_taken
            else {
                "offer": offer,
                **{
                    part: self[f"{part}-{place}"]
                    for part in ("take", "office", "category")
                },
            }
            for place, offer in enumerate(self.offers)
        ]

    def chosen(self) -> list[Adopted]:
        """Return the ticked rows."""
        values = self.cleaned_data
        return [
            Adopted(
                offer.row,
                self._offices.get(values[f"office-{place}"]),
                self._categories.get(values[f"category-{place}"]),
            )
            for place, offer in enumerate(self.offers)
            if values.get(f"take-{place}")
        ]


class AdoptView(
    OneOrganMixin,
    RegisterViewMixin,
    PermissionCheckedMixin,
    WagtailAdminTemplateMixin,
    FormView,
):
    """Offers the templates that fit the organ's level, and adopts ticked rows."""

    template_name = "desk/catalogue/adopt.html"
    permission_policy: Any = None
    permission_required = Action.ADD
    model = Duty
    page_title = "采用目录模板"
    form_class = AdoptionForm

    def get_page_title(self) -> str:
        return self.page_title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.trail(("", self.page_title))

    def templates(self) -> list[DutyTemplate]:
        """Return the templates that fit the organ."""
        organ = self.organ
        level = organ.level if organ else ""
        return [one for one in duty_templates() if one.fits(level)]

    def template_asked(self) -> DutyTemplate:
        """Return the template in the address, or the first."""
        key = self.request.GET.get("template", "")
        every = self.templates()
        return next((one for one in every if one.key == key), every[0])

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()
        offers = offered_rows(self.organ, self.template_asked())
        return kwargs | {"organ": self.organ, "offers": offers}

    def form_valid(self, form: AdoptionForm) -> HttpResponse:
        chosen = form.chosen()
        if not chosen:
            form.add_error(None, "没有勾选事项。请勾选要采用的事项再保存。")
            return self.form_invalid(form)
        try:
            added = adopt_template(
                organ=self.organ, chosen=chosen, actor=self.request.user
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
            return self.form_invalid(form)
        messages.success(self.request, f"已采用{len(added)}个事项。")
        return HttpResponseRedirect(
            f"{self.url_of('coverage')}?organ={self.organ.code}"
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        offers = context["form"].offers
        return context | {
            "organ": self.organ,
            "templates": self.templates(),
            "chosen": self.template_asked(),
            "open": sum(1 for offer in offers if not offer.is_taken),
            "action_url": self.request.get_full_path(),
            "cancel_url": self.url_of("index"),
        }


def _named(records: dict[str, Any]) -> list[tuple[str, str]]:
    return [(key, str(record)) for key, record in records.items()]
