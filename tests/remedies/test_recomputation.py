"""A new holiday notice moves the stored days of remedies."""

from datetime import date

import pytest

from factories.remedies import RemedyCaseFactory
from gongkai.audit.models import AuditEntry
from gongkai.jobs.registry import handler_of
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.services import recompute_open

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """A reconsideration whose stored day is that of another calendar."""
    return RemedyCaseFactory(
        accepted_on=date(2025, 3, 3),
        procedure="simplified",
        copy_received_on=date(2025, 3, 6),
        reply_due_on=date(2025, 3, 12),
        decision_due_on=date(2025, 4, 2),
    )


def test_moved_days_are_kept_told_and_journaled(case):
    (moved,) = recompute_open()

    case.refresh_from_db()
    assert case.reply_due_on == date(2025, 3, 13)
    assert (moved.label, moved.was, moved.now) == (
        "答复期限",
        date(2025, 3, 12),
        date(2025, 3, 13),
    )
    assert AuditEntry.objects.get().detail == {"答复期限": ["2025-03-12", "2025-03-13"]}


def test_a_second_time_moves_nothing(case):
    recompute_open()

    assert recompute_open() == []


def test_concluded_remedy_without_order_is_left_alone(case):
    case.concluded_on, case.result = date(2025, 3, 30), "reconsideration.upheld"
    case.save()

    assert recompute_open() == []


def test_row_that_cannot_be_worked_out_is_left_and_told(case):
    RemedyCase.objects.update(accepted_on=date(2023, 3, 1))

    (moved,) = recompute_open()

    case.refresh_from_db()
    assert case.reply_due_on == date(2025, 3, 12)
    assert moved.problem.startswith("2023-03-01的")


def test_job_reports_how_far_it_is_and_what_moved(case):
    seen = []

    result = handler_of("remedies.recompute_open").run(
        lambda done, total=None: seen.append((done, total))
    )

    assert seen == [(1, 1)]
    assert result == {
        "checked": 1,
        "moved": [
            {
                "pk": case.pk,
                "label": "答复期限",
                "was": "2025-03-12",
                "now": "2025-03-13",
                "problem": "",
            }
        ],
    }
