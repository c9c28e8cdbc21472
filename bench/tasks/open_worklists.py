"""Open the worklists of an organ and of a province, and work one out in Python."""

from typing import Any
from unittest.mock import patch

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tasks.case_makers import TODAY
from tasks.measuring import seconds

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.selectors import clock_of, open_requests
from gongkai.organs.models import Account

#: Whose worklist, and which of its lists; the whole page or one list.
_VISITS = [
    ("organ", ""),
    ("organ", "overdue"),
    ("large organ", ""),
    ("province", ""),
    ("province", "overdue"),
    ("province", "later"),
]
_OK = 200


class WrongPageError(Exception):
    """A worklist did not open."""


def run(runs: int, most: int) -> dict[str, Any]:
    """Open each so many times; of the other side take at most ``most`` requests."""
    with patch("django.utils.timezone.localdate", return_value=TODAY):
        return {
            "visits": [_opened(who, which, runs) for who, which in _VISITS],
            "python": _worked_out(most),
        }


def _opened(who: str, which: str, runs: int) -> dict[str, Any]:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(username=who))
    address = reverse("case:worklist")
    asked = {"list": which} if which else {}

    def opened() -> None:
        if client.get(address, asked).status_code != _OK:
            raise WrongPageError(who, which)

    opened()
    with CaptureQueriesContext(connection) as queries:
        opened()
    asked_of_database = len(queries)
    took = sorted(seconds(opened)[0] for _ in range(runs))
    return {
        "who": who,
        "list": which or "all",
        "queries": asked_of_database,
        "p50_ms": 1000 * took[len(took) // 2],
        "p95_ms": 1000 * took[min(len(took) - 1, round(0.95 * len(took)))],
    }


def _worked_out(most: int) -> dict[str, Any]:
    """Sort the open requests of the large organ by asking the clock for each."""
    account = Account.objects.get(username="large organ")
    found = open_requests(account).order_by().prefetch_related("steps")[:most]

    def sorted_out() -> int:
        return len([clock_of(one, as_of=TODAY).due_on for one in found])

    took, count = seconds(sorted_out)
    return {
        "cases": count,
        "of": open_requests(account).count(),
        "all": DisclosureRequest.objects.count(),
        "ms_a_case": 1000 * took / max(count, 1),
    }
