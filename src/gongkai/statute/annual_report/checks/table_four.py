"""Checks of table four: its sums, and the cases still open last year."""

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
from gongkai.statute.annual_report.format import TOTAL

_FORM = "国办公开办函〔2021〕30号"


def _integers(evidence: Evidence) -> Iterator[Breach]:
    return negative_cells(evidence, "table4.")


def _sums(evidence: Evidence) -> Iterator[Breach]:
    table = evidence.form.table4
    columns = [column.key for column in table.columns if column.key != TOTAL]
    for group in table.groups:
        path = f"table4.{group.key}.{TOTAL}"
        expected = added(
            evidence.value(f"table4.{group.key}.{column}") for column in columns
        )
        found = evidence.value(path)
        if differ(expected, found):
            yield Breach(
                path,
                str(expected),
                str(found),
                f"{evidence.label(path)}为{found}，而维持、纠正、其他、尚未审结之和为"
                f"{expected}；请核对这一组各格。",
            )


def _pending(evidence: Evidence) -> Iterator[Breach]:
    if evidence.previous is None:
        return
    for group in evidence.form.table4.groups:
        path = f"table4.{group.key}.{TOTAL}"
        pending = row_value(evidence.previous, f"table4.{group.key}.pending")
        found = evidence.value(path)
        if pending is not None and found is not None and found < pending:
            yield Breach(
                path,
                f"≥{pending}",
                str(found),
                f"{evidence.label(path)}为{found}，少于上年尚未审结的{pending}件；"
                "这些案件今年应已审结或者仍未审结，请核对。",
            )


TABLE_FOUR_RULES = (
    Rule("T4-INT", Severity.ERROR, "表四各格为不小于零的整数", _FORM, _integers),
    Rule("T4-SUM", Severity.ERROR, "每组总计等于前四项之和", _FORM, _sums),
    Rule(
        "T4-YEAR",
        Severity.WARNING,
        "上年未审结的案件今年仍应计入",
        _FORM,
        _pending,
        is_about_years=True,
    ),
)
