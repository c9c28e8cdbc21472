from django.conf import settings
from django.db import models

from gongkai.ledger.models import YuanField
from gongkai.organs.encryption import EncryptedTextField
from gongkai.statute.fees import FeeWay


class FeeDecision(models.Model):
    """Whether a request is charged for, and how much (条例第四十二条第一款).

    The last one of a case holds; the others tell what was decided before. A charge
    is counted one way only: by ``ordinal``, the request's place in the natural month
    of its receipt when it was decided, or by ``pages``.
    """

    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.PROTECT,
        related_name="fee_decisions",
    )
    is_charged = models.BooleanField("收取")
    way = models.CharField(
        "计收方式",
        max_length=20,
        blank=True,
        choices=[(way.value, way.label) for way in FeeWay],
    )
    ordinal = models.PositiveIntegerField("当月第几件", null=True, blank=True)
    pages = models.PositiveIntegerField("页数", null=True, blank=True)
    amount = YuanField("金额（元）", default=0)
    reason = EncryptedTextField("理由", blank=True)
    decided_on = models.DateField("决定日期")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="决定人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = "收费决定"
        verbose_name_plural = "收费决定"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="fee_counted_one_way",
                condition=models.Q(
                    is_charged=False,
                    way="",
                    ordinal__isnull=True,
                    pages__isnull=True,
                    amount=0,
                )
                | models.Q(
                    is_charged=True,
                    way=FeeWay.BY_REQUESTS.value,
                    ordinal__isnull=False,
                    pages__isnull=True,
                    amount__gt=0,
                )
                | models.Q(
                    is_charged=True,
                    way=FeeWay.BY_PAGES.value,
                    ordinal__isnull=True,
                    pages__isnull=False,
                    amount__gt=0,
                ),
                violation_error_message="按件、按量只选一种，金额应当大于0元。",
            )
        ]

    def __str__(self) -> str:
        return f"收取{self.amount}元" if self.is_charged else "不收取"


class FeePayment(models.Model):
    """Money of a processing fee that came in, or went back.

    ``step`` is the 收到缴费 that the payment made complete; a part has none.
    """

    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.PROTECT,
        related_name="fee_payments",
    )
    step = models.OneToOneField(
        "casework.CaseStep",
        verbose_name="办理步骤",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="fee_payment",
    )
    is_refund = models.BooleanField("退费", default=False)
    on = models.DateField("日期")
    amount = YuanField("金额（元）")
    receipt_number = models.CharField("票据号码", max_length=80, blank=True)
    reason = EncryptedTextField("理由", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="登记人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = "缴费退费"
        verbose_name_plural = "缴费退费"
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="fee_payment_is_money",
                condition=models.Q(amount__gt=0),
                violation_error_message="金额应当大于0元。",
            )
        ]

    def __str__(self) -> str:
        return f"{'退费' if self.is_refund else '缴费'}{self.amount}元"
