"""A person's digest as a mail: numbers, what is due, days and addresses only."""

import logging
import smtplib
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse

from gongkai.casework.selectors.digest import Digest, DigestLine

_log = logging.getLogger(__name__)


def has_mail() -> bool:
    """Return whether a mail server is set up."""
    return bool(settings.EMAIL_HOST)


def send_digest(account: Any, digest: Digest) -> bool:
    """Send the digest; False when the mail server did not take it."""
    try:
        send_mail(_subject(digest), _body(digest), None, [account.email])
    except (smtplib.SMTPException, OSError) as error:
        _log.warning("a reminder was not sent: %s", type(error).__name__)
        return False
    return True


def _subject(digest: Digest) -> str:
    counts = "，".join(f"{label}{len(lines)}件" for label, lines in digest.sections)
    return f"【公开工作台】{digest.today:%Y-%m-%d}办件提醒：{counts}"


def _body(digest: Digest) -> str:
    parts = []
    for label, lines in digest.sections:
        parts += [f"{label}（{len(lines)}件）", *map(_line, lines), ""]
    parts.append(f"全部提醒：{_address('case:reminders')}")
    parts.append("不想收到邮件的，请公开专员在“办理设置—提醒”里关闭。")
    return "\n".join(parts)


def _line(line: DigestLine) -> str:
    day = f"{line.day:%Y-%m-%d}" if line.day else ""
    address = _address(line.page, line.pk)
    return f"  {line.organ} {line.number} {line.what} {day} {address}"


def _address(name: str, *args: int) -> str:
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    return f"{base}{reverse(name, args=args)}"
