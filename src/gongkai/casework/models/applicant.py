from django.db import models

from gongkai.organs.encryption import EncryptedTextField


class IdentityKind(models.TextChoices):
    """What proves who applies (条例第二十九条第二款第一项)."""

    ID_CARD = "id_card", "居民身份证"
    PASSPORT = "passport", "护照等出入境证件"
    CREDIT_CODE = "credit_code", "统一社会信用代码"
    OTHER = "other", "其他证件"


class ApplicantFields(models.Model):
    """Who applies. Everything that tells who it is is sealed.

    ``fingerprint`` knows the same applicant again without reading him.
    """

    name = EncryptedTextField("姓名或者名称")
    identity_kind = models.CharField(
        "证件类型", max_length=20, choices=IdentityKind.choices, blank=True
    )
    identity_number = EncryptedTextField("证件号码", blank=True)
    contact_person = EncryptedTextField("联系人", blank=True)
    phone = EncryptedTextField("联系电话", blank=True)
    email = EncryptedTextField("电子邮箱", blank=True)
    address = EncryptedTextField("通信地址", blank=True)
    needs_assistance = models.BooleanField(
        "需要协助",
        default=False,
        help_text="阅读、视听有困难的（《条例》第四十三条）。",
    )
    fingerprint = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        abstract = True


class Applicant(ApplicantFields):
    """Who made a request; of several persons the first-named.

    He decides the column of table three, and the fees count for him
    (docs/interpretations/0042-joint-applicants.md).
    """

    disclosure_request = models.OneToOneField(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.CASCADE,
        related_name="applicant",
    )

    class Meta:
        verbose_name = "申请人"
        verbose_name_plural = "申请人"

    def __str__(self) -> str:
        return f"{self.disclosure_request_id}的申请人"


class JointApplicant(ApplicantFields):
    """Another person who made the same request together with the first-named."""

    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.CASCADE,
        related_name="joint_applicants",
    )
    position = models.PositiveSmallIntegerField("次序")

    class Meta:
        verbose_name = "共同申请人"
        verbose_name_plural = "共同申请人"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["disclosure_request", "position"],
                name="joint_applicant_position_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.disclosure_request_id}的共同申请人{self.position}"
