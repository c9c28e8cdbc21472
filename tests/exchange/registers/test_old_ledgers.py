"""Ledgers as organs keep them: other titles and words, a title line, merged cells."""

from datetime import date

import pytest
from openpyxl import Workbook

from factories.organs import OrganFactory
from factories.tables import csv_of, saved, take_in
from gongkai.casework.models import DisclosureRequest
from gongkai.exchange.registers import LAYOUTS
from gongkai.exchange.registers.synonyms import synonyms_of
from gongkai.organs.models import Organ

pytestmark = pytest.mark.django_db

TITLES = (
    "机关代码,申请编号,申请人类型,申请方式,申请事项,受理时间,申请时间,答复结果,答复时间"
)
REST = ",承办股室,补正告知日期,征求第三方意见日期,收费通知日期,"
REST += "实收信息处理费（元）,答复文号,备注"
ROW = "YX,Y1,公民,挂号信,申请公开招聘方案。,2021.3.5,2021/3/2,信息不存在,2021年3月19日"
REQUEST = {
    "机关代码": "YX",
    "编号": "Y1",
    "申请人类别": "自然人",
    "申请渠道": "当面提交",
    "申请内容": "申请公开招聘方案。",
    "收到日期": "2021-03-05",
}


@pytest.fixture(autouse=True)
def organ():
    return OrganFactory(code="YX")


def lines(*rows):
    return "\n".join(rows).encode()


def sheet_of(*rows, merged=()):
    workbook = Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(row.split(",") if isinstance(row, str) else row)
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(workbook)


def test_other_titles_and_words_are_understood():
    result = take_in("requests", lines(TITLES + REST, ROW))

    kept = DisclosureRequest.objects.get()
    assert result.errors == []
    assert (kept.applicant_kind, kept.channel) == ("natural_person", "post_signed")
    assert (kept.submitted_on, kept.received_on, kept.closed_on) == (
        date(2021, 3, 2),
        date(2021, 3, 5),
        date(2021, 3, 19),
    )
    assert kept.outcome == "unavailable.not_held"


def test_it_is_told_what_was_understood():
    result = take_in("requests", lines(TITLES + REST, ROW))

    assert "“受理时间”（F列）识别为“收到日期”。" in result.notes
    assert result.notes[-1] == (
        "“办理结果”中的“信息不存在”识别为“无法提供：本机关不掌握”。"
    )


def test_a_word_that_may_mean_several_is_not_guessed():
    row = REQUEST | {"申请渠道": "邮寄"}

    (error,) = take_in("requests", csv_of("requests", row)).errors

    assert (error.column, error.value) == ("申请渠道", "邮寄")
    assert error.reason == ("看不出是哪一种，请改成其中一种：邮寄（签收）、平常信函。")


def test_the_name_of_a_group_is_not_an_outcome():
    row = REQUEST | {"办理结果": "无法提供", "办结日期": "2021-03-19"}

    (error,) = take_in("requests", csv_of("requests", row)).errors

    assert error.reason == (
        "看不出是哪一种，请改成其中一种：无法提供：本机关不掌握、"
        "无法提供：需要另行制作、无法提供：补正后仍不明确。"
    )


def test_an_unknown_column_is_asked_about_and_may_be_left_out():
    content = csv_of("requests", REQUEST | {"备注": "三楼"})
    content = content.replace("备注".encode(), "存放位置".encode())

    refused = take_in("requests", content)
    left_out = take_in("requests", content, answers={"存放位置": "", "备注": ""})

    assert [question.title for question in refused.questions] == ["存放位置"]
    assert left_out.errors[0].column == "备注"


def test_an_answer_says_which_column_it_is():
    content = csv_of("requests", REQUEST | {"备注": "急件"})
    content = content.replace("备注".encode(), "摘记".encode())

    take_in("requests", content, answers={"摘记": "备注"})

    assert DisclosureRequest.objects.get().note == "急件"


def test_two_titles_for_one_column_are_both_asked_about():
    titles = (TITLES + REST).replace("申请时间", "收件日期")

    result = take_in("requests", lines(titles, ROW))

    assert [question.title for question in result.questions] == ["受理时间", "收件日期"]
    assert result.questions[0].options[0] == "收到日期"


def test_the_header_may_stand_below_a_title_and_an_empty_line():
    content = lines("云溪县依申请公开台账", "", TITLES + REST, ROW)

    result = take_in("requests", content)

    assert (result.added, result.notes[0]) == (
        1,
        "表头在第3行，它上面的行没有导入。",
    )


def test_an_error_below_a_late_header_names_its_own_line():
    content = lines("台账", TITLES + REST, "", ROW.replace("2021.3.5", "昨天"))

    (error,) = take_in("requests", content).errors

    assert (error.line, error.letter) == (4, "F")


def test_merged_cells_are_refused_in_one_sentence():
    rows = [TITLES + REST, ROW + ",", ROW.replace("Y1", "Y2") + ","]

    result = take_in("requests", sheet_of(*rows, merged=["A2:A3"]), "a.xlsx")

    assert str(result.errors[-1]).endswith(
        "A2:A3是合并的单元格，只有第一格有内容。请取消合并，每一行都填写后再导入。"
    )
    assert DisclosureRequest.objects.count() == 0


def test_a_merged_title_above_the_header_does_no_harm():
    content = sheet_of("云溪县台账", TITLES + REST, ROW, merged=["A1:I1"])

    assert take_in("requests", content, "a.xlsx").errors == []


def test_empty_lines_are_passed_over():
    result = take_in("requests", lines(TITLES + REST, "", ROW, ",,,", ""))

    assert (result.added, result.errors) == (1, [])


@pytest.mark.parametrize(
    "text", ["2021.3.5", "2021/3/5", "2021年3月5日", "44260", "20210305"]
)
def test_a_date_typed_in_five_ways_is_the_same_day(text):
    take_in("requests", csv_of("requests", REQUEST | {"收到日期": text}))

    assert DisclosureRequest.objects.get().received_on == date(2021, 3, 5)


def test_a_year_without_a_holiday_notice_is_told_and_counted_by_weekends():
    result = take_in(
        "requests", csv_of("requests", REQUEST | {"收到日期": "2017-03-06"})
    )

    assert result.notes == [
        "所在年份没有放假安排，答复期限按周末暂算，放假安排录入后随即重算（1行）。"
    ]
    assert DisclosureRequest.objects.get().due_on == date(2017, 3, 27)


def test_the_only_organ_of_the_importer_need_not_stand_in_the_rows(organ):
    OrganFactory(code="LS")
    content = lines(TITLES.removeprefix("机关代码,") + REST, ROW.removeprefix("YX,"))

    take_in("requests", content, organ_limit=Organ.objects.filter(pk=organ.pk))

    assert DisclosureRequest.objects.get().organ == organ


def test_without_an_only_organ_its_column_is_missed():
    content = lines(TITLES.removeprefix("机关代码,") + REST, ROW.removeprefix("YX,"))

    (error,) = take_in("requests", content).errors

    assert (error.column, error.reason[:5]) == ("机关代码", "缺少这一列")


def test_every_synonym_means_columns_and_labels_that_there_are():
    told = synonyms_of("requests")
    columns = {column.header: column for column in LAYOUTS["requests"].columns}

    for meant in told.columns.values():
        assert set(meant) <= set(columns)
    for header, values in told.values.items():
        for meant in values.values():
            assert set(meant) <= set(columns[header].kind.labels)
