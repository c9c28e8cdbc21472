"""待我审核: one list of cards for all that waits for one person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from gongkai.casework.notices import awaiting_approval_by
from gongkai.desk.publishing.review_standing import item_chip
from gongkai.desk.registers.chips import Chip
from gongkai.desk.registers.furniture import HOME
from gongkai.organs.calendar import working_days
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.models import Item
from gongkai.publishing.permissions import REGISTER
from gongkai.publishing.selectors import (
    items_referred,
    items_returned_to,
    items_to_review,
)
from gongkai.publishing.services.review_setting import SETTINGS

_MOST = 30
_RELATED = ("organ", "category", "author")


@dataclass(frozen=True)
class Card:
    """An item that waits, and for how many working days."""

    item: Item
    url: str
    chip: Chip
    days: int


@dataclass(frozen=True)
class Pile:
    """Cards of one kind, with the number of all of them."""

    label: str
    advice: str
    count: int
    cards: list[Card]

    @property
    def left_out(self) -> int:
        """How many are not shown."""
        return self.count - len(self.cards)


def index(request: HttpRequest) -> HttpResponse:
    """Show what waits for the account, the oldest first."""
    account: Any = request.user
    if not may(account, REGISTER, Action.VIEW, None):
        raise PermissionDenied
    context = {
        "page_title": "待我审核",
        "breadcrumbs_items": [HOME, {"url": "", "label": "待我审核"}],
        "piles": [pile for pile in _piles(account, timezone.localdate()) if pile.count],
        "notices": awaiting_approval_by(account).count(),
        "may_set": may(account, SETTINGS, Action.VIEW, None),
        "several": organs_open_to(account, REGISTER, Action.VIEW).count() > 1,
    }
    return render(request, "desk/publishing/inbox.html", context)


def _piles(account: Any, today: date) -> list[Pile]:
    kinds: tuple[tuple[str, str, QuerySet[Item], str], ...] = (
        ("等我审核", "", items_to_review(account, today), "item:review"),
        (
            "退回我修改",
            "看退回理由和标出的文字，改好后重新提交。",
            items_returned_to(account),
            "item:inspect",
        ),
        (
            "报请保密确认",
            "收到确认结果后登记，审核才继续。",
            items_referred(account),
            "item:inspect",
        ),
    )
    return [_pile(*kind, today) for kind in kinds]


def _pile(
    label: str, advice: str, items: QuerySet[Item], page: str, today: date
) -> Pile:
    calendar = working_days()
    shown = items.select_related(*_RELATED)[:_MOST]
    cards = [
        Card(
            item,
            reverse(page, args=[item.pk]),
            item_chip(item),
            _days(item, today, calendar),
        )
        for item in shown
    ]
    count = items.count() if len(cards) == _MOST else len(cards)
    return Pile(label, advice, count, cards)


def _days(item: Item, today: date, calendar: Any) -> int:
    if item.waiting_since is None:
        return 0
    since = timezone.localdate(item.waiting_since)
    return int(calendar.count(since, today, provisional=True)) if since < today else 0
