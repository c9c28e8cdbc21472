from django.conf import settings
from django.db import models

from gongkai.organs.encryption import EncryptedTextField
from gongkai.statute.remedies import CourseStep, CourseStepKind


class RemedyStep(models.Model):
    """A dated step in the course of a remedy, and who recorded it.

    ``days`` are the calendar days of an extension (行政复议法第六十二条第一款).
    ``note`` may tell of persons and is sealed.
    """

    remedy = models.ForeignKey(
        "remedies.RemedyCase",
        verbose_name="复议诉讼案件",
        on_delete=models.CASCADE,
        related_name="steps",
    )
    position = models.PositiveIntegerField("次序")
    kind = models.CharField(
        "步骤",
        max_length=30,
        choices=[(kind.value, kind.label) for kind in CourseStepKind],
    )
    on = models.DateField("日期")
    days = models.PositiveSmallIntegerField("延长日数", default=0)
    note = EncryptedTextField("说明", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="登记人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = "复议诉讼步骤"
        verbose_name_plural = "复议诉讼步骤"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["remedy", "position"], name="remedy_step_position_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"

    def as_step(self) -> CourseStep:
        """Return the step as ``statute`` takes it."""
        return CourseStep(CourseStepKind(self.kind), self.on, self.days)
