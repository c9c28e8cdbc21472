from dataclasses import fields
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models

from gongkai.statute.clock import ClockSettings
from gongkai.statute.errors import StatuteError


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
