import re
from datetime import date

import pytest

from gongkai.statute.articles import cite, quote
from gongkai.statute.clock.steps import StepKind
from gongkai.statute.errors import StatuteError
from gongkai.statute.notices import (
    correction_kinds,
    notice_for_outcome,
    notice_kind,
    notice_kinds,
    notices_for_step,
)
from gongkai.statute.notices.elements import elements_by_key
from gongkai.statute.notices.kinds import places
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import RemedyOrder, remedy_rule

VARIANTS = [
    notice_for_outcome(outcome)
    for outcome in Outcome
    if outcome in notice_kind("refuse").outcomes
]
ALL = [*notice_kinds(), *VARIANTS, *correction_kinds()]
each_kind = pytest.mark.parametrize(
    "kind", ALL, ids=lambda kind: f"{kind.key}-{','.join(kind.outcomes)}"
)
# Steps after which the organ writes nothing of its own.
SILENT = {"amended", "third_party_replied", "other_organ_replied", "fee_paid"}


def number_of(reference):
    return reference.partition("(")[0]


def test_the_kinds_are_those_of_the_law_file_and_four_more():
    keys = (
        "receipt amend reasons extend third third_info co_maker third_result disclose "
        "partial refuse query none not_ours create unclear repeat petition publication "
        "excessive fee closed_amend closed_fee service "
        "delay confirmation withdrawn as_correction"
    )

    assert {kind.key for kind in notice_kinds()} == set(keys.split())


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_its_notice(outcome):
    kind = notice_for_outcome(outcome)

    assert outcome in kind.outcomes
    assert kind.remedy is not RemedyOrder.NONE


@pytest.mark.parametrize("step", StepKind)
def test_every_step_has_its_notice_or_needs_none(step):
    assert bool(notices_for_step(step)) == (step not in SILENT)


@each_kind
def test_a_kind_goes_only_with_steps_that_exist(kind):
    assert set(kind.steps) <= set(StepKind)


@pytest.mark.parametrize("outcome", Outcome)
def test_the_notice_and_the_rule_agree_on_the_remedy(outcome):
    grounds = ["16"] if outcome is Outcome.PARTIALLY_DISCLOSED else []

    rule = remedy_rule(outcome, grounds, date(2024, 1, 1))

    assert notice_for_outcome(outcome).remedy is rule.order


@pytest.mark.parametrize("outcome", Outcome)
def test_the_notice_cites_the_articles_of_its_outcome(outcome):
    cited = {
        number_of(reference)
        for ground in ("", *outcome.articles)
        for reference in notice_for_outcome(outcome, ground).articles
    }

    assert {number_of(reference) for reference in outcome.articles} <= cited


@each_kind
def test_every_article_cited_exists(kind):
    for reference in kind.articles:
        assert quote(reference)
    assert kind.citations


@each_kind
def test_every_citation_in_the_wording_is_listed(kind):
    pattern = r"《政府信息公开条例》(第[^，。和《]+?)(?=的规定|，|。|和)"
    written = {
        f"《政府信息公开条例》{part}"
        for paragraph in kind.paragraphs
        for found in re.findall(pattern, paragraph)
        for part in found.split("、")
    }

    assert written <= {cite(reference) for reference in kind.articles}
    if kind.articles and kind.key != "refuse":
        assert written


@each_kind
def test_every_limit_in_the_wording_stands_in_an_article_cited(kind):
    limits = re.findall(r"[0-9]+个工作日", " ".join(kind.paragraphs))
    law = " ".join(quote(reference) for reference in kind.articles)

    if kind.key == "fee":  # 国办函〔2020〕109号第六条
        assert limits == ["20个工作日"]
    else:
        assert [limit for limit in limits if limit not in law] == []


@each_kind
def test_wording_and_elements_name_the_same_places(kind):
    named = {place for paragraph in kind.paragraphs for place in places(paragraph)}
    around = {"addressee", "contact", "remedy"}

    assert named == {element.key for element in kind.elements} - around


@each_kind
def test_no_element_is_named_twice(kind):
    keys = [element.key for element in kind.elements]

    assert len(keys) == len(set(keys))


@each_kind
def test_every_paragraph_is_a_sentence(kind):
    assert [text for text in kind.paragraphs if not text.endswith("。")] == []


@each_kind
def test_an_optional_element_stands_in_a_paragraph_of_its_own(kind):
    required = {element.key for element in kind.required} | {"you"}

    for paragraph in kind.paragraphs:
        optional = set(places(paragraph)) - required
        assert len(optional) <= 1


@each_kind
def test_a_group_names_elements_of_the_kind(kind):
    keys = {element.key for element in kind.elements}

    for group in kind.any_of:
        assert len(group) > 1
        assert set(group) <= keys


@each_kind
def test_remedies_are_told_where_there_are_any(kind):
    tells = "remedy" in {element.key for element in kind.elements}

    assert tells == (kind.remedy is not RemedyOrder.NONE)


def test_every_element_tells_the_officer_what_to_write():
    for element in elements_by_key().values():
        assert element.label
        assert len(element.says) > 3


def test_every_element_is_used():
    used = {element.key for kind in ALL for element in kind.elements}

    assert set(elements_by_key()) == used


@pytest.mark.parametrize(
    ("outcome", "labels"),
    [
        (Outcome.WITHHELD_STATE_SECRET, ["密级和期限", "定密依据"]),
        (Outcome.WITHHELD_PROHIBITED_BY_LAW, ["禁止公开的规定", "理由"]),
        (Outcome.WITHHELD_SECURITY_AND_STABILITY, ["危及的方面", "可能造成的危害"]),
        (
            Outcome.WITHHELD_THIRD_PARTY_RIGHTS,
            ["对第三方的损害", "第三方意见", "公共利益的衡量"],
        ),
        (Outcome.WITHHELD_INTERNAL_AFFAIRS, ["内部事务的性质", "理由"]),
        (
            Outcome.WITHHELD_PROCESS_INFORMATION,
            ["过程性信息的性质", "没有应当公开的规定", "理由"],
        ),
        (
            Outcome.WITHHELD_ENFORCEMENT_CASE_FILE,
            ["执法案卷的性质", "没有应当公开的规定", "理由"],
        ),
    ],
)
def test_each_refusal_asks_for_the_facts_of_its_ground(outcome, labels):
    kind = notice_for_outcome(outcome)
    opening = ["收件人", "收到申请之日", "提交方式", "登记编号", "申请内容"]

    assert kind.outcomes == (outcome,)
    assert [element.label for element in kind.required] == [
        *opening,
        *labels,
        "救济途径",
        "联系人和电话",
    ]


def test_what_is_not_held_has_two_notices():
    outcome = Outcome.UNAVAILABLE_NOT_HELD

    assert notice_for_outcome(outcome).key == "none"
    assert notice_for_outcome(outcome, "36(4)").key == "none"
    assert notice_for_outcome(outcome, "36(5)").key == "not_ours"


def test_letters_to_a_third_party_hide_the_applicant():
    hiding = [kind.key for kind in notice_kinds() if kind.hides_applicant]

    assert hiding == ["third", "third_result"]
    for key in hiding:
        assert {"you", "case_number", "request_text"}.isdisjoint(
            element.key for element in notice_kind(key).elements
        )


def test_an_unknown_kind_is_refused_with_the_known_ones():
    with pytest.raises(StatuteError) as refusal:
        notice_kind("refusal")

    known = "、".join(kind.key for kind in notice_kinds())
    assert refusal.value.message == (f"没有“refusal”这种文书。请用下列之一：{known}。")
