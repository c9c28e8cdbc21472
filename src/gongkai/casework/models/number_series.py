from django.db import models


class NumberSeries(models.Model):
    """The last running number that an organ gave to a request of a year.

    Its row is the lock under which two requests never get one number.
    """

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.CASCADE,
        related_name="+",
    )
    year = models.PositiveSmallIntegerField("年度")
    last = models.PositiveIntegerField("最后编号", default=0)

    class Meta:
        verbose_name = "申请编号"
        verbose_name_plural = "申请编号"
        constraints = [
            models.UniqueConstraint(fields=["organ", "year"], name="series_once")
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.last:04d}"
