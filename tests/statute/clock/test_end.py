import pytest

from gongkai.statute.outcomes import Outcome
from statute.clock.asking import ask, day, refusal, step


def test_an_outcome_that_table_three_does_not_know_is_refused():
    assert refusal(step("decided", "2024-10-08", outcome="granted")) == (
        "第1步“作出答复”（2024-10-08）：“granted”不是办理结果。"
        "请用表三的21种结果之一，例如disclosed。"
    )


@pytest.mark.parametrize(
    ("outcome", "doubt"),
    [
        (None, "没有写明办理结果，请补填表三的21种结果之一。"),
        (
            "other.fee_lapsed",
            "“其他处理：逾期未缴费”应当用“逾期未缴费”这一步登记，不是一种答复。",
        ),
        (
            "unavailable.unclear_after_amendment",
            "以补正后内容仍不明确答复的，应当先告知补正（第三十条）。",
        ),
        (
            "not_processed.excessive",
            "以大量反复申请为由不予处理的，应当先要求说明理由（第三十五条）。",
        ),
        (
            "withheld.third_party_rights",
            "以损害第三方合法权益为由不予公开的，应当先书面征求第三方意见（第三十二条）。",
        ),
    ],
)
def test_what_an_outcome_presupposes_is_missed(outcome, doubt):
    answer = ask(step("decided", "2024-10-08", outcome=outcome), as_of="2024-10-08")

    assert answer.warnings == (doubt,)
    assert answer.outcome == outcome


def test_disclosing_before_the_third_party_has_answered_is_warned_about():
    asked = step("third_party_consulted", "2024-10-08")
    disclosed = step("decided", "2024-10-09", outcome="disclosed")
    withheld = step("decided", "2024-10-09", outcome="unavailable.not_held")

    assert ask(asked, disclosed, as_of="2024-10-09").warnings == (
        "第三方提出意见的期限未满就决定公开，应当等期满或者收到意见。",
    )
    assert ask(asked, withheld, as_of="2024-10-09").warnings == ()


def test_an_officer_is_told_to_wait_for_the_third_party():
    answer = ask(step("third_party_consulted", "2024-10-08"), as_of="2024-10-09")

    decided = next(each for each in answer.next_steps if each.kind == "decided")
    assert decided.text.endswith(
        "第三方意见期限未满，决定公开的应当等期满或者收到意见。"
    )


def test_an_outcome_is_that_of_table_three():
    answer = ask(step("decided", "2024-10-08", outcome="disclosed"), as_of="2024-10-09")

    assert answer.outcome is Outcome.DISCLOSED
    assert answer.ended_on == day("2024-10-08")
    assert not answer.is_overdue
