"""Checks of table three: the printed equation, its sums, and last year's rest."""

from collections.abc import Iterator

from gongkai.statute.annual_report.cells import row_value
from gongkai.statute.annual_report.checks.findings import (
    Breach,
    Evidence,
    Rule,
    Severity,
    added,
    differ,
)
from gongkai.statute.annual_report.checks.signs import negative_cells
from gongkai.statute.annual_report.format import TOTAL, RowRole

_FORM = "国办公开办函〔2021〕30号"
_NOTE = f"{_FORM}，表三表头所印勾稽关系"


def _integers(evidence: Evidence) -> Iterator[Breach]:
    return negative_cells(evidence, "table3.")


def _flow(evidence: Evidence) -> Iterator[Breach]:
    """Yield the columns that do not balance, at the cell that closes the equation."""
    table = evidence.form.table3
    inflow, ended = table.keys(RowRole.INFLOW), table.keys(RowRole.SUM)
    (left,) = table.keys(RowRole.OUTFLOW)
    for column in table.columns:
        above = f"table3.{column.key}"
        came = added(evidence.value(f"{above}.{row}") for row in inflow)
        went = added(evidence.value(f"{above}.{row}") for row in ended)
        carried = evidence.value(f"{above}.{left}")
        if came is None or went is None or carried is None or came == went + carried:
            continue
        yield Breach(
            f"{above}.{left}",
            str(came - went),
            str(carried),
            f"“{table.name} · {column.label}”第一项加第二项之和为{came}，"
            f"第三项加第四项之和为{went + carried}，两者应当相等；"
            "请核对新收、上年结转、办理结果总计和结转下年度四项。",
        )


def _sums(evidence: Evidence) -> Iterator[Breach]:
    (sum_row,) = evidence.form.table3.keys(RowRole.SUM)
    outcomes = evidence.form.table3.keys(RowRole.OUTCOME)
    for column in evidence.form.table3.columns:
        above = f"table3.{column.key}"
        rows = dict.fromkeys(_printed(evidence, above, row) for row in outcomes)
        expected = added(evidence.value(row) for row in rows)
        path = f"{above}.{sum_row}"
        found = evidence.value(path)
        if differ(expected, found):
            yield Breach(
                path,
                str(expected),
                str(found),
                f"{evidence.label(path)}为{found}，而（一）至（六）各项之和为"
                f"{expected}；请核对本列各项办理结果。",
            )


def _rows(evidence: Evidence) -> Iterator[Breach]:
    table = evidence.form.table3
    keys = (leaf.key for leaf in table.leaves())
    for path in dict.fromkeys(
        _printed(evidence, f"table3.{TOTAL}", key) for key in keys
    ):
        row = path.removeprefix(f"table3.{TOTAL}.")
        expected = added(
            evidence.value(f"table3.{column.key}.{row}") for column in table.applicants
        )
        found = evidence.value(path)
        if differ(expected, found):
            yield Breach(
                path,
                str(expected),
                str(found),
                f"{evidence.label(path)}为{found}，而本行各类申请人之和为{expected}；"
                "请核对本行各格。",
            )


def _brought_forward(evidence: Evidence) -> Iterator[Breach]:
    if evidence.previous is None:
        return
    for column in evidence.form.table3.columns:
        path = f"table3.{column.key}.brought_forward"
        expected = row_value(evidence.previous, f"table3.{column.key}.carried_forward")
        found = evidence.value(path)
        if differ(expected, found):
            yield Breach(
                path,
                str(expected),
                str(found),
                f"{evidence.label(path)}为{found}，而上年报告结转下年度{expected}件；"
                "请核对两年的结转数。",
            )


def _printed(evidence: Evidence, above: str, row: str) -> str:
    """Return the path of the row's figure: its group's if that is one number."""
    group = f"{above}.{row.partition('.')[0]}"
    return f"{above}.{row}" if evidence.value(group) is None else group


TABLE_THREE_RULES = (
    Rule("T3-INT", Severity.ERROR, "表三各格为不小于零的整数", _FORM, _integers),
    Rule(
        "T3-FLOW",
        Severity.ERROR,
        "新收加上年结转等于办理结果总计加结转下年度",
        _NOTE,
        _flow,
    ),
    Rule("T3-SUM", Severity.ERROR, "办理结果总计等于各项之和", _FORM, _sums),
    Rule("T3-ROW", Severity.ERROR, "每行总计等于各类申请人之和", _FORM, _rows),
    Rule(
        "T3-YEAR",
        Severity.ERROR,
        "上年结转等于上年报告的结转下年度",
        _FORM,
        _brought_forward,
        is_about_years=True,
    ),
)
