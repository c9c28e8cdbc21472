"""The front door: tables for our own pages, and whole pages to download."""

from gongkai.exchange.html.rendering import render
from gongkai.exchange.html.tables import render_table, render_tables

__all__ = ["render", "render_table", "render_tables"]
