"""Signing in to the desk; guessing is stopped, the right account is not locked out."""

import pytest

from desk.pages import text_of
from gongkai.desk.account.login_form import failures_of_account
from gongkai.organs.models import Account

pytestmark = pytest.mark.django_db

LOGIN, RIGHT = "/desk/login/", "云溪-right-1"


@pytest.fixture(autouse=True)
def account(settings, officer):
    """An officer with a password; two failures are too many."""
    settings.LOGIN_FAILURES = 2
    officer.set_password(RIGHT)
    officer.save()
    return officer


def sign_in(client, account, password=RIGHT, address="198.51.100.7"):
    data = {"username": account.username, "password": password}
    return client.post(LOGIN, data, REMOTE_ADDR=address)


def test_guessing_is_stopped_and_told_when_to_try_again(client, account):
    for _ in range(2):
        sign_in(client, account, "wrong")

    response = sign_in(client, account)

    again = failures_of_account().again_in_words()
    assert f"请{again}以后再登录；忘记密码请找本单位的系统管理员。" in text_of(response)
    assert "_auth_user_id" not in client.session


def test_officer_elsewhere_is_not_locked_out(client, account):
    for _ in range(3):
        sign_in(client, account, "wrong")

    assert sign_in(client, account, address="203.0.113.9").url == "/desk/"


def test_right_password_is_not_counted(client, account):
    for _ in range(3):
        assert sign_in(client, account).url == "/desk/"
        client.logout()


def test_address_that_tries_many_accounts_is_stopped(client, account):
    for number in range(10):
        sign_in(client, Account(username=f"guess{number}"), "wrong")

    response = sign_in(client, account)

    assert "次数太多" in text_of(response)
