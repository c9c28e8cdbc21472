"""审核设置: how many levels, for which category, and who reviews now."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.catalogue.models import Category
from gongkai.desk.casework.choosing import ask_for_organ, organ_in_address
from gongkai.desk.publishing.review_trail import trail
from gongkai.organs.models import Organ, Person
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.models import ReviewSettings, StandIn
from gongkai.publishing.selectors import reviewers_in
from gongkai.publishing.services import set_review, unset_review
from gongkai.publishing.services.review_setting import SETTINGS
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewLevel, ReviewRules, unstaffed_level

_TITLE = "审核设置"


class ReviewSettingsForm(forms.ModelForm):
    """The levels of all items, or of one category."""

    class Meta:
        model = ReviewSettings
        fields = ("category", "levels", "resumes_at_return")
        help_texts = {
            "category": "不选的，适用于本机关没有另行设置的全部目录。",
            "resumes_at_return": "不勾选的，退回修改后从第一级重新审。",
        }

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["category"]
        field.queryset = Category.objects.filter(organ=organ)
        field.empty_label = "全部目录"

    def validate_unique(self) -> None:
        """Let a second setting of a category take the first one's place."""


@dataclass(frozen=True)
class LevelLine:
    """Who reviews at a level now."""

    level: ReviewLevel
    people: list[Person]
    stand_ins: list[StandIn]


def edit(request: HttpRequest) -> HttpResponse:
    """Show the settings of an organ with its reviewers, and change them."""
    organs = organs_open_to(request.user, SETTINGS, Action.VIEW)
    if not organs.exists():
        raise PermissionDenied
    organ = organ_in_address(request, organs)
    if organ is None:
        return ask_for_organ(request, organs, _TITLE, trail(_TITLE))
    may_set = may(request.user, SETTINGS, Action.CHANGE, organ)
    form = ReviewSettingsForm(request.POST or None, organ=organ)
    asks = request.method == "POST" and may_set and form.is_valid()
    if asks and _set(request, form, organ):
        return redirect(request.get_full_path())
    context = {
        "page_title": _TITLE,
        "breadcrumbs_items": trail(_TITLE),
        "organ": organ,
        "form": form if may_set else None,
        **_standing(organ),
    }
    return render(request, "desk/publishing/review_settings.html", context)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a setting away."""
    setting = get_object_or_404(ReviewSettings.objects.select_related("organ"), pk=pk)
    try:
        unset_review(setting=setting, actor=request.user)
    except GongkaiError as error:
        raise PermissionDenied from error
    messages.success(request, f"已取消：{setting}。")
    response = redirect("review:settings")
    response["Location"] += f"?organ={setting.organ.code}"
    return response


def _set(request: HttpRequest, form: ReviewSettingsForm, organ: Organ) -> bool:
    try:
        set_review(organ=organ, actor=request.user, **form.cleaned_data)
    except GongkaiError as error:
        form.add_error(None, error.message)
        return False
    messages.success(request, "审核设置已保存，下次送审起适用。")
    return True


def _standing(organ: Organ) -> dict[str, Any]:
    """Return the settings in force, who reviews, and at which level nobody does."""
    stored = list(
        ReviewSettings.objects.filter(organ=organ).select_related("category", "organ")
    )
    general = next((one for one in stored if one.category is None), None)
    holders = reviewers_in(organ)
    names = {
        level: [str(person.pk) for person in people]
        for level, people in holders.items()
    }
    all_rules = [ReviewRules(), *(one.rules() for one in stored)]
    rules_in_force = all_rules[1:] if general else all_rules
    missing = {unstaffed_level(rules, names) for rules in rules_in_force} - {None}
    return {
        "settings": stored,
        "general": general,
        "missing": sorted(level for level in missing if level is not None),
        "levels": _lines(holders),
    }


def _lines(holders: Any) -> list[LevelLine]:
    today = timezone.localdate()
    people = {person.pk for found in holders.values() for person in found}
    stand_ins = list(
        StandIn.objects.filter(
            principal__in=people, first_on__lte=today, last_on__gte=today
        ).select_related("principal", "deputy")
    )
    return [
        LevelLine(level, holders[level], [s for s in stand_ins if s.level == level])
        for level in ReviewLevel
    ]
