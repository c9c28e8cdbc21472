"""By when a correction is answered (docs/interpretations/0060)."""

from collections.abc import Iterable
from datetime import date

from gongkai.casework.models import CaseworkSettings, RecordCorrection
from gongkai.organs.calendar import working_days
from gongkai.organs.models import Organ
from gongkai.statute.corrections import USUAL_WORKING_DAYS, correction_due_on


def due_day_of(organ: Organ, received_on: date) -> date:
    """Return the last day, by the organ's setting."""
    chosen = CaseworkSettings.objects.filter(organ=organ).first()
    days = chosen.correction_working_days if chosen else USUAL_WORKING_DAYS
    return correction_due_on(received_on, working_days(), days)


def refresh_due_days(organs: Iterable[Organ] | None = None) -> int:
    """Renew the due days of open corrections; return how many moved.

    After a change of settings or calendar, and after an import.
    """
    corrections = RecordCorrection.objects.filter(ended_on=None)
    if organs is not None:
        corrections = corrections.filter(organ__in=organs)
    moved = []
    days = dict(
        CaseworkSettings.objects.values_list("organ_id", "correction_working_days")
    )
    calendar = working_days()
    for correction in corrections.iterator():
        allowed = days.get(correction.organ_id, USUAL_WORKING_DAYS)
        due_on = correction_due_on(correction.received_on, calendar, allowed)
        if due_on != correction.due_on:
            correction.due_on = due_on
            moved.append(correction)
    RecordCorrection.objects.bulk_update(moved, ["due_on"], batch_size=500)
    return len(moved)
