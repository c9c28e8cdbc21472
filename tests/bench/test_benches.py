"""The benches run and count what they should; how fast is not asserted."""

import json
import os
import subprocess
import sys

import pytest


def test_report_bench_counts_the_same_on_both_sides(bench, engine):
    result = bench("report").measure(engine, [200], runs=1)

    assert result["sizes"][200]["records"] == 200
    assert result["sizes"][200]["cells"] == 231


def test_report_bench_fails_where_the_sides_differ(bench, engine, monkeypatch):
    report, loop = bench("report"), bench("tasks.count_naively")
    honest = loop.run

    def miscounts():
        answer = honest()
        answer["cells"]["table3.total.new"] = "7"
        return answer

    monkeypatch.setattr(loop, "run", miscounts)

    with pytest.raises(report.DifferenceError, match=r"^table3.total.new: 0 / 7$"):
        report.measure(engine, [0], runs=1)


def test_list_bench_opens_every_list_with_the_same_queries(bench, engine):
    result = bench("lists").measure(engine, [100, 200], runs=1)

    assert len(result["lists"]) == 49
    assert [row for row in result["lists"] if len(set(row["queries"])) > 1] == []
    first = [row for row in result["lists"] if row["page"] == "first page"]
    assert {tuple(row["rows"]) for row in first[:-1]} == {(50, 50)}
    assert (first[-1]["list"], first[-1]["rows"]) == ("portal", [20, 20])


def test_import_bench_takes_in_every_row(bench, engine):
    result = bench("imports").measure(engine, [200], runs=1)

    assert result["sizes"][200]["added"] == 200
    assert result["sizes"][200]["unchanged"] == 200
    assert result["row_by_row"]["rows"] == 200


def test_case_bench_moves_what_the_loop_moves(bench, engine, monkeypatch):
    cases = bench("cases")
    monkeypatch.setattr(cases, "VISITS", 1)

    result = cases.measure(engine, [40], 1)

    figures = result["shares"]["all open"][40]
    assert (figures["rows"], figures["first_checked"]) == (40, 40)
    assert figures["night_moved"] == 0
    assert min(visit["queries"] for visit in figures["visits"]) > 0


def test_case_bench_fails_where_the_sides_differ(bench, engine, monkeypatch):
    cases = bench("cases")
    monkeypatch.setattr(
        bench("tasks.recompute_naively"),
        "run",
        lambda size: {"cases": size, "loop_s": 1.0, "shown": {"1": "otherwise"}},
    )

    with pytest.raises(cases.DifferenceError):
        cases.measure(engine, [40], 1)


def test_submission_bench_loses_nothing(bench):
    asked = ["--only", "submissions", "--sizes", "5", "--runs", "1"]

    done = subprocess.run(  # noqa: S603
        [sys.executable, bench("run").__file__, *asked],
        env={**os.environ, "BENCH_POSTGRES": ""},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-2].startswith("| 5 | ")


def test_program_measures_in_a_database_of_its_own(bench, tmp_path):
    program, answer = bench("run").__file__, tmp_path / "figures.json"
    asked = ["--only", "import", "--sizes", "20", "--runs", "1", "--json", answer]

    done = subprocess.run(  # noqa: S603
        [sys.executable, program, *asked],
        env={**os.environ, "BENCH_POSTGRES": ""},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )

    measured = json.loads(answer.read_text(encoding="utf-8"))
    assert done.stdout.startswith("## import, SQLite\n\nRow by row: 20 rows, ")
    assert measured["import"]["SQLite"]["sizes"]["20"]["added"] == 20


def test_program_refuses_an_unknown_bench(bench, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["run.py", "--only", "portal"])

    with pytest.raises(SystemExit, match="2"):
        bench("run").main()

    names = ", ".join(bench("run").BENCHES)
    assert f"there are {names}: ['portal']" in capsys.readouterr().err
