from django.db import models


class Guide(models.Model):
    """The disclosure guide (公开指南) of an organ.

    条例第十二条第二款: classification, arrangement and ways of obtaining, and the
    work body's name, address, hours, telephone, fax and internet contact (the
    last six stand with the organ).
    """

    organ = models.OneToOneField(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="guide",
    )
    work_body = models.CharField("公开工作机构名称", max_length=120)
    classification = models.TextField("信息分类")
    arrangement = models.TextField("编排体系")
    ways_to_obtain = models.TextField("获取方式")
    how_to_apply = models.TextField("依申请公开办理", blank=True)
    supervision = models.TextField("监督和救济", blank=True)
    reviewed_on = models.DateField("最近核对日期", null=True, blank=True)

    class Meta:
        verbose_name = "公开指南"
        verbose_name_plural = "公开指南"

    def __str__(self) -> str:
        return f"{self.organ}政府信息公开指南"
