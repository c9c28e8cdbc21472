from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import AccountFactory, OfficeFactory, OrganFactory, PersonFactory
from gongkai.audit.models import AuditEntry
from gongkai.ledger.models import LedgerEntry
from gongkai.organs.models import Office, Organ
from gongkai.organs.services import change_record, register_record, remove_record
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


def test_register_saves_and_journals_the_record():
    organ = OrganFactory(code="YX")
    actor = AccountFactory(last_name="周", first_name="知行")
    office = OfficeFactory.build(organ=organ, number="G01")

    register_record(record=office, actor=actor)

    assert Office.objects.get().number == "G01"
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.subject, entry.subject_key) == (
        "登记",
        "organs.office",
        "G01",
    )
    assert (entry.actor_name, entry.organ_code) == ("周知行", "YX")


def test_register_refuses_with_the_names_of_the_fields():
    entry = LedgerEntryFactory.build(organ=OrganFactory(), subject="")

    with pytest.raises(GongkaiError, match="“事项”："):
        register_record(record=entry, actor=None)

    assert LedgerEntry.objects.count() == 0
    assert AuditEntry.objects.count() == 0


def test_register_refuses_a_number_that_the_organ_has_already():
    office = OfficeFactory(number="G01")
    twin = OfficeFactory.build(organ=office.organ, number="G01")

    with pytest.raises(GongkaiError, match="本机关已有这个编号的记录"):
        register_record(record=twin, actor=None)


def test_register_refuses_what_a_constraint_forbids():
    case = DisclosureRequestFactory.build(organ=OrganFactory(), outcome="disclosed")

    with pytest.raises(GongkaiError, match="要么都填，要么都不填"):
        register_record(record=case, actor=None)


def test_change_journals_the_old_and_the_new_value():
    case = DisclosureRequestFactory(note="旧")
    case.note = "新"
    case.received_on = date(2021, 6, 2)

    change_record(record=case, actor=None)

    assert AuditEntry.objects.get().detail == {
        "note": {"from": "旧", "to": "新"},
        "received_on": {"from": "2021-06-01", "to": "2021-06-02"},
    }


def test_a_change_that_changes_nothing_is_not_journalled():
    change_record(record=DisclosureRequestFactory(), actor=None)

    assert AuditEntry.objects.count() == 0


def test_remove_journals_what_the_record_was_and_why_it_went():
    office = OfficeFactory(number="G01", name="基础教育股")

    remove_record(record=office, actor=None, reason="机构改革")

    assert Office.objects.count() == 0
    detail = AuditEntry.objects.get().detail
    assert (detail["reason"], detail["was"]["name"]) == ("机构改革", "基础教育股")


def test_remove_refuses_a_record_on_which_others_rest():
    office = OfficeFactory()
    PersonFactory(organ=office.organ, office=office)

    with pytest.raises(GongkaiError, match="还有其他记录引用"):
        remove_record(record=office, actor=None)

    assert AuditEntry.objects.count() == 0


def test_an_organ_is_journalled_under_its_own_code():
    organ = OrganFactory.build(code="YX")

    register_record(record=organ, actor=None)

    assert Organ.objects.get().path == "YX/"
    assert AuditEntry.objects.get().organ_code == "YX"
