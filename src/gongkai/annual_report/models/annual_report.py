from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class ReportStatus(models.TextChoices):
    """Where a report stands."""

    DRAFT = "draft", "编制中"
    PUBLISHED = "published", "已发布"


class AnnualReport(models.Model):
    """The annual report (年度报告) of an organ for a year.

    Tables are never stored while it is a draft: they are counted from the records.
    The prose keeps its figures as marks (``gongkai.annual_report.prose``).
    ``published`` is the exchange document as it stood when it was published.
    """

    organ = models.ForeignKey(
        "organs.Organ", verbose_name="机关", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField(
        "年度", validators=[MinValueValidator(2008), MaxValueValidator(2100)]
    )
    format = models.CharField("格式", max_length=10, default="2021")
    overview = models.TextField("一、总体情况", blank=True)
    problems = models.TextField("五、存在的主要问题及改进情况", blank=True)
    other_matters = models.TextField("六、其他需要报告的事项", blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=ReportStatus.choices, default=ReportStatus.DRAFT
    )
    published_on = models.DateField("公开日期", null=True, blank=True)
    published = models.JSONField("公开文本", null=True, blank=True)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    updated_at = models.DateTimeField("修改时间", auto_now=True)

    class Meta:
        verbose_name = "年度报告"
        verbose_name_plural = "年度报告"
        ordering = ["-year", "organ"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "year"],
                name="annual_report_once_a_year",
                violation_error_message="本机关这一年的年度报告已经建立。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organ}{self.year}年政府信息公开工作年度报告"
