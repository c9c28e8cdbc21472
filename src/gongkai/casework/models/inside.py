from django.conf import settings
from django.db import models


class UnitConsultation(models.Model):
    """A question to an office inside the organ, with a due day of its own."""

    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.PROTECT,
        related_name="unit_consultations",
    )
    office = models.ForeignKey(
        "organs.Office", verbose_name="股室", on_delete=models.PROTECT, related_name="+"
    )
    question = models.TextField("征询事项")
    asked_on = models.DateField("征询日期")
    due_on = models.DateField("要求回复日期")
    answer = models.TextField("回复", blank=True)
    answered_on = models.DateField("回复日期", null=True, blank=True)

    class Meta:
        verbose_name = "内部征询"
        verbose_name_plural = "内部征询"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.office} {self.asked_on}"


class InternalNote(models.Model):
    """A note on a case for colleagues; never leaves the organ."""

    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.PROTECT,
        related_name="internal_notes",
    )
    text = models.TextField("备忘")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="记录人",
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = "内部备忘"
        verbose_name_plural = "内部备忘"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:30]
