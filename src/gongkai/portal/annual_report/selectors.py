from django.db.models import QuerySet

from gongkai.annual_report.models import AnnualReport
from gongkai.annual_report.selectors import published_reports
from gongkai.organs.models import Organ


def readable_reports(organ: Organ | None = None) -> QuerySet[AnnualReport]:
    """Return the published reports whose text is kept, newest year first."""
    reports = published_reports(organ).filter(published__isnull=False)
    return reports.order_by("-year", "organ__path")


def newest_report(organ: Organ) -> AnnualReport | None:
    """Return the report of the newest year, or None."""
    return readable_reports(organ).first()


def reports_below(organ: Organ) -> QuerySet[AnnualReport]:
    """Return the published reports of the organs below, for its supervising page."""
    below = readable_reports().filter(organ__path__startswith=organ.path)
    return below.exclude(organ=organ)
