import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.errors import StatuteError
from gongkai.statute.notices import DocumentNumber, parse_document_number


def test_a_number_is_printed_as_the_standard_has_it():
    assert str(DocumentNumber("遂教", 2026, 5)) == "遂教公开告〔2026〕5号"


@given(
    st.text("遂平县教育局市府", min_size=1, max_size=6),
    st.integers(1000, 2999),
    st.integers(1, 99999),
)
def test_parsing_undoes_printing(word, year, serial):
    number = DocumentNumber(word, year, serial)

    assert parse_document_number(str(number)) == number


def test_another_series_is_parsed_as_such():
    number = parse_document_number(" 遂教公复〔2026〕12号 ", series="公复")

    assert number == DocumentNumber("遂教", 2026, 12, "公复")


def test_the_next_number_follows_in_the_same_year():
    assert str(DocumentNumber("遂教", 2026, 9).next()) == "遂教公开告〔2026〕10号"


def test_numbers_sort_by_year_and_serial():
    numbers = [
        DocumentNumber("遂教", 2026, 10),
        DocumentNumber("遂教", 2026, 9),
        DocumentNumber("遂教", 2025, 11),
    ]

    assert sorted(numbers) == numbers[::-1]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("遂教公开告〔2026〕第5号", "序号前不加“第”"),
        ("遂教公开告(2026)5号", "年份应放在六角括号〔〕里"),
        ("遂教公开告（2026）5号", "年份应放在六角括号〔〕里"),
        ("遂教公开告[2026]5号", "年份应放在六角括号〔〕里"),
        ("遂教公开告〔2026〕05号", "序号前不补零"),
        ("遂教公开告〔2026〕5", "末尾应有“号”"),
        ("遂教公开告〔26〕5号", "机关代字、四位年份和序号不全"),
        ("〔2026〕5号", "机关代字、四位年份和序号不全"),
        ("遂教公开告〔2026〕\uff15号", "机关代字、四位年份和序号不全"),
    ],
)
def test_another_form_is_refused_with_the_reason(text, why):
    with pytest.raises(StatuteError) as refusal:
        parse_document_number(text)

    assert refusal.value.message == (
        f"“{text}”不是发文字号：{why}。请写成遂教公开告〔2026〕5号的样子。"
    )


@pytest.mark.parametrize("text", ["遂教公复〔2026〕5号", "公开告〔2026〕5号"])
def test_a_number_of_another_series_is_refused(text):
    with pytest.raises(StatuteError) as refusal:
        parse_document_number(text)

    assert refusal.value.message == (
        f"“{text}”不是“公开告”一类的发文字号。请写成遂教公开告〔2026〕5号的样子。"
    )


@pytest.mark.parametrize("word", ["", "SJ", "遂教1", "遂 教"])
def test_a_word_that_is_not_chinese_is_refused(word):
    with pytest.raises(StatuteError) as refusal:
        DocumentNumber(word, 2026, 1)

    assert refusal.value.message == (
        f"“{word}公开告”不能作机关代字，应为汉字，例如遂教。请在机关设置中改正。"
    )


@pytest.mark.parametrize(("year", "serial"), [(26, 1), (2026, 0), (2026, -1)])
def test_a_year_or_serial_out_of_range_is_refused(year, serial):
    with pytest.raises(StatuteError) as refusal:
        DocumentNumber("遂教", year, serial)

    assert refusal.value.message == (
        f"发文字号的年份应为四位，序号从1起，现为{year}年第{serial}号。请改正。"
    )
