"""Count a report's tables and facts from the registers, a few queries in all."""

from dataclasses import replace
from typing import Any

from django.db.models import Count, Q

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors import fees_of_year, request_groups
from gongkai.ledger.selectors import ledger_totals
from gongkai.organs.models import Organ
from gongkai.publishing.selectors import document_groups
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.selectors import remedy_groups
from gongkai.statute.annual_report.checks import RecordFacts
from gongkai.statute.annual_report.tabulation import (
    tabulate_ledger,
    tabulate_remedies,
    tabulate_requests,
)
from gongkai.statute.periods import first_day, last_day


def count_tables(organ: Organ, year: int) -> dict[str, Any]:
    """Return tables two, three and four of an organ's year, as exchange cells."""
    totals = replace(
        ledger_totals(organ, year),
        documents=tuple(document_groups(organ, year)),
        fee_decimal_places=organ.fee_decimal_places,
    )
    return {
        "table2": tabulate_ledger(totals),
        "table3": tabulate_requests(request_groups(organ, year)),
        "table4": tabulate_remedies(remedy_groups(organ, year)),
    }


def record_facts(organ: Organ, year: int) -> RecordFacts:
    """Return what the registers say beside the tables, for the checks that need it."""
    days = (first_day(year), last_day(year))
    requests = DisclosureRequest.objects.filter(
        Q(received_on__lte=days[1])
        & (Q(closed_on__isnull=True) | Q(closed_on__gte=days[0])),
        organ=organ,
    ).aggregate(
        amendments=Count("pk", filter=Q(amendment_noticed_on__isnull=False)),
        fee_notices=Count("pk", filter=Q(fee_noticed_on__isnull=False)),
        consultations=Count("pk", filter=Q(consulted_on__isnull=False)),
    )
    unlinked = RemedyCase.objects.filter(
        organ=organ,
        accepted_on__lte=days[1],
        disclosure_request__isnull=True,
    ).exclude(concluded_on__lt=days[0])
    return RecordFacts(
        amendment_notices=requests["amendments"],
        fee_notices=requests["fee_notices"],
        consultations=requests["consultations"],
        unlinked_remedies=unlinked.count(),
        processing_fee_yuan=fees_of_year(organ, year),
    )
