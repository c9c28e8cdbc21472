from django.core.validators import MinValueValidator
from django.db import models

from gongkai.ledger.models.money import YuanField
from gongkai.organs.models import RegisterRecord


class EntryKind(models.TextChoices):
    """What an entry counts, named by the row of table two."""

    LICENSING = "administrative_licensing", "行政许可"
    PENALTY = "administrative_penalties", "行政处罚"
    COMPULSION = "administrative_compulsion", "行政强制"
    FEE = "administrative_fees", "行政事业性收费"


class LedgerEntry(RegisterRecord):
    """One decision, or a dated count of decisions or fees, with its source.

    ``quantity`` counts decisions (1 for a single one); ``amount`` is the yuan that
    were collected, for fees only.
    """

    kind = models.CharField("类别", max_length=40, choices=EntryKind.choices)
    happened_on = models.DateField("日期")
    subject = models.CharField("事项", max_length=200)
    quantity = models.PositiveIntegerField(
        "数量", default=1, validators=[MinValueValidator(1)]
    )
    amount = YuanField("金额（元）", null=True, blank=True)
    result = models.CharField("结果", max_length=40, blank=True)
    source_document = models.CharField("来源文件", max_length=200, blank=True)
    office = models.ForeignKey(
        "organs.Office",
        verbose_name="责任股室",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(RegisterRecord.Meta):
        verbose_name = "表二台账"
        verbose_name_plural = "表二台账"
        ordering = ["-happened_on", "-pk"]
        indexes = [
            models.Index(
                fields=["organ", "happened_on", "kind", "quantity", "amount"],
                name="ledger_counting",
            ),
            models.Index(fields=["-happened_on", "-id"], name="ledger_newest"),
        ]
        constraints = [
            *RegisterRecord.Meta.constraints,
            models.CheckConstraint(
                name="ledger_fee_has_amount",
                condition=models.Q(kind="administrative_fees", amount__isnull=False)
                | (
                    ~models.Q(kind="administrative_fees")
                    & models.Q(amount__isnull=True)
                ),
                violation_error_message="行政事业性收费要填金额，其他类别不填金额。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"
