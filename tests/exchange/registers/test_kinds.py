from datetime import date
from decimal import Decimal

import pytest

from gongkai.exchange.registers.kinds import (
    CellError,
    Choice,
    Day,
    Money,
    Text,
    Whole,
    YesNo,
    tidy,
)


def wide(text):
    """Return digits and dashes as a Chinese keyboard may type them."""
    return "".join(chr(ord(character) + 0xFEE0) for character in text)


@pytest.mark.parametrize(
    "text",
    [
        "2021-03-05",
        "2021/3/5",
        "2021年3月5日",
        "2021.3.5",
        "20210305",
        "44260",
        wide("2021-03-05"),
        "2021-03-05 00:00:00",
    ],
)
def test_a_day_is_read_as_officers_write_it(text):
    assert Day().read(text, {}) == date(2021, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-29",
        "2021-13-01",
        "三月五日",
        "20211305",
        "0021-03-05",
        "2021-3",
        "4426",
    ],
)
def test_a_day_that_is_none_is_refused_with_how_to_write_it(text):
    with pytest.raises(CellError, match="不是日期，请写成2021-03-05的样子。"):
        Day().read(text, {})


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("3.0", 3), ("1,234", 1234), (wide("12"), 12)]
)
def test_a_whole_number_is_read(text, number):
    assert Whole().read(text, {}) == number


@pytest.mark.parametrize("text", ["-1", "1.5", "三", "1e3", "", "9" * 13])
def test_what_is_no_whole_number_is_refused(text):
    with pytest.raises(CellError, match="不是整数"):
        Whole().read(text, {})


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("26,735,355.01", Decimal("26735355.01")),
        ("100元", Decimal(100)),
        ("0.5", Decimal("0.5")),
        ("12.500", Decimal("12.5")),
        ("-3.00", Decimal(-3)),
    ],
)
def test_money_is_read_exactly(text, yuan):
    assert Money().read(text, {}) == yuan


@pytest.mark.parametrize("text", ["1.005", "NaN", "1e3", "十元", "1.2.3", "∞"])
def test_what_is_no_money_to_the_fen_is_refused(text):
    with pytest.raises(CellError, match="不是金额"):
        Money().read(text, {})


def test_yes_and_no_are_chinese():
    assert YesNo().read("是", {}) is True
    assert YesNo().read("否", {}) is False
    with pytest.raises(CellError, match="“是”或者“否”"):
        YesNo().read("1", {})


def test_a_choice_is_known_by_its_label_whatever_its_width():
    channels = Choice((("post", "邮寄（签收）"), ("online", "网上提交")))

    assert channels.read("邮寄(签收)", {}) == "post"
    assert channels.read(" 网上 提交", {}) == "online"


def test_an_unknown_choice_is_refused_with_the_labels():
    with pytest.raises(CellError, match="可填：一、二。"):
        Choice((("1", "一"), ("2", "二"))).read("三", {})


def test_text_of_a_broken_formula_is_refused():
    with pytest.raises(CellError, match="公式出错"):
        Text().read("#REF!", {})


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" 一\r\n二\r三 ", "一\n二\n三"),
        ("一\x00\x0b二", "一二"),
        ("一\t二", "一\t二"),
        ("\u3000一", "一"),
    ],
)
def test_tidy_keeps_lines_and_drops_control_marks(text, kept):
    assert tidy(text) == kept
    assert tidy(kept) == kept
