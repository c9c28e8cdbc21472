"""Tables that tell of persons: the journal knows who took them out."""

from typing import Any

from django.db.models import QuerySet

from gongkai.audit.services import record as record_in_journal
from gongkai.exchange.registers.exporting import export_records, layout_of
from gongkai.exchange.registers.layout import Layout
from gongkai.organs.models import Organ

#: The journal tells the numbers of so many records.
MOST_NUMBERS = 500


def export_revealed(
    layout: Layout | str,
    records: QuerySet[Any],
    suffix: str,
    *,
    actor: Any,
    organs: QuerySet[Organ] | None = None,
) -> bytes:
    """Return the records as ``export_records`` does, with what tells of persons.

    Only that of ``organs`` is revealed; None is all. It is journalled as 导出申请人
    with the numbers of the records, up to ``MOST_NUMBERS``, and nobody's name.
    """
    layout = layout_of(layout)
    known = None if organs is None else set(organs.values_list("pk", flat=True))

    def reveals(record: Any) -> bool:
        return known is None or layout.columns[0].value_of(record).pk in known

    content = export_records(layout, records, suffix, reveals)
    shown = records
    if known is not None:
        shown = records.filter(**{f"{layout.organ_path}__in": organs})
    if any(column.mask for column in layout.columns):
        _journal(layout, shown, actor)
    return content


def _journal(layout: Layout, shown: QuerySet[Any], actor: Any) -> None:
    path = f"{layout.organ_path}__code"
    codes = list(shown.order_by(path).values_list(path, flat=True).distinct()[:2])
    detail: dict[str, Any] = {"count": shown.count()}
    if any(column.field == "number" for column in layout.columns):
        numbers = shown.order_by("pk").values_list("number", flat=True)
        detail["numbers"] = list(numbers[:MOST_NUMBERS])
    record_in_journal(
        actor=actor,
        action="导出申请人",
        subject=layout.register,
        subject_key=f"{detail['count']}件",
        organ_code=codes[0] if len(codes) == 1 else "",
        detail=detail,
    )
