"""提醒和日历: what a person is told today, and his calendar's secret address."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gongkai.casework.models import CalendarFeed, Reminder, ReminderState
from gongkai.casework.selectors.digest import digest_of
from gongkai.casework.services.feeds import issue_feed, stop_feed
from gongkai.desk.registers.furniture import HOME
from gongkai.desk.reminders.mail import has_mail
from gongkai.organs.calendar import is_working_day


def page(request: HttpRequest) -> HttpResponse:
    """Show today's reminder and how the calendar stands."""
    return _page(request)


@require_POST
@never_cache
def issue(request: HttpRequest) -> HttpResponse:
    """Make a new secret address and show it, this once."""
    token = issue_feed(account=request.user)
    path = reverse("calendar_feed", args=[token])
    return _page(request, f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}")


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Stop the calendar."""
    stop_feed(account=request.user)
    messages.success(request, "日历订阅已停用，原来的地址打不开了。")
    return redirect("case:reminders")


def _page(request: HttpRequest, address: str = "") -> HttpResponse:
    today = timezone.localdate()
    account: Any = request.user
    context = {
        "page_title": "提醒和日历",
        "breadcrumbs_items": [
            HOME,
            {"url": reverse("desk_account"), "label": "我的账号"},
            {"url": "", "label": "提醒和日历"},
        ],
        "today": today,
        "is_working_day": is_working_day(today),
        "digest": digest_of(account, today),
        "mail": _mail_words(account, today),
        "feed": CalendarFeed.objects.filter(account=account).first(),
        "address": address,
        "subscription": address.replace("https://", "webcal://", 1).replace(
            "http://", "webcal://", 1
        ),
    }
    return render(request, "desk/reminders/page.html", context)


def _mail_words(account: Any, today: Any) -> str:
    """Say what became of today's mail."""
    if not has_mail():
        return "还没有配置邮件服务器，提醒只在这里显示；要收邮件的，请告诉系统管理员。"
    if not account.email:
        return (
            "您的账号没有登记电子邮箱，提醒只在这里显示；请系统管理员在“账号”里补上。"
        )
    sent = Reminder.objects.filter(account=account, on=today).first()
    if sent is None:
        return f"每个工作日早上8时发到 {account.email}，没有要提醒的不发。"
    if sent.state == ReminderState.FAILED:
        return "今天的邮件没有发出：邮件服务器没有接收。程序每小时再试一次。"
    at = timezone.localtime(sent.at)
    return f"今天的提醒已在 {at:%H:%M} 发到 {account.email}。"
