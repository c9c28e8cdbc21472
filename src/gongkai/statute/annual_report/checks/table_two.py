"""Checks of table two: no figure below zero, stocks that follow, no 规章."""

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

_FORM = "国办公开办函〔2021〕30号"
_STOCKS = ("regulations", "normative_documents")
_MAY_MAKE_RULES = frozenset({"province_government", "city_government"})


def _nonnegative(evidence: Evidence) -> Iterator[Breach]:
    return negative_cells(evidence, "table2.")


def _stock(evidence: Evidence) -> Iterator[Breach]:
    previous = evidence.previous
    if previous is None or previous.get("format") != evidence.form.key:
        return
    for row in _STOCKS:
        path = f"table2.{row}.in_force"
        repealed = evidence.value(f"table2.{row}.repealed")
        expected = added(
            (
                row_value(previous, path),
                evidence.value(f"table2.{row}.issued"),
                None if repealed is None else -repealed,
            )
        )
        found = evidence.value(path)
        if differ(expected, found):
            yield Breach(
                path,
                str(expected),
                str(found),
                f"{evidence.label(path)}为{found}，按上年现行有效件数加本年制发、"
                f"减本年废止应为{expected}；如因清理或者重新归类，请在报告中说明。",
            )


def _no_regulations(evidence: Evidence) -> Iterator[Breach]:
    if evidence.organ_level is None or evidence.organ_level in _MAY_MAKE_RULES:
        return
    for column in ("issued", "repealed", "in_force"):
        path = f"table2.regulations.{column}"
        found = evidence.value(path)
        if found:
            yield Breach(
                path,
                "0",
                str(found),
                f"{evidence.label(path)}为{found}，而本机关没有规章制定权，应填0；"
                "请核对是否应填在“行政规范性文件”。",
            )


TABLE_TWO_RULES = (
    Rule(
        "T2-NONNEG",
        Severity.ERROR,
        "表二各格不小于零",
        _FORM,
        _nonnegative,
    ),
    Rule(
        "T2-STOCK",
        Severity.WARNING,
        "现行有效件数等于上年数加制发减废止",
        _FORM,
        _stock,
        is_about_years=True,
    ),
    Rule(
        "T2-REG0",
        Severity.WARNING,
        "没有规章制定权的机关，规章填零",
        "《立法法》（2023年修正）第九十一条、第九十三条",
        _no_regulations,
    ),
)
