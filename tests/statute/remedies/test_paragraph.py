from datetime import date

import pytest

from gongkai.statute.errors import StatuteError
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import (
    Body,
    ReconsiderationBody,
    procedural_rule,
    remedy_paragraph,
    remedy_rule,
)

OLD = date(2023, 12, 31)
NEW = date(2024, 1, 1)
COURT = Body("清河县人民法院")
BODIES = {
    ReconsiderationBody.GOVERNMENT: Body("清河县人民政府"),
    ReconsiderationBody.SUPERIOR_DEPARTMENT: Body("临江市教育局"),
}


def paragraph(outcome, decided_on, grounds=(), **options):
    rule = remedy_rule(outcome, grounds, decided_on)
    return remedy_paragraph(rule, **{"bodies": BODIES, "court": COURT} | options)


def test_a_refusal_tells_reconsideration_first():
    assert paragraph(Outcome.WITHHELD_STATE_SECRET, NEW) == (
        "如对本告知书不予公开的决定不服，应当自收到之日起60日内先向清河县人民政府"
        "申请行政复议；对行政复议决定不服的，可以自收到复议决定书之日起15日内"
        "向清河县人民法院提起行政诉讼。"
    )


def test_a_reply_tells_the_choice():
    assert paragraph(Outcome.UNAVAILABLE_NOT_HELD, NEW) == (
        "如对本告知书不服，可以自收到之日起60日内向清河县人民政府申请行政复议，"
        "或者自收到之日起6个月内直接向清河县人民法院提起行政诉讼。"
    )


def test_a_partial_disclosure_tells_both():
    assert paragraph(Outcome.PARTIALLY_DISCLOSED, NEW, ["15"]) == (
        "如对本告知书不予公开部分的决定不服，应当自收到之日起60日内先向清河县人民政府"
        "申请行政复议；对行政复议决定不服的，可以自收到复议决定书之日起15日内"
        "向清河县人民法院提起行政诉讼。对本告知书的其他内容不服的，可以自收到之日起"
        "60日内向清河县人民政府申请行政复议，或者自收到之日起6个月内直接向"
        "清河县人民法院提起行政诉讼。"
    )


def test_before_2024_a_refusal_told_the_choice_of_two_bodies():
    assert paragraph(Outcome.WITHHELD_STATE_SECRET, OLD) == (
        "如对本告知书不服，可以自收到之日起60日内向清河县人民政府或者临江市教育局"
        "申请行政复议，或者自收到之日起6个月内直接向清河县人民法院提起行政诉讼。"
    )


def test_an_address_stands_in_brackets():
    told = paragraph(
        Outcome.DISCLOSED, NEW, court=Body("清河县人民法院", "清河县和平路8号")
    )

    assert told.endswith("直接向清河县人民法院（地址：清河县和平路8号）提起行政诉讼。")


def test_served_online_the_online_channel_is_told():
    told = paragraph(
        Outcome.DISCLOSED, NEW, served_online=True, online_channel="掌上复议小程序"
    )

    assert told.endswith("提起行政诉讼。行政复议申请也可以通过掌上复议小程序提交。")


def test_not_served_online_no_channel_is_told():
    told = paragraph(Outcome.DISCLOSED, NEW, online_channel="掌上复议小程序")

    assert told == paragraph(Outcome.DISCLOSED, NEW)


def test_served_online_without_a_channel_is_refused():
    with pytest.raises(StatuteError) as refusal:
        paragraph(Outcome.DISCLOSED, NEW, served_online=True)

    assert refusal.value.message == (
        "通过互联网送达的，应当同时告知提交行政复议申请的互联网渠道。"
        "请在机关设置中填写。"
    )
    assert refusal.value.article == "《行政复议法》第二十二条第二款"


def test_another_document_is_named():
    told = paragraph(Outcome.DISCLOSED, NEW, document="本决定书")

    assert told.startswith("如对本决定书不服，")


@pytest.mark.parametrize(
    ("decided_on", "bodies", "missing"),
    [
        (NEW, {}, "本级人民政府"),
        (NEW, {ReconsiderationBody.GOVERNMENT: Body(" ")}, "本级人民政府"),
        (OLD, {}, "本级人民政府、上一级主管部门"),
        (
            OLD,
            {ReconsiderationBody.GOVERNMENT: Body("清河县人民政府")},
            "上一级主管部门",
        ),
    ],
)
def test_a_body_without_a_name_is_refused(decided_on, bodies, missing):
    with pytest.raises(StatuteError) as refusal:
        paragraph(Outcome.DISCLOSED, decided_on, bodies=bodies)

    assert refusal.value.message == (
        f"还不知道{missing}的名称，写不出复议机关。请在机关设置中填写。"
    )


def test_a_court_without_a_name_is_refused():
    with pytest.raises(StatuteError) as refusal:
        paragraph(Outcome.DISCLOSED, NEW, court=Body(""))

    assert refusal.value.message == (
        "还不知道管辖法院的名称，写不出起诉途径。请在机关设置中填写。"
    )


def test_a_procedural_notice_has_no_paragraph():
    assert remedy_paragraph(procedural_rule(NEW), bodies={}, court=Body("")) == ""
