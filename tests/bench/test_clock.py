import pytest


def test_the_bench_of_the_clock_measures_and_shows(bench):
    clock = bench("clock")

    result = clock.measure(None, [20, 40], 1)

    assert set(result["sizes"]) == {20, 40}
    assert result["growth"]["state_s"][0]["size_factor"] == 2.0
    assert "| 40 |" in clock.shown(result)


def test_the_bench_of_the_clock_fails_where_the_sides_differ(bench, monkeypatch):
    clock = bench("clock")
    monkeypatch.setattr(clock, "_walked", lambda _: None)

    with pytest.raises(clock.DifferentDaysError):
        clock.measure_here(1)
