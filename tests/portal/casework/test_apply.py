"""The steps of the form: what is asked, what is kept, what is said when wrong."""

import lxml.html
import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from factories.publishing import ItemFactory
from gongkai.organs.sealed_files import sealed_storage
from portal.casework.conftest import ANSWERS, FORM, ORGANISATION

pytestmark = pytest.mark.django_db

STEPS = ("kind", "applicant", "subject", "supply", "files")
PDF = b"%PDF-1.7"


def shown(response):
    return lxml.html.document_fromstring(response.content)


def problems(response):
    links = shown(response).xpath("//div[@role='alert']//a")
    return [(link.get("href"), link.text) for link in links]


def names(response):
    fields = shown(response).xpath("//form[@novalidate]//*[@name]/@name")
    return [name for name in fields if name not in {"go", "csrfmiddlewaretoken"}]


def pdf(name="证件.pdf"):
    return SimpleUploadedFile(name, PDF)


def test_form_starts_at_the_first_step_and_goes_on_where_it_stopped(client, answer):
    assert client.get(FORM).url == f"{FORM}kind/"

    answer("kind")

    assert client.get(FORM).url == f"{FORM}applicant/"


@pytest.mark.usefixtures("organ")
def test_later_step_leads_back_to_the_one_that_is_missing(client):
    assert client.get(f"{FORM}supply/").url == f"{FORM}kind/"
    assert client.get(f"{FORM}review/").url == f"{FORM}kind/"


def test_steps_ask_what_the_regulation_asks_and_for_no_purpose(client, fill):
    fill()

    asked = {step: names(client.get(f"{FORM}{step}/")) for step in STEPS}

    assert asked == {
        "kind": ["applicant_kind"] * 6,
        "applicant": [
            "name",
            "identity_kind",
            "identity_number",
            "phone",
            "email",
            "address",
            "needs_assistance",
        ],
        "subject": ["information", "document_number", "features"],
        "supply": ["supply_form"] * 3,
        "files": ["files"],
    }


def test_organisation_is_asked_for_its_code_and_whom_to_call(client, answer):
    answer("kind", applicant_kind="commercial_enterprise")

    asked = client.get(f"{FORM}applicant/")

    assert names(asked)[:4] == [
        "name",
        "identity_kind",
        "identity_number",
        "contact_person",
    ]
    assert "needs_assistance" not in names(asked)


@pytest.mark.parametrize(
    ("step", "changed", "said"),
    [
        (
            "kind",
            {"applicant_kind": ""},
            [("#id_applicant_kind_0", "请选择以什么身份申请。")],
        ),
        (
            "applicant",
            {"name": "", "phone": ""},
            [
                ("#id_name", "请写姓名。"),
                (
                    "#id_phone",
                    "请写联系电话、电子邮箱、通信地址中的至少一项。",
                ),
            ],
        ),
        (
            "applicant",
            {"email": "lin@"},
            [("#id_email", "电子邮箱写得不完整，应当像name@example.cn。")],
        ),
        (
            "subject",
            {"information": ""},
            [("#id_information", "请写信息的名称、文号或者其他特征，至少一项。")],
        ),
        (
            "supply",
            {"supply_form": ""},
            [("#id_supply_form_0", "请选择怎样取得信息。")],
        ),
    ],
)
def test_what_is_missing_is_said_above_and_leads_to_the_field(
    answer, fill, step, changed, said
):
    fill()

    response = answer(step, **changed)

    page = shown(response)
    assert problems(response) == said
    anchors = [anchor[1:] for anchor, _ in said]
    assert set(anchors) <= set(page.xpath("//@id"))
    assert len(page.xpath("//p[@class='field-problem']")) == len(said)
    described = " ".join(page.xpath("//@aria-describedby")).split()
    assert set(described) <= set(page.xpath("//@id"))
    assert page.findtext(".//title").startswith("错误：")


def test_number_that_looks_wrong_is_asked_about_once(answer):
    answer("kind")
    wrong = {"identity_number": "110101199003070013"}

    asked = answer("applicant", **wrong)
    again = answer("applicant", **wrong)

    assert shown(asked).xpath("//div[@role='alert']/h2")[0].text == "请再核对一遍"
    assert again.url == f"{FORM}subject/"


def test_another_wrong_number_is_asked_about_again(answer):
    answer("kind")
    answer("applicant", identity_number="110101199003070013")

    assert answer("applicant", identity_number="110101199003070012").status_code == 200


def test_going_back_loses_nothing(client, answer):
    answer("kind")

    back = answer("applicant", go="back", name="林小满", identity_number="", phone="")

    assert back.url == f"{FORM}kind/"
    kept = shown(client.get(f"{FORM}applicant/"))
    assert kept.xpath("//input[@id='id_name']/@value") == ["林小满"]


def test_draft_that_was_lost_keeps_what_was_just_typed(client, answer):
    response = answer("subject")

    assert response.url == f"{FORM}kind/?lost=1"
    answer("kind")
    answer("applicant")
    kept = shown(client.get(f"{FORM}subject/"))
    assert kept.xpath("//input[@id='id_information']/@value") == ["2021年教师招聘方案"]


def test_correction_leads_straight_back_to_the_review(client, fill):
    fill()

    response = client.post(
        f"{FORM}supply/?change=1", {"supply_form": "paper", "go": "next"}
    )

    assert response.url == f"{FORM}review/"


def test_becoming_an_organisation_asks_for_the_applicant_anew(client, fill):
    fill()

    client.post(f"{FORM}kind/?change=1", {"applicant_kind": "other", "go": "next"})

    assert client.get(f"{FORM}review/").url == f"{FORM}applicant/"
    client.post(f"{FORM}applicant/?change=1", {**ORGANISATION, "go": "next"})
    assert client.get(f"{FORM}review/").status_code == 200


def test_search_offers_what_is_published_and_keeps_the_text(answer, organ):
    item = ItemFactory(organ=organ, title="2021年教师招聘方案（试行）")
    answer("kind")
    answer("applicant")

    page = shown(answer("subject", go="search"))

    assert page.xpath("//ul[@class='offers-list']//a/@href") == [
        f"/o/YX01/items/{item.pk}/"
    ]
    assert page.xpath("//input[@id='id_information']/@value") == ["2021年教师招聘方案"]


def test_offers_answer_while_typing(client, organ):
    item = ItemFactory(organ=organ, title="教师招聘方案")

    response = client.post(f"{FORM}offers/", {"text": "教师招聘", "number": ""})

    assert response.json() == {
        "items": [
            {
                "title": "教师招聘方案",
                "address": f"/o/YX01/items/{item.pk}/",
                "disclosed_on": "2021-06-01",
            }
        ]
    }


@pytest.mark.usefixtures("organ")
def test_offers_take_nothing_by_address(client):
    assert client.get(f"{FORM}offers/?text=教师").status_code == 405


def test_files_are_held_and_can_be_removed(client, answer, fill):
    fill()

    answer("files", go="add", files=[pdf("甲.pdf"), pdf("乙.pdf")])
    answer("files", go="remove-0")

    page = shown(client.get(f"{FORM}files/"))
    assert [one.text for one in page.xpath("//*[@class='held-name']")] == ["乙.pdf"]
    assert len(sealed_storage.listdir("casework/pending")[1]) == 1


def test_sixth_file_is_refused_and_the_five_are_kept(answer, fill):
    fill()

    response = answer("files", files=[pdf(f"{n}.pdf") for n in range(6)])

    assert problems(response) == [
        ("#files", "最多5个附件，“5.pdf”没有添加。"),
    ]
    assert len(shown(response).xpath("//*[@class='held-name']")) == 5


def test_what_was_typed_lies_sealed_in_the_session(client, fill):
    fill()

    stored = Session.objects.get().get_decoded()

    assert "林小满" not in str(stored)
    assert "11010519491231002X" not in str(stored)
    assert list(stored) == ["apply:YX01"]


def test_giving_up_clears_everything(client, answer, fill):
    fill()
    answer("files", go="add", files=[pdf()])

    client.post(f"{FORM}discard/")

    assert client.get(FORM).url == f"{FORM}kind/"
    assert sealed_storage.listdir("casework/pending")[1] == []


@pytest.mark.usefixtures("organ")
@pytest.mark.parametrize("step", ["purpose", "review2"])
def test_step_that_does_not_exist_is_not_found(client, step):
    assert client.get(f"{FORM}{step}/").status_code == 404


def test_pages_of_the_form_are_kept_by_no_one(client, fill):
    fill()

    for step in (*STEPS, "review"):
        headers = client.get(f"{FORM}{step}/").headers
        assert "no-store" in headers["Cache-Control"], step
        assert headers["X-Robots-Tag"] == "noindex", step


def test_pages_of_the_form_are_whole(client, fill):
    fill()

    for step in (*STEPS, "review"):
        page = shown(client.get(f"{FORM}{step}/"))
        ids = page.xpath("//@id")
        assert sorted(ids) == sorted(set(ids)), step
        assert len(page.xpath("//h1")) == 1, step
        assert page.xpath("//@style | //script[not(@src)]") == [], step
        fields = page.xpath("//main//*[self::input or self::select][@id]/@id")
        assert set(fields) <= set(page.xpath("//label/@for")), step


def test_form_without_the_token_is_refused_in_chinese(organ):

    response = Client(enforce_csrf_checks=True).post(f"{FORM}kind/", ANSWERS["kind"])

    assert response.status_code == 403
    assert "没有提交成功" in response.content.decode()
