from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from factories.casework import decided, registered, take_steps
from factories.notices import case_with_applicant
from factories.organs import OrganFactory
from gongkai.casework.models import DisclosureRequest
from gongkai.casework.notices import draft_notice, elements_of
from gongkai.desk.casework.step_fields import QUESTIONS

pytestmark = pytest.mark.django_db

ON = date(2022, 3, 28)


def url(name, *args):
    return reverse(f"case:{name}", args=args)


def open_case(organ):
    """Return a case received today, so that it may still be withdrawn."""
    return registered(timezone.localdate(), organ=organ)


def test_the_first_question_names_what_is_no_request():
    assert QUESTIONS[0].text == (
        "是不是政府信息公开申请？是信访、投诉、举报、咨询，或者要出版物、确认的，不予处理"
    )


def test_the_button_of_a_withdrawal_asks_for_its_proof(desk, organ):
    case = open_case(organ)

    answer = desk.get(url("step", case.pk, "withdrawn"))

    assert (answer.status_code, answer.url) == (302, url("withdraw", case.pk))


def test_a_withdrawal_without_proof_is_refused_in_words(desk, organ):
    case = open_case(organ)
    sent = {"version": case.version, "on": timezone.localdate(), "proof": "message"}

    answer = desk.post(url("withdraw", case.pk), sent)

    assert answer.context["form"].errors == {
        "file": ["请上传撤回凭证，或者在说明里写明凭证存放在哪里。"]
    }


def test_a_withdrawal_ends_the_case(desk, organ):
    case = open_case(organ)
    sent = {"version": case.version, "on": timezone.localdate(), "proof": "message"}

    desk.post(url("withdraw", case.pk), sent | {"note": "邮件存办公室"})

    case.refresh_from_db()
    assert case.outcome == "other.other"
    assert case.steps.get().note == "电子邮件、传真等数据电文，邮件存办公室"


def test_a_letter_is_split_on_its_page(desk, organ):
    case = registered(ON, organ=organ)
    sent = {
        "version": case.version,
        "subject_1": "要求处分某教师",
        "subject_2": "申请公开教师招聘方案",
    }

    desk.post(url("split", case.pk), sent)

    cases = DisclosureRequest.objects.filter(organ=organ).order_by("number")
    assert [one.subject for one in cases] == ["要求处分某教师", "申请公开教师招聘方案"]


def test_both_pages_say_that_they_are_joined(desk, organ):
    first, second = registered(ON, organ=organ), registered(ON, organ=organ)

    desk.post(url("join", second.pk, first.pk))

    of_first = desk.get(url("page", first.pk)).context["joined"]
    of_second = desk.get(url("page", second.pk)).context["joined"]
    assert (of_first, of_second) == ([second], [first])


def test_an_answered_first_case_is_not_joined_and_the_reason_is_shown(desk, organ):
    first, second = registered(ON, organ=organ), registered(ON, organ=organ)
    take_steps(first, decided(ON))

    answer = desk.post(url("join", second.pk, first.pk), follow=True)

    assert [str(one) for one in answer.context["messages"]] == [
        "两件都没有办结的才能并案。前一件已经答复的，可以不予重复处理。"
    ]


def test_a_chosen_organ_fills_the_notice(desk, organ):
    OrganFactory(name="云溪县交通运输局", phone="0000-2900022")
    case = case_with_applicant(organ)
    notice = draft_notice(
        disclosure_request=case, kind="not_ours", ground="36(5)", actor=None
    )

    desk.post(url("right_organ", case.pk, notice.pk), {"name": "云溪县交通运输局"})

    notice.refresh_from_db()
    assert elements_of(notice)["right_organ"] == "云溪县交通运输局，电话：0000-2900022"
