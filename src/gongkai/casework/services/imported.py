"""Requests and steps that come in from tables, many at a time.

They are written in bulk by the importer; here the clock judges them and the copies
are put on them, as the services that record one act do it.
"""

from collections import defaultdict
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects

from gongkai.casework.models import CaseStep, CaseworkSettings, DisclosureRequest
from gongkai.casework.selectors.clock import (
    history_of,
    implied_history,
    stored_steps,
)
from gongkai.casework.services.copies import COPIES, put_copies
from gongkai.casework.services.ledger import DATES_OF_A_ROW
from gongkai.casework.services.locking import refuse_future, today_or
from gongkai.casework.services.steps import check_outcome
from gongkai.organs.calendar import working_days
from gongkai.statute.articles import cite
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import ClockSettings
from gongkai.statute.errors import GongkaiError
from gongkai.statute.outcomes import Outcome

_BATCH = 500
#: What a row states and its steps decide.
_STATED = {"received_on": "收到日期", "closed_on": "办结日期", "outcome": "办理结果"}
_DEFAULTS = ClockSettings()


@dataclass(frozen=True)
class RowProblem:
    """Why a row cannot be taken in, with what to do; the fields that it is about.

    One that does not refuse is only told.
    """

    message: str
    fields: tuple[str, ...] = ()
    refuses: bool = True


_BY_WEEKENDS = RowProblem(
    "所在年份没有放假安排，答复期限按周末暂算，放假安排录入后随即重算", refuses=False
)


def settle_rows(
    rows: Sequence[DisclosureRequest], today: date | None = None
) -> list[RowProblem | None]:
    """Put state, due day and the other copies on rows of a table, unsaved.

    Returns for each row why the clock cannot take it, or None. It costs a few
    queries, however many rows there are.
    """
    judge = _Judge(rows, today)
    prefetch_related_objects([row for row in rows if row.pk is not None], "steps")
    return [judge.problem_of(row) for row in rows]


def settle_steps(
    written: Sequence[CaseStep], today: date | None = None
) -> dict[int, RowProblem]:
    """Judge the histories to which the written steps belong, and save their copies.

    Returns the problems by the primary key of a written step: the first that the
    clock refuses. The caller undoes everything when there are any.
    """
    by_request: dict[int, list[CaseStep]] = defaultdict(list)
    for step in written:
        by_request[step.disclosure_request_id].append(step)
    keys = sorted(by_request)
    problems: dict[int, RowProblem] = {}
    for start in range(0, len(keys), _BATCH):
        requests = list(
            DisclosureRequest.objects.filter(pk__in=keys[start : start + _BATCH])
            .select_for_update(of=("self",))
            .prefetch_related("steps")
        )
        judge = _Judge(requests, today)
        for row in requests:
            problems.update(judge.problem_of_steps(row, by_request[row.pk]))
            row.version += 1
        if not problems:
            DisclosureRequest.objects.bulk_update(
                requests, [*COPIES, "version"], batch_size=_BATCH
            )
    return problems


class _Judge:
    """Judges rows as of one day, with the readings of their organs."""

    def __init__(
        self, rows: Sequence[DisclosureRequest], today: date | None = None
    ) -> None:
        self.today = today_or(today)
        self.calendar: WorkingDays = working_days()
        chosen = CaseworkSettings.objects.filter(organ__in={r.organ_id for r in rows})
        self.settings = {each.organ_id: each.clock_settings() for each in chosen}

    def problem_of(self, row: DisclosureRequest) -> RowProblem | None:
        """Put the copies on a row; return why that is impossible."""
        for field in DATES_OF_A_ROW:
            if problem := self._ahead(field, getattr(row, field)):
                return problem
        said = _said(row)
        row.version += 0 if row.pk is None else 1
        try:
            self._settle(row)
        except GongkaiError as error:
            return RowProblem(with_article(error))
        wrong = _contradiction(row, said) if stored_steps(row) else None
        return wrong or (None if self._knows_days_of(row) else _BY_WEEKENDS)

    def problem_of_steps(
        self, row: DisclosureRequest, written: Sequence[CaseStep]
    ) -> dict[int, RowProblem]:
        """Put the copies on a request from its steps; return the first wrong one."""
        for step in written:
            if problem := self._of_itself(step):
                return {step.pk: problem}
        said = _said(row)
        try:
            self._settle(row)
        except GongkaiError as error:
            wrong = self._first_refused(row, error)
            here = wrong if wrong[0] in {step.pk for step in written} else None
            pk, refusal = here or (written[-1].pk, error)
            return {pk: RowProblem(with_article(refusal), ("kind", "on"))}
        had_steps = len(row.steps.all()) > len(written)
        problem = None if had_steps else _contradiction(row, said)
        return {written[-1].pk: problem} if problem else {}

    def _knows_days_of(self, row: DisclosureRequest) -> bool:
        """Return whether holiday notices cover the days of the row's period."""
        if row.received_on is None or row.due_on is None:
            return True
        return self.calendar.covers(row.received_on, row.due_on)

    def _settle(self, row: DisclosureRequest) -> None:
        settings = self._settings_of(row)
        history = history_of(row, settings)
        put_copies(row, history, self.today, settings, self.calendar)

    def _of_itself(self, step: CaseStep) -> RowProblem | None:
        for field in ("on", "received_on"):
            if problem := self._ahead(field, getattr(step, field)):
                return problem
        try:
            check_outcome(step.as_step())
        except GongkaiError as error:
            return RowProblem(with_article(error), ("outcome",))
        return None

    def _ahead(self, field: str, day: date | None) -> RowProblem | None:
        try:
            refuse_future(self.today, day)
        except GongkaiError as error:
            return RowProblem(error.message, (field,))
        return None

    def _first_refused(
        self, row: DisclosureRequest, error: GongkaiError
    ) -> tuple[int, GongkaiError]:
        """Return the step at which the history breaks, and what the clock says."""
        settings = self._settings_of(row)
        bare = copy(row)
        bare.closed_on, bare.outcome = None, ""
        steps = sorted(row.steps.all(), key=lambda step: step.position)
        for count, last in enumerate(steps, 1):
            taken = [step.as_step() for step in steps[:count]]
            history = implied_history(bare, taken, settings)
            try:
                put_copies(copy(bare), history, self.today, settings, self.calendar)
            except GongkaiError as refusal:
                return last.pk, refusal
        return steps[-1].pk, error

    def _settings_of(self, row: DisclosureRequest) -> ClockSettings:
        return self.settings.get(row.organ_id, _DEFAULTS)


def with_article(error: GongkaiError) -> str:
    """Return what an error says, and the article that it rests on.

    >>> from gongkai.statute.errors import StatuteError
    >>> with_article(StatuteError("没有选定办理结果。", article="36"))
    '没有选定办理结果。（《政府信息公开条例》第三十六条）'
    """
    article = getattr(error, "article", "")
    return f"{error.message}（{cite(article)}）" if article else error.message


def _said(row: DisclosureRequest) -> dict[str, Any]:
    return {field: getattr(row, field) for field in _STATED}


def _contradiction(row: DisclosureRequest, said: dict[str, Any]) -> RowProblem | None:
    """Refuse a row that states something else than its steps."""
    for field, stated in said.items():
        decided = getattr(row, field)
        if stated and stated != decided:
            name = _STATED[field]
            return RowProblem(
                f"{name}在台账里是{_in_words(stated)}，按办理步骤是"
                f"{_in_words(decided)}。请改成一致再导入。",
                (field,),
            )
    return None


def _in_words(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return f"“{Outcome(value).label}”" if value else "空的（没有办结）"
