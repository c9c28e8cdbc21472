from django.conf import settings
from django.db import models


class CalendarNotice(models.Model):
    """A State Council arrangement entered on the desk before the program ships it.

    ``text`` is the notice as a TOML file of ``statute/calendar/notices`` and is
    read and checked by ``statute.calendar``.
    """

    name = models.SlugField("名称", max_length=60, unique=True)
    year = models.PositiveSmallIntegerField("年度")
    text = models.TextField("安排")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="录入人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    entered_at = models.DateTimeField("录入时间", auto_now_add=True)

    class Meta:
        verbose_name = "放假安排"
        verbose_name_plural = "放假安排"
        ordering = ["-year", "name"]

    def __str__(self) -> str:
        return self.name
