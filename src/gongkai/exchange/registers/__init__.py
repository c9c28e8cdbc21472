"""Registers in and out of table files: the front door."""

from gongkai.exchange.registers.exporting import export_records, layout_of
from gongkai.exchange.registers.importing import import_directory, import_file
from gongkai.exchange.registers.layout import Column, Layout
from gongkai.exchange.registers.layouts import LAYOUTS
from gongkai.exchange.registers.results import FolderResult, ImportResult, RowError
from gongkai.exchange.registers.revealing import export_revealed
from gongkai.exchange.registers.template import template_file

__all__ = [
    "LAYOUTS",
    "Column",
    "FolderResult",
    "ImportResult",
    "Layout",
    "RowError",
    "export_records",
    "export_revealed",
    "import_directory",
    "import_file",
    "layout_of",
    "template_file",
]
