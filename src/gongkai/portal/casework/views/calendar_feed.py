"""The calendar behind a secret address; whoever has the address reads it."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.casework.selectors.calendar_days import calendar_days
from gongkai.casework.services.feeds import use_feed
from gongkai.organs.limits import address_of
from gongkai.portal.casework.feed import calendar_of
from gongkai.portal.casework.limits import failed_feeds

_GONE = "没有这个日历。请登录工作台，在“我的账号—提醒和日历”里重新生成地址。"
_TOO_OFTEN = "地址错误的次数太多，请15分钟后再试。"
_PLAIN = "text/plain; charset=utf-8"


@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Return the calendar; wrong secrets are counted, and too many are refused."""
    limit, who = failed_feeds(), address_of(request)
    if limit.is_reached(who):
        return _private(HttpResponse(_TOO_OFTEN, content_type=_PLAIN, status=429))
    feed = use_feed(token)
    if feed is None:
        limit.count(who)
        return _private(HttpResponse(_GONE, content_type=_PLAIN, status=404))
    days = calendar_days(feed.account, timezone.localdate())
    content = calendar_of(days, timezone.now())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="gongkai.ics"'
    return _private(answer)


def _private(answer: HttpResponse) -> HttpResponse:
    """Keep it out of caches, search engines and other sites' logs."""
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
