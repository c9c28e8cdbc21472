from django.db import models


class IndexSeries(models.Model):
    """The last serial that an organ gave in a period (``2026`` or ``202611``).

    Its row is the lock under which two items never get one index number.
    """

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.CASCADE,
        related_name="+",
    )
    period = models.CharField("年份或者月份", max_length=6)
    last = models.PositiveIntegerField("最后流水号", default=0)

    class Meta:
        verbose_name = "索引号序列"
        verbose_name_plural = "索引号序列"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "period"], name="index_series_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.period}-{self.last:05d}"


class SpentIndexNumber(models.Model):
    """An index number whose item was deleted: it is not given again."""

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.CASCADE,
        related_name="+",
    )
    number = models.CharField("索引号", max_length=80)
    title = models.CharField("原标题", max_length=300)
    at = models.DateTimeField("删除时间", auto_now_add=True)

    class Meta:
        verbose_name = "已用索引号"
        verbose_name_plural = "已用索引号"
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="spent_once")
        ]

    def __str__(self) -> str:
        return self.number
