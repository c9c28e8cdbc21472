"""An item as its reviewer reads it: whole, on one page, with the decision below."""

from typing import Any

from django.utils import timezone

from gongkai.desk.publishing.act_view import ItemActView
from gongkai.desk.publishing.review_standing import (
    acts_open_to,
    item_chip,
    trail_of,
)
from gongkai.desk.publishing.review_trail import trail
from gongkai.desk.publishing.review_views import REVIEW_VIEWS
from gongkai.desk.registers.pages import Fact, field_fact
from gongkai.publishing.comparison import changes_since_return
from gongkai.publishing.models import Item
from gongkai.publishing.permissions import reviewer_for
from gongkai.publishing.selectors import standing_of
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewAct, ReviewLevel

_DECISIONS = (ReviewAct.APPROVED, ReviewAct.RETURNED, ReviewAct.REFERRED)
_FIELDS = (
    *("number", "category", "office", "document_number", "source", "formed_on"),
    *("attribute", "ground", "validity", "theme", "keywords", "genre", "audience"),
    *("joint_organs", "confirmation", "publish_at", "expire_at"),
)


class ReviewPage(ItemActView):
    """Shows the item with its files, findings, changes and trail."""

    template_name = "desk/publishing/review_page.html"
    verb = "审核"
    http_method_names = ["get", "head"]

    def get_page_title(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return trail(str(self.object))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        item = self.object
        return super().get_context_data(**kwargs) | {
            "chip": item_chip(item),
            "facts": [fact for fact in _facts(item) if fact.value],
            "files": item.attachments.all(),
            "findings": item.findings.filter(is_current=True).select_related(
                "attachment", "settled_by"
            ),
            "changes": changes_since_return(item),
            "trail": trail_of(item),
            "decisions": self._decisions(),
            "level": ReviewLevel(item.review_level) if item.review_level else None,
            "instead_of": self._instead_of(),
            "inspect_url": self.url_of("inspect", item),
        }

    def _decisions(self) -> list[dict[str, Any]]:
        """Return the forms of the acts that are open to the account."""
        open_ones = acts_open_to(self.request.user, self.object)
        return [self._decision(act) for act in _DECISIONS if act in open_ones]

    def _decision(self, act: ReviewAct) -> dict[str, Any]:
        slug, view = REVIEW_VIEWS[act]
        return {
            "slug": slug,
            "verb": view.verb,
            "url": self.url_of(slug, self.object),
            "form": view.form_class(
                initial={"version": self.object.version}, auto_id=f"{slug}-%s"
            ),
        }

    def _instead_of(self) -> str:
        level = standing_of(self.object).level
        if level is None:
            return ""
        today = timezone.localdate()
        try:
            return str(reviewer_for(self.request.user, self.object, level, today) or "")
        except GongkaiError:
            return ""


def _facts(item: Item) -> list[Fact]:
    return [field_fact(item, name) for name in _FIELDS]
