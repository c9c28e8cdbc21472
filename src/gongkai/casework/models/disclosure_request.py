from django.db import models

from gongkai.ledger.models import YuanField
from gongkai.organs.models import RegisterRecord
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.outcomes import Outcome


class RequestChannel(models.TextChoices):
    """How a request came in; decides its date of receipt (条例第三十一条)."""

    IN_PERSON = "in_person", "当面提交"
    POST_SIGNED = "post_signed", "邮寄（签收）"
    POST_UNSIGNED = "post_unsigned", "平常信函"
    ONLINE = "online", "网上提交"
    FAX = "fax", "传真"
    EMAIL = "email", "电子邮件"


class DisclosureRequest(RegisterRecord):
    """A request for disclosure (政府信息公开申请), from receipt to its end.

    It ends in exactly one outcome on ``closed_on``; an open one has neither.
    No personal data of the applicant is kept here yet: only the kind of applicant.
    """

    applicant_kind = models.CharField(
        "申请人类别",
        max_length=40,
        choices=[(kind.value, kind.label) for kind in ApplicantKind],
    )
    channel = models.CharField(
        "申请渠道", max_length=20, choices=RequestChannel.choices
    )
    subject = models.TextField("申请内容")
    received_on = models.DateField("收到日期")
    office = models.ForeignKey(
        "organs.Office",
        verbose_name="承办股室",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    amendment_noticed_on = models.DateField("补正告知日期", null=True, blank=True)
    consulted_on = models.DateField("征求第三方意见日期", null=True, blank=True)
    fee_noticed_on = models.DateField("收费通知日期", null=True, blank=True)
    processing_fee = YuanField("实收信息处理费（元）", default=0)
    outcome = models.CharField(
        "办理结果",
        max_length=50,
        blank=True,
        choices=[(outcome.value, outcome.label) for outcome in Outcome],
    )
    closed_on = models.DateField("办结日期", null=True, blank=True)
    reply_number = models.CharField("答复文号", max_length=80, blank=True)

    class Meta(RegisterRecord.Meta):
        verbose_name = "公开申请"
        verbose_name_plural = "依申请公开"
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(
                fields=[
                    "organ",
                    "applicant_kind",
                    "outcome",
                    "received_on",
                    "closed_on",
                ],
                name="request_counting",
            ),
            models.Index(fields=["-received_on", "-id"], name="request_newest"),
        ]
        constraints = [
            *RegisterRecord.Meta.constraints,
            models.CheckConstraint(
                name="request_ends_whole",
                condition=models.Q(closed_on__isnull=True, outcome="")
                | (models.Q(closed_on__isnull=False) & ~models.Q(outcome="")),
                violation_error_message="办理结果和办结日期要么都填，要么都不填。",
            ),
            models.CheckConstraint(
                name="request_ends_after_receipt",
                condition=models.Q(closed_on__isnull=True)
                | models.Q(closed_on__gte=models.F("received_on")),
                violation_error_message="办结日期早于收到日期，请改正其中一个。",
            ),
        ]
