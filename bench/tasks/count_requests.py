"""Count what is in the database after all was submitted, and check it."""

from typing import Any

from django.db.models import Count
from tasks.filling import make_organs

from gongkai.audit.services import first_broken_entry
from gongkai.casework.models import Applicant, DisclosureRequest


def run(make: int = 0) -> dict[str, Any]:
    """Count requests and applicants, numbers given twice, breaks of the journal."""
    if make:
        make_organs(make)
    given = DisclosureRequest.objects.values("organ", "number")
    return {
        "requests": DisclosureRequest.objects.count(),
        "applicants": Applicant.objects.count(),
        "twice": given.annotate(n=Count("pk")).filter(n__gt=1).count(),
        "journal_is_whole": first_broken_entry() is None,
    }
