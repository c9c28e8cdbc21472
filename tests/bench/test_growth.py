"""Medians, growth and tables."""


def test_medians_take_each_number_by_itself(bench):
    runs = [{"s": 3, "mib": 1.0}, {"s": 1, "mib": 5.0}, {"s": 2, "mib": 9.0}]

    assert bench("growth").medians(runs) == {"s": 2, "mib": 5.0}


def test_medians_leave_words_out(bench):
    assert bench("growth").medians([{"list": "item", "s": 1}]) == {"s": 1}


def test_growth_goes_from_size_to_size(bench):
    grown = bench("growth").growth([10, 100, 200], [0.5, 4.0, 4.0])

    assert [(step["size_factor"], step["time_factor"]) for step in grown] == [
        (10.0, 8.0),
        (2.0, 1.0),
    ]


def test_table_is_markdown_with_three_figures(bench):
    shown = bench("growth").table(["rows", "s"], [[1000, 0.123456], [2, 12345.6]])

    assert shown.splitlines() == [
        "| rows | s |",
        "| --- | --- |",
        "| 1,000 | 0.123 |",
        "| 2 | 12,346 |",
    ]


def test_growth_of_a_single_size_is_no_table(bench):
    assert bench("growth").growth_table({"s": []}, {"s": "seconds"}) == ""
