from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from gongkai.organs.limits import Limit, address_of
from gongkai.organs.models import Tally

LIMIT = Limit("try", 2, timedelta(days=1))


@pytest.mark.django_db
def test_limit_is_reached_by_one_and_not_by_another():
    LIMIT.count("甲")
    assert not LIMIT.is_reached("甲")

    LIMIT.count("甲")

    assert LIMIT.is_reached("甲")
    assert not LIMIT.is_reached("乙")


@pytest.mark.django_db
def test_limit_keeps_no_one_by_name():
    LIMIT.count("198.51.100.7")

    assert "198" not in str(Tally.objects.values_list("key", flat=True)[0])


@pytest.mark.django_db
def test_limit_forgets_the_spans_that_are_over():
    LIMIT.count("甲")
    Tally.objects.update(ends_at=timezone.now() - timedelta(seconds=1))

    LIMIT.count("乙")

    assert Tally.objects.count() == 1


@pytest.mark.parametrize(
    ("now", "again"),
    [((10, 7), "10:15"), ((23, 50), "明天")],
)
def test_limit_tells_when_one_may_try_again(monkeypatch, now, again):
    zone = timezone.get_current_timezone()
    at = datetime(2026, 3, 2, *now, tzinfo=zone)
    monkeypatch.setattr(timezone, "localtime", lambda: at)
    monkeypatch.setattr(timezone, "localdate", at.date)

    assert Limit("try", 2, timedelta(minutes=15)).again_in_words() == again


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "198.51.100.7"),
        (1, "192.0.2.1, 203.0.113.9", "203.0.113.9"),
        (2, "192.0.2.1, 203.0.113.9", "192.0.2.1"),
        (1, "", "198.51.100.7"),
        (1, "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
    ],
)
def test_address_is_what_our_own_proxies_say(rf, settings, proxies, forwarded, address):
    settings.PROXY_COUNT = proxies
    request = rf.get("/", REMOTE_ADDR="198.51.100.7", HTTP_X_FORWARDED_FOR=forwarded)

    assert address_of(request) == address
