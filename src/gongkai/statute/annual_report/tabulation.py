"""Counting facts into the cells of the three tables.

国办公开办函〔2021〕30号, tables two, three and four. The facts come grouped: how many
cases of one applicant kind, received before or during the report year, closed
before its end or not, with one outcome. No record is read here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gongkai.statute.annual_report.cells import Report, empty_table, set_cell
from gongkai.statute.annual_report.format import (
    TOTAL,
    ReportFormat,
    RowRole,
    load_format,
)
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.errors import StatuteError
from gongkai.statute.outcomes import Outcome
from gongkai.statute.periods import Period
from gongkai.statute.remedy_results import RemedyColumn, RemedyResult, RemedyRoute

_FORM = "2021"
_ARTICLE = "国办公开办函〔2021〕30号"
_ORDER = (Period.BEFORE, Period.DURING, Period.AFTER)
_FEN_DIGITS = 6  # 1 万元 = 1,000,000 分


@dataclass(frozen=True)
class RequestGroup:
    """``count`` requests that count in the same cells of table three."""

    applicant: ApplicantKind
    received: Period
    closed: Period | None
    outcome: Outcome | None
    count: int


@dataclass(frozen=True)
class RemedyGroup:
    """``count`` reconsiderations or lawsuits that count in the same cell."""

    route: RemedyRoute
    accepted: Period
    concluded: Period | None
    result: RemedyResult | None
    count: int


class DocumentKind(StrEnum):
    """The rows of table two that have a stock."""

    REGULATION = "regulations"
    NORMATIVE_DOCUMENT = "normative_documents"


@dataclass(frozen=True)
class DocumentGroup:
    """``count`` documents issued and, if so, ended (repealed or lapsed) alike."""

    kind: DocumentKind
    issued: Period
    ended: Period | None
    count: int


@dataclass(frozen=True)
class LedgerTotals:
    """What table two needs of the year: documents, decisions, fees in fen (分)."""

    documents: tuple[DocumentGroup, ...] = ()
    licensing_decisions: int = 0
    penalty_decisions: int = 0
    compulsion_decisions: int = 0
    fees_fen: int = 0
    fee_decimal_places: int = 0


def table_three_rows(
    received: Period, closed: Period | None, outcome: Outcome | None
) -> tuple[str, ...]:
    """Return the rows in which a case counts, besides the sums.

    A case counts where it comes in (``new`` or ``brought_forward``) and where it is
    at the year's end: its outcome's row or ``carried_forward``. A case that came
    later or ended earlier counts nowhere. Raises StatuteError if the case ended in
    the year without an outcome, or before it was received.

    >>> table_three_rows(Period.BEFORE, Period.DURING, Outcome.DISCLOSED)
    ('brought_forward', 'disclosed')
    >>> table_three_rows(Period.DURING, None, None)
    ('new', 'carried_forward')
    """
    _refuse_backwards(received, closed, "申请", "办结", "收到")
    if received is Period.AFTER or closed is Period.BEFORE:
        return ()
    entry = "new" if received is Period.DURING else "brought_forward"
    if closed is not Period.DURING:
        return (entry, "carried_forward")
    if outcome is None:
        raise StatuteError(
            "有申请已办结而没有处理结果，表三无法统计；请先补登处理结果。",
            article=_ARTICLE,
        )
    return (entry, outcome.value)


def tabulate_requests(groups: Iterable[RequestGroup]) -> Report:
    """Count requests into table three, with its total column and （七）总计.

    Raises StatuteError for a negative count and as ``table_three_rows`` does.

    >>> table = tabulate_requests([RequestGroup(
    ...     ApplicantKind.NATURAL_PERSON, Period.DURING, Period.DURING,
    ...     Outcome.DISCLOSED, 3)])
    >>> table["natural_person"]["concluded"], table["total"]["new"]
    (3, 3)
    """
    counted: Counter[tuple[str, str]] = Counter()
    for group in groups:
        _refuse_negative(group.count)
        for row in table_three_rows(group.received, group.closed, group.outcome):
            counted[group.applicant.value, row] += group.count
    return sum_requests(load_format(_FORM), counted)


def sum_requests(form: ReportFormat, counted: Mapping[tuple[str, str], int]) -> Report:
    """Fill table three from its leaves: counts by (column, row), then the sums."""
    outcomes = form.table3.keys(RowRole.OUTCOME)
    (sum_row,) = form.table3.keys(RowRole.SUM)
    rows = [leaf.key for leaf in form.table3.leaves() if leaf.key != sum_row]
    report: Report = {"table3": empty_table(form, "table3")}
    totals: Counter[str] = Counter()
    for column in form.table3.applicants:
        figures = {row: counted.get((column.key, row), 0) for row in rows}
        figures[sum_row] = sum(figures[row] for row in outcomes)
        totals.update(figures)
        _fill(report, f"table3.{column.key}", figures)
    _fill(report, f"table3.{TOTAL}", totals)
    return dict(report["table3"])


def table_four_column(
    route: RemedyRoute,
    accepted: Period,
    concluded: Period | None,
    result: RemedyResult | None,
) -> RemedyColumn | None:
    """Return the column in which a case counts, None if the year has none of it.

    A case counts in the year of its result, and as 尚未审结 in every year at whose
    end it is still open. Raises StatuteError if it ended in the year without a
    result, with a result of another route, or before it was accepted.

    >>> table_four_column(RemedyRoute.RECONSIDERATION, Period.DURING, None, None)
    <RemedyColumn.PENDING: 'pending'>
    """
    _refuse_backwards(accepted, concluded, "复议诉讼案件", "审结", "受理")
    if accepted is Period.AFTER or concluded is Period.BEFORE:
        return None
    if concluded is not Period.DURING:
        return RemedyColumn.PENDING
    if result is None:
        raise StatuteError(
            f"有{route.label}案件已审结而没有结果，表四无法统计；请先补登结果。",
            article=_ARTICLE,
        )
    if not result.fits(route):
        raise StatuteError(
            f"{route.label}案件不会以“{result.label}”（{result.article}）结案；"
            "请更正结果或者救济途径。",
            article=result.article,
        )
    return result.column


def tabulate_remedies(groups: Iterable[RemedyGroup]) -> Report:
    """Count reconsiderations and lawsuits into table four, with the totals.

    >>> tabulate_remedies([])["reconsideration"]["total"]
    0
    """
    counted: Counter[tuple[str, str]] = Counter()
    for group in groups:
        _refuse_negative(group.count)
        column = table_four_column(
            group.route, group.accepted, group.concluded, group.result
        )
        if column is not None:
            counted[group.route.value, column.value] += group.count
    table: Report = {}
    for route in RemedyRoute:
        cells = {column.value: counted[route, column] for column in RemedyColumn}
        table[route.value] = {**cells, "total": sum(cells.values())}
    return table


def tabulate_ledger(totals: LedgerTotals) -> Report:
    """Fill table two from the year's totals.

    Documents are in force if issued by 31 December and not ended by it. Raises
    StatuteError for a negative figure or a document ended before it was issued.

    >>> tabulate_ledger(LedgerTotals(fees_fen=2673535500))["administrative_fees"]
    {'amount_10k_yuan': '2673.5355'}
    """
    table: Report = {
        kind.value: {"issued": 0, "repealed": 0, "in_force": 0} for kind in DocumentKind
    }
    for group in totals.documents:
        _refuse_negative(group.count)
        for cell in _document_cells(group.issued, group.ended):
            table[group.kind.value][cell] += group.count
    decisions = {
        "administrative_licensing": totals.licensing_decisions,
        "administrative_penalties": totals.penalty_decisions,
        "administrative_compulsion": totals.compulsion_decisions,
    }
    for row, count in decisions.items():
        _refuse_negative(count)
        table[row] = {"decisions": count}
    amount = fee_amount(totals.fees_fen, totals.fee_decimal_places)
    return {**table, "administrative_fees": {"amount_10k_yuan": amount}}


def fee_amount(fen: int, decimal_places: int = 0) -> str:
    """Return an amount in fen (分) as 万元, exact to the fen.

    At least ``decimal_places`` decimals are printed, more only where the amount
    needs them. Raises StatuteError for a negative amount.

    >>> fee_amount(2673535500, 4), fee_amount(172000000), fee_amount(172000000, 4)
    ('2673.5355', '172', '172.0000')
    """
    _refuse_negative(fen)
    whole, rest = divmod(fen, 10**_FEN_DIGITS)
    decimals = f"{rest:0{_FEN_DIGITS}d}".rstrip("0").ljust(decimal_places, "0")
    return f"{whole}.{decimals}" if decimals else str(whole)


def _document_cells(issued: Period, ended: Period | None) -> tuple[str, ...]:
    _refuse_backwards(issued, ended, "文件", "废止", "制发")
    if issued is Period.AFTER:
        return ()
    cells = ("issued",) if issued is Period.DURING else ()
    if ended in (None, Period.AFTER):
        return (*cells, "in_force")
    return (*cells, "repealed") if ended is Period.DURING else cells


def _fill(report: Report, above: str, figures: Mapping[str, int]) -> None:
    for row, count in figures.items():
        set_cell(report, f"{above}.{row}", count)


def _refuse_backwards(
    start: Period, end: Period | None, what: str, ended: str, started: str
) -> None:
    if end is not None and _ORDER.index(end) < _ORDER.index(start):
        raise StatuteError(
            f"有{what}的{ended}日期早于{started}日期，无法统计；请先更正日期。",
            article=_ARTICLE,
        )


def _refuse_negative(count: int) -> None:
    if count < 0:
        raise StatuteError(f"统计数不能小于零，读到 {count}；请检查登记的数据。")
