"""How long the levels of the review took, as a table file."""

import io
from collections.abc import Sequence

from openpyxl import Workbook

from gongkai.exchange.registers.exporting import text_cell
from gongkai.publishing.selectors.stages import LevelMeasure, Measure

HEADER = ("级次", "月份", "件数", "中位数（工作日）", "最长（工作日）")


def stages_table(levels: Sequence[LevelMeasure]) -> bytes:
    """Return the measures of a year as XLSX: each level by month, and the year."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("审核用时")
    sheet.freeze_panes = "A2"
    sheet.append([text_cell(sheet, words) for words in HEADER])
    for one in levels:
        for month, measure in enumerate(one.months, start=1):
            sheet.append(_row(one, f"{month}月", measure))
        sheet.append(_row(one, "全年", one.year))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _row(one: LevelMeasure, month: str, measure: Measure) -> list[object]:
    if not measure.count:
        return [one.level.label, month, 0, None, None]
    return [one.level.label, month, measure.count, measure.median, measure.longest]
