"""The government's report against the reports of its organs (汇总)."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from gongkai.statute.annual_report.cells import CellValue, cell_paths, row_value
from gongkai.statute.annual_report.checks.findings import (
    Breach,
    Evidence,
    Rule,
    Severity,
    added,
    differ,
)
from gongkai.statute.annual_report.format import TOTAL, ReportFormat, RowRole
from gongkai.statute.errors import ReportFormatError


def _sums_of_parts(evidence: Evidence) -> Iterator[Breach]:
    if not evidence.parts:
        return
    for part in evidence.parts:
        _refuse_other_form(evidence, part.get("format"), part.get("year"))
    for path in _counted_paths(evidence.form):
        found = evidence.value(path)
        expected = _rounded_like(
            found, added(row_value(part, path) for part in evidence.parts)
        )
        if differ(expected, found):
            yield Breach(
                path,
                str(expected),
                str(found),
                f"{evidence.label(path)}为{found}，而各机关报告之和为{expected}；"
                "请核对汇总是否遗漏或者重复。",
            )


def _counted_paths(form: ReportFormat) -> Iterator[str]:
    """Yield the cells that are added up; sums are computed anew from them."""
    sums = {TOTAL, *form.table3.keys(RowRole.SUM)}
    for path in cell_paths(form):
        if not sums & set(path.split(".")):
            yield path


def _rounded_like(found: CellValue, expected: CellValue) -> CellValue:
    """Round the exact sum of money to the decimals that the report prints."""
    if not isinstance(found, Decimal) or not isinstance(expected, Decimal):
        return expected
    step = Decimal(1).scaleb(int(found.as_tuple().exponent))
    return expected.quantize(step, ROUND_HALF_UP)


def _refuse_other_form(evidence: Evidence, form: object, year: object) -> None:
    if (form, year) != (evidence.form.key, evidence.year):
        raise ReportFormatError(
            f"汇总只能使用同一年度、同一格式的报告（{evidence.year}年，"
            f"{evidence.form.key}格式）；请更换不一致的报告。"
        )


CONSOLIDATION_RULES = (
    Rule(
        "X-GOVSUM",
        Severity.ERROR,
        "政府报告各格等于所属各机关之和",
        "《条例》第四十九条",
        _sums_of_parts,
    ),
)
