from dataclasses import fields
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxValueValidator,
    MinValueValidator,
    RegexValidator,
)
from django.db import models

from gongkai.statute.clock import ClockSettings
from gongkai.statute.corrections import USUAL_WORKING_DAYS
from gongkai.statute.errors import StatuteError
from gongkai.statute.notices.document_number import SERIES


class HeadForm(models.TextChoices):
    """How the head of a notice is set (GB/T 9704, 7.2 and 10.1)."""

    LETTER = "letter", "信函格式"
    DOCUMENT = "document", "文件格式"


class HeadColour(models.TextChoices):
    """Whether mark and lines are printed in red."""

    RED = "red", "套红"
    BLACK = "black", "黑色"


class CaseworkSettings(models.Model):
    """How an organ handles requests: the readings it chose, and what its notices name.

    The readings are those of ``statute.clock.ClockSettings``; only what differs
    from the default is kept.
    """

    organ = models.OneToOneField(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="casework_settings",
    )
    clock = models.JSONField("期限口径", default=dict, blank=True)
    organ_word = models.CharField(
        "机关代字", max_length=20, blank=True, help_text="文号用，如“云教”。"
    )
    number_series = models.CharField(
        "文号类别",
        max_length=10,
        default=SERIES,
        validators=[RegexValidator(r"^[一-鿿]{1,10}$", "只用汉字。")],
        help_text="写在机关代字后面，如“公开告”“公复”。",
    )
    head_form = models.CharField(
        "版头格式", max_length=10, choices=HeadForm.choices, default=HeadForm.LETTER
    )
    head_colour = models.CharField(
        "版头颜色", max_length=10, choices=HeadColour.choices, default=HeadColour.RED
    )
    seal_diameter = models.PositiveSmallIntegerField(
        "印章直径（毫米）",
        default=42,
        validators=[MinValueValidator(30), MaxValueValidator(50)],
        help_text="预览时画出盖章的位置，不打印。",
    )
    approval_levels = models.PositiveSmallIntegerField(
        "答复审批级数", default=1, validators=[MaxValueValidator(3)]
    )
    government = models.CharField("行政复议机关", max_length=120, blank=True)
    government_address = models.CharField(
        "行政复议机关地址", max_length=200, blank=True
    )
    superior_department = models.CharField("上一级主管部门", max_length=120, blank=True)
    court = models.CharField("管辖法院", max_length=120, blank=True)
    court_address = models.CharField("管辖法院地址", max_length=200, blank=True)
    fee_payee = models.CharField("信息处理费收款单位", max_length=120, blank=True)
    fee_account = models.CharField(
        "开户银行和账号（国库渠道）", max_length=200, blank=True
    )
    fee_channel = models.CharField("缴款方式", max_length=300, blank=True)
    online_channel = models.CharField("网上申请复议渠道", max_length=200, blank=True)
    petition_office = models.CharField("信访受理单位", max_length=120, blank=True)
    petition_address = models.CharField("信访受理地址", max_length=200, blank=True)
    petition_phone = models.CharField("信访受理电话", max_length=60, blank=True)
    petition_website = models.CharField("信访受理网址", max_length=200, blank=True)
    outside_organs = models.TextField("常用外单位", blank=True)
    correction_working_days = models.PositiveSmallIntegerField(
        "更正办理期限（工作日）",
        default=USUAL_WORKING_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )

    sends_reminders = models.BooleanField(
        "每个工作日早上发提醒邮件",
        default=True,
        help_text="只写编号、事项和日期，不写申请人和申请内容。",
    )
    reminder_days = models.PositiveSmallIntegerField(
        "到期前几个工作日开始提醒",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )
    tells_heads = models.BooleanField(
        "逾期的下一个工作日告知机关负责人和承办股室负责人", default=True
    )

    class Meta:
        verbose_name = "办理设置"
        verbose_name_plural = "办理设置"

    def __str__(self) -> str:
        return f"{self.organ}办理设置"

    def clean(self) -> None:
        known = {field.name for field in fields(ClockSettings)}
        unknown = set(self.clock) - known
        if unknown:
            raise ValidationError(
                {"clock": f"没有这些口径：{'、'.join(sorted(unknown))}。"}
            )
        try:
            self.clock_settings()
        except (StatuteError, TypeError) as error:
            raise ValidationError({"clock": str(error)}) from error

    def clock_settings(self) -> ClockSettings:
        """Return the organ's readings."""
        chosen: dict[str, Any] = self.clock
        return ClockSettings(**chosen)

    def petition_channel(self) -> str:
        """Return where petitions, complaints and reports go (条例第三十九条第一款)."""
        if not self.petition_office.strip():
            return ""
        parts = (
            ("", self.petition_office),
            ("地址：", self.petition_address),
            ("电话：", self.petition_phone),
            ("网址：", self.petition_website),
        )
        return "，".join(f"{label}{text.strip()}" for label, text in parts if text)
