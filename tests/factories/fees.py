"""Requests in a month, and a fee on the last of them."""

from datetime import date
from typing import Any

from factories.casework import registered, take_steps
from factories.organs import OrganFactory
from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services import decide_fee
from gongkai.organs.models import Organ
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.fees import FeeWay

RECEIVED = date(2024, 11, 4)
NOTIFIED, REACHED = date(2024, 11, 20), date(2024, 11, 22)
LAST_DAY = date(2024, 12, 20)


def month_of_requests(
    count: int,
    *,
    on: date = RECEIVED,
    organ: Organ | None = None,
    **fields: Any,
) -> list[DisclosureRequest]:
    """Return requests of one applicant on one day, in the order of registration."""
    organ = organ or OrganFactory()
    return [
        registered(on, organ=organ, subject=f"第{n}项信息", **fields)
        for n in range(1, count + 1)
    ]


def charged(count: int = 12, **fields: Any) -> DisclosureRequest:
    """Return the last of so many requests, its fee decided by requests."""
    case = month_of_requests(count, **fields)[-1]
    decide_fee(
        disclosure_request=case, way=FeeWay.BY_REQUESTS, actor=None, today=NOTIFIED
    )
    return case


def notified(count: int = 12, **fields: Any) -> DisclosureRequest:
    """Return a charged request whose notice reached the applicant on 22 November."""
    step = Step(StepKind.FEE_NOTIFIED, NOTIFIED, received_on=REACHED)
    return take_steps(charged(count, **fields), step)
