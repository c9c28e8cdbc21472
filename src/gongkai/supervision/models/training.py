from django.db import models

from gongkai.organs.models import RegisterRecord


class TrainingKind(models.TextChoices):
    """What was held: training (条例第四十八条) or a meeting on OGI work."""

    TRAINING = "training", "业务培训"
    MEETING = "meeting", "工作会议"


class Training(RegisterRecord):
    """A training or meeting on OGI work."""

    kind = models.CharField("类别", max_length=20, choices=TrainingKind.choices)
    held_on = models.DateField("日期")
    title = models.CharField("主题", max_length=200)
    attendees = models.PositiveIntegerField("参加人数", default=0)
    content = models.TextField("主要内容", blank=True)

    class Meta(RegisterRecord.Meta):
        verbose_name = "培训会议"
        verbose_name_plural = "培训会议"
        ordering = ["-held_on", "number"]

    def __str__(self) -> str:
        return self.title
