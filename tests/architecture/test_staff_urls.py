"""Every address of the desk's registers, with every role: exactly the role table.

An address that is added without a line in ``NEEDS`` fails here.
"""

import pytest
from django.urls import reverse

from desk.cases import CASES, journal_entry, organ_record
from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory
from gongkai.desk.menu import registers
from gongkai.organs.models import Account
from gongkai.organs.roles import Action, Role, allowed
from gongkai.publishing.models import Attachment

pytestmark = pytest.mark.django_db

IMPORT = (Action.ADD, Action.CHANGE)
#: What each address of a register needs, all of it.
NEEDS = {
    "index": (Action.VIEW,),
    "inspect": (Action.VIEW,),
    "add": (Action.ADD,),
    "edit": (Action.CHANGE,),
    "delete": (Action.DELETE,),
    "import": IMPORT,
    "import_template": IMPORT,
    "import_errors": IMPORT,
    "publish": (Action.PUBLISH,),
    "withdraw": (Action.PUBLISH,),
    "coverage": (Action.VIEW,),
    "adopt": (Action.ADD,),
    "not_applicable": (Action.CHANGE,),
    "restore": (Action.CHANGE,),
    "reviewed": (Action.CHANGE,),
    "file": (Action.VIEW,),
    "due": (Action.ADD,),
    "document": (Action.ADD,),
    "revisions": (Action.VIEW,),
    "step": (Action.CHANGE,),
    "undo_step": (Action.CHANGE,),
    "party": (Action.CHANGE,),
    "screening": (Action.VIEW,),
    "example": (Action.ADD,),
    "clean_file": (Action.CHANGE,),
    "submit": (Action.CHANGE,),
    "recall": (Action.CHANGE,),
    "clear": (Action.CHANGE,),
    "approve": (Action.VIEW,),
    "return": (Action.VIEW,),
    "refer": (Action.VIEW,),
    "statement_docx": (Action.CHANGE,),
    "statement_pdf": (Action.CHANGE,),
    "review": (Action.VIEW,),
    "reappraise": (Action.PUBLISH,),
    "overturn": (Action.PUBLISH,),
    "review_docx": (Action.VIEW,),
    "review_pdf": (Action.VIEW,),
    "repeal": (Action.PUBLISH,),
    "amend": (Action.PUBLISH,),
    "proceeding": (Action.CHANGE,),
}
#: A table of items can say 已发布, so it needs the right to publish as well.
MORE = {
    ("publishing.item", name): (Action.PUBLISH,) for name in NEEDS if "import" in name
}
LOGIN, HOME = "/desk/login/", "/desk/"


@pytest.fixture
def place(db):
    """The organ where the roles are held, another one, and a record of each."""
    organ, other = OrganFactory(), OrganFactory()
    return organ, other, records_of(organ), records_of(other)


def records_of(organ):
    """Make one record of every register for the organ."""
    records = {case.register: case.make(organ) for case in CASES}
    records["publishing.item"] = ItemFactory(organ=organ)
    Attachment.objects.create(
        item=records["publishing.item"], title="通知", file="attachments/none.pdf"
    )
    records["organs.organ"] = organ_record(organ)
    records["audit.auditentry"] = journal_entry(organ)
    return records


def addresses(records):
    """Yield every address of every register: register, name, address."""
    for viewset in registers():
        register = viewset.permission_policy.register
        for pattern in viewset.get_urlpatterns():
            kwargs = {}
            if "pk" in pattern.pattern.converters:
                kwargs["pk"] = records[register].pk
            if "file_pk" in pattern.pattern.converters:
                kwargs["file_pk"] = records[register].attachments.get().pk
            url = reverse(viewset.get_url_name(pattern.name), kwargs=kwargs)
            yield register, pattern.name, url, bool(kwargs)


def outcome(client, url):
    """Return whether the desk lets the account in; never a crash."""
    try:
        response = client.get(url)
    except FileNotFoundError:
        return True  # the file of the test's attachment was never written
    if response.status_code == 302:
        # A record with nothing to hand out yet leads back to its own page.
        assert response.url == HOME or "/view/" in response.url
        return response.url != HOME
    assert response.status_code in {200, 404}
    return response.status_code == 200


def expected(role, register, name):
    needs = NEEDS[name] + MORE.get((register, name), ())
    return all(allowed(role, register, action) for action in needs)


@pytest.mark.parametrize("role", Role)
def test_role_reaches_exactly_what_the_table_allows(client, place, role):
    organ, _, records, _ = place
    client.force_login(account_with_role(role, organ))

    wrong = [
        (name, url)
        for register, name, url, _ in addresses(records)
        if name != "import_errors"
        and outcome(client, url) is not expected(role, register, name)
    ]

    assert wrong == []


@pytest.mark.parametrize("role", Role)
def test_role_reaches_no_record_of_another_organ(client, place, role):
    organ, _, _, foreign = place
    client.force_login(account_with_role(role, organ))

    reached = [
        url
        for _, _, url, is_record in addresses(foreign)
        if is_record and outcome(client, url)
    ]

    assert reached == []


@pytest.mark.parametrize("role", Role)
def test_role_writes_nothing_that_the_table_forbids(client, place, role):
    organ, other, records, foreign = place
    client.force_login(account_with_role(role, organ))
    models = [viewset.model for viewset in registers()]
    before = [list(model.objects.order_by("pk").values()) for model in models]

    for register, name, url, is_record in addresses(records):
        if not expected(role, register, name):
            client.post(url, {"reason": "试一试", "disclosed_on": "2022-01-01"})
        if name == "add":
            client.post(f"{url}?organ={other.code}", {})
        assert register in records, is_record
    for _, _, url, is_record in addresses(foreign):
        if is_record:
            client.post(url, {"reason": "试一试", "disclosed_on": "2022-01-01"})

    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_a_superuser_reaches_everything(client, place):
    _, _, records, foreign = place
    client.force_login(Account.objects.create_superuser("root"))

    shut = [
        url
        for _, name, url, _ in (*addresses(records), *addresses(foreign))
        if name != "import_errors" and not outcome(client, url)
    ]

    assert shut == []


def test_nobody_gets_in_without_signing_in(client, place):
    _, _, records, _ = place

    for _, _, url, _ in addresses(records):
        response = client.get(url)
        assert (response.status_code, response.url.split("?")[0]) == (302, LOGIN)


def test_an_account_without_role_gets_no_further_than_the_door(client, place):
    _, _, records, _ = place
    client.force_login(Account.objects.create_user("nobody"))

    for _, _, url, _ in addresses(records):
        response = client.get(url)
        assert (response.status_code, response.url.split("?")[0]) == (302, LOGIN)


def test_an_account_of_somebody_who_left_gets_no_further_than_the_door(client, place):
    organ, _, records, _ = place
    account = account_with_role(Role.OGI_OFFICER, organ, is_active=False)
    client.force_login(account)

    for _, _, url, _ in addresses(records):
        response = client.get(url)
        assert (response.status_code, response.url.split("?")[0]) == (302, LOGIN)
