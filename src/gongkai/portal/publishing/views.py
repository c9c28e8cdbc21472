from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from gongkai.catalogue.models import Category, Section
from gongkai.organs.models import Organ
from gongkai.portal.publishing.listing import item_listing
from gongkai.portal.publishing.search import Search
from gongkai.portal.publishing.selectors import (
    categories_of,
    count_by_category,
    found_items,
    in_categories,
)
from gongkai.portal.publishing.tree import catalogue_tree, find_current, without_empty
from gongkai.portal.site.columns import CONTENT, RULES, SEARCH
from gongkai.portal.site.page_tags import Column
from gongkai.portal.site.pages import Crumb, Page, organ_or_404, show
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
            column=column_of(current) if current else CONTENT,
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


def column_of(category: Category) -> Column:
    """Return the column (栏目) that a category is on the site."""
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
