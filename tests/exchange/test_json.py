import json
from decimal import Decimal

from factories.reports import HOSTILE, hostile_report, numbered_report
from gongkai.exchange.json.rendering import render
from gongkai.exchange.schema import validated_report


def backwards(value):
    if not isinstance(value, dict):
        return value
    return {key: backwards(value[key]) for key in reversed(value)}


def test_document_comes_back_as_it_was():
    report = numbered_report(published_on="2022-01-18")

    document = json.loads(render(report))

    assert document == report
    assert validated_report(document) == report


def test_keys_stand_in_the_order_of_the_form():
    report = numbered_report(published_on="2022-01-18", figures={"proposals.total": 30})

    text = render(report)

    assert render(backwards(report)) == text
    assert list(json.loads(text)) == [
        "schema",
        "format",
        "organ",
        "year",
        "published_on",
        "sections",
        "figures",
        "table2",
        "table3",
        "table4",
    ]


def test_text_is_for_people_too():
    lines = render(numbered_report()).decode().splitlines(keepends=True)

    assert lines[:4] == [
        "{\n",
        '  "schema": "gongkai/annual-report/1",\n',
        '  "format": "2021",\n',
        '  "organ": "临河县教育局",\n',
    ]
    assert lines[-1] == "}\n"


def test_money_is_a_decimal_string():
    report = numbered_report()
    report["table2"]["administrative_fees"]["amount_10k_yuan"] = Decimal("2673.50")

    document = json.loads(render(report))

    assert document["table2"]["administrative_fees"] == {"amount_10k_yuan": "2673.50"}


def test_hostile_text_is_kept_whole():
    document = json.loads(render(hostile_report()))

    assert set(document["sections"].values()) == {HOSTILE}
