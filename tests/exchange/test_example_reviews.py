"""The items of the example year went through the trail before they were public."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from gongkai.exchange.example import Example, ensure_loaded
from gongkai.organs.models import Account, Person
from gongkai.publishing.content import content_of
from gongkai.publishing.models import Channel, Item, ItemRevision, ReviewEntry
from gongkai.publishing.permissions import reviewer_for
from gongkai.publishing.selectors import items_disclosed, standing_of
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewState

pytestmark = pytest.mark.django_db

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def suiping():
    """The 64 items that the bureau published on its website in 2021."""
    ensure_loaded([Example.at(EXAMPLES / "suiping-2021")])
    organ = Person.objects.get(number="zhouzhixing").organ
    return items_disclosed(organ, 2021, Channel.GOVERNMENT_WEBSITE)


def test_64_items_of_the_example_went_through_the_trail(suiping):
    standings = [standing_of(item) for item in suiping]

    assert len(standings) == 64
    assert {standing.state for standing in standings} == {ReviewState.APPROVED}


def test_each_was_approved_with_the_content_that_is_public(suiping):
    differing = [
        item.number
        for item in suiping
        if {entry.content for entry in item.review_entries.all()}
        != {content_of(item).fingerprint}
    ]

    assert differing == []


def test_four_different_persons_acted_before_the_day_was_over(suiping):
    for item in suiping:
        entries = list(item.review_entries.all())

        assert len({entry.account for entry in entries}) == 4
        assert timezone.localdate(entries[-1].at) == item.disclosed_on
        assert timezone.localdate(entries[0].at) >= item.formed_on


def test_each_reviewer_holds_the_role_of_his_level(suiping):
    refused = []
    for item in suiping:
        for entry in item.review_entries.filter(level__isnull=False):
            try:
                reviewer_for(entry.account, item, entry.level, date(2021, 1, 1))
            except GongkaiError as error:
                refused.append(error.message)

    assert refused == []


def test_a_changed_example_takes_its_trail_out_and_a_new_one_in(suiping, tmp_path):
    items, entries = Item.objects.count(), ReviewEntry.objects.count()
    changed = shutil.copytree(EXAMPLES / "suiping-2021", tmp_path / "suiping-2021")
    (changed / "sections" / "note.txt").write_text("改动", "utf-8")

    ensure_loaded([Example.at(changed)])

    assert (Item.objects.count(), ReviewEntry.objects.count()) == (items, entries)
    assert ItemRevision.objects.count() * 4 == entries


def test_the_accounts_of_the_reviewers_open_with_no_password(suiping):
    accounts = Account.objects.filter(pk__in=suiping.values("author"))

    assert {account.has_usable_password() for account in accounts} == {False}
