"""What is taken from the prose about requests received, and what is passed over."""

import pytest

from gongkai.statute.annual_report.reading.requests import Statement, received_requests

NONE = [
    "未收到申请。",
    "未收到政府信息公开申请。",
    "2022年，我局没有收到公民、法人和其他组织的政府信息公开申请。",
    "本年度，未接到政府信息公开申请报告；没有发生行政复议。",
    "截至2022年12月31日，没收到任何依申请公开事项。",
    "2022年1月1日至12月31日，我单位未收到公民、法人或者其他组织提出的公开申请。",
    "2022年1-12月，未收到信息公开申请。",
    "全年未受理依申请公开政府信息的申请。",
    "我镇全年无政府信息公开申请事项。",
    "全年未发生依申请公开情况，也无行政复议。",
    "没有依申请公开。",
    "全年收到政府信息公开申请0件。",
    "全年收到申请零件，与去年持平。",
    "与2021年相比，今年仍未收到申请。",
    "未 收到 政府信息公开申请(含上年结转).",
]


@pytest.mark.parametrize("text", NONE)
def test_denial_of_all_requests_is_zero(text):
    assert [found.count for found in stated(text)] == [0]


TWELVE = [
    "收到政府信息公开申请12件。",
    "2022年，我局共收到政府信息公开申请12件，比2021年增加3件，办结11件。",
    "全年收到公民、法人和其他组织提出的政府信息公开申请 12 件。",
    "全年接到依申请公开12件，均按时答复。",
    "全年共收到12件政府信息公开申请，其中自然人10件、商业企业2件。",
    "全年收到申请十二件，申请人为自然人的7件。",
    "全年收到申请１２件。",
    "新收政府信息公开申请数量为12件。",
    "全年新收到申请共计12件，结转下年度1件。",
    "全年受理政府信息公开申请12件。",
    "去年未收到申请，今年收到12件。",
    "2021年收到政府信息公开申请5件，2022年收到12件。",
    "共收到政府信息公开申请15件，其中新收12件，上年结转3件。",
    "根据2019年修订的《条例》，收到申请12件。",
    "根据《2021年工作要点》，收到申请12件。",
    "全年收到申请12件，受理申请11件，不予受理申请1件。",
]


@pytest.mark.parametrize("text", TWELVE)
def test_stated_number_is_taken(text):
    assert [found.count for found in stated(text)] == [12]


PASSED_OVER = [
    "",
    "认真做好依申请公开工作。",
    "未收到行政复议。",
    "未收到行政复议申请、行政诉讼。",
    "没有发生因信息公开引起的行政复议、提起行政诉讼和申请情况。",
    "去年未收到申请。",
    "2021年未收到政府信息公开申请。",
    "2021年度，我局制度健全，未收到申请。",
    "上半年未收到政府信息公开申请。",
    "截至6月底，未收到政府信息公开申请。",
    "12月份未收到政府信息公开申请。",
    "第一季度收到政府信息公开申请5件。",
    "自2008年条例施行以来，共收到政府信息公开申请5件。",
    "2008年以来共收到政府信息公开申请5件。",
    "未收到法人的政府信息公开申请。",
    "未收到当面申请，均为网上申请。",
    "通过网站收到网上申请5件，收到信函申请7件。",
    "未收到申请人的补正材料。",
    "未收到申请表。",
    "未收到政府信息公开申请的投诉。",
    "未收到政府信息公开申请行政复议案件。",
    "未及时收到申请。",
    "如未收到申请，应当说明。",
    "对未收到政府信息公开申请的单位，要求零报告。",
    "下属学校未收到政府信息公开申请。",
    "收到政府信息公开申请10余件。",
    "收到政府信息公开申请15件（含上年结转3件）。",
    "收到政府信息公开申请15件，其中上年度结转3件。",
    "不予受理申请3件。",
    "无正当理由大量反复申请0件。",
    "我局没有申请。",
    "收到信访件5件。",
    "办结政府信息公开申请11件。",
    "并非未收到申请。",
]


@pytest.mark.parametrize("text", PASSED_OVER)
def test_sentence_that_is_not_about_all_requests_of_the_year_is_passed_over(text):
    assert stated(text) == ()


def stated(text):
    return received_requests([("overview", text)], 2022)


def test_statement_quotes_its_clause_and_section():
    found = received_requests([("overview", "收到申请1件,已答复。")], 2022)

    assert found == (Statement("overview", 1, "收到申请1件"),)


def test_time_ends_with_its_sentence():
    text = "2021年收到申请5件。共收到申请12件。"

    assert [found.count for found in stated(text)] == [12]


def test_each_statement_is_taken():
    text = "收到政府信息公开申请12件。\n全年收到申请11件。"

    assert [found.count for found in stated(text)] == [12, 11]


def test_accepted_counts_only_if_nothing_is_said_of_received():
    accepted = ("overview", "全年受理政府信息公开申请11件。")
    received = ("other_matters", "全年收到政府信息公开申请12件。")

    found = received_requests([accepted, received], 2022)

    assert [(one.section, one.count) for one in found] == [("other_matters", 12)]
