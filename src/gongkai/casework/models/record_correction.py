from django.conf import settings
from django.db import models

from gongkai.casework.models.applicant import ApplicantFields
from gongkai.casework.models.disclosure_request import RequestChannel
from gongkai.organs.encryption import EncryptedTextField
from gongkai.organs.models import RegisterRecord
from gongkai.organs.sealed_files import SealedStorage
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.corrections import CorrectionPower, CorrectionResult

_WITH_POWER = [CorrectionResult.CORRECTED, CorrectionResult.REFUSED]
_WITHOUT_POWER = [CorrectionResult.FORWARDED, CorrectionResult.ELSEWHERE]


class RecordCorrection(RegisterRecord):
    """Somebody asks to correct what the organ records about him (条例第四十一条).

    Not the amendment (补正) of a request, and not counted in table three. What tells
    of the person stands in sealed fields; ``record`` is the name of the record alone.
    It ends with one result on ``ended_on``; ``told_on`` is when he was told.
    """

    person_kind = models.CharField(
        "申请人类别",
        max_length=40,
        choices=[(kind.value, kind.label) for kind in ApplicantKind],
    )
    channel = models.CharField(
        "提出方式", max_length=20, choices=RequestChannel.choices
    )
    received_on = models.DateField("收到日期")
    due_on = models.DateField("办理期限", editable=False, null=True)
    record = models.CharField(
        "要求更正的记录",
        max_length=300,
        help_text="记录的名称，如“学籍卡”，不写申请人的姓名和记录的内容。",
    )
    inaccuracy = EncryptedTextField("不准确之处和要求", blank=True)
    evidence = EncryptedTextField("证据", blank=True)
    handler = models.ForeignKey(
        "organs.Person",
        verbose_name="承办人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="来自公开申请",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    power = models.CharField(
        "更正权限",
        max_length=20,
        blank=True,
        choices=[(power.value, power.label) for power in CorrectionPower],
    )
    finding = EncryptedTextField("审核情况", blank=True)
    result = models.CharField(
        "办理结果",
        max_length=20,
        blank=True,
        choices=[(result.value, result.label) for result in CorrectionResult],
    )
    explanation = EncryptedTextField("结果说明", blank=True)
    right_organ = models.CharField("有权更正的机关", max_length=120, blank=True)
    right_organ_contact = models.CharField("该机关联系方式", max_length=300, blank=True)
    ended_on = models.DateField("办结日期", null=True, blank=True)
    reply_number = models.CharField("告知文号", max_length=80, blank=True)
    told_on = models.DateField("告知日期", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(RegisterRecord.Meta):
        verbose_name = "信息更正"
        verbose_name_plural = "信息更正"
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(fields=["organ", "ended_on", "due_on"], name="correction_due"),
        ]
        constraints = [
            *RegisterRecord.Meta.constraints,
            models.CheckConstraint(
                name="correction_ends_whole",
                condition=models.Q(ended_on__isnull=True, result="")
                | (models.Q(ended_on__isnull=False) & ~models.Q(result="")),
                violation_error_message="办理结果和办结日期要么都填，要么都不填。",
            ),
            models.CheckConstraint(
                name="correction_ends_after_receipt",
                condition=models.Q(ended_on__isnull=True)
                | models.Q(ended_on__gte=models.F("received_on")),
                violation_error_message="办结日期早于收到日期，请改正其中一个。",
            ),
            models.CheckConstraint(
                name="correction_told_after_end",
                condition=models.Q(told_on__isnull=True)
                | models.Q(ended_on__isnull=False, told_on__gte=models.F("ended_on")),
                violation_error_message="告知日期应当在办结之后，请改正其中一个。",
            ),
            models.CheckConstraint(
                name="correction_result_by_power",
                condition=models.Q(result__in=["", CorrectionResult.WITHDRAWN])
                | models.Q(power=CorrectionPower.HELD, result__in=_WITH_POWER)
                | models.Q(power=CorrectionPower.NOT_HELD, result__in=_WITHOUT_POWER),
                violation_error_message="有权更正的，结果是更正或者不予更正；"
                "无权更正的，是转送或者告知向有权机关提出。",
            ),
            models.CheckConstraint(
                name="correction_names_right_organ",
                condition=~models.Q(result__in=_WITHOUT_POWER)
                | ~models.Q(right_organ=""),
                violation_error_message="转送或者告知向有权机关提出的，要写明该机关。",
            ),
        ]


class CorrectionPerson(ApplicantFields):
    """Who asks for the correction, sealed."""

    correction = models.OneToOneField(
        RecordCorrection,
        verbose_name="信息更正",
        on_delete=models.CASCADE,
        related_name="person",
    )

    class Meta:
        verbose_name = "更正申请人"
        verbose_name_plural = "更正申请人"

    def __str__(self) -> str:
        return f"{self.correction_id}的申请人"


class CorrectionFile(models.Model):
    """A piece of evidence, sealed on disk with its title; never public."""

    correction = models.ForeignKey(
        RecordCorrection,
        verbose_name="信息更正",
        on_delete=models.CASCADE,
        related_name="files",
    )
    title = EncryptedTextField("名称", max_length=200)
    file = models.FileField(
        "文件", upload_to="corrections/%Y/%m/", storage=SealedStorage()
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="上传人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True)

    class Meta:
        verbose_name = "更正证据"
        verbose_name_plural = "更正证据"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
