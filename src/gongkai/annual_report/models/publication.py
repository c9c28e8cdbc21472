from django.conf import settings
from django.db import models


class PublicationOverride(models.Model):
    """A named person's decision to publish against error findings, and why."""

    report = models.ForeignKey(
        "annual_report.AnnualReport",
        verbose_name="年度报告",
        on_delete=models.PROTECT,
        related_name="overrides",
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="决定人",
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = models.TextField("理由")
    findings = models.JSONField("未解决的问题")
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = "带问题发布的决定"
        verbose_name_plural = "带问题发布的决定"
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.reason
