from datetime import date

import pytest

from factories.catalogue import DutyFactory, GuideFactory
from factories.organs import OrganFactory
from gongkai.audit.models import AuditEntry
from gongkai.catalogue.models import Guide
from gongkai.catalogue.selectors import guides_to_review
from gongkai.catalogue.services import (
    declare_not_applicable,
    restore_duty,
    review_guide,
)
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

CONTACTS = {
    "address": "云溪县文教路1号",
    "office_hours": "工作日8:30至17:30",
    "phone": "0000-0000011",
    "fax": "0000-0000012",
    "email": "gongkai@yunxi.example",
}


def test_a_declared_duty_keeps_its_reason_and_comes_back():
    duty = DutyFactory()

    declared = declare_not_applicable(duty=duty, actor=None, reason="没有这项职权")
    restored = restore_duty(duty=duty, actor=None)

    assert declared.not_applicable == "没有这项职权"
    assert restored.not_applicable == ""
    actions = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["声明不适用", "恢复适用"]


def test_a_declaration_needs_a_reason():
    with pytest.raises(GongkaiError, match="请写明不适用的理由"):
        declare_not_applicable(duty=DutyFactory(), actor=None, reason=" ")


def test_what_is_done_is_not_done_again():
    duty = DutyFactory()

    with pytest.raises(GongkaiError, match="本来就适用"):
        restore_duty(duty=duty, actor=None)
    declare_not_applicable(duty=duty, actor=None, reason="没有这项职权")
    with pytest.raises(GongkaiError, match="已经声明不适用"):
        declare_not_applicable(duty=duty, actor=None, reason="另一个理由")


def test_a_guide_that_lacks_elements_is_not_looked_over():
    guide = GuideFactory(organ=OrganFactory(**CONTACTS | {"fax": ""}))

    with pytest.raises(GongkaiError, match="还缺：传真号码"):
        review_guide(guide=guide, actor=None, on=date(2026, 3, 2))

    assert Guide.objects.get().reviewed_on is None


def test_a_whole_guide_is_looked_over_for_a_year():
    guide = GuideFactory(organ=OrganFactory(**CONTACTS))

    review_guide(guide=guide, actor=None, on=date(2026, 3, 2))

    every = Guide.objects.all()
    assert list(guides_to_review(every, date(2027, 3, 2))) == []
    assert list(guides_to_review(every, date(2027, 3, 3))) == [guide]
    assert AuditEntry.objects.get().action == "核对公开指南"
