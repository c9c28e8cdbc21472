from django.conf import settings
from django.db import models

from gongkai.organs.encryption import EncryptedTextField
from gongkai.organs.sealed_files import SealedStorage


class CaseFileKind(models.TextChoices):
    """What a file is to the case."""

    SUBMITTED = "submitted", "申请材料"
    AMENDMENT = "amendment", "补正材料"
    EVIDENCE = "evidence", "办理证据"
    REPLY = "reply", "答复附件"


class CaseFile(models.Model):
    """A file of a case, sealed on disk with its title; never public."""

    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.PROTECT,
        related_name="files",
    )
    kind = models.CharField("类别", max_length=20, choices=CaseFileKind.choices)
    title = EncryptedTextField("名称", max_length=200)
    file = models.FileField(
        "文件", upload_to="casework/%Y/%m/", storage=SealedStorage()
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
        verbose_name = "案卷材料"
        verbose_name_plural = "案卷材料"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
