from django.db import models

from gongkai.organs.encryption import EncryptedTextField


class AmendedRequest(models.Model):
    """What an applicant sent online in answer to an amendment notice (条例第三十条).

    It stands beside the request as it first came, never in its place. ``step`` is the
    step 收到补正 by which the organ took it in; until then it waits to be confirmed,
    or it came late and was declined. The law asks once, so there is one for a case.
    """

    disclosure_request = models.OneToOneField(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.PROTECT,
        related_name="amended_request",
    )
    text = EncryptedTextField("补正后的申请内容")
    is_late = models.BooleanField("逾期提交", default=False)
    reason = EncryptedTextField("逾期理由", blank=True)
    submitted_on = models.DateField("提交日期")
    submitted_at = models.DateTimeField("提交时间", auto_now_add=True)
    submission_key = models.CharField(max_length=64, unique=True, editable=False)
    step = models.OneToOneField(
        "casework.CaseStep",
        verbose_name="办理步骤",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="amended_request",
    )
    declined_on = models.DateField("不予恢复日期", null=True, blank=True)
    decline_reason = EncryptedTextField("不予恢复的理由", blank=True)

    class Meta:
        verbose_name = "网上补正"
        verbose_name_plural = "网上补正"

    def __str__(self) -> str:
        return f"{self.disclosure_request_id}的补正"

    @property
    def is_waiting(self) -> bool:
        """Whether the organ has still to say something to it."""
        return self.step_id is None and self.declined_on is None
