"""Invented disclosure requests."""

from datetime import date
from typing import Any

import factory

from factories.organs import OrganFactory
from gongkai.casework.models import DisclosureRequest, RequestChannel
from gongkai.casework.services import ApplicantData, record_step, register_request
from gongkai.organs.models import Organ
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.clock import Step, StepKind


class DisclosureRequestFactory(factory.django.DjangoModelFactory[DisclosureRequest]):
    """An open request of a natural person."""

    class Meta:
        model = DisclosureRequest

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"Y{n:05d}")
    applicant_kind = ApplicantKind.NATURAL_PERSON.value
    channel = RequestChannel.ONLINE
    subject = "申请公开2021年教师招聘方案。"
    received_on = date(2021, 6, 1)


def applicant_data(**fields: Any) -> ApplicantData:
    """Return an invented applicant with an identity number of no one."""
    return ApplicantData(
        **{
            "name": "林小满",
            "identity_kind": "id_card",
            "identity_number": "000000190001010000",
            "phone": "13800000000",
            **fields,
        }
    )


def registered(
    on: date = date(2022, 3, 28),
    *,
    today: date | None = None,
    organ: Organ | None = None,
    **fields: Any,
) -> DisclosureRequest:
    """Return a request handed in at the counter, registered as officers do it."""
    given: dict[str, Any] = {
        "organ": organ or OrganFactory(),
        "applicant_kind": ApplicantKind.NATURAL_PERSON.value,
        "channel": RequestChannel.IN_PERSON,
        "subject": "申请公开2021年教师招聘方案。",
        "submitted_on": on,
        "received_on": on,
        "applicant": applicant_data(),
        "actor": None,
        "today": today or on,
    }
    return register_request(**(given | fields))


def take_steps(case: DisclosureRequest, *steps: Step) -> DisclosureRequest:
    """Record steps, each on the day on which its letter arrived."""
    for step in steps:
        day = step.reached_on
        record_step(disclosure_request=case, step=step, actor=None, today=day)
    return case


def decided(on: date, outcome: str = "disclosed") -> Step:
    """Return the step of a reply."""
    return Step(StepKind.DECIDED, on, outcome=outcome)
