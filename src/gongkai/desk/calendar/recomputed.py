"""The due dates that a new calendar moved, as its job kept them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

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
    """Return the moved due dates of the organs that are open to the account."""
    moved = {line["pk"]: line for line in result["moved"]}
    organs = organs_open_to(account, REGISTER, Action.VIEW)
    seen = DisclosureRequest.objects.filter(pk__in=moved, organ__in=organs)
    shown = seen.select_related("organ").order_by("due_on", "pk")[:_SHOWN]
    return {
        "checked": result["checked"],
        "untold": result.get("count", len(moved)) - len(moved),
        "moved_count": seen.count(),
        "moved": list(_lines(shown, moved)),
    }


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
