from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory
from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services.copying import write_columns

pytestmark = pytest.mark.django_db


def test_each_request_gets_values_of_its_own_and_others_none():
    one, other, third = (DisclosureRequestFactory() for _ in range(3))

    write_columns(
        ["state", "due_on"],
        [(one.pk, "overdue", date(2022, 4, 25)), (other.pk, "consulting", None)],
    )

    rows = DisclosureRequest.objects.order_by("pk").values_list("state", "due_on")
    assert list(rows) == [
        ("overdue", date(2022, 4, 25)),
        ("consulting", None),
        (third.state, third.due_on),
    ]


def test_days_may_all_be_missing():
    case = DisclosureRequestFactory(due_on=date(2022, 4, 25))

    write_columns(["due_on"], [(case.pk, None)])

    case.refresh_from_db()
    assert case.due_on is None


def test_nothing_to_write_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        write_columns(["state"], [])
