import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.annual_report.prose import (
    TypedOver,
    absorb_edit,
    figure_keys,
    restore,
    shown,
    typed_over,
)

MARKED = (
    "全年公开⟦items.disclosed⟧条，"
    "其中建议⟦proposals.congress⟧件、提案⟦proposals.cppcc⟧件。"
)
VALUES = {"items.disclosed": "64", "proposals.congress": "15", "proposals.cppcc": "15"}


def test_shown_reads_with_the_counted_values():
    assert shown(MARKED, VALUES) == "全年公开64条，其中建议15件、提案15件。"


def test_figure_keys_lists_each_figure_once():
    assert figure_keys("⟦a.b⟧⟦c.d⟧⟦a.b|3⟧") == ("a.b", "c.d")


def test_an_untouched_text_keeps_its_marks():
    assert absorb_edit(MARKED, VALUES, shown(MARKED, VALUES)) == MARKED


def test_rewritten_words_around_a_figure_leave_it_live():
    edited = "2021年我局全年主动公开信息64条，建议15件、提案15件。"

    assert absorb_edit(MARKED, VALUES, edited) == (
        "2021年我局全年主动公开信息⟦items.disclosed⟧条，"
        "建议⟦proposals.congress⟧件、提案⟦proposals.cppcc⟧件。"
    )


def test_a_number_written_over_a_figure_is_kept_as_typed_over():
    marked = absorb_edit(MARKED, VALUES, "全年公开65条，其中建议15件、提案15件。")

    assert typed_over(marked, VALUES) == (TypedOver("items.disclosed", "65", "64"),)
    assert shown(marked, VALUES) == "全年公开65条，其中建议15件、提案15件。"


def test_a_longer_number_is_a_new_number_and_not_an_old_one_with_a_digit_before_it():
    marked = absorb_edit("共⟦a.b⟧条", {"a.b": "64"}, "共164条")

    assert marked == "共⟦a.b|164⟧条"


def test_the_second_of_two_equal_figures_can_be_typed_over_alone():
    marked = absorb_edit(MARKED, VALUES, "全年公开64条，其中建议15件、提案16件。")

    assert typed_over(marked, VALUES) == (TypedOver("proposals.cppcc", "16", "15"),)


def test_a_figure_taken_out_with_its_words_is_gone():
    marked = absorb_edit(MARKED, VALUES, "全年公开64条。")

    assert figure_keys(marked) == ("items.disclosed",)


def test_a_typed_figure_stays_typed_when_other_words_change():
    marked = absorb_edit("共⟦a.b|65⟧条", {"a.b": "64"}, "合计65条")

    assert marked == "合计⟦a.b|65⟧条"


def test_typing_the_counted_value_again_makes_the_figure_live():
    assert absorb_edit("共⟦a.b|65⟧条", {"a.b": "64"}, "共64条") == "共⟦a.b⟧条"


def test_restore_lets_the_records_speak_again():
    assert restore("共⟦a.b|65⟧条⟦c.d|1⟧", "a.b") == "共⟦a.b⟧条⟦c.d|1⟧"


def test_a_typed_in_mark_is_only_words():
    assert absorb_edit("无", {}, "无⟦a.b⟧") == "无a.b"


@pytest.mark.parametrize("edited", ["", "。", "\r\n第一段\r\n第二段"])
def test_any_text_is_taken_as_it_is(edited):
    kept = absorb_edit(MARKED, VALUES, edited)

    assert shown(kept, VALUES) == edited.replace("\r\n", "\n")


@given(st.text(alphabet="公开条件，64 15\n一二.", max_size=60))
def test_what_was_typed_is_what_is_shown(edited):
    assert shown(absorb_edit(MARKED, VALUES, edited), VALUES) == edited
