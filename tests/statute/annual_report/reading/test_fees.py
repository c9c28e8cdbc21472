"""What is taken from the prose about the information processing fee."""

from decimal import Decimal

import pytest

from gongkai.statute.annual_report.reading.fees import FeeStatement, collected_fees


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("2022年，我局未收取信息处理费。", ["0"]),
        ("没有收取过信息处理费，也没有减免。", ["0"]),
        ("全年未产生政府信息公开信息处理费。", ["0"]),
        ("信息处理费情况：无信息处理费。", ["0"]),
        ("信息处理费未收取。", ["0"]),
        ("信息处理费0元。", ["0"]),
        ("实际收取信息处理费共计400元。", ["400"]),
        ("全年收取信息处理费1,400.50元。", ["1400.50"]),
        ("全年收取信息处理费0.14万元。", ["1400.00"]),
        ("2021年收取信息处理费400元，2022年未收取信息处理费。", ["0"]),
    ],
)
def test_stated_fee_is_taken_in_yuan(text, yuan):
    assert [str(found.yuan) for found in stated(text)] == yuan


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021年未收取信息处理费。",
        "规范信息处理费收取。",
        "未收取信息处理费滞纳金。",
        "信息处理费按件计收。",
    ],
)
def test_other_sentences_are_passed_over(text):
    assert stated(text) == []


def stated(text):
    return list(collected_fees([("other_matters", text)], 2022))


def test_statement_quotes_its_clause_and_section():
    assert stated("今年未收取信息处理费。") == [
        FeeStatement("other_matters", Decimal(0), "今年未收取信息处理费")
    ]
