"""Signing in to the desk: guessing a password is stopped after a while."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail.admin.forms.auth import LoginForm

from gongkai.organs.limits import Limit, address_of

_SPAN = timedelta(minutes=15)
#: Several people sign in from one address.
_PEOPLE = 5


def failures_of_account() -> Limit:
    """Return how often one account may fail from one address.

    Failures from elsewhere do not count: nobody locks an officer out from outside.
    """
    return Limit("login.account", settings.LOGIN_FAILURES, _SPAN)


def failures_from_address() -> Limit:
    """Return how often one address may fail, whatever the accounts."""
    return Limit("login.address", settings.LOGIN_FAILURES * _PEOPLE, _SPAN)


class ThrottledLoginForm(LoginForm):
    """The form of account and password; what failed too often is not even tried."""

    def get_invalid_login_error(self) -> ValidationError:
        """Say what to do; which of the two is wrong is not told."""
        return ValidationError(
            "登录名或密码不对，没有登录。请核对后再试；"
            "忘记密码请找本单位的系统管理员。",
            code="invalid_login",
        )

    def clean(self) -> dict[str, Any]:
        address = address_of(self.request)
        account = self.cleaned_data.get("username", "").strip().casefold()
        counted = (
            (failures_of_account(), f"{address}\0{account}"),
            (failures_from_address(), address),
        )
        for limit, who in counted:
            if limit.is_reached(who):
                raise ValidationError(
                    f"登录名或密码不对的次数太多。请{limit.again_in_words()}以后再登录；"
                    "忘记密码请找本单位的系统管理员。",
                    code="throttled",
                )
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            for limit, who in counted:
                limit.count(who)
            raise
        return cleaned
