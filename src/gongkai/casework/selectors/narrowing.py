"""Requests of an office and of a person, as lists are narrowed by their address."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from gongkai.casework.models import DisclosureRequest
from gongkai.organs.models import Office, Person

#: What can stand in the place of a person.
MINE, NOBODY = "mine", "none"
_LONGEST = 12

Requests = QuerySet[DisclosureRequest]


def of_handler(requests: Requests, who: str, account: Any) -> Requests:
    """Return those of a person (his key), of oneself, or of nobody.

    Anything else narrows nothing.
    """
    if who == MINE:
        return requests.filter(handler__account=account)
    if who == NOBODY:
        return requests.filter(handler__isnull=True)
    return requests.filter(handler_id=int(who)) if _is_key(who) else requests


def of_office(requests: Requests, office: str) -> Requests:
    """Return those of an office (its key), or of none."""
    if office == NOBODY:
        return requests.filter(office__isnull=True)
    return requests.filter(office_id=int(office)) if _is_key(office) else requests


def offices_with_counts(requests: Requests) -> list[tuple[Office | None, int]]:
    """Return the offices that have some of the requests; None for those of none."""
    return _counted(requests, "office", Office)


def people_with_counts(requests: Requests) -> list[tuple[Person | None, int]]:
    """Return the people who handle some of the requests; None for those of nobody."""
    return _counted(requests, "handler", Person)


def count_of(requests: Requests, account: Any) -> int:
    """Return how many of the requests the account's person handles."""
    return requests.order_by().filter(Q(handler__account=account)).count()


def _counted(requests: Requests, field: str, model: Any) -> list[tuple[Any, int]]:
    rows = requests.order_by().values_list(field).annotate(Count("pk"))
    counts: dict[int | None, int] = dict(rows)
    found = model.objects.filter(pk__in=[key for key in counts if key is not None])
    named = [(one, counts[one.pk]) for one in found]
    return [*named, (None, counts[None])] if counts.get(None) else named


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST
