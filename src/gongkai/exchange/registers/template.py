"""The empty file of a register: its headers, and how to fill each column in."""

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from gongkai.exchange.registers.exporting import CSV, XLSX, csv_file, layout_of
from gongkai.exchange.registers.kinds import Text
from gongkai.exchange.registers.layout import ROW_KINDS, Column, Layout
from gongkai.exchange.registers.references import Reference
from gongkai.exchange.registers.tables import GUIDANCE
from gongkai.statute.errors import GongkaiError

_LONGEST_LIST = 255
_LAST_ROW = 1_000_000
_GUIDANCE_WIDTHS = (26, 8, 56, 60)
_TEXT_FORMAT = "@"
_NOT_READ = "由系统算出，导入时不看"
_MAY_LACK = "可以没有这一列"


def template_file(layout: Layout | str, suffix: str) -> bytes:
    """Return an empty ``xlsx`` or ``csv`` file of the register.

    The XLSX has a second sheet 填写说明, lists to choose from, and text columns
    in which a number like 001 stays as it is typed.
    """
    layout = layout_of(layout)
    if suffix == CSV:
        return csv_file([column.header for column in layout.columns], iter(()))
    if suffix != XLSX:
        raise GongkaiError(f"没有“{suffix}”格式的模板，请选XLSX或CSV。")
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = layout.label
    sheet.freeze_panes = "A2"
    for place, column in enumerate(layout.columns, start=1):
        _write_column(sheet, place, column)
    _write_guidance(workbook.create_sheet(GUIDANCE), layout)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _write_column(sheet: Any, place: int, column: Column) -> None:
    letter = get_column_letter(place)
    cell = sheet.cell(1, place, column.header)
    cell.font = Font(bold=True)
    sheet.column_dimensions[letter].width = max(12, 2 * len(column.header) + 4)
    if isinstance(column.kind, Text | Reference):
        sheet.column_dimensions[letter].number_format = _TEXT_FORMAT
    choices = ",".join(column.kind.labels)
    if (
        choices
        and not isinstance(column.kind, ROW_KINDS)
        and len(choices) <= _LONGEST_LIST
    ):
        rule = DataValidation("list", formula1=f'"{choices}"', allow_blank=True)
        rule.add(f"{letter}2:{letter}{_LAST_ROW}")
        sheet.add_data_validation(rule)


def _write_guidance(sheet: Any, layout: Layout) -> None:
    sheet.append(["列名", "必填", "怎么填", "可填的值"])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column in layout.columns:
        left_out = _MAY_LACK if column.optional else ""
        left_out = _NOT_READ if column.export_only else left_out
        parts = (column.kind.hint, left_out, column.help)
        told = "；".join(part for part in parts if part)
        labels = "、".join(column.kind.labels)
        sheet.append([column.header, "是" if column.required else "", told, labels])
    for place, width in enumerate(_GUIDANCE_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
