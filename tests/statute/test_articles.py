import re
from pathlib import Path

import pytest

import gongkai
from gongkai.statute.articles import article, cite, in_chinese, quote
from gongkai.statute.errors import StatuteError
from gongkai.statute.outcomes import Outcome

SOURCE = Path(gongkai.__file__).parent
QUOTATION = re.compile(
    r"条例(第[一二三四五六七八九十]+条(?:第[一二三四五六七八九十]+款)?)：「([^」]*)」"
)
NUMERALS = {in_chinese(number): number for number in range(1, 57)}


@pytest.mark.parametrize(
    ("reference", "citation"),
    [
        ("26", "《政府信息公开条例》第二十六条"),
        ("33(2)", "《政府信息公开条例》第三十三条第二款"),
        ("39(1)", "《政府信息公开条例》第三十九条第一款"),
        # one paragraph with items: the bracket is the item
        ("20(8)", "《政府信息公开条例》第二十条第（八）项"),
        ("20(15)", "《政府信息公开条例》第二十条第（十五）项"),
        ("36(4)", "《政府信息公开条例》第三十六条第（四）项"),
        # several paragraphs, one of them with items
        ("50(1)", "《政府信息公开条例》第五十条第一款"),
        ("50(1)(4)", "《政府信息公开条例》第五十条第一款第（四）项"),
        ("29(2)(3)", "《政府信息公开条例》第二十九条第二款第（三）项"),
    ],
)
def test_cite_prints_a_reference_as_the_law_does(reference, citation):
    assert cite(reference) == citation


@pytest.mark.parametrize(
    "reference",
    ["57", "99", "36(8)", "36(1)(1)", "33(4)", "33(2)(1)", "50(2)(1)", "50(1)(6)"],
)
def test_a_reference_to_nothing_is_refused(reference):
    with pytest.raises(StatuteError):
        cite(reference)


@pytest.mark.parametrize(
    "reference", ["", "0", "33.2", "33（2）", "第三十三条", "33()"]
)
def test_a_reference_in_another_form_is_refused(reference):
    with pytest.raises(StatuteError) as refusal:
        quote(reference)

    assert refusal.value.message == (
        f"“{reference}”不是条款。请写成33、33(2)或50(1)(4)的样子。"
    )


def test_an_article_that_does_not_exist_is_refused():
    with pytest.raises(StatuteError) as refusal:
        article(57)

    assert refusal.value.message == (
        "《政府信息公开条例》没有第57条，共56条。请核对条号。"
    )


def test_quote_gives_the_part_that_is_cited():
    assert quote("36(3)") == (
        "行政机关依据本条例的规定决定不予公开的，告知申请人不予公开并说明理由；"
    )
    assert quote("33(3)") == (
        "行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内。"
    )
    assert quote("33") == article(33).text
    assert quote("50(1)").splitlines()[-1] == "（五）其他需要报告的事项。"


def test_the_regulation_has_fifty_six_articles_in_six_chapters():
    articles = [article(number) for number in range(1, 57)]

    assert [each.number for each in articles] == list(range(1, 57))
    assert list(dict.fromkeys(each.chapter for each in articles)) == [
        "第一章 总则",
        "第二章 公开的主体和范围",
        "第三章 主动公开",
        "第四章 依申请公开",
        "第五章 监督和保障",
        "第六章 附则",
    ]
    assert len({each.heading for each in articles}) == 56


@pytest.mark.parametrize(
    ("number", "paragraphs", "items"),
    [
        (4, 2, 5),
        (20, 1, 15),
        (29, 2, 3),
        (31, 1, 3),
        (36, 1, 7),
        (50, 2, 5),
        (53, 1, 3),
    ],
)
def test_articles_with_items_list_all_of_them(number, paragraphs, items):
    cited = article(number)

    assert len(cited.paragraphs) == paragraphs
    assert sum(len(each.items) for each in cited.paragraphs) == items


def test_only_those_articles_list_items():
    with_items = {
        number
        for number in range(1, 57)
        if any(each.items for each in article(number).paragraphs)
    }

    assert with_items == {4, 20, 29, 31, 36, 50, 53}


@pytest.mark.parametrize(
    ("number", "phrase"),
    [
        (26, "20个工作日内及时公开"),
        (30, "7个工作日内一次性告知申请人作出补正"),
        (32, "15个工作日内提出意见"),
        (34, "逾期未提出意见的视为同意公开"),
        (49, "每年1月31日前"),
        (56, "2019年5月15日"),
    ],
)
def test_the_limits_stand_in_the_text(number, phrase):
    assert phrase in article(number).text


def test_every_article_ends_as_a_sentence():
    unfinished = [n for n in range(1, 57) if not article(n).text.endswith("。")]

    assert unfinished == []


@pytest.mark.parametrize("outcome", Outcome)
def test_every_citation_of_an_outcome_resolves(outcome):
    for reference in outcome.articles:
        assert quote(reference)


def test_quotations_in_the_code_are_verbatim():
    quotations = [
        (path.name, *found.groups())
        for path in SOURCE.rglob("*.py")
        for found in QUOTATION.finditer(re.sub(r"\n\s*", "", path.read_text("utf-8")))
    ]

    assert quotations
    assert [each for each in quotations if each[2] not in _cited_text(each[1])] == []


def _cited_text(words: str) -> str:
    number, paragraph = re.fullmatch(r"第(.+)条(?:第(.+)款)?", words).groups()
    if paragraph is None:
        return article(NUMERALS[number]).text
    return quote(f"{NUMERALS[number]}({NUMERALS[paragraph]})")


def test_numbers_are_written_as_the_law_counts():
    assert [in_chinese(n) for n in (1, 9, 10, 11, 20, 21, 56)] == [
        "一",
        "九",
        "十",
        "十一",
        "二十",
        "二十一",
        "五十六",
    ]
