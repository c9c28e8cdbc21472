from copy import deepcopy
from decimal import Decimal

import pytest

from gongkai.statute.annual_report.comparison import Comparison, Difference, compare
from gongkai.statute.errors import ReportFormatError


def test_published_report_equals_itself(suiping):
    assert compare(suiping, deepcopy(suiping)) == Comparison(207, ())
    assert compare(suiping, suiping).is_equal


def test_difference_names_the_cell_and_both_values(suiping):
    built = deepcopy(suiping)
    built["table2"]["administrative_licensing"]["decisions"] = 587

    comparison = compare(suiping, built)

    assert not comparison.is_equal
    assert comparison.differences == (
        Difference(
            "table2.administrative_licensing.decisions",
            "表二 · 行政许可 · 本年处理决定数量",
            588,
            587,
        ),
    )


def test_cell_not_stated_differs_from_zero(suiping):
    built = deepcopy(suiping)
    built["table4"]["reconsideration"]["other"] = None

    (difference,) = compare(suiping, built).differences

    assert (difference.published, difference.built) == (0, None)


def test_money_compares_as_numbers(suiping):
    built = deepcopy(suiping)
    built["table2"]["administrative_fees"]["amount_10k_yuan"] = "2673.535500"

    assert compare(suiping, built).is_equal


def test_figure_of_one_prose_only_differs(suiping):
    built = deepcopy(suiping)
    del built["figures"]["proposals.total"]
    built["figures"]["trainings.held"] = 2

    comparison = compare(suiping, built)

    assert comparison.cells == 208
    assert [(d.cell, d.published, d.built) for d in comparison.differences] == [
        ("figures.proposals.total", 30, None),
        ("figures.trainings.held", None, 2),
    ]


def test_figure_of_the_prose_may_be_money(suiping):
    built = deepcopy(suiping)
    built["figures"]["processing_fee.yuan"] = "400"

    (difference,) = compare(suiping, built).differences

    assert (difference.published, difference.built) == (Decimal(0), Decimal(400))


def test_report_without_tables_cannot_be_compared(suiping):
    with pytest.raises(ReportFormatError):
        compare(suiping, suiping | {"format": None})
