from gongkai.annual_report.models.annual_report import AnnualReport, ReportStatus
from gongkai.annual_report.models.publication import PublicationOverride

__all__ = ["AnnualReport", "PublicationOverride", "ReportStatus"]
