from django.conf import settings
from django.db import models

from gongkai.publishing.models.normative_document import NormativeDocument


class Proposal(models.TextChoices):
    """What a clean-up proposes for a document."""

    KEEP = "keep", "继续有效"
    AMEND = "amend", "修改"
    REPEAL = "repeal", "废止"
    LAPSE = "lapse", "宣布失效"


class Cleanup(models.Model):
    """A periodic clean-up (清理) of an organ's normative documents."""

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="cleanups",
    )
    title = models.CharField("名称", max_length=120)
    effective_on = models.DateField("结果施行日期")
    applied_at = models.DateTimeField("办结时间", null=True, editable=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="办理人",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "文件清理"
        verbose_name_plural = "文件清理"
        ordering = ["-effective_on", "-pk"]

    def __str__(self) -> str:
        return self.title


class CleanupLine(models.Model):
    """What is proposed for one document of a clean-up, and why."""

    cleanup = models.ForeignKey(
        Cleanup,
        verbose_name="文件清理",
        on_delete=models.CASCADE,
        related_name="lines",
    )
    document = models.ForeignKey(
        NormativeDocument,
        verbose_name="规范性文件",
        on_delete=models.PROTECT,
        related_name="cleanup_lines",
    )
    proposal = models.CharField(
        "清理意见", max_length=20, choices=Proposal.choices, default=Proposal.KEEP
    )
    reason = models.CharField("理由", max_length=300, blank=True)

    class Meta:
        verbose_name = "清理意见"
        verbose_name_plural = "清理意见"
        ordering = ["document__issued_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cleanup", "document"], name="cleanup_document_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.get_proposal_display()}"
