from django.db import models

from gongkai.organs.models.record import RegisterRecord


class LeadershipPosition(models.TextChoices):
    """A place in the leadership group (政务公开领导小组)."""

    HEAD = "head", "组长"
    DEPUTY = "deputy", "副组长"
    MEMBER = "member", "成员"


class LeadershipMember(RegisterRecord):
    """A member of the organ's OGI leadership group, from a day to a day."""

    name = models.CharField("姓名", max_length=60)
    post = models.CharField("职务", max_length=80)
    position = models.CharField(
        "组内职务", max_length=20, choices=LeadershipPosition.choices
    )
    duty = models.CharField("分工", max_length=200, blank=True)
    from_on = models.DateField("任职起", null=True, blank=True)
    until_on = models.DateField("任职止", null=True, blank=True)

    class Meta(RegisterRecord.Meta):
        verbose_name = "领导小组成员"
        verbose_name_plural = "领导小组"
        ordering = ["organ", "number"]

    def __str__(self) -> str:
        return f"{self.name}（{self.get_position_display()}）"
