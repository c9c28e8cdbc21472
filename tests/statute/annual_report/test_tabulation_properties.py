"""Whatever the cases are, the tables counted from them agree with themselves."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.statute.annual_report.cells import cell_paths, cell_value, set_cell
from gongkai.statute.annual_report.checks import check_report, check_years
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.tabulation import (
    RemedyGroup,
    RequestGroup,
    fee_amount,
    tabulate_remedies,
    tabulate_requests,
)
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.outcomes import Outcome
from gongkai.statute.periods import Period, period_of
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute

STEADY = settings(deadline=None)
COUNTS = st.integers(min_value=0, max_value=10**6)
ORDER = list(Period)
CELLS = [path for path in cell_paths(load_format("2021")) if path[:6] == "table3"]


def forwards(start: str, end: str) -> Callable[[object], bool]:
    def is_forwards(group: object) -> bool:
        ended = getattr(group, end)
        return ended is None or ORDER.index(getattr(group, start)) <= ORDER.index(ended)

    return is_forwards


REQUESTS = st.lists(
    st.builds(
        RequestGroup,
        st.sampled_from(ApplicantKind),
        st.sampled_from(Period),
        st.none() | st.sampled_from(Period),
        st.sampled_from(Outcome),
        COUNTS,
    ).filter(forwards("received", "closed"))
)


@st.composite
def remedies(draw: st.DrawFn) -> RemedyGroup:
    route = draw(st.sampled_from(RemedyRoute))
    results = [result for result in RemedyResult if result.fits(route)]
    return RemedyGroup(
        route,
        draw(st.sampled_from(Period)),
        draw(st.none() | st.sampled_from(Period)),
        draw(st.sampled_from(results)),
        draw(COUNTS),
    )


REMEDIES = st.lists(remedies().filter(forwards("accepted", "concluded")))

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2024, 12, 31))
CASES = st.lists(
    st.tuples(
        st.sampled_from(ApplicantKind),
        DAYS,
        st.none() | DAYS,
        st.sampled_from(Outcome),
    ).filter(lambda case: case[2] is None or case[1] <= case[2])
)


@STEADY
@given(groups=REQUESTS)
def test_any_requests_tabulate_without_a_finding(groups):
    report = {"format": "2021", "year": 2022, "table3": tabulate_requests(groups)}

    assert check_report(report) == []


@STEADY
@given(groups=REQUESTS)
def test_what_came_in_went_out_or_is_carried_forward(groups):
    total = tabulate_requests(groups)["total"]

    came = total["new"] + total["brought_forward"]
    assert came == total["concluded"] + total["carried_forward"]


@STEADY
@given(groups=REQUESTS, path=st.sampled_from(CELLS), more=st.integers(1, 99))
def test_one_wrong_figure_is_always_found(groups, path, more):
    report = {"format": "2021", "year": 2022, "table3": tabulate_requests(groups)}
    set_cell(report, path, cell_value(report, path) + more)

    assert check_report(report) != []


@STEADY
@given(groups=REQUESTS)
def test_order_of_groups_does_not_matter(groups):
    assert tabulate_requests(groups) == tabulate_requests(reversed(groups))


@STEADY
@given(groups=REMEDIES)
def test_any_remedies_tabulate_without_a_finding(groups):
    report = {"format": "2021", "year": 2022, "table4": tabulate_remedies(groups)}

    assert check_report(report) == []


@STEADY
@given(cases=CASES)
def test_two_years_of_the_same_cases_follow_each_other(cases):
    first, second = (
        {
            "format": "2021",
            "year": year,
            "table3": tabulate_requests(grouped(cases, year)),
        }
        for year in (2021, 2022)
    )

    assert check_years(first, second) == []


def grouped(cases, year):
    for applicant, received_on, closed_on, outcome in cases:
        closed = None if closed_on is None else period_of(closed_on, year)
        yield RequestGroup(applicant, period_of(received_on, year), closed, outcome, 1)


@STEADY
@given(
    fen=st.integers(min_value=0, max_value=10**15),
    places=st.integers(min_value=0, max_value=6),
)
def test_fee_is_never_rounded(fen, places):
    assert Decimal(fee_amount(fen, places)) * 10**6 == fen
