"""The other side: the same figures by a plain loop over every record.

It shares nothing with the program but the models: what counts where is written
here a second time, so that equal figures mean something.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from tasks.makers import YEAR
from tasks.measuring import peak_mib, times

from gongkai.annual_report.figures import prose_figures
from gongkai.casework.models import DisclosureRequest
from gongkai.ledger.models import LedgerEntry
from gongkai.organs.models import Organ
from gongkai.patrol.models import PatrolEntry
from gongkai.publishing.models import Item, NormativeDocument
from gongkai.remedies.models import RemedyCase
from gongkai.statute.annual_report.cells import FIGURES, cell_paths
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.remedy_results import RemedyResult
from gongkai.supervision.models import Problem, Proposal, Training

_LEDGER_FIGURES = {
    "administrative_licensing": "ledger.licensing",
    "administrative_penalties": "ledger.penalties",
    "administrative_compulsion": "ledger.compulsion",
}
Tally = Counter[str]


def run() -> dict[str, Any]:
    """Count the organ-year in a loop; the cells are those of ``count_report``."""
    organ = Organ.objects.get(code="X000")
    answer, tally = times("loop", lambda: _tally(organ))
    paths = [
        *cell_paths(load_format("2021")),
        *(f"{FIGURES}{key}" for key in prose_figures()),
    ]
    cells = {path: _printed(path, tally) for path in paths}
    return answer | {"peak_mib": peak_mib(), "cells": cells}


def _tally(organ: Organ) -> Tally:
    tally: Tally = Counter()
    for model, count in _COUNTS.items():
        records = model._default_manager.filter(organ=organ)  # noqa: SLF001
        if model is Item:
            records = records.prefetch_related("releases")
        for record in records.iterator(chunk_size=2000):
            count(tally, record)
    return tally


def _count_entry(tally: Tally, entry: LedgerEntry) -> None:
    if entry.happened_on.year != YEAR:
        return
    if entry.amount is not None:
        tally["fen"] += int(entry.amount * 100)
        return
    tally[f"table2.{entry.kind}.decisions"] += entry.quantity
    tally[FIGURES + _LEDGER_FIGURES[entry.kind]] += entry.quantity


def _count_document(tally: Tally, document: NormativeDocument) -> None:
    row = f"table2.{document.kind}"
    tally[f"{row}.issued"] += document.issued_on.year == YEAR
    ended = document.ended_on
    tally[f"{row}.repealed"] += ended is not None and ended.year == YEAR
    still = ended is None or ended.year > YEAR
    tally[f"{row}.in_force"] += document.issued_on.year <= YEAR and still


def _count_request(tally: Tally, request: DisclosureRequest) -> None:
    if request.closed_on is not None and request.closed_on.year == YEAR:
        tally["processing_fen"] += int(request.processing_fee * 100)
    for row in _request_rows(request):
        for column in (request.applicant_kind, "total"):
            tally[f"table3.{column}.{row}"] += 1


def _request_rows(request: DisclosureRequest) -> Iterator[str]:
    received, closed = request.received_on.year, request.closed_on
    if received > YEAR or (closed is not None and closed.year < YEAR):
        return
    yield "new" if received == YEAR else "brought_forward"
    if closed is not None and closed.year == YEAR:
        yield request.outcome
        yield "concluded"
    else:
        yield "carried_forward"


def _count_remedy(tally: Tally, case: RemedyCase) -> None:
    accepted, concluded = case.accepted_on, case.concluded_on
    if accepted.year > YEAR or (concluded is not None and concluded.year < YEAR):
        return
    is_over = concluded is not None and concluded.year == YEAR
    column = RemedyResult(case.result).column if is_over else "pending"
    tally[f"table4.{case.route}.{column}"] += 1
    tally[f"table4.{case.route}.total"] += 1


def _count_item(tally: Tally, item: Item) -> None:
    if item.status != "published" or not _in_year(item.disclosed_on):
        return
    tally[f"{FIGURES}items.disclosed"] += 1
    for release in item.releases.all():
        tally[f"{FIGURES}items.{release.channel}"] += 1


def _count_patrol(tally: Tally, entry: PatrolEntry) -> None:
    if not _in_year(entry.patrolled_on):
        return
    tally[f"{FIGURES}patrols.findings"] += entry.findings
    tally[f"{FIGURES}patrols.days"] += not tally[f"day {entry.patrolled_on}"]
    tally[f"day {entry.patrolled_on}"] = 1


def _count_proposal(tally: Tally, proposal: Proposal) -> None:
    if not _in_year(proposal.received_on):
        return
    answered = proposal.answered_on
    tally[f"{FIGURES}proposals.total"] += 1
    tally[f"{FIGURES}proposals.{proposal.kind}"] += 1
    is_answered = answered is not None and answered.year <= YEAR
    tally[f"{FIGURES}proposals.answered"] += is_answered


def _count_training(tally: Tally, training: Training) -> None:
    if not _in_year(training.held_on):
        return
    tally[f"{FIGURES}trainings.{training.kind}s"] += 1
    if training.kind == "training":
        tally[f"{FIGURES}trainings.attendees"] += training.attendees


def _count_problem(tally: Tally, problem: Problem) -> None:
    if problem.year == YEAR:
        tally[f"{FIGURES}problems.{problem.kind}s"] += 1


_COUNTS: dict[Any, Any] = {
    LedgerEntry: _count_entry,
    NormativeDocument: _count_document,
    DisclosureRequest: _count_request,
    RemedyCase: _count_remedy,
    Item: _count_item,
    PatrolEntry: _count_patrol,
    Proposal: _count_proposal,
    Training: _count_training,
    Problem: _count_problem,
}

_SUMS = {
    "requests.received": ("table3.total.new",),
    "requests.concluded": ("table3.total.concluded",),
    "requests.open": ("table3.total.carried_forward",),
    "remedies.reconsideration": ("table4.reconsideration.total",),
    "remedies.litigation": (
        "table4.litigation_direct.total",
        "table4.litigation_after_reconsideration.total",
    ),
}


def _printed(path: str, tally: Tally) -> str:
    key = path.removeprefix(FIGURES)
    if path.endswith("amount_10k_yuan"):
        return _number(Decimal(tally["fen"]) / 1_000_000)
    if key == "ledger.fees":
        return _number(Decimal(tally["fen"]) / 100)
    if key == "processing_fee.yuan":
        return _number(Decimal(tally["processing_fen"]) / 100)
    return str(sum(tally[part] for part in _SUMS.get(key, (path,))))


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _in_year(day: date | None) -> bool:
    return day is not None and day.year == YEAR
