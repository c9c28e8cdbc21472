from django.db import models


class RegisterRecord(models.Model):
    """One row of a register: it belongs to one organ and has a number there.

    The number is what people call the record by; with the organ it is unique, and
    an import knows a row again by it.
    """

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="+",
    )
    number = models.CharField("编号", max_length=80)
    note = models.TextField("备注", blank=True)
    created_at = models.DateTimeField("登记时间", auto_now_add=True)
    updated_at = models.DateTimeField("修改时间", auto_now=True)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                name="%(app_label)s_%(class)s_number",
                violation_error_message="本机关已有这个编号的记录，请换一个编号。",
            )
        ]

    def __str__(self) -> str:
        return self.number
