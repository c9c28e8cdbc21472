from django.db import models


class Register(models.TextChoices):
    """What is numbered: each has a series of its own."""

    REQUESTS = "requests", "公开申请"
    CORRECTIONS = "corrections", "信息更正"


class NumberSeries(models.Model):
    """The last running number that an organ gave in a register in a year.

    Its row is the lock under which two requests never get one number.
    """

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.CASCADE,
        related_name="+",
    )
    register = models.CharField(
        "登记簿",
        max_length=20,
        choices=Register.choices,
        default=Register.REQUESTS,
    )
    year = models.PositiveSmallIntegerField("年度")
    last = models.PositiveIntegerField("最后编号", default=0)

    class Meta:
        verbose_name = "申请编号"
        verbose_name_plural = "申请编号"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "register", "year"], name="series_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.last:04d}"
