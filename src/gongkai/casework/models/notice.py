from django.conf import settings
from django.db import models

from gongkai.organs.encryption import EncryptedTextField


class NoticeStatus(models.TextChoices):
    """Where a notice (告知书) stands."""

    DRAFT = "draft", "起草中"
    AWAITING_APPROVAL = "awaiting_approval", "待审批"
    APPROVED = "approved", "已批准"
    SENT = "sent", "已送出"


class Notice(models.Model):
    """A notice of a case: its kind, number, elements and text.

    ``elements`` (JSON) and ``text`` (JSON of the composed notice) name the
    applicant, so both are sealed. ``kind`` is a key of ``statute.notices``.
    ``number`` is the one in force (``NoticeNumber``). ``round`` counts how often the
    notice was sent up for approval: what was approved in an earlier round is history.
    ``supersedes`` is a notice that went out and that this one revokes.
    """

    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.PROTECT,
        related_name="notices",
    )
    step = models.OneToOneField(
        "casework.CaseStep",
        verbose_name="办理步骤",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="notice",
    )
    kind = models.CharField("文书", max_length=40)
    outcome = models.CharField("结果", max_length=50, blank=True)
    ground = models.CharField("依据", max_length=20, blank=True)
    number = models.CharField("文号", max_length=80, blank=True)
    dated_on = models.DateField("落款日期", null=True, blank=True)
    elements = EncryptedTextField("要素", blank=True)
    text = EncryptedTextField("正文", blank=True)
    status = models.CharField(
        "状态",
        max_length=30,
        choices=NoticeStatus.choices,
        default=NoticeStatus.DRAFT,
    )
    round = models.PositiveSmallIntegerField("送审次数", default=1, editable=False)
    supersedes = models.OneToOneField(
        "self",
        verbose_name="撤销的文书",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="superseded_by",
    )
    supersede_reason = EncryptedTextField("撤销的理由", blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="起草人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    made_at = models.DateTimeField("起草时间", auto_now_add=True)

    class Meta:
        verbose_name = "文书"
        verbose_name_plural = "文书"
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["status"],
                condition=models.Q(status="awaiting_approval"),
                name="notice_awaiting",
            )
        ]

    def __str__(self) -> str:
        return self.number or self.kind


class NoticeApproval(models.Model):
    """One person's decision on a notice, at one level of a round."""

    notice = models.ForeignKey(
        Notice, verbose_name="文书", on_delete=models.PROTECT, related_name="approvals"
    )
    round = models.PositiveSmallIntegerField("送审次数", default=1, editable=False)
    level = models.PositiveSmallIntegerField("级次")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="审批人",
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_approved = models.BooleanField("同意")
    reason = models.TextField("意见", blank=True)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = "文书审批"
        verbose_name_plural = "文书审批"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "round", "account"],
                condition=models.Q(is_approved=True),
                name="approved_once_by_each",
            ),
            models.UniqueConstraint(
                fields=["notice", "round", "level"],
                condition=models.Q(is_approved=True),
                name="level_approved_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice} 第{self.level}级"


class DeliveryWay(models.TextChoices):
    """How a notice reaches its addressee (国办公开办函〔2016〕235号)."""

    POST = "post", "邮政寄送"
    COUNTER = "counter", "当面送达"
    EMAIL = "email", "电子邮件"
    PLATFORM = "platform", "网上平台"


class Delivery(models.Model):
    """A notice going out, and the proof that it arrived."""

    notice = models.ForeignKey(
        Notice, verbose_name="文书", on_delete=models.PROTECT, related_name="deliveries"
    )
    way = models.CharField("送达方式", max_length=20, choices=DeliveryWay.choices)
    sent_on = models.DateField("寄出（发出）日期")
    tracking_number = models.CharField("邮件号码", max_length=60, blank=True)
    received_on = models.DateField("签收日期", null=True, blank=True)
    signed_by = EncryptedTextField("签收人", blank=True)
    proof = models.ForeignKey(
        "casework.CaseFile",
        verbose_name="送达凭证",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "送达"
        verbose_name_plural = "送达"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.notice} {self.get_way_display()}"
