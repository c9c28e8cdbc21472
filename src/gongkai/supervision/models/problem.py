from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from gongkai.organs.models import RegisterRecord


class ProblemKind(models.TextChoices):
    """The two halves of section five of the annual report."""

    PROBLEM = "problem", "存在的问题"
    IMPROVEMENT = "improvement", "改进措施"


class Problem(RegisterRecord):
    """A problem or an improvement that the annual report of a year states."""

    year = models.PositiveSmallIntegerField(
        "报告年度", validators=[MinValueValidator(2008), MaxValueValidator(2100)]
    )
    kind = models.CharField("类别", max_length=20, choices=ProblemKind.choices)
    position = models.PositiveSmallIntegerField("顺序", default=1)
    heading = models.CharField("要点", max_length=200)
    text = models.TextField("内容", blank=True)
    progress = models.TextField("整改进展", blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)

    class Meta(RegisterRecord.Meta):
        verbose_name = "问题与改进"
        verbose_name_plural = "问题与改进"
        ordering = ["-year", "kind", "position"]

    def __str__(self) -> str:
        return self.heading
