"""What keeps an item from review and from release: each with what to do."""

from gongkai.publishing.models import DisclosureAttribute, Item

#: Fields without which an item is no item of a catalogue (条例第十二条第三款).
_MANDATORY = (
    ("title", "标题"),
    ("summary", "内容概述"),
    ("formed_on", "成文日期"),
    ("category_id", "目录"),
)


def obstacles_to_review(item: Item) -> list[str]:
    """Return what is missing or open, each as one sentence; empty when ready."""
    return [*_missing(item), *_open_findings(item)]


def _missing(item: Item) -> list[str]:
    missing = [label for name, label in _MANDATORY if not getattr(item, name)]
    found = [f"缺少{'、'.join(missing)}，请补上。"] if missing else []
    if not item.body.strip() and not item.attachments.exists():
        found.append("没有正文也没有附件，请至少填写一项。")
    if item.attribute == DisclosureAttribute.NOT_DISCLOSED and not item.ground:
        found.append("不予公开的信息没有选依据，请选择。")
    return found


def _open_findings(item: Item) -> list[str]:
    open_ones = item.findings.filter(
        is_current=True, is_blocking=True, settlement=""
    ).count()
    if not open_ones:
        return []
    return [f"内容检查还有{open_ones}处没有处理，请逐处遮蔽、改正或者写明理由。"]
