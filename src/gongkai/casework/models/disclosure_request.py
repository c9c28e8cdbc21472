from django.db import models

from gongkai.ledger.models import YuanField
from gongkai.organs.encryption import EncryptedTextField
from gongkai.organs.models import RegisterRecord
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.clock import ClockState
from gongkai.statute.outcomes import Outcome


class RequestChannel(models.TextChoices):
    """How a request came in; decides its date of receipt (条例第三十一条)."""

    IN_PERSON = "in_person", "当面提交"
    POST_SIGNED = "post_signed", "邮寄（签收）"
    POST_UNSIGNED = "post_unsigned", "平常信函"
    ONLINE = "online", "网上提交"
    FAX = "fax", "传真"
    EMAIL = "email", "电子邮件"


class SupplyForm(models.TextChoices):
    """How the applicant wants to get the information (条例第二十九条、第四十条)."""

    ELECTRONIC = "electronic", "电子文件"
    PAPER = "paper", "纸质复制件"
    INSPECTION = "inspection", "当面查阅"


class DisclosureRequest(RegisterRecord):
    """A request for disclosure (政府信息公开申请), from receipt to its end.

    Its truth is its steps (``CaseStep``). ``state``, ``due_on``, ``received_on``,
    ``closed_on`` and ``outcome`` are copies for lists and counting, kept by
    ``casework.services``; it ends in exactly one outcome on ``closed_on``, an open
    one has neither. ``received_on`` is empty while an electronic request waits for
    confirmation (条例第三十一条第三项) and stays the first day of receipt when an
    amendment lets the clock begin anew: the year in which a request counts as new
    does not move. Who applied stands in ``Applicant``, sealed. ``joined_to`` is the
    earlier open request of the same applicant with which it is handled (并案).
    ``submission_key`` is the hash of the form that was submitted: a form makes one
    request.
    """

    applicant_kind = models.CharField(
        "申请人类别",
        max_length=40,
        choices=[(kind.value, kind.label) for kind in ApplicantKind],
    )
    channel = models.CharField(
        "申请渠道", max_length=20, choices=RequestChannel.choices
    )
    is_oral = models.BooleanField(
        "口头提出，工作人员代填", default=False, editable=False
    )
    receipt_evidence = EncryptedTextField("收到凭据", blank=True, editable=False)
    subject = models.TextField("申请内容")
    submitted_on = models.DateField("提交日期", null=True, blank=True)
    received_on = models.DateField("收到日期", null=True)
    state = models.CharField(
        "状态",
        max_length=30,
        blank=True,
        editable=False,
        choices=[(state.value, state.label) for state in ClockState],
    )
    due_on = models.DateField("答复期限", null=True, blank=True, editable=False)
    supply_form = models.CharField(
        "获取方式", max_length=20, choices=SupplyForm.choices, blank=True
    )
    handler = models.ForeignKey(
        "organs.Person",
        verbose_name="承办人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    letter = models.CharField("同一来件", max_length=80, blank=True)
    joined_to = models.ForeignKey(
        "self",
        verbose_name="并入",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="joined",
    )
    query_code_hash = models.CharField(max_length=128, blank=True, editable=False)
    submission_key = models.CharField(
        max_length=64, null=True, blank=True, unique=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)
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
            models.Index(fields=["organ", "state", "due_on"], name="request_worklist"),
            models.Index(
                fields=["due_on"],
                condition=models.Q(closed_on__isnull=True),
                name="request_open_due",
            ),
            models.Index(
                fields=["organ", "id"],
                condition=models.Q(closed_on__isnull=True),
                name="request_open_of_organ",
            ),
            models.Index(
                fields=["organ", "due_on", "state", "received_on"],
                condition=models.Q(closed_on__isnull=True),
                name="request_open_by_organ",
            ),
            models.Index(fields=["query_code_hash"], name="request_query_code"),
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
