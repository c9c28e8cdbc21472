"""What an organ hands in to reconsideration organs and courts, as files."""

from gongkai.exchange.remedies.statement import (
    render_statement,
    statement_file_name,
    statement_title,
)

__all__ = ["render_statement", "statement_file_name", "statement_title"]
