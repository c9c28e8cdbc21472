"""Checks of an annual report; the equations of 国办公开办函〔2021〕30号 and more."""

from gongkai.statute.annual_report.checks.findings import (
    Finding,
    RecordFacts,
    Rule,
    Severity,
)
from gongkai.statute.annual_report.checks.rules import (
    RULES,
    check_report,
    check_years,
)

__all__ = [
    "RULES",
    "Finding",
    "RecordFacts",
    "Rule",
    "Severity",
    "check_report",
    "check_years",
]
