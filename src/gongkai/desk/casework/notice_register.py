"""文书登记簿: every notice with its number, and why a number is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.casework.models import Notice, NoticeStatus
from gongkai.casework.notices import awaiting_approval_by, may_read
from gongkai.casework.permissions import REGISTER
from gongkai.desk.casework.notice_standing import notice_chip, with_revoked
from gongkai.desk.casework.trail import trail
from gongkai.desk.registers.chips import Chip
from gongkai.desk.registers.exporting import FORMATS, download
from gongkai.exchange.notices import register_table
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.statute.notices import notice_kind, notice_kinds

_TITLE = "文书登记簿"
_ON_A_PAGE = 50
_MOST_ORGANS = 200


@dataclass(frozen=True)
class RegisterRow:
    """A notice in the register, without anybody's name."""

    notice: Notice
    title: str
    chip: Chip
    sent_on: Any
    arrived_on: Any
    void: list[Any]
    is_open: bool


def index(request: HttpRequest) -> HttpResponse:
    """Show the register, narrowed as asked, or hand it out as a file."""
    if not may(request.user, REGISTER, Action.VIEW, None):
        raise PermissionDenied
    organs = organs_open_to(request.user, REGISTER, Action.VIEW)
    found = _narrowed(request, _visible(request, organs))
    wanted = request.GET.get("export", "")
    if wanted in FORMATS:
        table = register_table(found, wanted)
        return download(table, f"{_TITLE}{timezone.localdate()}", wanted)
    page = Paginator(found, _ON_A_PAGE).get_page(request.GET.get("p"))
    several = list(organs[:_MOST_ORGANS])
    context = {
        "page_title": _TITLE,
        "breadcrumbs_items": trail(("", _TITLE)),
        "page_obj": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "rows": list(_rows(request.user, page.object_list)),
        "query_without_page": _query(request),
        "export_links": [
            (label, f"?{_query(request, export=suffix)}")
            for suffix, label in FORMATS.items()
        ],
        "organs": several if len(several) > 1 else [],
        "kinds": notice_kinds(),
        "states": NoticeStatus.choices,
        "years": [
            day.year
            for day in found.model.objects.filter(disclosure_request__organ__in=organs)
            .exclude(dated_on=None)
            .dates("dated_on", "year", order="DESC")
        ],
        "is_mine": request.GET.get("list") == "mine",
        "is_narrowed": bool(_query(request)),
        "may_word": may(request.user, REGISTER, Action.CHANGE, None),
    }
    return render(request, "desk/casework/notice_register.html", context)


def _visible(request: HttpRequest, organs: QuerySet[Organ]) -> QuerySet[Notice]:
    if request.GET.get("list") == "mine":
        found = awaiting_approval_by(request.user)
    else:
        found = Notice.objects.filter(disclosure_request__organ__in=organs)
    return (
        with_revoked(found)
        .select_related("disclosure_request__organ", "supersedes")
        .prefetch_related("deliveries", "numbers")
        .order_by("-dated_on", "-pk")
    )


def _narrowed(request: HttpRequest, found: QuerySet[Notice]) -> QuerySet[Notice]:
    """Narrow by the form; what it does not offer is passed over."""
    asked = request.GET
    if asked.get("state") in NoticeStatus.values:
        found = found.filter(status=asked["state"])
    if asked.get("kind") in {kind.key for kind in notice_kinds()}:
        found = found.filter(kind=asked["kind"])
    year = asked.get("year", "")
    if year.isascii() and year.isdigit() and len(year) == len("2026"):
        found = found.filter(dated_on__year=int(year))
    if asked.get("organ"):
        found = found.filter(disclosure_request__organ__code=asked["organ"])
    for word in asked.get("q", "").split()[:10]:
        found = found.filter(
            Q(number__icontains=word)
            | Q(disclosure_request__number__icontains=word)
            | Q(pk__in=Notice.objects.filter(numbers__number__icontains=word))
        )
    return found


def _rows(account: Any, found: Any) -> Iterator[RegisterRow]:
    readable: dict[int, bool] = {}
    for notice in found:
        organ = notice.disclosure_request.organ
        if organ.pk not in readable:
            readable[organ.pk] = may_read(account, organ)
        deliveries = list(notice.deliveries.all())
        arrived = [each.received_on for each in deliveries if each.received_on]
        yield RegisterRow(
            notice,
            notice_kind(notice.kind).title,
            notice_chip(notice),
            deliveries[-1].sent_on if deliveries else None,
            arrived[0] if arrived else None,
            [each for each in notice.numbers.all() if each.voided_at],
            readable[organ.pk],
        )


def _query(request: HttpRequest, **extra: str) -> str:
    query = request.GET.copy()
    for name in ("p", "export"):
        query.pop(name, None)
    for name in [name for name in query if not query[name]]:
        del query[name]
    for name, value in extra.items():
        query[name] = value
    return query.urlencode()
