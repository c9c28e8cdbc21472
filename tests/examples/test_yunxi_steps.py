"""云溪's year by steps: lawful, complete, and the same by steps as by its ledger."""

from datetime import date

import pytest

from examples.example_files import EXAMPLES, YUNXI, in_2021, read, report
from gongkai.annual_report.counting import count_tables
from gongkai.casework.models import DisclosureRequest, RequestChannel
from gongkai.casework.selectors.clock import clock_of
from gongkai.casework.services import recompute_open, refresh
from gongkai.casework.services.copies import COPIES
from gongkai.exchange.registers import LAYOUTS, import_directory
from gongkai.organs.models import Organ
from gongkai.statute.clock import StepKind

LAST_DAY = date(2022, 1, 31)
#: The question to a secrecy authority stops no clock, and the clock says so.
CAUTIONED = {"2021-申-018"}


@pytest.fixture
def organ(db):
    result = import_directory(EXAMPLES / YUNXI, actor=None)
    assert result.errors == []
    return Organ.objects.get(code="YXJYJ")


def cases():
    return DisclosureRequest.objects.order_by("number")


def copies():
    return list(cases().values("number", *COPIES))


def tables_three_and_four(organ, year):
    tables = count_tables(organ, year)
    return tables["table3"], tables["table4"]


def test_the_steps_have_the_columns_of_their_register():
    headers = [c.header for c in LAYOUTS["steps"].columns if not c.optional]

    assert list(read(YUNXI, "steps")[0]) == headers


def test_every_kind_of_step_is_shown():
    shown = {row["步骤"] for row in read(YUNXI, "steps")}

    assert shown == {kind.label for kind in StepKind}


def test_every_channel_is_shown_in_2021():
    received = in_2021(read(YUNXI, "requests"), "收到日期")

    assert {row["申请渠道"] for row in received} == set(RequestChannel.labels)


def test_every_case_has_its_steps():
    by_steps = {row["申请编号"] for row in read(YUNXI, "steps")}

    assert by_steps == {row["编号"] for row in read(YUNXI, "requests")}


def test_the_ledger_says_what_the_steps_say(organ):
    before = {
        row["编号"]: (row["收到日期"], row["办结日期"])
        for row in read(YUNXI, "requests")
    }

    after = {
        case.number: (str(case.received_on), str(case.closed_on or ""))
        for case in cases()
    }

    assert after == before


def test_every_reply_is_in_time_and_nothing_is_doubtful(organ):
    ended = [case for case in cases() if case.closed_on]

    answers = {case.number: clock_of(case, as_of=LAST_DAY) for case in ended}

    assert {n for n, answer in answers.items() if answer.decided_late} == set()
    assert {n for n, answer in answers.items() if answer.warnings} == CAUTIONED


def test_tables_three_and_four_are_those_of_the_plan(organ):
    expected = report(YUNXI, "expected")

    assert tables_three_and_four(organ, 2021) == (
        expected["table3"],
        expected["table4"],
    )


def test_what_2021_carries_forward_2022_brings_forward(organ):
    before, _ = tables_three_and_four(organ, 2021)
    after, _ = tables_three_and_four(organ, 2022)

    carried = {column: cells["carried_forward"] for column, cells in before.items()}
    brought = {column: cells["brought_forward"] for column, cells in after.items()}
    assert brought == carried
    assert (brought["total"], after["total"]["new"]) == (4, 2)


def test_tables_three_and_four_come_from_cases_alone(organ):
    for slug in ("remedies", "steps", "requests"):
        LAYOUTS[slug].model._default_manager.all().delete()  # noqa: SLF001

    table3, table4 = tables_three_and_four(organ, 2021)

    assert set(numbers_in(table3)) == {0}
    assert set(numbers_in(table4)) == {0}


def test_recomputing_changes_nothing(organ):
    for case in cases():
        refresh(case, LAST_DAY)
    before = copies()

    moved = recompute_open(today=LAST_DAY)

    assert moved.moved == 0
    for case in cases():
        refresh(case, LAST_DAY)
    assert copies() == before


def numbers_in(table):
    for value in table.values():
        if isinstance(value, dict):
            yield from numbers_in(value)
        else:
            yield value
