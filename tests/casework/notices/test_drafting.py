import json
from datetime import date, timedelta

import pytest
from django.db import connection

from factories.notices import (
    NAME,
    PHONE,
    SEARCH,
    add_step,
    case_with_applicant,
    days_ago,
    finished_notice,
    officer_of,
    organ_with_settings,
    today,
)
from factories.organs import OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import CaseworkSettings, Notice, NoticeStatus
from gongkai.casework.notices import (
    draft_notice,
    elements_of,
    fill_notice,
    finish_notice,
    missing,
    notice_text,
)
from gongkai.casework.selectors import clock_of
from gongkai.documents.signature import chinese_date
from gongkai.organs.roles import Role
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kinds

pytestmark = pytest.mark.django_db

FIRST = (
    "如对本告知书不予公开的决定不服，应当自收到之日起60日内先向云溪县人民政府"
    "（地址：云溪县政和路1号）申请行政复议；对行政复议决定不服的，可以自收到复议"
    "决定书之日起15日内向云溪县人民法院提起行政诉讼。"
)
CHOICE = (
    "如对本告知书不服，可以自收到之日起60日内向云溪县人民政府"
    "（地址：云溪县政和路1号）或者清河市教育局申请行政复议，或者自收到之日起"
    "6个月内直接向云溪县人民法院提起行政诉讼。"
)


def labels(notice):
    return [element.label for element in missing(notice)]


def test_draft_says_what_the_case_knows():
    case = case_with_applicant(number="2021-0007")
    add_step(case, "amendment_requested", date(2021, 6, 3))
    add_step(case, "amended", date(2021, 6, 8))

    notice = draft_notice(disclosure_request=case, kind="none", actor=None)

    assert elements_of(notice) == {
        "addressee": "乔青禾",
        "you": "您",
        "received_on": "2021年6月1日",
        "channel": "互联网渠道",
        "case_number": "2021-0007",
        "request_text": "申请公开2021年教师招聘方案。",
        "history": "本机关于2021年6月3日告知补正，于2021年6月8日收到补正后的申请",
        "contact": "联系人：林小满，电话：0396-2900002",
    }
    assert labels(notice) == ["检索的日期", "检索的范围", "检索的方法"]


def test_draft_knows_the_outcome_of_a_kind_that_tells_only_one():
    notice = draft_notice(
        disclosure_request=case_with_applicant(), kind="none", actor=None
    )

    assert notice.outcome == "unavailable.not_held"
    assert notice.status == NoticeStatus.DRAFT


def test_extension_counts_its_old_and_new_last_day():
    case = case_with_applicant(submitted_on=date(2024, 9, 25), channel="in_person")
    case.received_on = date(2024, 9, 25)
    case.save()
    add_step(case, "extended", date(2024, 10, 18), working_days=20)

    notice = draft_notice(disclosure_request=case, kind="extend", actor=None)

    elements = elements_of(notice)
    assert elements["old_due_on"] == "2024年10月28日"
    assert elements["new_due_on"] == "2024年11月25日"
    assert elements["extension_days"] == "20"


def test_extension_that_is_not_recorded_yet_counts_from_today():
    case = case_with_applicant(channel="in_person", received_on=days_ago(3))

    notice = draft_notice(disclosure_request=case, kind="extend", actor=None)

    elements = elements_of(notice)
    before = clock_of(case, as_of=today())
    assert elements["old_due_on"] == chinese_date(before.due_on)
    assert elements["new_due_on"] not in ("", elements["old_due_on"])
    assert elements["extension_days"] == "20"


def test_lapse_names_the_notice_that_was_not_answered():
    case = case_with_applicant()
    add_step(case, "amendment_requested", date(2021, 6, 3), received_on="2021-06-04")
    Notice.objects.create(
        disclosure_request=case,
        kind="amend",
        number="云教公开告〔2021〕3号",
        dated_on=date(2021, 6, 3),
        status=NoticeStatus.SENT,
    )

    notice = draft_notice(disclosure_request=case, kind="closed_amend", actor=None)

    elements = elements_of(notice)
    assert elements["amend_notice"] == (
        "《政府信息公开申请补正告知书》（云教公开告〔2021〕3号，2021年6月3日）"
    )
    assert elements["amend_received_on"] == "2021年6月4日"


def test_letter_to_a_third_party_is_not_addressed_to_the_applicant():
    case = case_with_applicant()
    add_step(case, "third_party_consulted", date(2021, 6, 3), party="云溪某某公司")

    notice = draft_notice(disclosure_request=case, kind="third", actor=None)

    assert elements_of(notice)["addressee"] == "云溪某某公司"


def test_letter_to_a_third_party_that_names_the_applicant_is_refused():
    case = case_with_applicant()
    notice = draft_notice(disclosure_request=case, kind="third", actor=None)
    told = {
        "addressee": "云溪某某公司",
        "information": f"{NAME}要求公开的采购合同",
        "rights_touched": "涉及商业秘密",
        "reply_form": "答复表",
    }
    fill_notice(notice=notice, elements=told, actor=None)

    with pytest.raises(GongkaiError, match="写到了申请人的身份"):
        finish_notice(notice=notice, dated_on=today(), actor=None)

    notice.refresh_from_db()
    assert notice.status == NoticeStatus.DRAFT


@pytest.mark.parametrize("kind", [kind.key for kind in notice_kinds()])
def test_every_kind_can_be_drafted(kind):
    several = {"refuse": "withheld.internal_affairs", "partial": "partially_disclosed"}
    ground = "15" if kind == "partial" else ""

    notice = draft_notice(
        disclosure_request=case_with_applicant(),
        kind=kind,
        outcome=several.get(kind, ""),
        ground=ground,
        actor=None,
    )

    assert elements_of(notice)
    assert bool(missing(notice)) is (kind != "receipt")


@pytest.mark.parametrize(
    ("kind", "outcome", "ground", "message"),
    [
        ("letter", "", "", "没有“letter”这种文书"),
        ("refuse", "", "", "要先选定办理结果"),
        ("refuse", "disclosed", "", "不能告知“予以公开”"),
        ("partial", "partially_disclosed", "", "部分公开应写明不公开部分的依据"),
        ("refuse", "withheld.state_secret", "16(1)", "请核对办理结果和依据"),
        ("refuse", "withheld.state_secret", "99", "99"),
    ],
)
def test_kind_outcome_and_ground_that_do_not_agree_are_refused(
    kind, outcome, ground, message
):
    case = case_with_applicant()

    with pytest.raises(GongkaiError, match=message):
        draft_notice(
            disclosure_request=case,
            kind=kind,
            outcome=outcome,
            ground=ground,
            actor=None,
        )

    assert not Notice.objects.exists()


def test_unfinished_notice_is_refused_with_what_is_missing():
    notice = draft_notice(
        disclosure_request=case_with_applicant(), kind="none", actor=None
    )

    with pytest.raises(GongkaiError, match="还缺：检索的日期、检索的范围、检索的方法"):
        finish_notice(notice=notice, dated_on=today(), actor=None)

    notice.refresh_from_db()
    assert (notice.status, notice.text, notice.dated_on) == ("draft", "", None)


def test_notice_of_an_organ_that_has_told_no_court_is_refused():
    case = case_with_applicant(organ_with_settings(court=""))
    notice = draft_notice(disclosure_request=case, kind="none", actor=None)
    fill_notice(notice=notice, elements=SEARCH, actor=None)

    assert labels(notice) == ["救济途径"]
    with pytest.raises(GongkaiError, match="还不知道管辖法院的名称"):
        finish_notice(notice=notice, dated_on=today(), actor=None)


def test_notice_of_an_organ_without_a_word_is_refused():
    case = case_with_applicant(organ_with_settings(organ_word=""))

    with pytest.raises(GongkaiError, match="还没有设置机关代字"):
        finished_notice(case)


@pytest.mark.parametrize(
    ("day", "message"),
    [(today() + timedelta(days=1), "还没有到"), (date(2021, 5, 31), "早于申请的日期")],
)
def test_date_that_cannot_be_is_refused(day, message):
    with pytest.raises(GongkaiError, match=message):
        finished_notice(dated_on=day)


@pytest.mark.parametrize(
    ("outcome", "ground", "on", "sentence"),
    [
        (
            "withheld.internal_affairs",
            "",
            date(2024, 1, 1),
            FIRST,
        ),
        (
            "withheld.internal_affairs",
            "16(1)",
            date(2023, 12, 29),
            CHOICE,
        ),
    ],
)
def test_remedies_follow_ground_and_date(outcome, ground, on, sentence):
    notice = draft_notice(
        disclosure_request=case_with_applicant(),
        kind="refuse",
        outcome=outcome,
        ground=ground,
        actor=None,
    )
    why = {"internal_nature": "属于人事管理", "reasons": "只涉及内部岗位调整"}
    fill_notice(notice=notice, elements=why, actor=None)

    finish_notice(notice=notice, dated_on=on, actor=None)

    assert notice_text(notice).remedy == sentence


def test_partial_disclosure_tells_both_ways():
    notice = draft_notice(
        disclosure_request=case_with_applicant(),
        kind="partial",
        outcome="partially_disclosed",
        ground="15",
        actor=None,
    )
    told = {
        "severance": "遮盖应聘人员的身份证号码",
        "supplied": "《招聘方案》1份3页",
        "withheld": "应聘人员的身份证号码",
        "reasons": "公开会损害个人隐私",
    }
    fill_notice(notice=notice, elements=told, actor=None)

    finish_notice(notice=notice, dated_on=days_ago(1), actor=None)

    text = notice_text(notice)
    assert "依据：《政府信息公开条例》第十五条。" in text.paragraphs[-1]
    assert "应当自收到之日起60日内先向云溪县人民政府" in text.remedy
    assert "6个月内直接向云溪县人民法院" in text.remedy


def test_remedies_are_never_typed():
    notice = draft_notice(
        disclosure_request=case_with_applicant(), kind="none", actor=None
    )

    fill_notice(notice=notice, elements={**SEARCH, "remedy": "不得起诉"}, actor=None)

    assert "不得起诉" not in notice_text(notice).remedy


def test_unknown_element_is_refused():
    notice = draft_notice(
        disclosure_request=case_with_applicant(), kind="none", actor=None
    )

    with pytest.raises(GongkaiError, match="没有这些要素：favour"):
        fill_notice(notice=notice, elements={"favour": "无"}, actor=None)


def test_notice_that_waits_for_approval_cannot_be_changed():
    notice = finished_notice()

    with pytest.raises(GongkaiError, match="现在是“待审批”"):
        fill_notice(notice=notice, elements=SEARCH, actor=None)


def test_receipt_goes_by_the_number_of_its_case_and_needs_no_approval():
    case = case_with_applicant(organ_with_settings(organ_word=""))
    notice = draft_notice(disclosure_request=case, kind="receipt", actor=None)

    finish_notice(notice=notice, dated_on=today(), actor=None)

    assert (notice.status, notice.number) == (NoticeStatus.APPROVED, "")
    assert notice_text(notice).remedy == ""


def test_only_who_may_work_on_cases_writes_notices():
    case = case_with_applicant()
    clerk = account_with_role(Role.CLERK, case.organ)
    stranger = officer_of(OrganFactory())

    for account in (clerk, stranger):
        with pytest.raises(GongkaiError, match="依申请公开的权限"):
            draft_notice(disclosure_request=case, kind="none", actor=account)

    assert draft_notice(
        disclosure_request=case, kind="none", actor=officer_of(case.organ)
    ).made_by


def test_who_applied_stands_sealed_and_not_in_the_journal():
    notice = finished_notice()
    assert NAME in notice_text(notice).addressee

    with connection.cursor() as cursor:
        cursor.execute("SELECT elements, text FROM casework_notice")
        stored = "".join(cursor.fetchone())
    journal = json.dumps(
        list(AuditEntry.objects.values("action", "subject_key", "detail")),
        ensure_ascii=False,
    )
    assert "起草文书" in journal
    for told in (NAME, PHONE, "教师招聘方案"):
        assert told not in stored
        assert told not in journal


def test_organ_without_settings_is_told_what_to_set():
    case = case_with_applicant(OrganFactory())

    with pytest.raises(GongkaiError, match="还没有设置机关代字"):
        finished_notice(case)

    assert not CaseworkSettings.objects.exists()
