"""Notice files: what is accepted, what is refused, and who prevails."""

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from gongkai.statute.calendar import WorkingDays, read_notices
from gongkai.statute.calendar.notice import parse_notice
from gongkai.statute.errors import CalendarError

HEAD = """
title = "国务院办公厅关于2030年部分节假日安排的通知"
document_number = "国办发明电〔2029〕1号"
issued_on = 2029-11-01
year = 2030
source = "示例"
"""
AMENDMENT = """
title = "国务院办公厅关于调整2030年劳动节假期安排的通知"
document_number = "国办发明电〔2030〕2号"
issued_on = 2030-03-01
year = 2030
amends = "国办发明电〔2029〕1号"
source = "示例"
"""
LABOUR_DAY = """
[[festival]]
name = "劳动节"
days = 5
off = [[2030-05-01, 2030-05-05]]
make_up = [2030-04-28]
"""
DOUBLE = """
[[festival]]
name = "元旦"
off = [[2030-01-06, 2030-01-06]]
make_up = [2030-01-06]
"""


def folder_with(folder: Path, contents: dict[str, str]) -> Path:
    for name, text in contents.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_notice_keeps_what_it_says():
    notice = parse_notice(HEAD + LABOUR_DAY, "2030.toml")

    assert notice.citation == (
        "《国务院办公厅关于2030年部分节假日安排的通知》（国办发明电〔2029〕1号）"
    )
    assert notice.issued_on == date(2029, 11, 1)
    assert notice.festivals[0].off[-1] == date(2030, 5, 5)
    assert notice.festivals[0].make_up == (date(2030, 4, 28),)


@pytest.mark.parametrize(
    ("festival", "what"),
    [
        ("", "没有列出任何节日"),
        ("festival = [1]", "festival应写成[[festival]]"),
        ("festival = 1", "festival应为列表"),
        (
            '[[festival]]\nname = "元旦"\nmake_up = [2030-01-07]',
            "元旦调休上班日2030-01-07不是周六或周日",
        ),
        (
            DOUBLE,
            "2030-01-06出现了两次，既放假又上班或者重复列出",
        ),
        (
            '[[festival]]\nname = "元旦"\noff = [[2031-01-01, 2031-01-01]]',
            "2031-01-01不在2030年的安排之内",
        ),
        (
            '[[festival]]\nname = "元旦"\noff = [[2029-11-30, 2029-11-30]]',
            "2029-11-30不在2030年的安排之内",
        ),
        (
            '[[festival]]\nname = "元旦"\noff = [[2030-01-03, 2030-01-01]]',
            "元旦的末日2030-01-01早于首日2030-01-03",
        ),
        (
            '[[festival]]\nname = "元旦"\ndays = 3\noff = [[2030-01-01, 2030-01-01]]',
            "元旦写明放假3天，列出的却是1天",
        ),
        (
            '[[festival]]\nname = "元旦"\noff = [2030-01-01]',
            "元旦的off应为[首日, 末日]",
        ),
        (
            '[[festival]]\nname = "元旦"\noff = [["1月1日", "1月3日"]]',
            "off应为日期，形如2027-01-01",
        ),
        (
            '[[festival]]\nname = "元旦"\nmake_up = [2030-01-06T09:00:00]',
            "make_up应为日期，形如2027-01-01",
        ),
        (
            '[[festival]]\nname = "元旦"\nmakeup = [2030-01-06]',
            "有不认识的项目makeup",
        ),
        ("[[festival]]\noff = [[2030-01-01, 2030-01-01]]", "缺少name，或者它不是文字"),
        (
            '[[festival]]\nname = "元旦"\ndays = true\noff = []',
            "缺少days，或者它不是整数",
        ),
    ],
)
def test_a_notice_that_contradicts_itself_is_refused(festival, what):
    with pytest.raises(CalendarError) as refusal:
        parse_notice(HEAD + festival, "2030.toml")

    assert refusal.value.message == (
        f"放假安排文件2030.toml有误：{what}。请对照通知原文改正后再用。"
    )


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("2031.toml", HEAD + LABOUR_DAY, "文件名与年份2030不符"),
        (
            "明年.toml",
            HEAD + LABOUR_DAY,
            "文件名应以四位年份开头，形如2027.toml",
        ),
        (
            "2030.toml",
            HEAD.replace("year = 2030", "") + LABOUR_DAY,
            "缺少year，或者它不是整数",
        ),
        (
            "2030.toml",
            HEAD.replace("issued_on = 2029-11-01", "") + LABOUR_DAY,
            "issued_on应为日期，形如2027-01-01",
        ),
    ],
)
def test_a_notice_under_a_wrong_head_is_refused(name, text, what):
    with pytest.raises(CalendarError) as refusal:
        parse_notice(text, name)

    assert refusal.value.message == (
        f"放假安排文件{name}有误：{what}。请对照通知原文改正后再用。"
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [(HEAD + "元旦放假三天", "第7行"), ('[[festival]]\nname = """元旦', "文件末尾")],
)
def test_a_file_that_is_not_toml_is_refused(text, where):
    with pytest.raises(CalendarError) as refusal:
        parse_notice(text, "2030.toml")

    assert refusal.value.message == (
        f"放假安排文件2030.toml有误：{where}不合TOML格式。请对照通知原文改正后再用。"
    )


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "2030.toml").write_bytes((HEAD + LABOUR_DAY).encode("gb18030"))

    with pytest.raises(CalendarError) as refusal:
        read_notices(tmp_path)

    assert refusal.value.message == (
        "放假安排文件2030.toml有误：文件读不出来，或者不是UTF-8编码。"
        "请对照通知原文改正后再用。"
    )


def test_a_folder_without_notices_is_refused(tmp_path):
    with pytest.raises(CalendarError) as refusal:
        WorkingDays.load_all(tmp_path)

    assert refusal.value.message == (
        f"目录中没有放假安排文件：{tmp_path}。请放入形如2027.toml的文件。"
    )


def test_a_folder_adds_the_year_that_the_package_lacks(tmp_path):
    folder = folder_with(tmp_path, {"2030.toml": HEAD + LABOUR_DAY})

    calendar = WorkingDays.load_all(folder)

    assert calendar.years == (*range(2019, 2027), 2030)
    assert calendar.explain(date(2030, 4, 28)).reason == "劳动节调休上班"
    assert WorkingDays.load(2030, extra=folder).years == (2030,)


def test_a_file_of_the_same_name_takes_the_place_of_ours(tmp_path):
    text = (HEAD + LABOUR_DAY).replace("2030", "2026").replace("04-28", "04-26")
    folder = folder_with(tmp_path, {"2026.toml": text})

    calendar = WorkingDays.load_all(folder)

    assert calendar.explain(date(2026, 10, 1)).reason == "工作日"


def test_two_base_notices_for_a_year_are_refused(tmp_path):
    other = HEAD.replace("〔2029〕1号", "〔2029〕9号") + LABOUR_DAY
    folder = folder_with(
        tmp_path, {"2030.toml": HEAD + LABOUR_DAY, "2030-again.toml": other}
    )

    with pytest.raises(CalendarError) as refusal:
        WorkingDays.load_all(folder)

    assert refusal.value.message == (
        "2030年有两份放假安排："
        "《国务院办公厅关于2030年部分节假日安排的通知》（国办发明电〔2029〕1号）和"
        "《国务院办公厅关于2030年部分节假日安排的通知》（国办发明电〔2029〕9号）。"
        "请删去一份；后发的如是调整通知，请写明amends。"
    )


def test_an_amendment_alone_arranges_no_year(tmp_path):
    folder = folder_with(tmp_path, {"2030-amendment.toml": AMENDMENT + LABOUR_DAY})

    with pytest.raises(CalendarError) as refusal:
        WorkingDays.load_all(folder)

    assert refusal.value.message == (
        "《国务院办公厅关于调整2030年劳动节假期安排的通知》（国办发明电〔2030〕2号）"
        "调整的国办发明电〔2029〕1号没有收入。请先收入原通知。"
    )


def test_an_amendment_may_put_days_back_to_the_weekly_rule(tmp_path):
    amendment = (
        AMENDMENT + '[[festival]]\nname = "劳动节"\nrestored = [2030-05-02, 2030-04-28]'
    )
    folder = folder_with(
        tmp_path, {"2030.toml": HEAD + LABOUR_DAY, "2030-amendment.toml": amendment}
    )

    calendar = WorkingDays.load_all(folder)

    assert calendar.explain(date(2030, 5, 1)).reason == "劳动节放假"
    assert calendar.explain(date(2030, 5, 2)).reason == "恢复正常上班"
    assert calendar.explain(date(2030, 4, 28)).reason == "恢复周末休息"


def test_every_shipped_notice_has_its_number_and_source():
    notices = read_notices(files("gongkai.statute.calendar.notices"))

    assert len(notices) == 10
    for notice in notices.values():
        issued = notice.issued_on.year
        assert notice.document_number.startswith(f"国办发明电〔{issued}〕")
        assert notice.source
