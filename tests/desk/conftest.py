from datetime import date

import pytest

from factories.organs import OrganFactory, account_with_role
from gongkai.organs.roles import Role


@pytest.fixture
def organ(db):
    return OrganFactory(code="A-1", name="云溪县教育局", short_name="县教育局")


@pytest.fixture
def other_organ(db):
    return OrganFactory(code="B-1", name="云溪县卫生健康委员会")


@pytest.fixture
def officer(organ):
    return account_with_role(Role.OGI_OFFICER, organ)


@pytest.fixture
def desk(client, officer):
    """A browser in which the organ's OGI officer is signed in."""
    client.force_login(officer)
    return client


@pytest.fixture
def as_role(client, organ):
    """Sign in as somebody who holds a role in the organ."""

    def sign_in(role):
        account = account_with_role(role, organ)
        client.force_login(account)
        return client

    return sign_in


@pytest.fixture
def today(monkeypatch):
    """Wednesday, 9 February 2022, a working day."""
    day = date(2022, 2, 9)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)
    return day
