"""The filters above the list of items."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.organs.calendar import working_days
from gongkai.publishing.models import (
    Channel,
    DisclosureAttribute,
    Item,
    ItemStatus,
)
from gongkai.publishing.selectors import items_overturned, items_to_reappraise
from gongkai.statute.disclosure import DeadlineKind, last_event_overdue
from gongkai.statute.review import ReviewState

_SOON = timedelta(days=7)


class ItemFilters(RegisterFilterSet):
    date_field = "disclosed_on"
    status = choice(
        "状态",
        [
            *ItemStatus.choices,
            ("overdue", "草稿，已过20个工作日"),
            ("reappraise", "不公开，到期应评估"),
            ("overturned", "决定被撤销、变更，待撤下"),
        ],
        method="in_status",
    )
    channel = choice(
        "公开渠道", Channel.choices, field_name="releases__channel", distinct=True
    )
    attribute = choice("公开属性", DisclosureAttribute.choices)
    review_state = choice(
        "审核状态", [(state.value, state.label) for state in ReviewState]
    )
    due = choice(
        "公开期限",
        [("over", "草稿，已过期限"), ("week", "草稿，7天内到期")],
        method="in_due",
    )
    mine = choice(
        "起草人", [("author", "我起草的"), ("returned", "退回我改的")], method="of_mine"
    )

    class Meta:
        model = Item
        fields: list[str] = []

    def in_status(
        self, records: QuerySet[Any], _name: str, status: str
    ) -> QuerySet[Item]:
        """Return the items of a status; overdue are drafts past their 20 days."""
        if status == "overdue":
            return overdue_drafts(records, timezone.localdate())
        if status == "reappraise":
            return items_to_reappraise(records, timezone.localdate())
        if status == "overturned":
            return items_overturned(records)
        return records.filter(status=status)

    def in_due(self, records: QuerySet[Any], _name: str, due: str) -> QuerySet[Item]:
        """Return the drafts whose own limit is over, or will be within a week."""
        today = timezone.localdate()
        drafts = records.filter(status=ItemStatus.DRAFT)
        if due == "over":
            return drafts.filter(due_on__lt=today)
        return drafts.filter(due_on__range=(today, today + _SOON))

    def of_mine(self, records: QuerySet[Any], _name: str, mine: str) -> QuerySet[Item]:
        """Return what the account wrote, or of that what came back."""
        written = Q(author=self.request.user)
        if mine == "returned":
            written &= Q(review_state=ReviewState.RETURNED.value)
        return records.filter(written)


def overdue_drafts(records: QuerySet[Any], today: date) -> QuerySet[Item]:
    """Return the drafts whose 20 working days are over (条例第二十六条)."""
    last = last_event_overdue(DeadlineKind.GENERAL, today, working_days())
    return records.filter(status=ItemStatus.DRAFT, formed_on__lte=last)
