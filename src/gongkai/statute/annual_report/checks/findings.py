"""What a check looks at, and what it says."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from gongkai.statute.annual_report.cells import (
    CellValue,
    cell_label,
    row_value,
)
from gongkai.statute.annual_report.format import ReportFormat


class Severity(StrEnum):
    """An error blocks publication; a warning asks a person to look."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return {"error": "错误", "warning": "提醒"}[self.value]


@dataclass(frozen=True)
class Breach:
    """One place where an equation does not hold, before its rule signs it."""

    cell: str
    expected: str | None
    found: str | None
    message: str


@dataclass(frozen=True)
class Finding:
    """One place where a rule is broken.

    ``cell`` is the path of a cell, the key of a section, or ``published_on``.
    ``expected`` and ``found`` are figures as text; ``message`` is one sentence.
    """

    rule: str
    severity: Severity
    cell: str
    expected: str | None
    found: str | None
    message: str


@dataclass(frozen=True)
class RecordFacts:
    """Counts of the report year that only the records know; None is not known.

    ``amendment_notices`` 补正告知书, ``fee_notices`` 收费通知, ``consultations``
    第三方意见征求书; ``unlinked_remedies``: cases of table four about this organ's
    decisions that name none; ``processing_fee_yuan``: 信息处理费 collected.
    """

    amendment_notices: int | None = None
    fee_notices: int | None = None
    consultations: int | None = None
    unlinked_remedies: int | None = None
    processing_fee_yuan: Decimal | int | None = None


@dataclass(frozen=True)
class Evidence:
    """A report and all that is known around it."""

    report: Mapping[str, Any]
    form: ReportFormat
    facts: RecordFacts
    published_on: date | None = None
    organ_level: str | None = None
    parts: Sequence[Mapping[str, Any]] = ()
    previous: Mapping[str, Any] | None = None

    @property
    def year(self) -> int:
        """The report year."""
        return int(self.report["year"])

    def value(self, path: str) -> CellValue:
        """Return the figure at ``path``; None where it is not stated."""
        return row_value(self.report, path)

    def label(self, path: str) -> str:
        """Return the words for ``path``, in the quotation marks of a message."""
        return f"“{cell_label(self.form, path)}”"

    def prose(self) -> tuple[tuple[str, str], ...]:
        """Return the sections that people write, as (key, text)."""
        sections = self.report.get("sections") or {}
        return tuple(
            (section.key, sections.get(section.key) or "")
            for section in self.form.sections
            if section.is_prose
        )


@dataclass(frozen=True)
class Rule:
    """An equation of the form or a fact that the report must agree with.

    A rule whose figures are not all stated says nothing: null is not zero.
    """

    id: str
    severity: Severity
    title: str
    source: str
    breaches: Callable[[Evidence], Iterable[Breach]]
    is_about_years: bool = False

    def check(self, evidence: Evidence) -> Iterator[Finding]:
        """Yield a finding for every place where the rule is broken."""
        for breach in self.breaches(evidence):
            yield Finding(
                self.id,
                self.severity,
                breach.cell,
                breach.expected,
                breach.found,
                breach.message,
            )


def added(values: Iterable[CellValue]) -> int | Decimal | None:
    """Return the sum, or None if any figure is not stated.

    >>> added([1, 2]), added([1, None])
    (3, None)
    """
    total: int | Decimal = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total


def differ(first: CellValue, second: CellValue) -> bool:
    """Return whether both figures are stated and are not the same."""
    return first is not None and second is not None and first != second
