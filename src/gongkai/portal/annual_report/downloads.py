"""The files that a published report can be taken away as."""

from dataclasses import dataclass
from typing import Any

from gongkai.annual_report.models import AnnualReport
from gongkai.exchange.formats import (
    FORMATS,
    OutputFormat,
    RenderOptions,
    export_report,
    report_file_name,
)
from gongkai.portal.annual_report.outline import form_of

_USES = {
    ".docx": "可以编辑",
    ".pdf": "打印、存档",
    ".xlsx": "表格数据",
    ".html": "离线查看",
    ".json": "供程序读取",
}


@dataclass(frozen=True)
class Download:
    """One of the files: its kind, what it is good for, its name."""

    format: OutputFormat
    use: str
    file_name: str

    @property
    def label(self) -> str:
        return self.format.suffix.removeprefix(".").upper()


def downloads_of(report: AnnualReport) -> list[Download]:
    """Return the files on offer; a report without a known form has none."""
    document = report.published or {}
    if form_of(document) is None:
        return []
    return [
        Download(FORMATS[suffix], use, report_file_name(document, suffix))
        for suffix, use in _USES.items()
    ]


def file_of(report: AnnualReport, offered: Download) -> bytes:
    """Make the file from the report as it was published."""
    document: dict[str, Any] = report.published or {}
    return export_report(document, offered.format.suffix, options=print_options(report))


def print_options(report: AnnualReport) -> RenderOptions:
    """Return how the organ has its reports printed, dated as it was published."""
    return RenderOptions(
        fee_decimal_places=report.organ.fee_decimal_places,
        generated_on=report.published_on,
    )
