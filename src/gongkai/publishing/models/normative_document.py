from django.db import models

from gongkai.organs.models import RegisterRecord


class DocumentKind(models.TextChoices):
    """The two rows of table two, 第二十条第（一）项."""

    RULES = "regulations", "规章"
    NORMATIVE = "normative_documents", "行政规范性文件"


class EndKind(models.TextChoices):
    """How a document stopped holding."""

    REPEALED = "repealed", "废止"
    LAPSED = "lapsed", "失效"


class NormativeDocument(RegisterRecord):
    """A set of rules or a normative document (行政规范性文件), from issue to end."""

    kind = models.CharField(
        "类别",
        max_length=30,
        choices=DocumentKind.choices,
        default=DocumentKind.NORMATIVE,
    )
    title = models.CharField("标题", max_length=300)
    document_number = models.CharField("发文字号", max_length=80)
    issued_on = models.DateField("制发日期")
    effective_on = models.DateField("施行日期", null=True, blank=True)
    ended_on = models.DateField("废止（失效）日期", null=True, blank=True)
    ended_how = models.CharField(
        "终止方式", max_length=20, choices=EndKind.choices, blank=True
    )
    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="normative_documents",
    )

    class Meta(RegisterRecord.Meta):
        verbose_name = "规范性文件"
        verbose_name_plural = "规范性文件"
        ordering = ["-issued_on", "-pk"]
        constraints = [
            *RegisterRecord.Meta.constraints,
            models.CheckConstraint(
                name="normative_document_ends_after_issue",
                condition=models.Q(ended_on__isnull=True)
                | models.Q(ended_on__gte=models.F("issued_on")),
                violation_error_message="废止（失效）日期早于制发日期，请改正。",
            ),
        ]

    def __str__(self) -> str:
        return self.title
