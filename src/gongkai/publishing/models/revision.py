from django.conf import settings
from django.db import models


class ItemRevision(models.Model):
    """An item as it was saved: for comparing, and for what a reviewer saw.

    ``values`` are its fields as text, ``files`` its attachments by title and
    ``sha256``; ``content`` is the fingerprint of both.
    """

    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        on_delete=models.PROTECT,
        related_name="revisions",
    )
    content = models.CharField("内容校验", max_length=64)
    values = models.JSONField("内容")
    files = models.JSONField("附件", default=list)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="保存人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = "历次稿"
        verbose_name_plural = "历次稿"
        ordering = ["item", "pk"]

    def __str__(self) -> str:
        return f"{self.item} {self.at:%Y-%m-%d %H:%M}"
