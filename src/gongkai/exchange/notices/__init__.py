"""Notices and whole cases as files."""

from gongkai.exchange.notices.archive import archive_case, archive_file_name
from gongkai.exchange.notices.corrections import (
    correction_file_name,
    render_correction,
)
from gongkai.exchange.notices.register import register_table
from gongkai.exchange.notices.rendering import notice_file_name, render_notice

__all__ = [
    "archive_case",
    "archive_file_name",
    "correction_file_name",
    "notice_file_name",
    "register_table",
    "render_correction",
    "render_notice",
]
