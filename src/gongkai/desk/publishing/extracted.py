"""What the extraction of texts came to, as its job kept it."""

from typing import Any

from django.urls import reverse

from gongkai.organs.permissions import may, organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.models import Item, TextState
from gongkai.publishing.permissions import REGISTER


def may_see(account: Any) -> bool:
    """Return whether the account writes items anywhere."""
    return may(account, REGISTER, Action.CHANGE, None)


def context(result: dict[str, Any], account: Any) -> dict[str, Any]:
    """Return the counts, and the unread files of items open to the account."""
    organs = organs_open_to(account, REGISTER, Action.VIEW)
    items = {
        item.pk: item
        for item in Item.objects.filter(
            organ__in=organs, pk__in=[one["item"] for one in result["failed"]]
        )
    }
    return {
        "extracted": [
            (state.label, result["counts"][state.value])
            for state in TextState
            if result["counts"].get(state.value)
        ],
        "unread": [
            {
                **one,
                "item": items[one["item"]],
                "url": reverse("item:inspect", args=[one["item"]]),
            }
            for one in result["failed"]
            if one["item"] in items
        ],
    }
