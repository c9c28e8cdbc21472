from typing import Any

from django.conf import settings
from django.db import models

from gongkai.statute.errors import GongkaiError


class AuditEntry(models.Model):
    """One act in the append-only journal; each entry seals the one before it.

    ``entry_hash`` is the SHA-256 of the entry's content and of ``previous_hash``:
    an entry that was altered or taken out breaks the chain from there on
    (``gongkai.audit.services.first_broken_entry``).
    """

    at = models.DateTimeField("时间")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="操作人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    actor_name = models.CharField("操作人姓名", max_length=80)
    action = models.CharField("动作", max_length=60)
    subject = models.CharField("对象类别", max_length=60)
    subject_key = models.CharField("对象", max_length=200)
    organ_code = models.CharField("机关", max_length=40, blank=True)
    detail = models.JSONField("内容", default=dict)
    previous_hash = models.CharField("上一条校验值", max_length=64)
    entry_hash = models.CharField("校验值", max_length=64, unique=True)

    class Meta:
        verbose_name = "留痕"
        verbose_name_plural = "留痕"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["subject", "subject_key"], name="audit_subject"),
            models.Index(fields=["organ_code", "-at"], name="audit_organ_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise GongkaiError("留痕只能追加，不能修改。")
        super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> tuple[int, dict[str, int]]:
        raise GongkaiError("留痕只能追加，不能删除。")
