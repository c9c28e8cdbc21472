"""Following a case by number and code."""

from datetime import date

import lxml.html
import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from factories.notices import approved_notice, case_with_applicant, officer_of
from gongkai.casework.models import CaseFile, DisclosureRequest, Notice
from gongkai.casework.services import issue_query_code, record_step
from gongkai.portal.casework import status as status_module
from gongkai.portal.casework.limits import failed_queries
from gongkai.portal.casework.status import status_of
from gongkai.statute.clock import ClockState, Step, StepKind
from gongkai.statute.notices import notice_kinds

pytestmark = pytest.mark.django_db

WRONG = "没有查到。请对照回执，核对申请编号和查询码。"


@pytest.fixture
def sent(send):
    """A case that was sent online, with its number and code."""
    number, code = send()
    return DisclosureRequest.objects.get(), number, code


@pytest.fixture
def ask(client):
    def post(number, code):
        return client.post("/follow/", {"number": number, "code": code}, follow=True)

    return post


def shown(response):
    return lxml.html.document_fromstring(response.content)


def facts(response):
    pairs = shown(response).xpath("//dl[@class='answers-list']/div")
    return {pair[0].text: pair[1].text for pair in pairs}


def problems(response):
    return shown(response).xpath("//div[@role='alert']//a/text()")


def titles(response):
    return shown(response).xpath("//span[@class='card-title']/text()")


def notice(case, kind, **fields):
    return Notice.objects.create(
        disclosure_request=case, kind=kind, **{"status": "sent", **fields}
    )


def reply(case, kind="reply"):
    made = CaseFile(disclosure_request=case, kind=kind, title="招聘方案.pdf")
    made.file.save("x.pdf", ContentFile(b"%PDF-1.7"))
    return made


def test_case_just_sent_waits_to_be_confirmed(ask, sent):
    _, number, code = sent

    response = ask(number, code)

    today = timezone.localdate()
    assert response.redirect_chain == [("/follow/case/", 302)]
    assert shown(response).xpath("//p[@class='status-word']/text()") == [
        "已提交，等待确认"
    ]
    assert facts(response) == {
        "申请编号": number,
        "受理机关": "云溪县示例局",
        "提交日期": f"{today.year}年{today.month}月{today.day}日",
        "收到日期": "等待确认",
        "答复期限": "确认收到之日起20个工作日内",
        "申请内容": "2021年教师招聘方案",
    }


def test_code_may_be_typed_as_people_type(ask, sent):
    _, number, code = sent

    response = ask(f" {number} ", f"{code[:4].lower()} {code[4:]}")

    assert facts(response)["申请编号"] == number


def test_wrong_number_and_wrong_code_say_the_same(ask, sent):
    _, number, code = sent

    assert problems(ask(number, "AAAAAAAA")) == [WRONG]
    assert problems(ask("2020-9999", code)) == [WRONG]


def test_guessing_is_stopped_after_a_while(ask, sent, settings):
    settings.FOLLOW_PER_ADDRESS = 2
    _, number, code = sent
    for _ in range(2):
        ask(number, "AAAAAAAA")

    response = ask(number, code)

    again = failed_queries().again_in_words()
    assert "".join(problems(response)) == (
        f"编号或者查询码不对的次数太多。请{again}以后再查，"
        "或者按公开指南上的电话与受理机关联系。"
    )


def test_right_answers_are_not_counted(ask, sent, settings):
    settings.FOLLOW_PER_ADDRESS = 1
    _, number, code = sent

    for _ in range(3):
        assert facts(ask(number, code))["申请编号"] == number


def test_what_is_missing_is_said(ask, sent):
    assert problems(ask("", "")) == ["请写申请编号。", "请写查询码。"]


def test_case_is_closed_to_who_gave_no_code(client, sent):
    assert client.get("/follow/case/").url == "/follow/"
    assert client.get("/follow/files/1/").status_code == 404


def test_case_is_closed_when_he_leaves(client, ask, sent):
    ask(*sent[1:])

    client.post("/follow/leave/")

    assert client.get("/follow/case/").url == "/follow/"


def test_page_tells_nothing_to_the_address_bar_and_to_caches(ask, sent):
    response = ask(*sent[1:])

    assert "no-store" in response.headers["Cache-Control"]
    assert sent[1] not in shown(response).findtext(".//title")


def test_confirmed_case_shows_its_dates(ask, sent):
    case, number, code = sent
    today = timezone.localdate()
    record_step(
        disclosure_request=case,
        step=Step(StepKind.RECEIPT_CONFIRMED, on=today),
        actor=None,
    )

    response = ask(number, code)

    case.refresh_from_db()
    assert shown(response).xpath("//p[@class='status-word']/text()") == ["正在办理"]
    due = case.due_on
    assert facts(response)["答复期限"] == f"{due.year}年{due.month}月{due.day}日"


def test_case_that_waits_for_him_says_until_when(sent):
    case, _, _ = sent
    DisclosureRequest.objects.update(submitted_on=date(2024, 9, 25))
    case.refresh_from_db()
    for kind, day in (
        (StepKind.RECEIPT_CONFIRMED, date(2024, 9, 25)),
        (StepKind.AMENDMENT_REQUESTED, date(2024, 9, 27)),
    ):
        record_step(disclosure_request=case, step=Step(kind, on=day), actor=None)

    status = status_of(case, date(2024, 9, 29))

    assert (status.word, status.tone) == ("等您补正", "waiting")
    assert [label for label, _, _ in status.dates] == [
        "收到日期",
        "补正期限",
        "答复期限",
    ]
    assert status.dates[2][2] == "暂停计算"


def test_history_that_cannot_be_is_not_the_applicants_trouble(sent):
    case, _, _ = sent
    day = date(2024, 9, 25)
    for position, kind in enumerate((StepKind.DECIDED, StepKind.RECEIPT_CONFIRMED)):
        case.steps.create(position=position, kind=kind.value, on=day)

    status = status_of(case, date(2024, 9, 29))

    assert (status.word, status.dates) == ("已提交，等待确认", [])


def test_every_state_has_its_words():
    assert set(status_module._SAID) == set(ClockState)  # noqa: SLF001


def test_only_notices_that_were_sent_to_him_are_shown(ask, sent):
    case, number, code = sent
    for kind in notice_kinds():
        notice(case, kind.key)
    notice(case, "extend", status="approved")

    shown_titles = titles(ask(number, code))

    others = {"third", "third_result", "co_maker", "service"}
    assert shown_titles == [
        kind.title for kind in notice_kinds() if kind.key not in others
    ]


def test_reply_files_are_given_once_the_decision_is_sent(client, ask, sent):
    case, number, code = sent
    file = reply(case)
    reply(case, kind="evidence")
    decision = notice(case, "disclose", status="approved", outcome="disclosed")
    assert titles(ask(number, code)) == []
    assert client.get(f"/follow/files/{file.pk}/").status_code == 404

    decision.status = "sent"
    decision.save()

    assert titles(ask(number, code))[1:] == ["招聘方案.pdf"]
    response = client.get(f"/follow/files/{file.pk}/")
    assert b"".join(response.streaming_content) == b"%PDF-1.7"


@pytest.mark.parametrize("kind", ["evidence", "submitted"])
def test_other_files_are_never_given(client, ask, sent, kind):
    case, number, code = sent
    notice(case, "disclose", outcome="disclosed")
    file = reply(case, kind=kind)
    ask(number, code)

    assert client.get(f"/follow/files/{file.pk}/").status_code == 404


def test_sent_notice_comes_as_pdf(client, ask):
    case = case_with_applicant()
    code = issue_query_code(disclosure_request=case, actor=officer_of(case.organ))
    made = approved_notice(case)
    Notice.objects.update(status="sent")
    ask(case.number, code)

    response = client.get(f"/follow/notices/{made.pk}/")

    assert b"".join(response.streaming_content).startswith(b"%PDF-")
    assert "attachment" in response.headers["Content-Disposition"]


def test_notice_to_another_is_not_given(client, ask, sent):
    case, number, code = sent
    to_third = notice(case, "third")
    draft = notice(case, "extend", status="draft")
    ask(number, code)

    assert client.get(f"/follow/notices/{to_third.pk}/").status_code == 404
    assert client.get(f"/follow/notices/{draft.pk}/").status_code == 404
