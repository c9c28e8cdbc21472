"""The acts of a review on the desk: submit, recall, approve, return, refer, clear."""

from typing import Any

from django import forms
from django.urls import URLPattern, path

from gongkai.desk.publishing.act_view import ItemActView, VersionedForm
from gongkai.organs.roles import Action
from gongkai.publishing.services import (
    approve,
    clear,
    recall,
    refer,
    return_item,
    submit,
)
from gongkai.statute.review import ReviewAct, ReviewLevel


class OpinionForm(VersionedForm):
    """A reviewer's opinion; he may say nothing more than yes."""

    reason = forms.CharField(
        label="意见", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReasonForm(VersionedForm):
    """A reason that has to be given."""

    reason = forms.CharField(
        label="理由",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写明理由。"},
    )


class ReturnForm(ReasonForm):
    """Why an item goes back, and which passages."""

    marks = forms.CharField(
        label="标出的文字",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="把要改的原文逐段抄在这里，一行一处；起草人修改时会看到。",
    )


class SubmitView(ItemActView):
    """Sends a draft to review."""

    permission_required = Action.CHANGE
    verb = "提交审核"
    consequence = "提交后在审核期间不能修改；要修改，可以撤回送审。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        submit(item=self.object, actor=self.request.user, version=values["version"])


class RecallView(ItemActView):
    """Takes a draft back from review."""

    permission_required = Action.CHANGE
    verb = "撤回送审"
    consequence = "撤回后回到起草，已作的审核不再算数，改好后重新提交。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        recall(item=self.object, actor=self.request.user, version=values["version"])


class ApproveView(ItemActView):
    """Approves at the level that waits."""

    template_name = "desk/publishing/review.html"
    form_class = OpinionForm
    verb = "审核通过"

    @property
    def consequence(self) -> str:  # type: ignore[override]
        """What the reviewer of this level answers for."""
        level = self.object.review_level
        if level is None:
            return "这条信息没有等待审核。"
        return f"{ReviewLevel(level).label}：{ReviewLevel(level).question}。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        approve(item=self.object, actor=self.request.user, **values)


class ReturnView(ItemActView):
    """Sends an item back to its author."""

    template_name = "desk/publishing/review.html"
    form_class = ReturnForm
    verb = "退回修改"
    consequence = "退回后由起草人修改，改好重新提交。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        marks = values.pop("marks").splitlines()
        return_item(item=self.object, actor=self.request.user, marks=marks, **values)


class ReferView(ItemActView):
    """Refers a doubt about secrecy."""

    template_name = "desk/publishing/review.html"
    form_class = ReasonForm
    verb = "报请保密确认"
    consequence = "不能确定是否涉密的，报有关主管部门或者保密行政管理部门确定。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        refer(item=self.object, actor=self.request.user, **values)


class ClearView(ItemActView):
    """Registers that the authority allows disclosure."""

    permission_required = Action.CHANGE
    form_class = ReasonForm
    verb = "登记保密确认结果"
    consequence = "写明确认机关、日期和文号；登记后继续审核。"

    def act_on_item(self, values: dict[str, Any]) -> None:
        clear(item=self.object, actor=self.request.user, **values)


#: Each act with its address and view, in the order of buttons.
REVIEW_VIEWS: dict[ReviewAct, tuple[str, type[ItemActView]]] = {
    ReviewAct.SUBMITTED: ("submit", SubmitView),
    ReviewAct.APPROVED: ("approve", ApproveView),
    ReviewAct.RETURNED: ("return", ReturnView),
    ReviewAct.REFERRED: ("refer", ReferView),
    ReviewAct.CLEARED: ("clear", ClearView),
    ReviewAct.RECALLED: ("recall", RecallView),
}


def review_urlpatterns(construct: Any) -> list[URLPattern]:
    """Return the addresses of the acts below the register of items."""
    return [
        path(f"{slug}/<int:pk>/", construct(view), name=slug)
        for slug, view in REVIEW_VIEWS.values()
    ]
