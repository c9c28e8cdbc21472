from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.errors import StatuteError
from gongkai.statute.index_number import (
    IndexNumber,
    first_index_number,
    organ_code_problem,
    parse_index_number,
)

#: Numbers read on the pages of organs, with codes of 9 and of 18 characters.
SEEN = [
    "000014349/2017-00110",
    "000013338/2023-00079",
    "01404053X/2021-00490",
    "0142768-8/2022-00185",
    "11441700007280420Y/2021-00050",
    "11341702486344515H/202110-00013",
    "11370812004339255B/2020-22849",
]


@pytest.mark.parametrize("text", SEEN)
def test_numbers_in_use_are_read_and_printed_alike(text):
    assert str(parse_index_number(text)) == text


@pytest.mark.parametrize("text", SEEN)
def test_codes_in_use_have_their_check_character(text):
    assert organ_code_problem(parse_index_number(text).organ_code) == ""


@given(st.sampled_from(SEEN), st.integers(1, 99999))
def test_parsing_undoes_printing(text, serial):
    seen = parse_index_number(text)
    number = IndexNumber(seen.organ_code, seen.period, serial)

    assert parse_index_number(str(number)) == number


def test_the_first_number_of_a_month_names_the_month():
    number = first_index_number("000014349", date(2021, 10, 8), by_month=True)

    assert str(number) == "000014349/202110-00001"


def test_the_next_number_follows_in_the_same_period():
    number = parse_index_number("000014349/2017-00110")

    assert str(number.next()) == "000014349/2017-00111"


def test_a_number_knows_its_year():
    assert parse_index_number("11341702486344515H/202110-00013").year == 2021


def test_a_code_of_the_house_is_read_where_it_is_allowed():
    number = parse_index_number("SPJYJ/2021-00001", any_organ_code=True)

    assert number == IndexNumber("SPJYJ", "2021", 1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("000014349-2017-00110", "机关代码和年份之间应有“/”"),
        ("000014349/201700110", "年份和流水号之间应有“-”"),
        ("000014349/17-00110", "年份应为四位，按月编号的再加两位月份"),
        ("000014349/202113-00110", "年份应为四位，按月编号的再加两位月份"),
        ("000014349/2017-110", "流水号应为四至六位数字"),
        ("SPJYJ/2017-00110", "机关代码应为9位或者18位"),
    ],
)
def test_a_wrong_number_is_refused_with_the_reason(text, why):
    with pytest.raises(StatuteError) as refused:
        parse_index_number(text)

    assert why in refused.value.message


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("000014348", "000014348的校验码应为9，现为8，请核对代码。"),
        ("11441700007280420I", "统一社会信用代码里不用“I”，请核对。"),
        (
            "11441700007280421Y",
            "11441700007280421Y的校验码应为2，现为Y，请核对代码。",
        ),
        ("SPJYJ", ""),
    ],
)
def test_a_code_with_a_wrong_check_character_is_told(code, problem):
    assert organ_code_problem(code) == problem
