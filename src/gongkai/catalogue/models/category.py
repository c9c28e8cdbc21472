from django.db import models


class Section(models.TextChoices):
    """The four parts of a disclosure platform, with their exact names.

    国办公开办函〔2019〕61号: one platform, one name, one format.
    """

    GUIDE = "guide", "政府信息公开指南"
    RULES = "rules", "政府信息公开制度"
    CONTENT = "content", "法定主动公开内容"
    REPORTS = "reports", "政府信息公开年报"


class Category(models.Model):
    """A node of the disclosure catalogue (公开目录) of an organ.

    ``basis`` names the item of Art. 20 or 21 that it carries out.
    """

    organ = models.ForeignKey(
        "organs.Organ", verbose_name="机关", on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField("目录编码", max_length=20)
    name = models.CharField("目录名称", max_length=80)
    section = models.CharField(
        "所属栏目", max_length=20, choices=Section.choices, default=Section.CONTENT
    )
    parent = models.ForeignKey(
        "self",
        verbose_name="上级目录",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    basis = models.CharField("公开依据", max_length=120, blank=True)
    position = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = "目录"
        verbose_name_plural = "公开目录"
        ordering = ["organ", "position", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "code"],
                name="catalogue_category_code",
                violation_error_message="本机关已有这个目录编码，请换一个编码。",
            )
        ]

    def __str__(self) -> str:
        return self.name
