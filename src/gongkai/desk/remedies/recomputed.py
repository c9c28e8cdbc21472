"""The days of remedies that a new calendar moved, as their job kept them."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.selectors import REGISTER

_SHOWN = 500


def may_see(account: Any) -> bool:
    """Return whether the account sees remedies anywhere."""
    return may(account, REGISTER, Action.VIEW, None)


def context(result: dict[str, Any], account: Any) -> dict[str, Any]:
    """Return the moved days of the organs that are open to the account."""
    organs = organs_open_to(account, REGISTER, Action.VIEW)
    keys = {line["pk"] for line in result["moved"]}
    seen = RemedyCase.objects.filter(pk__in=keys, organ__in=organs)
    remedies = {one.pk: one for one in seen.select_related("organ")}
    lines = list(_lines(remedies, result["moved"]))
    return {
        "checked": result["checked"],
        "moved_count": len(lines),
        "moved": lines[:_SHOWN],
    }


def _lines(
    remedies: dict[int, RemedyCase], moved: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    for line in moved:
        remedy = remedies.get(line["pk"])
        if remedy is not None:
            url = reverse("remedycase:inspect", args=[remedy.pk])
            yield {**line, "remedy": remedy, "url": url}
