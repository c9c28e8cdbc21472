"""Notices and whole cases as files."""

from gongkai.exchange.notices.rendering import notice_file_name, render_notice

__all__ = ["notice_file_name", "render_notice"]
