"""The page of one item: public, withdrawn, or shown to staff before it is public."""

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gongkai.catalogue.models import Category, Section
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.portal.publishing.cards import AttachmentCard
from gongkai.portal.publishing.links import links_of
from gongkai.portal.publishing.metadata import metadata_of, way_to
from gongkai.portal.publishing.views import category_address, column_of
from gongkai.portal.site.page_tags import Article
from gongkai.portal.site.pages import Crumb, Page, show
from gongkai.publishing.body import body_html, has_end_mark
from gongkai.publishing.models import Attachment, Item, ItemStatus
from gongkai.publishing.permissions import REGISTER
from gongkai.publishing.selectors import published_items

_RELATED_LIMIT = 5


@require_safe
def item(request: HttpRequest, organ_code: str, pk: int) -> HttpResponse:
    """One item; a withdrawn one says that it is gone, a draft was never there."""
    found = _disclosed_or_404(_with_place(), organ_code, pk=pk)
    if found.status == ItemStatus.WITHDRAWN:
        return _withdrawn(request, found)
    return _shown(request, found)


@require_safe
@never_cache
def preview(request: HttpRequest, organ_code: str, pk: int) -> HttpResponse:
    """Show an item as its page would be, to staff who may see it; to others none."""
    found = get_object_or_404(_with_place(), organ__code=organ_code, pk=pk)
    if not _may_see(request, found):
        raise Http404("没有这条信息。")
    return _shown(request, found, is_preview=True)


def _shown(
    request: HttpRequest, found: Item, *, is_preview: bool = False
) -> HttpResponse:
    organ, categories = found.organ, way_to(found.category)
    source = found.source or organ.name
    page = Page(
        title=found.title,
        organ=organ,
        section=found.category.section,
        column=column_of(found.category),
        article=Article(
            title=found.title,
            disclosed_on=found.disclosed_on,
            source=source,
            published_at=found.published_at,
            keywords=found.keywords,
            author=found.office.name if found.office else "",
            description=found.summary,
        ),
        crumbs=_item_crumbs(organ, categories),
    )
    context = {
        "item": found,
        "metadata": metadata_of(found, categories),
        "body": body_html(found.body),
        "shows_end_mark": not has_end_mark(found.body),
        "attachments": [AttachmentCard.of(one) for one in found.attachments.all()],
        "related": _related(found),
        "links": links_of(found),
        "corrections": found.corrections.all(),
        "is_preview": is_preview,
    }
    return show(request, "publishing/item.html", page, context)


def _with_place() -> QuerySet[Item]:
    return Item.objects.select_related(
        "organ", "office", "category__parent__parent"
    ).prefetch_related("attachments", "corrections")


def _disclosed_or_404(items: QuerySet[Item], organ_code: str, **lookup: object) -> Item:
    """Return an item that is or was public; of a draft not even the address."""
    known = items.filter(status__in=(ItemStatus.PUBLISHED, ItemStatus.WITHDRAWN))
    return get_object_or_404(known, organ__code=organ_code, **lookup)


def _withdrawn(request: HttpRequest, found: Item) -> HttpResponse:
    page = Page(title="这条信息已撤下", organ=found.organ)
    return show(request, "publishing/withdrawn.html", page, {"item": found}, status=410)


def _may_see(request: HttpRequest, found: Item) -> bool:
    """Say whether the visitor is staff who may read this item before the public."""
    return may(request.user, REGISTER, Action.VIEW, found.organ)


def _item_crumbs(organ: Organ, categories: list[Category]) -> tuple[Crumb, ...]:
    section = Section(categories[0].section)
    address = reverse(f"portal:{section.value}", args=[organ.code])
    steps = [Crumb(section.label, address)]
    if section == Section.CONTENT:
        steps += [Crumb(one.name, category_address(organ, one)) for one in categories]
    return tuple(steps)


def _related(found: Item) -> list[Item]:
    near = published_items(found.organ).filter(category=found.category)
    return list(near.exclude(pk=found.pk).order_by("-disclosed_on")[:_RELATED_LIMIT])


@require_safe
def item_by_number(_request: HttpRequest, organ_code: str, number: str) -> HttpResponse:
    """Lead from an index number to its item."""
    if "\0" in number:
        raise Http404("没有这个索引号。")
    found = _disclosed_or_404(Item.objects.all(), organ_code, number=number)
    return redirect("portal:item", organ_code, found.pk)


@require_safe
def attachment(
    request: HttpRequest, organ_code: str, pk: int, attachment_pk: int, file_name: str
) -> HttpResponseBase:
    """Send an attachment, as long as its item is public; before that to staff."""
    found = get_object_or_404(
        Attachment.objects.select_related("item__organ"),
        pk=attachment_pk,
        item_id=pk,
        item__organ__code=organ_code,
    )
    is_public = published_items().filter(pk=pk).exists()
    if not is_public and not _may_see(request, found.item):
        raise Http404("没有这个附件。")
    card = AttachmentCard.of(found)
    if file_name != card.file_name:
        return redirect("portal:attachment", organ_code, pk, found.pk, card.file_name)
    try:
        file = found.file.open("rb")
    except (OSError, ValueError) as error:
        raise Http404("附件文件不在。") from error
    response = FileResponse(file, as_attachment=True, filename=card.file_name)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
