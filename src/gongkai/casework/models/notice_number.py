from django.db import models


class NoticeNumber(models.Model):
    """A document number (发文字号) that was given: to one notice, once and for good.

    The register of numbers: a notice that is taken back before it goes out gives its
    number up, and the row stays with the reason, so that every gap is explained.
    """

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="notice_numbers",
    )
    year = models.PositiveSmallIntegerField("年度")
    serial = models.PositiveIntegerField("序号")
    number = models.CharField("文号", max_length=80)
    notice = models.ForeignKey(
        "casework.Notice",
        verbose_name="文书",
        on_delete=models.PROTECT,
        related_name="numbers",
    )
    given_at = models.DateTimeField("编号时间", auto_now_add=True)
    voided_at = models.DateTimeField("作废时间", null=True, blank=True)
    void_reason = models.TextField("作废的理由", blank=True)

    class Meta:
        verbose_name = "发文字号"
        verbose_name_plural = "发文字号"
        ordering = ["organ", "year", "serial"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "year", "serial"], name="notice_number_once"
            ),
            models.UniqueConstraint(
                fields=["organ", "number"], name="notice_number_text_once"
            ),
            models.UniqueConstraint(
                fields=["notice"],
                condition=models.Q(voided_at__isnull=True),
                name="notice_has_one_number",
            ),
            models.CheckConstraint(
                condition=models.Q(voided_at__isnull=True) | ~models.Q(void_reason=""),
                name="voided_number_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number
