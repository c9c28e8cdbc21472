from django.conf import settings
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
    valid_until = models.DateField(
        "有效期至",
        null=True,
        blank=True,
        help_text="这一天以后自动失效；没有规定有效期的不填。",
    )
    amended_on = models.DateField("最近修改日期", null=True, blank=True)
    ended_on = models.DateField("废止（失效）日期", null=True, blank=True)
    ended_how = models.CharField(
        "终止方式", max_length=20, choices=EndKind.choices, blank=True
    )
    replaced_by = models.ForeignKey(
        "self",
        verbose_name="替代它的文件",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaces",
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
            models.CheckConstraint(
                name="normative_document_valid_after_issue",
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("issued_on")),
                violation_error_message="有效期早于制发日期，请改正。",
            ),
            models.CheckConstraint(
                name="normative_document_replaced_by_another",
                condition=models.Q(replaced_by__isnull=True)
                | ~models.Q(replaced_by=models.F("pk")),
                violation_error_message="替代它的文件不能是它本身，请另选。",
            ),
        ]
        indexes = [
            models.Index(
                fields=["valid_until"],
                condition=models.Q(valid_until__isnull=False, ended_on__isnull=True),
                name="document_expiring",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ProceedingKind(models.TextChoices):
    """What a document passes before it is issued."""

    CONSULTATION = "consultation", "征求意见"
    LEGALITY_REVIEW = "legality_review", "合法性审核"
    DELIBERATION = "deliberation", "集体审议"


class DocumentProceeding(models.Model):
    """A step of a document's making: when, and with what result."""

    document = models.ForeignKey(
        NormativeDocument,
        verbose_name="规范性文件",
        on_delete=models.CASCADE,
        related_name="proceedings",
    )
    kind = models.CharField("程序", max_length=20, choices=ProceedingKind.choices)
    on = models.DateField("日期")
    result = models.CharField("结果", max_length=300)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="登记人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "制定程序"
        verbose_name_plural = "制定程序"
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"
