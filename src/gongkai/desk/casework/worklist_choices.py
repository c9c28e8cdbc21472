"""What the worklist is narrowed by: organ, office, person; all of it in the address."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from gongkai.casework.permissions import REGISTER
from gongkai.casework.selectors import (
    MINE,
    NOBODY,
    count_of,
    of_handler,
    of_office,
    offices_with_counts,
    open_requests,
    people_with_counts,
)
from gongkai.desk.registers.filters import MOST_ORGANS
from gongkai.organs.models import Organ
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action

_LONGEST = 60


@dataclass(frozen=True)
class Choice:
    """One line of a list to choose from, with what it would leave."""

    value: str
    label: str
    count: int | None = None

    def __str__(self) -> str:
        return self.label if self.count is None else f"{self.label}（{self.count}）"


@dataclass(frozen=True)
class Narrowing:
    """What an account chose; the organs are those of its reach that remain."""

    account: Any
    reach: QuerySet[Organ]
    organ_count: int
    organ: str
    office: str
    handler: str

    @property
    def organs(self) -> QuerySet[Organ]:
        """The organs chosen: one by its code, or those whose name has the words."""
        if not self.organ:
            return self.reach
        by_name = Q(name__icontains=self.organ) | Q(short_name__icontains=self.organ)
        by_code = Q(code=self.organ)
        return self.reach.filter(by_code | by_name if self.types_organ else by_code)

    @property
    def types_organ(self) -> bool:
        """Whether there are too many organs to choose from a list."""
        return self.organ_count > MOST_ORGANS

    @property
    def is_narrowed(self) -> bool:
        """Whether anything at all was chosen."""
        return bool(self.organ or self.office or self.handler)

    def requests(self, leave_out: str = "") -> QuerySet[Any]:
        """Return the open requests as chosen, one of the choices left out."""
        organs = self.reach if leave_out == "organ" else self.organs
        requests = open_requests(organs)
        if leave_out != "office":
            requests = of_office(requests, self.office)
        if leave_out != "handler":
            requests = of_handler(requests, self.handler, self.account)
        return requests


def narrowing_of(request: HttpRequest) -> Narrowing:
    """Read the address."""
    organs = organs_open_to(request.user, REGISTER, Action.VIEW)
    given = {
        name: request.GET.get(name, "").strip()[:_LONGEST]
        for name in ("organ", "office", "handler")
    }
    return Narrowing(request.user, organs, organs.count(), **given)


def organ_choices(narrowing: Narrowing, condition: Q) -> list[Choice]:
    """Return the organs that have open requests; none where one has to be typed."""
    if narrowing.organ_count == 1 or narrowing.types_organ:
        return []
    requests = narrowing.requests(leave_out="organ").filter(condition)
    rows = requests.order_by().values_list("organ").annotate(Count("pk"))
    counts = dict(rows)
    return [
        Choice(organ.code, organ.short_name or organ.name, counts.get(organ.pk, 0))
        for organ in narrowing.reach
    ]


def office_choices(narrowing: Narrowing, condition: Q) -> list[Choice]:
    """Return the offices that have some, and what has none."""
    requests = narrowing.requests(leave_out="office").filter(condition)
    return [
        Choice(NOBODY if office is None else str(office.pk), _name(office), count)
        for office, count in offices_with_counts(requests)
    ]


def handler_choices(narrowing: Narrowing, condition: Q) -> list[Choice]:
    """Return oneself, the others who handle some, and what nobody handles."""
    requests = narrowing.requests(leave_out="handler").filter(condition)
    people = [
        Choice(NOBODY if person is None else str(person.pk), _name(person), count)
        for person, count in people_with_counts(requests)
    ]
    return [Choice(MINE, "我承办的", count_of(requests, narrowing.account)), *people]


def _name(one: Any) -> str:
    return "未分派" if one is None else str(one)
