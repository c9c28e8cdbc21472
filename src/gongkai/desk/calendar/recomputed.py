"""What recomputing moved, and what it could not work out, as its job kept them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from gongkai.casework.models import DisclosureRequest
from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action

REGISTER = "casework.disclosurerequest"
_SHOWN = 500


def may_see(account: Any) -> bool:
    """Return whether the account sees requests anywhere."""
    return may(account, REGISTER, Action.VIEW, None)


def context(result: dict[str, Any], account: Any) -> dict[str, Any]:
    """Return what moved, and what could not be worked out, as open to the account."""
    lines = result["moved"]
    moved = {line["pk"]: line for line in lines if not line["problem"]}
    problems = {line["pk"]: line for line in lines if line["problem"]}
    organs = organs_open_to(account, REGISTER, Action.VIEW)
    seen = DisclosureRequest.objects.filter(organ__in=organs)
    return {
        "checked": result["checked"],
        "untold": result.get("count", len(lines)) - len(lines),
        "moved_count": seen.filter(pk__in=moved).count(),
        "moved": _first(seen, moved),
        "problem_count": seen.filter(pk__in=problems).count(),
        "problems": _first(seen, problems),
    }


def _first(
    seen: QuerySet[DisclosureRequest], lines: dict[int, dict[str, Any]]
) -> list[dict[str, Any]]:
    found = seen.filter(pk__in=lines).select_related("organ").order_by("due_on", "pk")
    return list(_lines(found[:_SHOWN], lines))


def _lines(
    shown: Iterable[DisclosureRequest], moved: dict[int, dict[str, Any]]
) -> Iterable[dict[str, Any]]:
    for one in shown:
        line = moved[one.pk]
        yield {
            "disclosure_request": one,
            "url": reverse("case:page", args=[one.pk]),
            "was": _day(line["was"]),
            "now": _day(line["now"]),
            "problem": line["problem"],
        }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
