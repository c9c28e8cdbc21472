from django.core.exceptions import ValidationError
from django.db import models

from gongkai.organs.models import RegisterRecord
from gongkai.statute.disclosure import DeadlineKind
from gongkai.statute.duties import Cycle
from gongkai.statute.errors import StatuteError


class Duty(RegisterRecord):
    """A duty of an organ's catalogue (公开事项), in the official ten columns.

    条例第十九条 to 第二十二条. ``number`` is its 序号, ``template_key`` the row of a
    template that it was adopted from; ``not_applicable`` the reason why the duty is
    none of this organ's.
    """

    first_level = models.CharField("一级事项", max_length=120)
    second_level = models.CharField("二级事项", max_length=120)
    content = models.TextField("公开内容（要素）")
    basis = models.CharField("公开依据", max_length=300)
    deadline_kind = models.CharField(
        "公开时限",
        max_length=30,
        choices=[(kind.value, kind.label) for kind in DeadlineKind],
        default=DeadlineKind.GENERAL.value,
    )
    cycle = models.CharField(
        "公开周期",
        max_length=60,
        blank=True,
        help_text="每年最迟公开的日子，如“04-30 10-31”；不填即形成或者变更时。",
    )
    publisher = models.CharField("公开主体", max_length=120, blank=True)
    office = models.ForeignKey(
        "organs.Office",
        verbose_name="责任股室",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="duties_of_disclosure",
    )
    category = models.ForeignKey(
        "catalogue.Category",
        verbose_name="目录",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="duties",
    )
    channels = models.CharField("公开渠道和载体", max_length=200, blank=True)
    audience = models.CharField("公开对象", max_length=60, default="全社会")
    way = models.CharField(
        "公开方式",
        max_length=20,
        choices=[("proactive", "主动"), ("on_request", "依申请")],
        default="proactive",
    )
    level = models.CharField("公开层级", max_length=20, blank=True)
    template_key = models.CharField(max_length=40, blank=True, editable=False)
    not_applicable = models.CharField("不适用的理由", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("排序", default=0)

    class Meta(RegisterRecord.Meta):
        verbose_name = "公开事项"
        verbose_name_plural = "公开事项目录"
        ordering = ["organ", "position", "number"]

    def __str__(self) -> str:
        return self.second_level or self.first_level

    def clean(self) -> None:
        try:
            self.cycle = str(Cycle.parse(self.cycle))
        except StatuteError as error:
            raise ValidationError({"cycle": error.message}) from error

    def parsed_cycle(self) -> Cycle:
        """Return the cycle as the law's functions take it."""
        return Cycle.parse(self.cycle)
