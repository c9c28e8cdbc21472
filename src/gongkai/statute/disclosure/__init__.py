"""Proactive disclosure: by when, and in which state a duty stands (第三章)."""

from gongkai.statute.disclosure.deadlines import (
    DeadlineKind,
    disclosure_due,
    last_event_overdue,
)

__all__ = ["DeadlineKind", "disclosure_due", "last_event_overdue"]
