from datetime import date

import pytest

from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies import period_keys, period_on

NEW_LAW = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("reconsideration.apply", "60日"),
        ("reconsideration.apply_untold", "1年"),
        ("reconsideration.absolute", "5年"),
        ("reconsideration.examine", "5个工作日"),
        ("reconsideration.ask_amendment", "5个工作日"),
        ("reconsideration.amend", "10个工作日"),
        ("reconsideration.simplified.copy", "3个工作日"),
        ("reconsideration.simplified.reply", "5个工作日"),
        ("reconsideration.simplified.decide", "30日"),
        ("reconsideration.ordinary.copy", "7个工作日"),
        ("reconsideration.ordinary.reply", "10个工作日"),
        ("reconsideration.ordinary.decide", "60日"),
        ("reconsideration.ordinary.extend", "30日"),
        ("reconsideration.report_correction", "60日"),
        ("litigation.after_reconsideration", "15日"),
        ("litigation.direct", "6个月"),
        ("litigation.untold", "1年"),
        ("litigation.inaction", "6个月"),
        ("litigation.first_instance", "6个月"),
        ("litigation.first_instance_simplified", "45日"),
        ("litigation.appeal_judgment", "15日"),
        ("litigation.appeal_ruling", "10日"),
        ("litigation.second_instance", "3个月"),
        ("litigation.defence", "15日"),
    ],
)
def test_each_period_has_the_length_of_the_law(key, words):
    assert period_on(key, NEW_LAW).words == words


def test_every_period_is_in_the_table_above():
    table = test_each_period_has_the_length_of_the_law.pytestmark[0].args[1]

    assert period_keys() != ()
    assert set(period_keys()) == {key for key, _ in table}


@pytest.mark.parametrize("key", period_keys())
def test_each_period_cites_its_article(key):
    period = period_on(key, NEW_LAW)

    assert period.label
    assert period.text
    assert "条" in period.article


def test_the_old_reconsideration_law_ends_with_2023():
    old = period_on("reconsideration.apply", date(2023, 12, 31))
    new = period_on("reconsideration.apply", NEW_LAW)

    assert (old.article, new.article) == (
        "《行政复议法》（2017年修正）第九条第一款",
        "《行政复议法》第二十条第一款",
    )


def test_a_period_of_a_law_not_held_is_refused():
    with pytest.raises(StatuteError) as refusal:
        period_on("reconsideration.simplified.reply", date(2023, 12, 31))

    assert refusal.value.message == (
        "2023-12-31的“提交书面答复和证据（简易程序）”期限没有收入"
        "（收入的从2024-01-01起）。请按当时的法律人工计算。"
    )


def test_an_unknown_period_is_refused_with_the_known_ones():
    with pytest.raises(StatuteError) as refusal:
        period_on("appeal", NEW_LAW)

    assert refusal.value.message == (
        f"没有“appeal”这个期限。请用下列之一：{'、'.join(period_keys())}。"
    )
