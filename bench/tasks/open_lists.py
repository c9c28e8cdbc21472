"""Open the lists of desk and portal as people do, and count queries and seconds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tasks.makers import YEAR
from tasks.measuring import seconds

from gongkai.organs.models import Account, Organ

#: Each register's list, with a filter of its own beside the common one by year.
REGISTERS = {
    "ledgerentry": {"kind": "administrative_fees"},
    "item": {"channel": "wechat"},
    "disclosurerequest": {"state": "open"},
    "remedycase": {},
    "proposal": {},
    "patrolentry": {},
    "normativedocument": {},
}
_ROW = re.compile(r'<td class="is-act">|<a [^>]*href="[^"]*/items/\d+/"')


@dataclass(frozen=True)
class Visit:
    """A page that somebody opens."""

    place: str
    page: str
    address: str
    account: str = ""
    query: tuple[tuple[str, str], ...] = ()


def run(size: int, runs: int) -> list[dict[str, Any]]:
    """Open every list; the first visit of each is for warming up."""
    return [_measured(visit, runs) for visit in _visits(size)]


def _visits(size: int) -> Iterator[Visit]:
    for name, own in REGISTERS.items():
        address = reverse(f"{name}:index")
        pages = _pages(f"{size // 2:07d}")
        if own:
            pages["own filter"] = own
        for page, query in pages.items():
            yield Visit(name, page, address, "large", tuple(query.items()))
        yield Visit(name, "small organ", address, "small")
        yield Visit(name, "supervisor", address, "above")
    organ = Organ.objects.get(code="X000")
    address = reverse("portal:content", args=[organ.code])
    for page, query in _pages("第5").items():
        yield Visit("portal", page, address, query=tuple(query.items()))


def _pages(search: str) -> dict[str, dict[str, str]]:
    """Return the pages that every list is opened at, with what the address says."""
    last = {"p": "999999", "page": "999999"}
    return {
        "first page": {},
        "last page": last,
        "year": {"year": str(YEAR)},
        "search": {"q": search},
    }


def _measured(visit: Visit, runs: int) -> dict[str, Any]:
    client = Client(SERVER_NAME="127.0.0.1")
    if visit.account:
        client.force_login(Account.objects.get(username=visit.account))

    def opened() -> Any:
        return client.get(visit.address, dict(visit.query))

    opened()
    with CaptureQueriesContext(connection) as queries:
        response = opened()
    return {
        "list": visit.place,
        "page": visit.page,
        "status": response.status_code,
        "rows": len(_ROW.findall(response.content.decode())),
        "queries": len(queries),
        "s": median(seconds(opened)[0] for _ in range(runs)),
    }
