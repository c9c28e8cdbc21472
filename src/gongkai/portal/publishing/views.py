from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from gongkai.catalogue.models import Category, Section
from gongkai.organs.models import Organ
from gongkai.portal.publishing.cards import AttachmentCard
from gongkai.portal.publishing.links import links_of
from gongkai.portal.publishing.listing import item_listing
from gongkai.portal.publishing.metadata import metadata_of, way_to
from gongkai.portal.publishing.search import Search
from gongkai.portal.publishing.selectors import (
    categories_of,
    count_by_category,
    found_items,
    in_categories,
)
from gongkai.portal.publishing.tree import catalogue_tree, find_current, without_empty
from gongkai.portal.site.columns import CONTENT, RULES, SEARCH
from gongkai.portal.site.page_tags import Article, Column
from gongkai.portal.site.pages import Crumb, Page, organ_or_404, show
from gongkai.publishing.body import body_html, has_end_mark
from gongkai.publishing.models import Attachment, Item, ItemStatus
from gongkai.publishing.selectors import published_items

_RELATED_LIMIT = 5


@require_safe
def content(
    request: HttpRequest, organ_code: str, category_code: str = ""
) -> HttpResponse:
    """法定主动公开内容: the items of the catalogue, or of one category and below."""
    organ = organ_or_404(organ_code)
    categories = categories_of(organ, Section.CONTENT)
    current = _current(categories, category_code)
    every = published_items(organ).filter(category__section=Section.CONTENT)
    search = Search.from_query(request.GET)
    tree = catalogue_tree(
        categories, count_by_category(found_items(every, search)), current
    )
    way = find_current(tree)
    items = every
    if way:
        items = in_categories(every, [node.category.pk for node in way[-1].below()])
    address = reverse("portal:content", args=[organ.code])
    crumbs = tuple(
        Crumb(node.category.name, category_address(organ, node.category))
        for node in way
    )
    return show(
        request,
        "publishing/list.html",
        Page(
            title=current.name if current else CONTENT.name,
            organ=organ,
            section=Section.CONTENT,
            column=_column(current) if current else CONTENT,
            crumbs=(Crumb(CONTENT.name, address), *crumbs) if way else (),
        ),
        {
            "listing": item_listing(request, items, items),
            "tree": without_empty(tree),
            "tree_total": sum(node.count for node in tree),
            "current": current,
            "content_address": address,
            "basis": current.basis if current else "",
        },
    )


def category_address(organ: Organ, category: Category) -> str:
    """Return the address of a category's list."""
    return reverse("portal:category", args=[organ.code, category.code])


def _current(categories: list[Category], code: str) -> Category | None:
    if not code:
        return None
    found = next((one for one in categories if one.code == code), None)
    if found is None:
        raise Http404("没有这个目录。")
    return found


def _column(category: Category) -> Column:
    return Column(category.name, description=category.basis, type=CONTENT.type)


@require_safe
def rules(request: HttpRequest, organ_code: str) -> HttpResponse:
    """政府信息公开制度: the rules that the organ discloses information by."""
    organ = organ_or_404(organ_code)
    items = published_items(organ).filter(category__section=Section.RULES)
    page = Page(title=RULES.name, organ=organ, section=Section.RULES, column=RULES)
    listing = item_listing(request, items, items)
    return show(request, "publishing/list.html", page, {"listing": listing})


@require_safe
def search(request: HttpRequest, organ_code: str = "") -> HttpResponse:
    """Search everything that an organ, or all organs, have disclosed."""
    organ = organ_or_404(organ_code) if organ_code else None
    items = published_items(organ)
    page = Page(title=SEARCH.name, organ=organ, column=SEARCH)
    context = {"listing": item_listing(request, items, items), "is_search": True}
    return show(request, "publishing/list.html", page, context)


@require_safe
def item(request: HttpRequest, organ_code: str, pk: int) -> HttpResponse:
    """One item; a withdrawn one says that it is gone, a draft was never there."""
    found = _disclosed_or_404(_with_place(), organ_code, pk=pk)
    if found.status == ItemStatus.WITHDRAWN:
        return _withdrawn(request, found.organ)
    organ, categories = found.organ, way_to(found.category)
    source = found.source or organ.name
    page = Page(
        title=found.title,
        organ=organ,
        section=found.category.section,
        column=_column(found.category),
        article=Article(
            title=found.title,
            disclosed_on=found.disclosed_on,
            source=source,
            keywords="",
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
    }
    return show(request, "publishing/item.html", page, context)


def _with_place() -> QuerySet[Item]:
    return Item.objects.select_related(
        "organ", "office", "category__parent__parent"
    ).prefetch_related("attachments")


def _disclosed_or_404(items: QuerySet[Item], organ_code: str, **lookup: object) -> Item:
    """Return an item that is or was public; of a draft not even the address."""
    known = items.filter(status__in=(ItemStatus.PUBLISHED, ItemStatus.WITHDRAWN))
    return get_object_or_404(known, organ__code=organ_code, **lookup)


def _withdrawn(request: HttpRequest, organ: Organ) -> HttpResponse:
    page = Page(title="这条信息已撤下", organ=organ)
    return show(request, "publishing/withdrawn.html", page, status=410)


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
    _request: HttpRequest, organ_code: str, pk: int, attachment_pk: int, file_name: str
) -> HttpResponseBase:
    """Send an attachment, as long as its item is public."""
    found = get_object_or_404(
        Attachment.objects.filter(item__in=published_items()),
        pk=attachment_pk,
        item_id=pk,
        item__organ__code=organ_code,
    )
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
