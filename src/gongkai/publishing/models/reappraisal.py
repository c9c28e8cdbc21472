from django.conf import settings
from django.db import models


class ReappraisalResult(models.TextChoices):
    """What looking again at withheld information came to."""

    KEPT = "kept", "维持"
    DISCLOSED = "disclosed", "转为主动公开"


class Reappraisal(models.Model):
    """A look at information that is not public: 条例第十八条."""

    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        on_delete=models.CASCADE,
        related_name="reappraisals",
    )
    on = models.DateField("评估日期")
    result = models.CharField("结果", max_length=20, choices=ReappraisalResult.choices)
    reason = models.CharField("理由", max_length=300)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="办理人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "定期评估"
        verbose_name_plural = "定期评估"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.get_result_display()}"
