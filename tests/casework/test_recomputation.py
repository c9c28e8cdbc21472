from datetime import date

import pytest
from django.core.management import call_command

from factories.casework import (
    DisclosureRequestFactory,
    decided,
    registered,
    take_steps,
)
from factories.organs import OrganFactory
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import CaseworkSettings, DisclosureRequest
from gongkai.casework.services import Recomputation, recomputation, recompute_open
from gongkai.organs.models import CalendarNotice
from gongkai.statute.clock import ClockState, Step, StepKind

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 28)
#: An invented arrangement: 18 April 2022 is suddenly a holiday.
NOTICE = """
document_number = "国办发明电〔2022〕99号"
title = "国务院办公厅关于2022年临时放假的通知"
issued_on = 2022-04-10
year = 2022
amends = "国办发明电〔2021〕11号"
source = "虚构"

[[festival]]
name = "示例节"
off = [[2022-04-18, 2022-04-18]]
"""


def moves(found):
    return [(one.pk, one.was, one.now) for one in found.told]


def test_an_imported_request_gets_its_copies():
    case = DisclosureRequestFactory(received_on=DAY)

    found = recompute_open(today=date(2022, 4, 1))

    case.refresh_from_db()
    assert (case.state, case.due_on) == (ClockState.REGISTERED, date(2022, 4, 25))
    assert moves(found) == [(case.pk, None, date(2022, 4, 25))]


def test_recomputing_again_moves_nothing_and_writes_nothing():
    registered(DAY)
    entries = AuditEntry.objects.count()

    assert recompute_open(today=date(2022, 4, 1)) == Recomputation(checked=1)
    assert AuditEntry.objects.count() == entries


def test_a_request_becomes_overdue_when_the_day_has_passed():
    case = registered(DAY)

    found = recompute_open(today=date(2022, 4, 26))

    case.refresh_from_db()
    assert (case.state, found.moved) == (ClockState.OVERDUE, 0)


def test_the_due_day_returns_when_the_third_party_stayed_silent():
    case = take_steps(
        registered(date(2023, 4, 10)),
        Step(
            StepKind.THIRD_PARTY_CONSULTED,
            date(2023, 4, 14),
            received_on=date(2023, 4, 18),
        ),
    )
    assert case.due_on is None

    found = recompute_open(today=date(2023, 5, 11))

    assert moves(found) == [(case.pk, None, date(2023, 6, 1))]


def test_an_organ_s_other_reading_moves_its_requests_only():
    case, other = registered(date(2022, 4, 2)), registered(date(2022, 4, 4))
    assert other.due_on == date(2022, 5, 5)
    CaseworkSettings.objects.create(
        organ=other.organ, clock={"rest_day_receipt_moves": True}
    )

    recompute_open(today=date(2022, 4, 6))

    case.refresh_from_db()
    other.refresh_from_db()
    assert (other.received_on, other.due_on) == (date(2022, 4, 6), date(2022, 5, 6))
    assert case.received_on == date(2022, 4, 2)


def test_only_open_requests_of_the_organs_are_recomputed():
    ours, theirs = registered(DAY), registered(DAY)
    take_steps(registered(DAY, organ=ours.organ), decided(date(2022, 4, 1)))
    DisclosureRequest.objects.update(due_on=date(2022, 1, 1))

    found = recompute_open(today=date(2022, 4, 2), organs=[ours.organ])

    assert moves(found) == [(ours.pk, date(2022, 1, 1), date(2022, 4, 25))]
    theirs.refresh_from_db()
    assert theirs.due_on == date(2022, 1, 1)


def test_batches_reach_every_request_and_tell_how_far_they_are(monkeypatch):
    monkeypatch.setattr(recomputation, "BATCH", 2)
    organ = OrganFactory()
    cases = [DisclosureRequestFactory(received_on=DAY, organ=organ) for _ in range(5)]
    told = []

    found = recompute_open(
        today=date(2022, 4, 1), progress=lambda done, total: told.append((done, total))
    )

    assert [one.pk for one in found.told] == [case.pk for case in cases]
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_one_batch_takes_few_queries(django_assert_max_num_queries):
    organ = OrganFactory()
    for _ in range(50):
        registered(DAY, organ=organ)
    DisclosureRequest.objects.update(due_on=None)

    with django_assert_max_num_queries(18):
        assert recompute_open(today=date(2022, 4, 1)).moved == 50


def test_a_case_that_cannot_be_worked_out_does_not_stop_the_others():
    broken = DisclosureRequestFactory(received_on=DAY)
    broken.steps.create(position=1, kind="amended", on=date(2022, 4, 1))
    good = DisclosureRequestFactory(received_on=DAY)

    found = recompute_open(today=date(2022, 4, 2))

    first, second = found.told
    assert (first.number, second.number) == (broken.number, good.number)
    assert "没有告知过补正" in first.problem
    assert (first.was, first.now) == (None, None)
    assert (found.moved, found.problems) == (1, 1)


def test_what_moved_is_journaled_for_its_organ():
    case = DisclosureRequestFactory(received_on=DAY)

    recompute_open(today=date(2022, 4, 1))

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.organ_code) == ("重算期限", case.organ.code)
    assert entry.detail == {
        "moved": [{"number": case.number, "was": None, "now": "2022-04-25"}]
    }


def test_a_notice_entered_on_the_desk_moves_the_open_requests():
    case = registered(DAY)
    CalendarNotice.objects.create(name="2022-amended", year=2022, text=NOTICE)

    found = recompute_open(today=date(2022, 4, 11))

    assert moves(found) == [(case.pk, date(2022, 4, 25), date(2022, 4, 26))]


def test_the_nightly_command_lists_what_moved(capsys):
    case = DisclosureRequestFactory(received_on=DAY)

    call_command("recompute_requests")

    assert capsys.readouterr().out == (
        f"{case.organ.code}\t{case.number}\t无 → 2022-04-25\n"
        "到期日变动1件，算不出的0件。\n"
    )


def test_a_request_closed_since_it_was_read_is_left_alone(monkeypatch):
    case = registered(DAY)
    DisclosureRequest.objects.update(due_on=date(2022, 1, 1))
    read = recomputation.step_rows
    closed = []

    def officer_is_faster(keys):
        found = read(keys)
        if not closed:
            closed.append(take_steps(case, decided(date(2022, 4, 1))))
        return found

    monkeypatch.setattr(recomputation, "step_rows", officer_is_faster)

    found = recompute_open(today=date(2022, 4, 2))

    case.refresh_from_db()
    assert (found.moved, case.closed_on) == (0, date(2022, 4, 1))
    assert case.state == ClockState.DECIDED


def test_nothing_is_locked_or_written_where_nothing_moved(django_assert_num_queries):
    for _ in range(3):
        registered(DAY)

    with django_assert_num_queries(6) as queries:
        recompute_open(today=date(2022, 4, 1))

    assert [one["sql"].split()[0] for one in queries] == ["SELECT"] * 6


def test_more_than_can_be_told_are_counted(monkeypatch):
    monkeypatch.setattr(recomputation, "MOST_TOLD", 2)
    organ = OrganFactory()
    for _ in range(3):
        DisclosureRequestFactory(received_on=DAY, organ=organ)

    found = recompute_open(today=date(2022, 4, 1))

    assert (found.moved, len(found.told)) == (3, 2)


def test_what_was_written_when_it_was_stopped_is_kept_and_journaled(monkeypatch):
    monkeypatch.setattr(recomputation, "BATCH", 2)
    for _ in range(3):
        DisclosureRequestFactory(received_on=DAY)

    def stop(done, _total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recompute_open(today=date(2022, 4, 1), progress=stop)

    assert AuditEntry.objects.count() == 2
    assert recompute_open(today=date(2022, 4, 1)).moved == 1
