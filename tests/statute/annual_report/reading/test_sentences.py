import pytest

from gongkai.statute.annual_report.reading.sentences import clauses, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("两千三百四十五", 2345),
        ("二三", 23),
    ],
)
def test_numbers_are_read_in_figures_and_in_chinese(text, value):
    assert number(text) == value


def test_clauses_are_tidied_and_know_their_sentence():
    (first, second) = clauses("收到 申请1,200件,办结(含撤回)３件。", 2022)

    assert (first.text, first.before, first.after) == (
        "收到申请1200件",
        "",
        "，办结（含撤回）3件",
    )
    assert (second.text, second.before) == ("办结（含撤回）3件", "收到申请1200件，")


def test_sentences_end_at_full_stops_and_lines():
    found = [clause.text for clause in clauses("一。二！三\n四？五；六：七", 2022)]

    assert found == ["一", "二", "三", "四", "五", "六", "七"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("收到3件", True),
        ("2022年收到3件", True),
        ("2021年收到3件", False),
        ("去年收到3件", False),
        ("较去年同期增加3件", True),
        ("同2021年相比增加3件", True),
        ("去年结转3件", True),
        ("依据2021年印发的文件收到3件", True),
        ("1至12月收到3件", True),
        ("截至年底收到3件", True),
        ("截至2022年12月底收到3件", True),
        ("三月收到3件", False),
        ("假期期间收到3件", False),
        ("如果收到3件", False),
        ("各股室收到3件", False),
    ],
)
def test_clause_counts_if_it_is_about_the_organ_and_the_whole_year(text, counts):
    assert [clause.counts for clause in clauses(text, 2022)] == [counts]


def test_time_holds_until_another_is_said():
    text = "2021年收到3件，办结2件；今年收到4件，办结5件。"

    found = [clause.counts for clause in clauses(text, 2022)]

    assert found == [False, False, True, True]
