import pytest


def test_the_bench_of_screening_measures_and_shows(bench):
    screening = bench("screening")

    result = screening.measure(None, [1], 1)

    assert result["sizes"][1]["found"] == 60
    assert "| 1 |" in screening.shown(result)


def test_the_bench_of_screening_fails_where_a_number_is_missed(bench, monkeypatch):
    screening = bench("screening")
    monkeypatch.setattr(screening, "screen", lambda _: [])

    with pytest.raises(screening.MissedNumbersError):
        screening.measure_here(1)
