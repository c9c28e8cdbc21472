"""The index number of an item: given once, by rule, and never given again.

条例第十二条第三款; docs/interpretations/0050-index-number.md.
"""

from dataclasses import replace
from datetime import date

from gongkai.organs.models import Organ
from gongkai.publishing.models import IndexSeries, Item, SpentIndexNumber
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.index_number import first_index_number, parse_index_number


def give_index_number(organ: Organ, on: date) -> str:
    """Return the organ's next index number of the period, and remember it.

    Inside the caller's transaction: the row of the series is locked until that ends.
    Numbers that were typed or imported are passed over.
    """
    first = first_index_number(organ.code, on, by_month=organ.index_by_month)
    IndexSeries.objects.get_or_create(
        organ=organ,
        period=first.period,
        defaults={"last": _last_in_use(organ, f"{organ.code}/{first.period}-")},
    )
    series = IndexSeries.objects.select_for_update().get(
        organ=organ, period=first.period
    )
    number = replace(first, serial=series.last + 1)
    while _is_taken(organ, str(number)):
        number = number.next()
    series.last = number.serial
    series.save(update_fields=["last"])
    return str(number)


def refuse_spent_number(organ: Organ, number: str) -> None:
    """Raise ``GongkaiError`` for a number that a deleted item had."""
    if SpentIndexNumber.objects.filter(organ=organ, number=number).exists():
        raise GongkaiError(
            f"索引号{number}用过，那条信息已经删除，号码不能再用。"
            "请换一个号，或者留空由程序编号。"
        )


def spend_number(item: Item) -> None:
    """Remember the number of an item that is being deleted."""
    SpentIndexNumber.objects.get_or_create(
        organ=item.organ, number=item.number, defaults={"title": item.title}
    )


def _is_taken(organ: Organ, number: str) -> bool:
    return (
        Item.objects.filter(organ=organ, number=number).exists()
        or SpentIndexNumber.objects.filter(organ=organ, number=number).exists()
    )


def _last_in_use(organ: Organ, prefix: str) -> int:
    """Return the highest serial of the period that came in from outside."""
    numbers = Item.objects.filter(organ=organ, number__startswith=prefix).values_list(
        "number", flat=True
    )
    return max((_serial(number) for number in numbers.iterator()), default=0)


def _serial(number: str) -> int:
    try:
        return parse_index_number(number, any_organ_code=True).serial
    except StatuteError:
        return 0
