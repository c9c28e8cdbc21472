"""How often an address or an applicant may apply online, or try a query code.

No one is cut off from his right: 条例第二十九条 leaves the other ways open, and what is
said here names them.
"""

from datetime import timedelta

from django.conf import settings

from gongkai.organs.limits import Limit


def submissions_from_address() -> Limit:
    return Limit("apply.address", settings.APPLY_PER_ADDRESS, timedelta(days=1))


def submissions_of_identity() -> Limit:
    return Limit("apply.identity", settings.APPLY_PER_IDENTITY, timedelta(days=1))


def failed_queries() -> Limit:
    return Limit("follow", settings.FOLLOW_PER_ADDRESS, timedelta(minutes=15))


def failed_feeds() -> Limit:
    return Limit("feed", settings.FOLLOW_PER_ADDRESS, timedelta(minutes=15))
