"""An invented case with all that its notices need."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from factories.casework import DisclosureRequestFactory
from factories.organs import OrganFactory, PersonFactory, account_with_role
from gongkai.casework.models import (
    Applicant,
    CaseStep,
    CaseworkSettings,
    DisclosureRequest,
    Notice,
)
from gongkai.casework.notices import (
    approve_notice,
    draft_notice,
    fill_notice,
    finish_notice,
)
from gongkai.organs.models import Organ
from gongkai.organs.roles import Role

NAME = "乔青禾"
PHONE = "13900000001"
ADDRESS = "云溪县柳岸街道3号"
SEARCH = {
    "searched_on": "2021年6月8日至9日",
    "searched_in": "办公室、人事股的文书档案和办公系统",
    "search_method": "以“教师招聘”“2021年”为关键词",
}


def organ_with_settings(**fields: Any) -> Organ:
    """Return an organ that has told all that a notice names."""
    organ = OrganFactory(name="云溪县教育局", phone="0396-2900001")
    CaseworkSettings.objects.create(
        **{
            "organ": organ,
            "organ_word": "云教",
            "government": "云溪县人民政府",
            "government_address": "云溪县政和路1号",
            "superior_department": "清河市教育局",
            "court": "云溪县人民法院",
            **fields,
        }
    )
    return organ


def case_with_applicant(organ: Organ | None = None, **fields: Any) -> DisclosureRequest:
    """Return an open request of a person who can be reached."""
    organ = organ or organ_with_settings()
    handler = PersonFactory(organ=organ, name="林小满", phone="0396-2900002")
    case = DisclosureRequestFactory(
        organ=organ, **{"handler": handler, "due_on": date(2021, 6, 30), **fields}
    )
    Applicant.objects.create(
        disclosure_request=case,
        name=NAME,
        phone=PHONE,
        email="qiao@example.com",
        address=ADDRESS,
    )
    return case


def add_step(case: DisclosureRequest, kind: str, on: date, **fields: Any) -> CaseStep:
    """Record a step as the last one."""
    return CaseStep.objects.create(
        disclosure_request=case, position=case.steps.count(), kind=kind, on=on, **fields
    )


def officer_of(organ: Organ) -> Any:
    """Return an OGI officer of the organ."""
    return account_with_role(Role.OGI_OFFICER, organ)


def director_of(organ: Organ) -> Any:
    """Return the director of the organ."""
    return account_with_role(Role.DIRECTOR, organ)


def finished_notice(
    case: DisclosureRequest | None = None, dated_on: date | None = None
) -> Notice:
    """Return a notice that nothing was found, waiting for approval."""
    case = case or case_with_applicant()
    notice = draft_notice(disclosure_request=case, kind="none", actor=None)
    fill_notice(notice=notice, elements=SEARCH, actor=None)
    return finish_notice(notice=notice, dated_on=dated_on or today(), actor=None)


def approved_notice(
    case: DisclosureRequest | None = None, dated_on: date | None = None
) -> Notice:
    """Return a notice that the director has approved."""
    notice = finished_notice(case, dated_on)
    director = director_of(notice.disclosure_request.organ)
    return approve_notice(notice=notice, is_approved=True, reason="", actor=director)


def today() -> date:
    """Return today at the seat of the organ."""
    return timezone.localdate()


def days_ago(number: int) -> date:
    """Return a day before today."""
    return today() - timedelta(days=number)
