"""Submit requests through the service of the portal, some at the same time."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection, transaction
from tasks.case_makers import TODAY
from tasks.measuring import seconds

from gongkai.casework.services import ApplicantData, submit_online
from gongkai.organs.models import Organ

#: One request in so many goes to another organ.
ORGANS = 4


def run(worker: int, size: int, threads: int) -> dict[str, Any]:
    """Submit ``size`` requests; return how many were acknowledged, and complaints."""
    organs = list(Organ.objects.filter(parent__isnull=False).order_by("pk")[:ORGANS])

    def submitted(share: int) -> list[str]:
        try:
            return list(_submitted(organs, worker, range(share, size, threads)))
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        took, answers = seconds(lambda: list(pool.map(submitted, range(threads))))
    complaints = [one for answer in answers for one in answer]
    return {
        "submit_s": took,
        "acknowledged": size - len(complaints),
        "complaints": complaints[:5],
    }


def _submitted(organs: list[Organ], worker: int, mine: range) -> Iterator[str]:
    """Submit one after another; yield what went wrong with each that failed."""
    for n in mine:
        try:
            with transaction.atomic():
                _submit(organs[n % len(organs)], f"{worker}-{n}")
        except Exception as error:  # noqa: BLE001 - a citizen would see any of them
            yield repr(error)


def _submit(organ: Organ, key: str) -> None:
    submit_online(
        organ=organ,
        applicant_kind="natural_person",
        subject="申请公开2021年教师招聘方案。",
        supply_form="electronic",
        applicant=ApplicantData(
            name="林小满",
            identity_kind="other",
            identity_number=f"示例{key}号",
            phone="0000-7654321",
        ),
        on=TODAY,
        form_key=key,
    )
