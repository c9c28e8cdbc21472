from django.conf import settings
from django.db import models


class ImportBatch(models.Model):
    """One file that was read into a register: what it was, who brought it, what came.

    ``rows`` counts what became of the rows: added, changed, unchanged.
    """

    register = models.CharField("登记簿", max_length=60)
    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    file_name = models.CharField("文件名", max_length=200)
    sha256 = models.CharField("文件校验值", max_length=64)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="导入人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    rows = models.JSONField("行数", default=dict)
    at = models.DateTimeField("导入时间", auto_now_add=True)

    class Meta:
        verbose_name = "导入记录"
        verbose_name_plural = "导入记录"
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.file_name
