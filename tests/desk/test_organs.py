"""Organs, people and their roles."""

import csv
import io

import pytest

from desk.cases import NO_ROLES
from desk.pages import english_in, text_of
from factories.catalogue import CategoryFactory
from factories.organs import (
    AccountFactory,
    OfficeFactory,
    OrganFactory,
    PersonFactory,
    account_with_role,
)
from gongkai.organs.models import Account, Organ, RoleAssignment
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

ORGAN = {
    "code": "A-1-1",
    "name": "云溪县第一中学",
    "level": "county_department",
    "colour": "#1b4b8f",
    "fee_decimal_places": "4",
    "is_active": "on",
}
ROWS = {"roles-TOTAL_FORMS": "1", "roles-INITIAL_FORMS": "0"}
PERSON = {"number": "R-1", "name": "方可", "is_active": "on"}


@pytest.fixture
def admin(client, organ):
    """A browser in which the organ's administrator is signed in."""
    client.force_login(account_with_role(Role.ADMINISTRATOR, organ))
    return client


@pytest.fixture
def root(client, db):
    client.force_login(Account.objects.create_superuser("root"))
    return client


def test_an_administrator_registers_an_organ_below_his_own(admin, organ):
    admin.post("/desk/organs/new/", ORGAN | {"parent": organ.code})

    below = Organ.objects.get(code="A-1-1")
    assert below.path == "A-1/A-1-1/"


@pytest.mark.parametrize("parent", ["", "B-1"])
def test_an_administrator_registers_no_organ_elsewhere(admin, other_organ, parent):
    page = admin.post("/desk/organs/new/", ORGAN | {"parent": parent})

    assert page.status_code == 200
    assert not Organ.objects.filter(code="A-1-1").exists()
    assert other_organ.name not in text_of(page)


def test_an_organ_keeps_its_code_and_its_place(admin, organ, other_organ):
    admin.post(
        f"/desk/organs/edit/{organ.pk}/",
        ORGAN | {"code": "C-9", "parent": other_organ.code, "name": "云溪县教体局"},
    )

    organ.refresh_from_db()
    assert (organ.name, organ.code, organ.path) == ("云溪县教体局", "A-1", "A-1/")


def test_the_list_of_organs_shows_those_in_reach(admin, organ, other_organ):
    below = OrganFactory(parent=organ)

    page = admin.get("/desk/organs/")

    urls = [row.url for row in page.context["table"].rows]
    assert urls == [f"/desk/organs/view/{one.pk}/" for one in (organ, below)]
    assert other_organ.name not in text_of(page)
    assert english_in(text_of(page)) == []


def test_an_administrator_grants_a_role_with_its_entry(admin, organ):
    row = {"roles-0-organ": str(organ.pk), "roles-0-role": "ogi_officer"}

    admin.post("/desk/people/new/", PERSON | ROWS | row)

    granted = RoleAssignment.objects.get(person__number="R-1")
    assert (granted.organ, granted.role) == (organ, "ogi_officer")


def test_an_administrator_grants_no_role_in_another_organ(admin, other_organ):
    row = {"roles-0-organ": str(other_organ.pk), "roles-0-role": "ogi_officer"}

    page = admin.post("/desk/people/new/", PERSON | ROWS | row)

    assert page.status_code == 200
    assert not RoleAssignment.objects.filter(organ=other_organ).exists()


def test_a_role_is_taken_away(admin, organ):
    person = PersonFactory(organ=organ, number="R-1", name="方可")
    held = RoleAssignment.objects.create(person=person, organ=organ, role="clerk")
    rows = {
        "roles-TOTAL_FORMS": "1",
        "roles-INITIAL_FORMS": "1",
        "roles-0-id": str(held.pk),
        "roles-0-organ": str(organ.pk),
        "roles-0-role": "clerk",
        "roles-0-DELETE": "on",
    }

    admin.post(f"/desk/people/edit/{person.pk}/", PERSON | rows)

    assert not RoleAssignment.objects.filter(pk=held.pk).exists()


def test_an_account_belongs_to_one_person(admin, organ):
    taken = PersonFactory(organ=organ).account
    free = AccountFactory(username="fangke")

    refused = admin.post(
        "/desk/people/new/", PERSON | NO_ROLES | {"account": taken.username}
    )
    admin.post("/desk/people/new/", PERSON | NO_ROLES | {"account": "fangke"})

    free.refresh_from_db()
    assert "它已属于别人" in text_of(refused)
    assert free.person.name == "方可"


def test_with_several_organs_the_form_first_asks_for_which(root, organ, other_organ):
    asked = root.get("/desk/trainings/new/")
    found = root.get("/desk/trainings/new/", {"q": "卫生"})
    form = root.get("/desk/trainings/new/", {"organ": organ.code})

    assert list(asked.context["organs"]) == [organ, other_organ]
    assert list(found.context["organs"]) == [other_organ]
    assert form.context["organ"] == organ
    assert english_in(text_of(asked).replace("root", "")) == []


def test_without_any_organ_the_form_says_what_to_do_first(root):
    assert "请先在“设置—机关”登记机关" in text_of(root.get("/desk/trainings/new/"))


def test_choices_are_the_organs_own(desk, organ, other_organ):

    own = CategoryFactory(organ=organ, name="招生考试")
    CategoryFactory(organ=other_organ, name="疫苗接种")
    OfficeFactory(organ=other_organ, name="疾控股")

    form = desk.get("/desk/items/new/").context["form"]

    assert list(form.fields["category"].queryset) == [own]
    assert list(form.fields["office"].queryset) == []


def organs_table(admin, **changes):
    """Export the only organ in reach and change some of its cells."""
    table = admin.get("/desk/organs/", {"export": "csv"}).content.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    out = io.StringIO()
    writer = csv.DictWriter(out, row)
    writer.writeheader()
    writer.writerow(row | changes)
    file = io.BytesIO(out.getvalue().encode())
    file.name = "organs.csv"
    return {"file": file}


def test_an_import_registers_an_organ_below_the_own_one(admin, organ):
    table = organs_table(admin, 机关代码="C-1", 上级机关代码=organ.code)

    page = admin.post("/desk/organs/import/", table)

    assert page.context["result"].added == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"机关代码": "C-1", "上级机关代码": ""},
        {"机关代码": "C-1", "上级机关代码": "B-1"},
        {"上级机关代码": "B-1"},
        {"机关代码": "B-1", "机关全称": "改名"},
    ],
)
def test_an_import_reaches_no_organ_elsewhere(admin, organ, other_organ, changes):
    page = admin.post("/desk/organs/import/", organs_table(admin, **changes))

    assert page.context["refused"].error_count == 1
    assert organ.path == "A-1/"
    assert other_organ.name == "云溪县卫生健康委员会"
