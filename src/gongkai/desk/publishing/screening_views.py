"""内容检查 on the desk: what was found in an item, and settling it one by one."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.desk.publishing.act_view import ItemActView
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.furniture import RegisterViewMixin
from gongkai.desk.registers.pages import Fact, Section
from gongkai.organs.roles import Action
from gongkai.publishing.models import (
    Attachment,
    Item,
    ItemStatus,
    ScreeningFinding,
    Settlement,
)
from gongkai.publishing.permissions import require
from gongkai.publishing.screening.files import CLEANABLE, suffix_of
from gongkai.publishing.selectors import (
    MASKABLE,
    current_findings,
    label_of,
    screening_standing,
)
from gongkai.publishing.services import (
    clean_attachment,
    confirm_change,
    keep_finding,
    mask_finding,
    screen_item,
)
from gongkai.publishing.services.screening import NEVER_KEPT
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewState

#: How many findings a page shows; the next come up as these are settled.
MOST_SHOWN = 100
_IN_REVIEW = (ReviewState.UNDER_REVIEW, ReviewState.REFERRED)
#: What a clean file no longer has.
_CLEANED_AWAY = frozenset(
    ("comment", "tracked_change", "hidden_text", "author", "image_location")
)


@dataclass(frozen=True)
class FindingLine:
    """A finding as the page prints it, with what can be done."""

    finding: ScreeningFinding
    before: str
    passage: str
    after: str
    chip: Chip
    can_mask: bool
    can_keep: bool

    @property
    def label(self) -> str:
        """The check in words."""
        return label_of(self.finding.check_name)


@dataclass(frozen=True)
class Place:
    """The text or the file where findings stand."""

    title: str
    lines: list[FindingLine]
    attachment: Attachment | None
    can_be_cleaned: bool


class FindingsView(
    RegisterViewMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView
):
    """Shows what was found; a button settles one finding, or looks again."""

    template_name = "desk/publishing/findings.html"
    permission_policy: Any = None
    permission_required = Action.VIEW

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        items = self.permission_policy.instances_user_has_permission_for(
            request.user, self.permission_required
        )
        self.object: Item = get_object_or_404(
            items.select_related("organ", "category"), pk=kwargs["pk"]
        )

    def get_page_title(self) -> str:
        return f"内容检查：{self.object}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        record = (self.url_of("inspect", self.object), str(self.object))
        return self.trail(record, ("", "内容检查"))

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Do what the button says; what is refused is told above the findings."""
        try:
            told = self._act(request.POST.get("act", "screen"))
        except GongkaiError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, told)
        return HttpResponseRedirect(self.url_of("screening", self.object))

    def _act(self, act: str) -> str:
        if act == "screen":
            require(self.request.user, Action.CHANGE, self.object)
            screen_item(item=self.object)
            return "已重新检查。"
        finding = get_object_or_404(
            self.object.findings, pk=self.request.POST.get("finding", "0")
        )
        if act == "keep":
            reason = self.request.POST.get("reason", "")
            keep_finding(finding=finding, actor=self.request.user, reason=reason)
            return "已记录：核实可以公开。"
        if act == "changed":
            confirm_change(finding=finding, actor=self.request.user)
            return "已改正。"
        alike = act == "mask_alike"
        count = mask_finding(finding=finding, actor=self.request.user, all_alike=alike)
        return f"已遮蔽{count}处。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        may_change = self.permission_policy.user_has_permission_for_instance(
            self.request.user, Action.CHANGE, self.object
        )
        is_open = self.object.review_state not in _IN_REVIEW
        unpublished = self.object.status != ItemStatus.PUBLISHED
        findings = current_findings(self.object)
        can_mask = bool(may_change and is_open and unpublished)
        return context | {
            "object": self.object,
            "standing": screening_standing(self.object),
            "places": _places(findings[:MOST_SHOWN], can_mask=can_mask),
            "hidden_count": max(0, len(findings) - MOST_SHOWN),
            "may_change": may_change,
            "can_mask": can_mask,
            "item_url": self.url_of("inspect", self.object),
            "edit_url": self.url_of("edit", self.object),
        }


class CleanFileView(ItemActView):
    """Puts a clean file in the place of an attachment."""

    template_name = "desk/publishing/clean_file.html"
    permission_required = Action.CHANGE
    verb = "清理附件"
    consequence = "清理后换成新文件，原来的文件不再保留。看得见的文字和表格不变。"
    is_dangerous = True

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.attachment = get_object_or_404(
            self.object.attachments, pk=kwargs["file_pk"]
        )

    def act_on_item(self, values: dict[str, Any]) -> None:  # noqa: ARG002
        clean_attachment(attachment=self.attachment, actor=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        sights = self.attachment.findings.filter(
            is_current=True, check_name__in=_CLEANED_AWAY
        )
        return context | {
            "attachment": self.attachment,
            "sights": [(label_of(each.check_name), each.masked) for each in sights],
            "cancel_url": self.url_of("screening", self.object),
        }


def screening_section(item: Item, url: str) -> Section:
    """Return the counts of an item's screening, for its page."""
    standing = screening_standing(item)
    if standing.run is None:
        return Section("内容检查", [Fact("检查", "还没有检查", url=url)])
    told = [
        f"{count}处{word}"
        for count, word in (
            (standing.blocking, "必须处理"),
            (standing.told, "提示"),
            (standing.settled, "已处理"),
        )
        if count
    ]
    unread = (
        [f"{len(standing.run.unread)}个附件读不到文字"] if standing.run.unread else []
    )
    words = "，".join([*told, *unread]) or "没有发现问题"
    return Section(
        "内容检查", [Fact("发现", words, url=url), _checked_at(standing.run.at)]
    )


def _checked_at(at: Any) -> Fact:
    return Fact("最近检查", f"{timezone.localtime(at):%Y-%m-%d %H:%M}")


def screening_urlpatterns(construct: Any) -> list[URLPattern]:
    """Return the addresses of the screening below the register of items."""
    return [
        path("screening/<int:pk>/", construct(FindingsView), name="screening"),
        path(
            "screening/<int:pk>/clean/<int:file_pk>/",
            construct(CleanFileView),
            name="clean_file",
        ),
    ]


def _places(findings: list[ScreeningFinding], *, can_mask: bool) -> list[Place]:
    """Return the findings by text and file, the item's own texts first."""
    by_file: dict[int | None, list[ScreeningFinding]] = {}
    for finding in findings:
        by_file.setdefault(finding.attachment_id, []).append(finding)
    ordered = sorted(by_file.items(), key=lambda pair: pair[0] or 0)
    return [_place(found, can_mask=can_mask) for _, found in ordered]


def _place(found: list[ScreeningFinding], *, can_mask: bool) -> Place:
    attachment = found[0].attachment
    cleanable = attachment is None or suffix_of(str(attachment.file.name)) in CLEANABLE
    traces = [each for each in found if each.check_name in _CLEANED_AWAY]
    return Place(
        f"附件：{attachment.title}" if attachment else "标题、概述和正文",
        [_line(each, can_mask=can_mask and cleanable) for each in found],
        attachment,
        bool(attachment and cleanable and traces and can_mask),
    )


def _line(finding: ScreeningFinding, *, can_mask: bool) -> FindingLine:
    before, _, rest = finding.masked.partition("【")
    passage, _, after = rest.partition("】")
    if not passage:
        before, passage = "", finding.masked
    is_open = finding.settlement == Settlement.OPEN
    return FindingLine(
        finding,
        before,
        passage,
        after,
        _chip(finding),
        can_mask and is_open and finding.check_name in MASKABLE,
        is_open and finding.check_name not in NEVER_KEPT,
    )


def _chip(finding: ScreeningFinding) -> Chip:
    if finding.settlement:
        return Chip(finding.get_settlement_display(), Tone.DONE)
    if finding.is_blocking:
        return Chip("必须处理", Tone.OVERDUE)
    return Chip("提示", Tone.DUE)
