from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse

from gongkai.desk.publishing.document_intake import DocumentIntakeView
from gongkai.desk.publishing.due_day import DueDayView
from gongkai.desk.publishing.holding_views import (
    HOLDING_VIEWS,
    OverturnView,
    ReappraiseView,
    holding_sections,
)
from gongkai.desk.publishing.item_filters import ItemFilters
from gongkai.desk.publishing.item_form import ItemForm
from gongkai.desk.publishing.item_views import AttachmentFileView
from gongkai.desk.publishing.item_writing import (
    ChangeItemView,
    ItemIndexView,
    RegisterItemView,
    RemoveItemView,
)
from gongkai.desk.publishing.publication_views import PublishView, WithdrawView
from gongkai.desk.publishing.review_page import ReviewPage
from gongkai.desk.publishing.review_standing import (
    acts_open_to,
    item_chip,
    trail_of,
)
from gongkai.desk.publishing.review_views import REVIEW_VIEWS, review_urlpatterns
from gongkai.desk.publishing.revisions import RevisionsView
from gongkai.desk.publishing.screening_views import (
    screening_section,
    screening_urlpatterns,
)
from gongkai.desk.publishing.sheet_views import sheet_urlpatterns
from gongkai.desk.registers.columns import chip, code, day, text, title
from gongkai.desk.registers.furniture import Act
from gongkai.desk.registers.pages import Fact, Section
from gongkai.desk.registers.reading import RecordView
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.body import body_html
from gongkai.publishing.models import DisclosureAttribute, Item, ItemStatus
from gongkai.publishing.selectors import may_be_overturned
from gongkai.statute.review import ReviewAct, ReviewState


class ItemPage(RecordView):
    """An item, with its review and publication as acts of their own."""

    template_name = "desk/publishing/item.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"trail": trail_of(self.object)}

    def acts(self) -> list[Any]:
        acts = [
            self.act(
                REVIEW_VIEWS[act][1].verb,
                REVIEW_VIEWS[act][0],
                self.object,
                primary=act in _MAIN,
            )
            for act in acts_open_to(self.request.user, self.object)
        ]
        if self.user_has_permission_for_instance(Action.PUBLISH, self.object):
            if self.object.status == ItemStatus.PUBLISHED:
                acts.append(self.act("撤下", "withdraw", self.object, dangerous=True))
                if may_be_overturned(self.object):
                    acts.append(self.act(OverturnView.verb, "overturn", self.object))
            elif self.object.review_state == ReviewState.APPROVED:
                acts.append(self.act("发布", "publish", self.object, primary=True))
            if self._is_withheld():
                acts.append(self.act(ReappraiseView.verb, "reappraise", self.object))
        reading = [
            Act("预览", reverse("portal:item-preview", args=_place(self.object))),
            self.act("内容检查", "screening", self.object),
            self.act("历次稿", "revisions", self.object),
        ]
        return [*acts, *super().acts(), *reading]

    def _is_withheld(self) -> bool:
        is_public = self.object.attribute == DisclosureAttribute.PROACTIVE
        return not is_public and self.object.review_level is None


def _place(item: Any) -> tuple[str, int]:
    return item.organ.code, item.pk


#: What brings an item on stands out.
_MAIN = (ReviewAct.SUBMITTED, ReviewAct.APPROVED)


class ItemViewSet(RegisterViewSet):
    model = Item
    layout = "items"
    takes_attachments = True
    noun = "公开信息"
    menu_label = "公开信息"
    icon = "doc-full"
    columns = (
        title("标题", "title"),
        code("索引号", "number"),
        text("目录", lambda item: item.category, "category__name"),
        code("发文字号", "document_number"),
        day("公开期限", "due_on"),
        day("公开日期", "disclosed_on"),
        chip("状态", item_chip, "status"),
    )
    select_related = ("organ", "category", "office")
    prefetch_related = ("releases", "attachments")
    search_fields = ("number", "title", "document_number")
    filterset_class = ItemFilters
    record_form = ItemForm
    index_view_class = ItemIndexView
    inspect_view_class = ItemPage
    add_view_class = RegisterItemView
    edit_view_class = ChangeItemView
    delete_view_class = RemoveItemView
    removal_consequence = (
        "删除后网站上不再有这条信息，附件一并删除，年度报告的条数随之减少，不能恢复。"
        "只是不再公开的，请用“撤下”。"
    )

    state = staticmethod(item_chip)

    def sections(self, record: Any) -> list[Section]:
        releases = [
            Fact(
                release.get_channel_display(),
                release.address or "已公开",
                url=release.address,
            )
            for release in record.releases.all()
        ]
        files = [
            Fact(
                f"附件{place}",
                f"{file.title}（{file.text_problem}）"
                if file.text_problem
                else file.title,
                url=reverse("item:file", args=[record.pk, file.pk]),
            )
            for place, file in enumerate(record.attachments.all(), start=1)
        ]
        return [
            *(_with_body(section, record) for section in super().sections(record)),
            Section("公开渠道", releases),
            Section("附件", files),
            screening_section(record, reverse("item:screening", args=[record.pk])),
            *holding_sections(record),
        ]

    def organs_to_import(self, account: Any) -> QuerySet[Any]:
        """Ask for the right to publish as well: a table can say 已发布."""
        register = self.permission_policy.register
        publishing = organs_open_to(account, register, Action.PUBLISH)
        return super().organs_to_import(account) & publishing

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("publish/<int:pk>/", self.construct_view(PublishView), name="publish"),
            path(
                "withdraw/<int:pk>/",
                self.construct_view(WithdrawView),
                name="withdraw",
            ),
            path("review/<int:pk>/", self.construct_view(ReviewPage), name="review"),
            path(
                "revisions/<int:pk>/",
                self.construct_view(RevisionsView),
                name="revisions",
            ),
            path("document/", self.construct_view(DocumentIntakeView), name="document"),
            path("due/", self.construct_view(DueDayView), name="due"),
            *(
                path(f"{slug}/<int:pk>/", self.construct_view(view), name=slug)
                for slug, view in HOLDING_VIEWS.items()
            ),
            *sheet_urlpatterns(self.construct_view),
            *review_urlpatterns(self.construct_view),
            *screening_urlpatterns(self.construct_view),
            path(
                "view/<int:pk>/files/<int:file_pk>/",
                self.construct_view(AttachmentFileView),
                name="file",
            ),
        ]


def _with_body(section: Section, item: Item) -> Section:
    """Show the body as the public sees it, not as it is stored."""
    label = str(Item._meta.get_field("body").verbose_name)  # noqa: SLF001
    body = Fact(label, body_html(item.body), is_long=True, is_html=True)
    facts = [body if fact.label == label else fact for fact in section.facts]
    return Section(section.title, facts)


register = ItemViewSet()
