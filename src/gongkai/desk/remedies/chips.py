"""How a remedy stands, as chips: its result, and what the organ has to do by when."""

from datetime import date

from django.utils import timezone

from gongkai.desk.registers.chips import Chip, Tone
from gongkai.remedies.models import RemedyCase
from gongkai.statute.remedy_results import RemedyResult

_SOON = 3


def remedy_chip(record: RemedyCase) -> Chip:
    """Return how a case stands: its result, or that it is pending."""
    if record.result:
        return Chip(RemedyResult(record.result).label, Tone.DONE)
    return Chip("尚未审结", Tone.WAITING)


def due_chip(record: RemedyCase) -> Chip | None:
    """Return what the organ has to do next: reply anew, or reply."""
    return again_chip(record) or reply_chip(record)


def reply_chip(record: RemedyCase) -> Chip | None:
    """Return by when reconsideration organ or court have to have the organ's reply."""
    due_on, replied_on = record.reply_due_on, record.replied_on
    if replied_on:
        is_late = due_on is not None and replied_on > due_on
        return Chip("逾期答复" if is_late else "已答复", Tone.DONE)
    if due_on is None or record.concluded_on:
        return None
    return _pending(due_on, "答复")


def again_chip(record: RemedyCase) -> Chip | None:
    """Return by when the organ has to reply anew, or that it did."""
    due_on, done_on = record.act_again_due_on, record.acted_again_on
    if due_on is None:
        return None
    if done_on:
        is_late = done_on > due_on
        return Chip("逾期重新答复" if is_late else "已重新答复", Tone.DONE)
    return _pending(due_on, "重新答复")


def _pending(due_on: date, act: str) -> Chip:
    day, left = f"{due_on.month}月{due_on.day}日", (due_on - timezone.localdate()).days
    if left < 0:
        return Chip(f"{act}逾期 · {day}", Tone.OVERDUE)
    return Chip(f"{day}前{act}", Tone.DUE if left <= _SOON else Tone.PLAIN)
