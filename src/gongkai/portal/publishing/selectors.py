from collections.abc import Collection

from django.db.models import Count, Q, QuerySet

from gongkai.catalogue.models import Category, Section
from gongkai.organs.models import Organ
from gongkai.portal.publishing.search import Search
from gongkai.publishing.models import Item


def found_items(items: QuerySet[Item], search: Search) -> QuerySet[Item]:
    """Keep the items in which every word is found, of the year, in the order."""
    for word in search.words:
        items = items.filter(_has_word(word))
    if search.year:
        items = items.filter(disclosed_on__year=search.year)
    order = ("disclosed_on", "pk") if search.oldest_first else ("-disclosed_on", "-pk")
    return items.order_by(*order)


def _has_word(word: str) -> Q:
    number = word.translate(_BRACKETS)
    return (
        Q(title__icontains=word)
        | Q(document_number__icontains=number)
        | Q(number__icontains=word)
    )


# 发文字号 has 六角括号; few keyboards do.
_BRACKETS = str.maketrans("[]()（）【】", "〔〕" * 4)


def years_of(items: QuerySet[Item]) -> list[int]:
    """Return the years in which the items were disclosed, newest first.

    The days come from an index; cutting each down to its year would read every row.
    """
    days = items.order_by().values_list("disclosed_on", flat=True).distinct()
    return sorted({day.year for day in days if day is not None}, reverse=True)


def categories_of(organ: Organ, section: Section) -> list[Category]:
    """Return the organ's categories of a section, in the order of the catalogue."""
    return list(Category.objects.filter(organ=organ, section=section))


def count_by_category(items: QuerySet[Item]) -> dict[int, int]:
    """Count the items that stand directly in each category."""
    counted = items.order_by().values("category_id").annotate(value=Count("pk"))
    return {row["category_id"]: row["value"] for row in counted}


def count_by_month(items: QuerySet[Item]) -> dict[int, int]:
    """Count the items disclosed in each month that has any."""
    counted = items.order_by().values("disclosed_on__month").annotate(value=Count("pk"))
    return {row["disclosed_on__month"]: row["value"] for row in counted}


def in_categories(items: QuerySet[Item], pks: Collection[int]) -> QuerySet[Item]:
    """Keep the items that stand in one of the categories."""
    return items.filter(category_id__in=pks)
