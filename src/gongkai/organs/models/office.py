from django.db import models

from gongkai.organs.models.record import RegisterRecord


class Office(RegisterRecord):
    """An internal body (内设机构, 股室) of an organ."""

    name = models.CharField("股室名称", max_length=80)
    duties = models.TextField("职责", blank=True)
    phone = models.CharField("联系电话", max_length=60, blank=True)
    is_ogi_work_body = models.BooleanField(
        "政府信息公开工作机构",
        default=False,
        help_text="《条例》第四条，每个机关一个。",
    )
    position = models.PositiveSmallIntegerField("排序", default=0)

    class Meta(RegisterRecord.Meta):
        verbose_name = "股室"
        verbose_name_plural = "股室"
        ordering = ["organ", "position", "number"]

    def __str__(self) -> str:
        return self.name
