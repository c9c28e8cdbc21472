"""错敏词库 on the desk: the organ's words, from a table or from the shipped list."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.furniture import Act, RegisterViewMixin
from gongkai.desk.registers.index import RegisterIndexView
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.models import Organ
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.models import LexiconWord
from gongkai.publishing.services import adopt_example_words, example_words


class LexiconForm(RecordForm):
    fieldsets = (Fieldset("词语", ("word", "suggestion", "is_blocking")),)

    class Meta:
        model = LexiconWord
        formfield_callback = desk_formfield
        exclude = ("organ",)
        help_texts = {
            "word": "正文、附件里出现这个词语就提示。",
            "suggestion": "不填的，提示核对。",
            "is_blocking": "勾选后，出现这个词语的信息要先处理才能提交审核。",
        }


class LexiconFilters(RegisterFilterSet):
    class Meta:
        model = LexiconWord
        fields: list[str] = []


class ExampleForm(forms.Form):
    """For which organ the shipped words are taken over."""

    organ = forms.ModelChoiceField(
        Organ.objects.none(),
        label="机关",
        empty_label=None,
        error_messages={"required": "请选择机关。"},
    )

    def __init__(self, *args: Any, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organs = organs_open_to(account, "publishing.lexiconword", Action.ADD)
        self.fields["organ"].queryset = organs  # type: ignore[attr-defined]


class ExampleView(RegisterViewMixin, WagtailAdminTemplateMixin, FormView):
    """Takes the shipped words over into an organ's list."""

    template_name = "desk/publishing/lexicon_example.html"
    form_class = ExampleForm
    permission_policy: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse who may not add words anywhere."""
        if not self.permission_policy.user_has_permission(request.user, Action.ADD):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return "载入示例词库"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.trail(("", "载入示例词库"))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "account": self.request.user}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        count = adopt_example_words(
            organ=form.cleaned_data["organ"], actor=self.request.user
        )
        messages.success(self.request, f"已载入{count}个词语，原有的词语没有改动。")
        return HttpResponseRedirect(self.url_of("index"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "words": example_words().items(),
            "cancel_url": self.url_of("index"),
        }


class LexiconIndex(RegisterIndexView):
    """The words, with the shipped list one click away."""

    def acts(self) -> list[Act]:
        acts = super().acts()
        if self.user_has_permission(Action.ADD):
            acts.append(self.act("载入示例词库", "example"))
        return acts


def weight(word: LexiconWord) -> Chip:
    """Return whether a word stops a submission."""
    if word.is_blocking:
        return Chip("必须处理", Tone.OVERDUE)
    return Chip("提示", Tone.DUE)


class LexiconViewSet(RegisterViewSet):
    model = LexiconWord
    layout = "lexicon"
    noun = "词语"
    menu_label = "错敏词库"
    icon = "edit"
    columns = (
        title("词语", "word"),
        text("建议写法", "suggestion"),
        chip("出现时", weight, "is_blocking"),
    )
    search_fields = ("word", "suggestion")
    filterset_class = LexiconFilters
    record_form = LexiconForm
    index_view_class = LexiconIndex
    removal_consequence = "删除后内容检查不再提示这个词语。"

    state = staticmethod(weight)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("example/", self.construct_view(ExampleView), name="example"),
        ]


register = LexiconViewSet()
