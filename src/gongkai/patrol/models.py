from django.db import models

from gongkai.organs.models import RegisterRecord


class PatrolEntry(RegisterRecord):
    """One patrol (巡查) of the site, as the log keeps it."""

    patrolled_on = models.DateField("巡查日期")
    site = models.CharField("巡查对象", max_length=200)
    patroller = models.CharField("巡查人", max_length=60, blank=True)
    findings = models.PositiveIntegerField("发现问题数", default=0)
    description = models.TextField("巡查情况", blank=True)
    rectified_on = models.DateField("整改完成日期", null=True, blank=True)

    class Meta(RegisterRecord.Meta):
        verbose_name = "巡查记录"
        verbose_name_plural = "巡查记录"
        ordering = ["-patrolled_on", "-pk"]
        indexes = [
            models.Index(fields=["organ", "patrolled_on"], name="patrol_day"),
        ]

    def __str__(self) -> str:
        return f"{self.patrolled_on} {self.site}"
