"""What the report builder shows: prose with its figures, findings by place."""

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.annual_report.figures import prose_figures
from gongkai.annual_report.models import AnnualReport
from gongkai.annual_report.prose import Segment, segments
from gongkai.annual_report.selectors import SECTIONS, report_values
from gongkai.statute.annual_report.cells import cell_label
from gongkai.statute.annual_report.checks import Finding, Severity
from gongkai.statute.annual_report.format import load_format

Link = Callable[[str], str | None]


@dataclass(frozen=True)
class Piece:
    """A piece of a paragraph: words, or a figure with its records."""

    text: str
    key: str = ""
    label: str = ""
    url: str | None = None
    counted: str = ""
    is_typed_over: bool = False


@dataclass(frozen=True)
class SectionView:
    """A section of prose as the builder shows it."""

    key: str
    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    figures: tuple[Piece, ...]
    text: str


@dataclass(frozen=True)
class FindingView:
    """A finding with the words and the place that a person looks for."""

    rule: str
    is_error: bool
    label: str
    message: str
    expected: str | None
    found: str | None
    anchor: str


def section_views(report: AnnualReport, link: Link) -> dict[str, SectionView]:
    """Return the prose sections with their figures counted and linked."""
    values = report_values(report)
    return {
        key: section_view(report, key, getattr(report, key), values, link)
        for key in SECTIONS
    }


def section_view(
    report: AnnualReport,
    key: str,
    marked: str,
    values: dict[str, str],
    link: Link,
) -> SectionView:
    """Return one section; ``marked`` may be a text that is not saved yet."""
    pieces = [_piece(part, values, link) for part in segments(marked)]
    return SectionView(
        key=key,
        heading=section_heading(report, key),
        paragraphs=_paragraphs(pieces),
        figures=tuple(piece for piece in pieces if piece.key),
        text="".join(piece.text for piece in pieces),
    )


def section_heading(report: AnnualReport, key: str) -> str:
    """Return the heading that the format prints over a section."""
    sections = load_format(report.format).sections
    return next(section.heading for section in sections if section.key == key)


def finding_views(report: AnnualReport, found: list[Finding]) -> list[FindingView]:
    """Return the findings, errors first."""
    form = load_format(report.format)
    views = [
        FindingView(
            rule=finding.rule,
            is_error=finding.severity is Severity.ERROR,
            label=cell_label(form, finding.cell),
            message=finding.message,
            expected=finding.expected,
            found=finding.found,
            anchor=_anchor(finding.cell),
        )
        for finding in found
    ]
    return sorted(views, key=lambda view: not view.is_error)


def _anchor(cell: str) -> str:
    """Return the id of the place on the page that a finding speaks of."""
    first = cell.removeprefix("sections.").split(".")[0]
    return f"part-{first}"


def _piece(part: Segment, values: dict[str, str], link: Link) -> Piece:
    if not part.key:
        return Piece(text=part.text)
    figure = prose_figures().get(part.key)
    return Piece(
        text=part.shown(values),
        key=part.key,
        label=figure.label if figure else part.key,
        url=link(f"figures.{part.key}"),
        counted=values.get(part.key, ""),
        is_typed_over=part.typed is not None,
    )


def _paragraphs(pieces: list[Piece]) -> tuple[tuple[Piece, ...], ...]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.key:
            lines[-1].append(piece)
            continue
        first, *rest = piece.text.split("\n")
        lines[-1].append(Piece(text=first))
        lines += [[Piece(text=text)] for text in rest]
    return tuple(tuple(line) for line in lines if any(p.text for p in line))
