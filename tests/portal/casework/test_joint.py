"""Several persons apply together: one case, the first-named before the others."""

import lxml.html
import pytest

from gongkai.casework.models import DisclosureRequest
from portal.casework.conftest import FORM

pytestmark = pytest.mark.django_db

JOINT = f"{FORM}joint/"
OTHER = {"name": "江一帆", "identity_kind": "other", "identity_number": "示例2号"}


@pytest.fixture
def joined(client, answer):
    """Answer the first two steps, and join persons."""

    def run(*people, go="next"):
        answer("kind")
        answer("applicant", go="joint")
        for person in people[:-1]:
            client.post(JOINT, {**person, "go": "add"})
        return client.post(JOINT, {**people[-1], "go": go})

    return run


def problems(response):
    page = lxml.html.document_fromstring(response.content)
    return page.xpath("//div[@role='alert']//a/text()")


def test_button_on_the_step_of_the_applicant_leads_to_the_others(answer):
    answer("kind")

    assert answer("applicant", go="joint").url == JOINT


def test_others_are_reached_only_from_a_complete_first(client, answer):
    answer("kind")

    assert client.get(JOINT).url == f"{FORM}applicant/"


def test_one_more_is_sent_as_one_case(client, joined, answer):
    joined(OTHER)
    for step in ("subject", "supply", "files"):
        answer(step)
    client.post(f"{FORM}review/")

    case = DisclosureRequest.objects.get()
    assert case.applicant.name == "林小满"
    others = [(one.name, one.position) for one in case.joint_applicants.all()]
    assert others == [("江一帆", 2)]


def test_review_shows_all(client, joined, answer):
    joined(OTHER)
    for step in ("subject", "supply", "files"):
        answer(step)

    page = lxml.html.document_fromstring(client.get(f"{FORM}review/").content)

    shown = page.xpath("//h3[.='共同申请人']/following::dl[1]//dt/text()")
    assert shown == ["江一帆"]


def test_empty_form_goes_on_with_nobody_more(client, joined):
    response = joined({"identity_kind": "other"})

    assert response.url == f"{FORM}subject/"


def test_half_a_person_is_asked_to_be_completed(joined):
    response = joined({"name": "江一帆", "identity_kind": "other"})

    assert problems(response) == ["请写共同申请人的证件号码。"]


def test_number_that_cannot_be_right_is_asked_about_once(client, joined):
    person = OTHER | {"identity_kind": "id_card", "identity_number": "123"}

    first = joined(person)
    again = client.post(JOINT, {**person, "go": "next"})

    assert problems(first)[0][:10] == "居民身份证号码应为1"
    assert again.url == f"{FORM}subject/"


def test_one_can_be_taken_out_again(client, joined):
    joined(OTHER, OTHER | {"name": "顾南溪"}, go="add")

    client.post(JOINT, {"go": "remove-0"})

    page = lxml.html.document_fromstring(client.get(JOINT).content)
    assert page.xpath("//span[@class='held-name']/text()") == ["顾南溪"]


def test_more_than_five_are_not_taken(client, joined):
    people = [OTHER | {"name": f"江{number}帆"} for number in range(4)]
    joined(*people, go="add")

    response = client.post(JOINT, {**OTHER, "go": "add"})

    assert problems(response) == ["连同您最多5人。更多的请推选代表或者分别申请。"]
