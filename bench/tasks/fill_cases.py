"""Fill a province with requests and their steps."""

from itertools import islice
from random import Random
from typing import Any

from django.db import transaction
from tasks.case_makers import requests, steps
from tasks.filling import BATCH, settle
from tasks.measuring import seconds

from gongkai.casework.models import CaseStep, CaseworkSettings, DisclosureRequest
from gongkai.organs.models import Account, Office, Organ, Person, RoleAssignment
from gongkai.organs.roles import Role

COUNTIES = 100
#: One organ in so many chose a reading of its own.
WITH_SETTINGS = 10
_READINGS = [{"rest_day_receipt_moves": True}, {"sending_day_counts": False}]


def run(size: int, organs: int, open_share: float = 1.0) -> dict[str, Any]:
    """Fill, and say how long it took."""
    filling_s, _ = seconds(lambda: _fill(size, organs, open_share))
    settle()
    return {"filling_s": filling_s, "rows": DisclosureRequest.objects.count()}


def _fill(size: int, organs: int, open_share: float) -> None:
    keys = _province(organs)
    made = requests(keys, size, open_share)
    while batch := list(islice(made, BATCH)):
        with transaction.atomic():
            saved = DisclosureRequest.objects.bulk_create(batch)
            CaseStep.objects.bulk_create(steps(saved, saved[0].pk))


def _province(count: int) -> list[int]:
    """Make a province, its counties and their organs; return the keys of the last."""
    province = Organ.objects.create(
        code="330000", name="云岭省人民政府", level="province_government"
    )
    counties = [
        Organ.objects.create(
            code=f"C{n:03d}",
            name=f"第{n}示例县人民政府",
            level="county_government",
            parent=province,
        )
        for n in range(min(COUNTIES, count))
    ]
    made = Organ.objects.bulk_create(
        Organ(
            code=f"D{n:05d}",
            name=f"第{n}示例局",
            level="county_department",
            parent=counties[n % len(counties)],
            path=f"{counties[n % len(counties)].path}D{n:05d}/",
        )
        for n in range(count)
    )
    CaseworkSettings.objects.bulk_create(
        CaseworkSettings(organ=organ, clock=Random(organ.pk).choice(_READINGS))  # noqa: S311
        for organ in made[1::WITH_SETTINGS]
    )
    Office.objects.create(organ=made[0], number="G1", name="办公室")
    _appoint("large organ", made[0], Role.OGI_OFFICER)
    _appoint("organ", made[-1], Role.OGI_OFFICER)
    _appoint("province", province, Role.SUPERVISOR)
    return [organ.pk for organ in made]


def _appoint(name: str, organ: Organ, role: Role) -> None:
    account = Account.objects.create(username=name, last_name="林", first_name="小满")
    person = Person.objects.create(
        organ=organ, number="R-1", name="林小满", account=account
    )
    RoleAssignment.objects.create(person=person, organ=organ, role=role)
