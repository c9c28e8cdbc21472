"""Working out very many histories, most of them alike."""

from datetime import date

from gongkai.casework.models.case_step import step_of
from gongkai.casework.selectors.case_rows import CaseRow, StepRow
from gongkai.casework.selectors.clock import implied_history, receipt_of
from gongkai.casework.services.copies import Copies, copies_of
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import ClockSettings

#: Histories that are remembered under one reading; then it begins anew.
MOST_KNOWN = 20_000


class Reckoner:
    """The copies of histories as of one day, by one reading of the law.

    Requests of one day of receipt and channel with the same steps have the same
    copies: an answer is remembered, and asked of the clock once.
    """

    def __init__(
        self, today: date, settings: ClockSettings, calendar: WorkingDays
    ) -> None:
        self._today = today
        self._settings = settings
        self._calendar = calendar
        self._known: dict[tuple[object, ...], Copies] = {}

    def copies(self, row: CaseRow, steps: tuple[StepRow, ...]) -> Copies:
        """Return the copies of a request; ``GongkaiError`` if there can be none."""
        key = (*row.dates, steps)
        found = self._known.get(key)
        if found is None:
            found = self._worked_out(row, steps)
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = found
        return found

    def _worked_out(self, row: CaseRow, steps: tuple[StepRow, ...]) -> Copies:
        history = implied_history(
            row, [step_of(*step) for step in steps], self._settings
        )
        return copies_of(
            receipt_of(row), history, self._today, self._settings, self._calendar
        )
