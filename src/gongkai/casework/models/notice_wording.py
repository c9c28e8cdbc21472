from django.conf import settings
from django.db import models


class NoticeWording(models.Model):
    """How an organ words a kind of notice (文书范本), from a moment on.

    The newest row of an organ and ``slot`` (``statute.notices.NoticeKind.slot``) is in
    force; an empty ``text`` goes back to what is above: the nearest organ's own
    wording, else the program's. Rows are never changed, so that they are the history.
    """

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="notice_wordings",
    )
    slot = models.CharField("文书", max_length=100)
    text = models.TextField("正文", blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="修改人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField("修改时间", auto_now_add=True)

    class Meta:
        verbose_name = "文书范本"
        verbose_name_plural = "文书范本"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["slot", "organ", "-id"], name="wording_newest")]

    def __str__(self) -> str:
        return f"{self.organ} {self.slot}"
