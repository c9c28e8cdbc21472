from django.conf import settings
from django.db import models

from gongkai.organs.encryption import EncryptedTextField


class Settlement(models.TextChoices):
    """How a finding was settled."""

    OPEN = "", "待处理"
    MASKED = "masked", "已遮蔽"
    CHANGED = "changed", "已改正"
    KEPT = "kept", "核实可以公开"


class ScreeningRun(models.Model):
    """One screening of an item's content, by its fingerprint."""

    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        on_delete=models.CASCADE,
        related_name="screening_runs",
    )
    content = models.CharField("内容校验", max_length=64)
    checks = models.JSONField("检查项", default=list)
    unread = models.JSONField("不能检查的附件", default=list)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        verbose_name = "内容检查"
        verbose_name_plural = "内容检查"
        ordering = ["item", "pk"]

    def __str__(self) -> str:
        return f"{self.item} {self.at:%Y-%m-%d %H:%M}"


class ScreeningFinding(models.Model):
    """Something that should not go out as it is; settled one by one.

    ``excerpt`` may hold the very number that must not be seen: sealed, and shown
    masked. ``fingerprint`` names place and text, so that a settlement holds for the
    same finding in the next run.
    """

    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        on_delete=models.CASCADE,
        related_name="findings",
    )
    attachment = models.ForeignKey(
        "publishing.Attachment",
        verbose_name="附件",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="findings",
    )
    check_name = models.CharField("检查项", max_length=40)
    is_blocking = models.BooleanField("必须处理", default=True)
    place = models.CharField("位置", max_length=120, blank=True)
    excerpt = EncryptedTextField("文字")
    masked = models.CharField("显示", max_length=300)
    advice = models.CharField("建议", max_length=200)
    fingerprint = models.CharField(max_length=64)
    is_current = models.BooleanField(default=True)
    settlement = models.CharField(
        "处理", max_length=20, choices=Settlement.choices, blank=True, default=""
    )
    reason = models.CharField("理由", max_length=200, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="处理人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    settled_at = models.DateTimeField("处理时间", null=True, blank=True)

    class Meta:
        verbose_name = "检查发现"
        verbose_name_plural = "检查发现"
        ordering = ["item", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "fingerprint"], name="screening_finding_once"
            )
        ]

    def __str__(self) -> str:
        return self.masked


class LexiconWord(models.Model):
    """A wording that the organ does not want to see published (错敏词)."""

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="lexicon",
    )
    word = models.CharField("词语", max_length=60)
    suggestion = models.CharField("建议写法", max_length=120, blank=True)
    is_blocking = models.BooleanField("必须处理", default=False)

    class Meta:
        verbose_name = "词语"
        verbose_name_plural = "错敏词库"
        ordering = ["organ", "word"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "word"],
                name="lexicon_word_once",
                violation_error_message="本机关已有这个词语，请改原来的那一条。",
            )
        ]

    def __str__(self) -> str:
        return self.word
