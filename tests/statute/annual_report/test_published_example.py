"""The published report of the seed, transcribed."""

import pytest

from gongkai.statute.annual_report.cells import cell_paths, cell_value
from gongkai.statute.annual_report.checks import check_report
from gongkai.statute.annual_report.reading.fees import collected_fees
from gongkai.statute.annual_report.reading.remedies import remedy_cases
from gongkai.statute.annual_report.reading.requests import received_requests


def test_published_report_breaks_no_rule(suiping):
    assert check_report(suiping, organ_level="county_department") == []


def test_every_cell_is_stated(form, suiping):
    figures = {path: cell_value(suiping, path) for path in cell_paths(form)}
    not_zero = {path: str(value) for path, value in figures.items() if value != 0}

    assert not_zero == {
        "table2.administrative_licensing.decisions": "588",
        "table2.administrative_fees.amount_10k_yuan": "2673.5355",
    }


@pytest.mark.parametrize(
    ("section", "paragraphs", "start"),
    [
        ("overview", 6, "2021年，遂平县教育局认真贯彻落实"),
        ("problems", 4, "2021年,在县委县政府坚强领导下,"),
        ("other_matters", 6, "(一)及时公开教育系统疫情防控信息。"),
    ],
)
def test_prose_is_kept_by_paragraph(suiping, section, paragraphs, start):
    text = suiping["sections"][section]

    assert len(text.split("\n")) == paragraphs
    assert text[: len(start)] == start


def test_the_broken_line_is_mended(suiping):
    assert suiping["sections"]["other_matters"].count("微信等平台公布") == 1


def test_prose_is_understood_as_it_is_meant(suiping):
    prose = list(suiping["sections"].items())

    requests = [found.count for found in received_requests(prose, 2021)]
    remedies = [(found.remedy, found.count) for found in remedy_cases(prose, 2021)]
    fees = [int(found.yuan) for found in collected_fees(prose, 2021)]

    assert requests == [0]
    assert remedies == [("复议", 0), ("诉讼", 0)]
    assert fees == [0]
