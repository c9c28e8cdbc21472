"""Invented corrections of records."""

from datetime import date
from typing import Any

import factory

from factories.casework import applicant_data
from factories.organs import OrganFactory, account_with_role
from gongkai.casework.corrections import (
    CorrectionData,
    receive_correction,
    record_finding,
)
from gongkai.casework.models import RecordCorrection, RequestChannel
from gongkai.organs.models import Organ
from gongkai.organs.roles import Role
from gongkai.statute.applicants import ApplicantKind

ASKED = CorrectionData(
    record="学籍卡",
    inaccuracy="出生日期误记为1990年，应为1991年",
    evidence="居民身份证、户口簿复印件",
)


class RecordCorrectionFactory(factory.django.DjangoModelFactory[RecordCorrection]):
    """An open correction, as a table brings it."""

    class Meta:
        model = RecordCorrection

    organ = factory.SubFactory(OrganFactory)
    number = factory.Sequence(lambda n: f"G{n:05d}")
    person_kind = ApplicantKind.NATURAL_PERSON.value
    channel = RequestChannel.IN_PERSON
    record = "学籍卡"
    received_on = date(2021, 6, 1)


def received(
    organ: Organ | None = None, on: date = date(2024, 9, 2), **fields: Any
) -> tuple[RecordCorrection, Any]:
    """Return a correction registered by an officer, and the officer."""
    organ = organ or OrganFactory()
    officer = account_with_role(Role.OGI_OFFICER, organ)
    given: dict[str, Any] = {
        "organ": organ,
        "person_kind": ApplicantKind.NATURAL_PERSON.value,
        "channel": RequestChannel.IN_PERSON,
        "received_on": on,
        "asked": ASKED,
        "person": applicant_data(),
        "actor": officer,
    }
    return receive_correction(**(given | fields)), officer


def examined(
    power: str, organ: Organ | None = None, **fields: Any
) -> tuple[RecordCorrection, Any]:
    """Return a correction whose record was examined, and the officer."""
    correction, officer = received(organ, **fields)
    record_finding(
        correction=correction,
        power=power,
        finding="核对了学籍系统和户口簿",
        actor=officer,
    )
    return correction, officer
