from django.conf import settings
from django.db import models


class Correction(models.Model):
    """A published item whose content was corrected; the public reads ``reason``."""

    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        on_delete=models.CASCADE,
        related_name="corrections",
    )
    reason = models.CharField("更正说明", max_length=300)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="更正人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField("更正时间")

    class Meta:
        verbose_name = "更正"
        verbose_name_plural = "更正"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.reason
