"""Requests like this one: while registering, for a repeat, for publication."""

from datetime import date

import pytest
from django.urls import reverse

from desk.pages import text_of
from factories.casework import applicant_data, decided, registered, take_steps
from gongkai.casework.notices import elements_of
from gongkai.desk.casework.alike import title_of
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

SUBJECT = "申请公开2021年教师招聘方案。"
OTHER = applicant_data(identity_number="000000190001010001", name="周知行")


@pytest.fixture
def answered(organ, today):
    case = registered(date(2022, 1, 4), organ=organ)
    take_steps(case, decided(date(2022, 1, 10)))
    return case


def type_in(desk, **fields):
    data = {"subject": "公开2021年教师招聘方案", "name": "林小满"} | fields
    return desk.post(reverse("case:similar"), data)


def url(name, case, *args):
    return reverse(f"case:{name}", args=[case.pk, *args])


def test_what_others_asked_is_shown_while_typing(desk, answered):
    answer = type_in(desk)

    assert url("page", answered) in answer.content.decode()
    text = text_of(answer)
    assert "其他申请人；内容相同部分占100%" in text
    assert "前一件于2022-01-10办结：予以公开" in text


def test_the_same_applicant_is_known_by_his_number(desk, answered):
    text = text_of(type_in(desk, identity_number="000000190001010000"))

    assert "同一申请人" in text
    assert "可以不予重复处理（第三十六条第六项）" in text


def test_every_matter_of_the_letter_is_compared(desk, answered):
    text = text_of(type_in(desk, subject="食堂采购合同", subject_2=SUBJECT))

    assert answered.number in text


def test_nothing_is_shown_for_a_word(desk, answered):
    assert "没有相近的申请" in text_of(type_in(desk, subject="方案"))


def test_requests_of_other_organs_are_not_shown(desk, other_organ, today):
    case = registered(date(2022, 1, 4), organ=other_organ)

    assert case.subject not in text_of(type_in(desk))


def test_without_script_a_button_shows_them_and_keeps_what_was_typed(desk, answered):
    data = {"subject": SUBJECT, "name": "林小满", "act": "preview"}

    answer = desk.post(reverse("case:register"), data)

    text = text_of(answer)
    assert answered.number in text
    assert "没有保存" not in text
    assert 'value="林小满"' in answer.content.decode()


def test_the_reply_to_the_first_request_stands_in_the_notice(desk, organ, answered):
    answered.reply_number = "云教公开〔2022〕1号"
    answered.save(update_fields=["reply_number"])
    case = registered(date(2022, 2, 7), organ=organ, today=date(2022, 2, 9))

    answer = desk.post(url("repeat", case, answered.pk))

    notice = case.notices.get()
    assert answer.url == url("notice", case, notice.pk)
    assert (notice.kind, notice.outcome) == ("repeat", "not_processed.repeated")
    assert elements_of(notice)["earlier_reply"] == (
        f"申请编号{answered.number}，2022年1月10日作出答复，云教公开〔2022〕1号"
    )


def test_the_page_offers_the_repeat_only_for_what_was_answered(desk, organ, answered):
    open_one = registered(date(2022, 2, 7), organ=organ, today=date(2022, 2, 9))
    case = registered(date(2022, 2, 8), organ=organ, today=date(2022, 2, 9))

    page = desk.get(url("page", case)).content.decode()

    assert url("repeat", case, answered.pk) in page
    assert url("repeat", case, open_one.pk) not in page
    assert "前一件尚未办结，宜合并办理" in page


def test_an_unanswered_request_is_no_ground_for_a_repeat(desk, organ, today):
    first = registered(date(2022, 2, 7), organ=organ, today=today)
    case = registered(date(2022, 2, 8), organ=organ, today=today)

    answer = desk.post(url("repeat", case, first.pk), follow=True)

    assert "还没有答复，不属于重复申请" in text_of(answer)
    assert not case.notices.exists()


def test_another_applicants_request_is_no_ground_for_a_repeat(desk, organ, answered):
    case = registered(
        date(2022, 2, 7), organ=organ, applicant=OTHER, today=date(2022, 2, 9)
    )

    answer = desk.post(url("repeat", case, answered.pk), follow=True)

    assert "不是同一申请人提出的" in text_of(answer)
    assert not case.notices.exists()


@pytest.fixture
def given_twice(organ, answered):
    case = registered(
        date(2022, 1, 5), organ=organ, applicant=OTHER, today=date(2022, 1, 5)
    )
    return take_steps(case, decided(date(2022, 1, 11)))


def test_what_two_were_given_opens_a_draft_with_its_title(desk, organ, given_twice):
    page = desk.get(url("page", given_twice)).content.decode()
    address = f"{reverse('item:add')}?organ=A-1&amp;case={given_twice.pk}"
    assert address in page

    form = desk.get(address.replace("&amp;", "&")).context["form"]

    assert form["title"].value() == "2021年教师招聘方案"


def test_who_may_not_publish_is_told_whom_to_tell(as_role, given_twice):
    client = as_role(Role.SUPERVISOR)

    text = text_of(client.get(url("page", given_twice)))

    assert "您不能登记公开信息，请告知信息员或者公开专员" in text


def test_a_clerk_does_not_read_a_title_out_of_a_case(as_role, given_twice):
    client = as_role(Role.CLERK)

    form = client.get(f"{reverse('item:add')}?case={given_twice.pk}").context["form"]

    assert form["title"].value() is None


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("申请公开2021年教师招聘方案。", "2021年教师招聘方案"),
        ("本人现依法申请公开：校车线路；\n姓名某某", "校车线路"),
        ("学校食堂采购合同", "学校食堂采购合同"),
    ],
)
def test_a_title_is_what_was_asked_for(subject, title):
    assert title_of(subject) == title
