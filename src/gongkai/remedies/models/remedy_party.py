from django.db import models

from gongkai.organs.encryption import EncryptedTextField


class RemedyParty(models.Model):
    """Who turned to reconsideration or the court where no request tells it; sealed.

    A remedy of a request has its applicant there (``casework.Applicant``).
    """

    remedy = models.OneToOneField(
        "remedies.RemedyCase",
        verbose_name="复议诉讼案件",
        on_delete=models.CASCADE,
        related_name="party",
    )
    name = EncryptedTextField("申请人（原告）", max_length=200)

    class Meta:
        verbose_name = "申请人（原告）"
        verbose_name_plural = "申请人（原告）"

    def __str__(self) -> str:
        return f"{self.remedy_id}的申请人"
