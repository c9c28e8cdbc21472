"""Appointments are kept by the clock, in the minute they fall due."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from factories.organs import OrganFactory
from factories.publishing import ItemFactory
from gongkai.jobs.models import Job
from gongkai.jobs.runner import run
from gongkai.jobs.scheduling import run_due
from gongkai.publishing.models import Item
from gongkai.publishing.tasks import KEEP_APPOINTMENTS

pytestmark = pytest.mark.django_db

NOW = datetime(2021, 7, 1, 1, 0, 20, tzinfo=UTC)


@pytest.fixture
def item(monkeypatch):
    """A published item that is taken back at nine o'clock."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return ItemFactory(organ=OrganFactory(), expire_at=NOW.replace(second=0))


def keep_appointments(now):
    """Run what falls due, of this kind."""
    jobs = run_due(now, begin=lambda _: None)
    return [run(job.pk) for job in jobs if job.kind == KEEP_APPOINTMENTS]


def test_nothing_is_begun_before_the_minute(item):
    assert keep_appointments(NOW - timedelta(minutes=1)) == []


def test_an_item_is_taken_back_in_its_minute(item):
    keep_appointments(NOW)

    stored = Item.objects.get()
    assert (stored.status, stored.withdrawn_at) == ("withdrawn", NOW)
    assert Job.objects.get(kind=KEEP_APPOINTMENTS).result == {
        "published": 0,
        "withdrawn": 1,
    }


def test_nothing_is_begun_when_all_is_done(item):
    keep_appointments(NOW)

    assert keep_appointments(NOW + timedelta(minutes=5)) == []
