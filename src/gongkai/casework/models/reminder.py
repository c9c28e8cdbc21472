from django.conf import settings
from django.db import models


class ReminderState(models.TextChoices):
    """What became of a person's mail of the day."""

    SENDING = "sending", "正在发送"
    SENT = "sent", "已发送"
    FAILED = "failed", "没有发出"


class Reminder(models.Model):
    """The reminder of one person and one working day; there is never a second.

    A row in ``SENDING`` that nobody finished may have gone out, so it is not sent
    again; a ``FAILED`` one surely did not, and is tried again the same day.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="账号",
        on_delete=models.CASCADE,
        related_name="+",
    )
    on = models.DateField("日期")
    state = models.CharField(
        "状态",
        max_length=10,
        choices=ReminderState.choices,
        default=ReminderState.SENDING,
    )
    at = models.DateTimeField("时间", auto_now=True)

    class Meta:
        verbose_name = "提醒"
        verbose_name_plural = "提醒"
        ordering = ["-on", "account"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "on"], name="reminder_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.on}"


class CalendarFeed(models.Model):
    """The secret address of a person's calendar; only its keyed hash is kept."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="账号",
        on_delete=models.CASCADE,
        related_name="calendar_feed",
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    issued_at = models.DateTimeField("生成时间")
    used_at = models.DateTimeField("最近读取", null=True, blank=True)

    class Meta:
        verbose_name = "日历订阅"
        verbose_name_plural = "日历订阅"

    def __str__(self) -> str:
        return str(self.account)
