"""The official head of an item (信息公开表头), as gov.cn prints it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from gongkai.catalogue.models import Category
from gongkai.publishing.models import Item, Validity


@dataclass(frozen=True)
class MetadataRow:
    """A row of the head; a minor one folds away on phones."""

    label: str
    value: str
    is_minor: bool = False
    is_wide: bool = False


def metadata_of(item: Item, categories: list[Category]) -> list[MetadataRow]:
    """Return the rows of the head that have something to say."""
    organ, joint = item.organ.name, item.joint_organs
    rows = (
        MetadataRow("索引号", item.number),
        MetadataRow("主题分类", item.theme or _way(categories), True),
        MetadataRow("发文机关", "、".join(filter(None, (organ, joint))), True),
        MetadataRow("成文日期", _day(item.formed_on)),
        MetadataRow("标题", item.title, True, True),
        MetadataRow("发文字号", item.document_number),
        MetadataRow("发布日期", _day(item.disclosed_on)),
        MetadataRow("主题词", item.keywords, True),
        MetadataRow("有效性", _validity(item)),
        MetadataRow("体裁", item.genre, True),
        MetadataRow("公开方式", item.get_attribute_display(), True),
        MetadataRow("公开范围", item.audience, True),
        MetadataRow("责任股室", item.office.name if item.office else "", True),
        MetadataRow("来源", item.source if item.source != organ else "", True),
        MetadataRow("内容概述", item.summary, True, True),
    )
    return [row for row in rows if row.value]


def _way(categories: list[Category]) -> str:
    return "\\".join(one.name for one in categories)


def _day(day: date | None) -> str:
    return date_format(day) if day else ""


def _validity(item: Item) -> str:
    if item.validity == Validity.NOT_APPLICABLE:
        return ""
    return Validity(item.validity).label


def way_to(category: Category) -> list[Category]:
    """Return the categories from the top of the catalogue to this one."""
    way, above = [category], category.parent
    while above and above not in way:
        way.insert(0, above)
        above = above.parent
    return way
