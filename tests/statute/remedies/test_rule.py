from datetime import date

import pytest

from gongkai.statute.errors import StatuteError
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import (
    ReconsiderationBody,
    RemedyOrder,
    RemedyRule,
    choice_rule,
    direct_suit_warning,
    procedural_rule,
    reconsideration_bodies,
    remedy_rule,
)

OLD = date(2023, 12, 31)
NEW = date(2024, 1, 1)
FIRST = {
    Outcome.WITHHELD_STATE_SECRET,
    Outcome.WITHHELD_PROHIBITED_BY_LAW,
    Outcome.WITHHELD_SECURITY_AND_STABILITY,
    Outcome.WITHHELD_THIRD_PARTY_RIGHTS,
    Outcome.WITHHELD_INTERNAL_AFFAIRS,
    Outcome.WITHHELD_PROCESS_INFORMATION,
    Outcome.WITHHELD_ENFORCEMENT_CASE_FILE,
}
WHOLE = [o for o in Outcome if o is not Outcome.PARTIALLY_DISCLOSED]


@pytest.mark.parametrize("outcome", WHOLE)
def test_only_refusals_of_14_to_16_go_to_reconsideration_first(outcome):
    rule = remedy_rule(outcome, [], NEW)

    assert (rule.order is RemedyOrder.RECONSIDERATION_FIRST) == (outcome in FIRST)
    assert (rule.order is RemedyOrder.CHOICE) == (outcome not in FIRST)


@pytest.mark.parametrize("outcome", WHOLE)
def test_until_the_end_of_2023_every_decision_left_the_choice(outcome):
    rule = remedy_rule(outcome, [], OLD)

    assert rule.order is RemedyOrder.CHOICE
    assert rule.bodies == (
        ReconsiderationBody.GOVERNMENT,
        ReconsiderationBody.SUPERIOR_DEPARTMENT,
    )


def test_the_rule_of_a_refusal_names_its_law():
    assert remedy_rule(Outcome.WITHHELD_PROCESS_INFORMATION, ["16(2)"], NEW) == (
        RemedyRule(
            RemedyOrder.RECONSIDERATION_FIRST,
            NEW,
            (ReconsiderationBody.GOVERNMENT,),
            (
                "《行政复议法》第二十三条第一款第（四）项",
                "法释〔2025〕8号第一条第（二）项",
                "《政府信息公开条例》第五十一条",
                "《行政复议法》第二十四条第一款第（一）项",
            ),
        )
    )


@pytest.mark.parametrize("ground", ["14", "15", "16", "16(1)", "16(2)"])
def test_a_withheld_part_goes_to_reconsideration_first(ground):
    rule = remedy_rule(Outcome.PARTIALLY_DISCLOSED, ["38", ground], NEW)

    assert rule.order is RemedyOrder.PARTLY_FIRST


def test_a_part_that_does_not_exist_leaves_the_choice():
    rule = remedy_rule(Outcome.PARTIALLY_DISCLOSED, ["38"], NEW)

    assert rule.order is RemedyOrder.CHOICE


def test_a_withheld_part_left_the_choice_before_2024():
    rule = remedy_rule(Outcome.PARTIALLY_DISCLOSED, ["16(2)"], OLD)

    assert rule == choice_rule(OLD)


def test_a_ground_of_refusal_counts_only_in_a_refusal():
    rule = remedy_rule(Outcome.UNAVAILABLE_NOT_HELD, ["16"], NEW)

    assert rule.order is RemedyOrder.CHOICE


def test_a_partial_disclosure_must_name_its_ground():
    with pytest.raises(StatuteError) as refusal:
        remedy_rule(Outcome.PARTIALLY_DISCLOSED, [], NEW)

    assert refusal.value.message == (
        "部分公开应写明不公开部分的依据（第十四条、第十五条、第十六条、第三十八条等），"
        "才能确定救济途径。请补上依据。"
    )
    assert refusal.value.article == "《政府信息公开条例》第三十七条"


@pytest.mark.parametrize("ground", ["15", "38"])
def test_a_refusal_on_a_ground_that_is_not_its_own_is_refused(ground):
    with pytest.raises(StatuteError) as refusal:
        remedy_rule(Outcome.WITHHELD_STATE_SECRET, [ground], NEW)

    assert refusal.value.message.startswith(
        "按“不予公开：国家秘密”办结的，依据应当是《政府信息公开条例》第十四条，现为"
    )


def test_paragraphs_of_article_16_are_not_mixed():
    with pytest.raises(StatuteError):
        remedy_rule(Outcome.WITHHELD_INTERNAL_AFFAIRS, ["16(2)"], NEW)

    whole = remedy_rule(Outcome.WITHHELD_INTERNAL_AFFAIRS, ["16"], NEW)
    assert whole.order is RemedyOrder.RECONSIDERATION_FIRST


def test_a_ground_that_does_not_exist_is_refused():
    with pytest.raises(StatuteError):
        remedy_rule(Outcome.DISCLOSED, ["57"], NEW)


def test_a_decision_before_the_regulation_is_refused():
    with pytest.raises(StatuteError) as refusal:
        remedy_rule(Outcome.DISCLOSED, [], date(2019, 5, 14))

    assert refusal.value.message == (
        "2019-05-14的复议管辖没有收入（收入的从2019-05-15起）。请核对决定日期。"
    )
    assert choice_rule(date(2019, 5, 15)).order is RemedyOrder.CHOICE


def test_since_2024_only_the_government_of_the_level_reconsiders():
    assert [body.label for body in reconsideration_bodies(NEW)] == ["本级人民政府"]
    assert [body.label for body in reconsideration_bodies(OLD)] == [
        "本级人民政府",
        "上一级主管部门",
    ]


def test_a_procedural_notice_tells_no_remedy():
    rule = procedural_rule(NEW)

    assert not rule.is_told
    assert rule.articles == ("国办函〔2021〕132号第三条",)


def test_a_direct_suit_against_a_refusal_is_warned_of():
    warning = direct_suit_warning(Outcome.WITHHELD_STATE_SECRET, [], NEW)

    assert warning == (
        "2024-01-01的不予公开决定应当先申请行政复议"
        "（《行政复议法》第二十三条第一款第（四）项），"
        "未经复议直接起诉的，请向法院说明。"
    )


def test_a_direct_suit_against_a_withheld_part_is_warned_of():
    warning = direct_suit_warning(Outcome.PARTIALLY_DISCLOSED, ["15"], NEW)

    assert warning.startswith("2024-01-01的不予公开部分应当先申请行政复议")


def test_other_direct_suits_pass():
    assert direct_suit_warning(Outcome.UNAVAILABLE_NOT_HELD, [], NEW) == ""
    assert direct_suit_warning(Outcome.WITHHELD_STATE_SECRET, [], OLD) == ""


@pytest.mark.parametrize(
    ("order", "label"),
    [
        (RemedyOrder.NONE, "不告知救济途径"),
        (RemedyOrder.CHOICE, "复议、诉讼任选"),
        (RemedyOrder.RECONSIDERATION_FIRST, "复议前置"),
        (RemedyOrder.PARTLY_FIRST, "不予公开部分复议前置，其余任选"),
    ],
)
def test_the_orders_have_an_officers_words(order, label):
    assert order.label == label
