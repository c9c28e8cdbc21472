from datetime import date

import pytest

from factories.casework import applicant_data, decided, registered, take_steps
from factories.organs import OrganFactory
from gongkai.casework.selectors import similar_requests, worth_publishing
from gongkai.casework.similarity import Wording

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 28)
LATER = date(2022, 4, 20)
SUBJECT = "申请公开2021年教师招聘方案。"
OTHER = {"name": "陈示例", "identity_number": "000000190002020000"}


def asked(organ, on=DAY, subject=SUBJECT, **applicant):
    return registered(
        on, organ=organ, subject=subject, applicant=applicant_data(**applicant)
    )


@pytest.fixture
def organ():
    return OrganFactory()


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("教师招聘方案", "教师招聘方案", 1.0),
        ("申请公开教师招聘方案。", "请公开：教师招聘方案", 1.0),
        ("教师招聘方案", "校车检查结果", 0.0),
        ("教师招聘", "教师招生", 2 / 3),
        ("教", "教", 1.0),
        ("教", "", 0.0),
        ("", "", 0.0),
        ("公开", "公开", 1.0),
    ],
)
def test_likeness_is_the_share_of_common_pairs(one, other, score):
    assert Wording(one).likeness(Wording(other)) == pytest.approx(score)
    assert Wording(other).likeness(Wording(one)) == pytest.approx(score)


@pytest.mark.parametrize(
    ("one", "other", "passage"),
    [
        ("2021年教师招聘方案", "教师招聘方案及公告", "教师招聘方案"),
        ("教师", "师资", ""),
        ("一二三", "四五", ""),
        ("甲乙丙丁", "甲乙、丙丁", "甲乙丙丁"),
    ],
)
def test_common_passage_is_the_longest(one, other, passage):
    assert Wording(one).common_passage(Wording(other)) == passage


def test_the_likest_comes_first_and_unlike_ones_not_at_all(organ):
    near = asked(organ, subject="申请公开2022年教师招聘方案和公告。")
    same = asked(organ)
    asked(organ, subject="申请公开校车安全检查结果。")
    asked(OrganFactory())

    found = similar_requests(asked(organ, **OTHER), organ)

    assert [each.disclosure_request for each in found] == [same, near]
    assert found[0].score == 1.0
    assert not found[0].is_repeat


def test_a_repeat_needs_an_answer_to_the_same_applicant(organ):
    take_steps(asked(organ), decided(date(2022, 4, 1)))

    (found,) = similar_requests(asked(organ, LATER), organ)

    assert found.is_repeat
    assert found.why == (
        "内容相同部分占100%；都有“2021年教师招聘方案”；同一申请人；"
        "前一件于2022-04-01办结：予以公开；可以不予重复处理（第三十六条第六项）。"
    )


def test_an_open_first_request_makes_no_repeat_but_is_to_be_joined(organ):
    asked(organ)

    (found,) = similar_requests(asked(organ, LATER), organ)

    assert not found.is_repeat
    assert found.why.endswith("同一申请人；前一件尚未办结，宜合并办理。")


def test_another_applicant_makes_no_repeat(organ):
    take_steps(asked(organ), decided(date(2022, 4, 1)))

    (found,) = similar_requests(asked(organ, LATER, **OTHER), organ)

    assert (found.is_repeat, found.is_same_applicant) == (False, False)


def test_an_answer_given_after_the_request_came_makes_no_repeat(organ):
    first = asked(organ)
    second = asked(organ, date(2022, 3, 30))
    take_steps(first, decided(date(2022, 4, 1)))

    (found,) = similar_requests(second, organ)

    assert not found.is_repeat


def test_a_withdrawn_request_was_not_answered(organ):
    case = asked(organ)
    case.closed_on, case.outcome = date(2022, 4, 1), "other.other"
    case.save()

    (found,) = similar_requests(asked(organ, LATER), organ)

    assert not found.is_repeat


def test_a_text_is_compared_while_it_is_typed(organ):
    case = asked(organ)

    (found,) = similar_requests("教师招聘方案", organ)

    assert found.disclosure_request == case
    assert similar_requests("", organ) == []


def test_two_disclosed_to_different_applicants_speak_for_publication(organ):
    first = take_steps(asked(organ), decided(date(2022, 4, 1)))
    second = take_steps(asked(organ, **OTHER), decided(date(2022, 4, 1)))

    similar = similar_requests(second, organ)

    assert worth_publishing(second, similar) == [first, second]


def test_two_disclosed_to_one_applicant_do_not(organ):
    take_steps(asked(organ), decided(date(2022, 4, 1)))
    second = take_steps(asked(organ), decided(date(2022, 4, 1)))

    assert worth_publishing(second, similar_requests(second, organ)) == []


def test_a_withheld_one_does_not(organ):
    withheld = "withheld.internal_affairs"
    take_steps(asked(organ), decided(date(2022, 4, 1), withheld))
    second = take_steps(asked(organ, **OTHER), decided(date(2022, 4, 1)))

    assert worth_publishing(second, similar_requests(second, organ)) == []
