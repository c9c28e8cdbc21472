def test_the_bench_of_the_clock_measures_and_shows(bench, monkeypatch):
    clock = bench("clock")
    monkeypatch.setattr(clock, "FEW", 20)

    result = clock.measure(None, [20, 40], 1)

    assert set(result["sizes"]) == {20, 40}
    assert result["growth"]["state_s"][0]["size_factor"] == 2.0
    assert "| 40 |" in clock.shown(result)
