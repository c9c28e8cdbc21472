from typing import Any

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models


class OrganLevel(models.TextChoices):
    """Level and kind of an organ: decides its catalogue and its report dates."""

    PROVINCE_GOVERNMENT = "province_government", "省级人民政府"
    PROVINCE_DEPARTMENT = "province_department", "省级部门"
    CITY_GOVERNMENT = "city_government", "设区的市级人民政府"
    CITY_DEPARTMENT = "city_department", "设区的市级部门"
    COUNTY_GOVERNMENT = "county_government", "县级人民政府"
    COUNTY_DEPARTMENT = "county_department", "县级部门"
    TOWNSHIP = "township", "乡镇人民政府（街道）"


class Organ(models.Model):
    """An administrative organ (行政机关), a node of the organ tree.

    ``path`` holds the codes from the root down (``411728/1141…/``), so that one
    prefix query finds everything below an organ; ``save`` keeps it.
    """

    code = models.CharField(
        "机关代码",
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[0-9A-Za-z-]+$", "机关代码只用数字、字母和-。")],
        help_text="统一社会信用代码，或本系统内唯一的代码。",
    )
    name = models.CharField("机关全称", max_length=120)
    short_name = models.CharField("简称", max_length=60, blank=True)
    level = models.CharField("层级", max_length=30, choices=OrganLevel.choices)
    parent = models.ForeignKey(
        "self",
        verbose_name="上级机关",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    path = models.CharField(max_length=400, editable=False, db_index=True)
    colour = models.CharField(
        "主色",
        max_length=7,
        default="#1b4b8f",
        choices=[
            ("#1b4b8f", "深蓝"),
            ("#8a1f1f", "朱红"),
            ("#1f5d4c", "松绿"),
            ("#4a3b82", "青紫"),
        ],
    )
    address = models.CharField("办公地址", max_length=200, blank=True)
    office_hours = models.CharField("办公时间", max_length=200, blank=True)
    phone = models.CharField("联系电话", max_length=60, blank=True)
    fax = models.CharField("传真", max_length=60, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    website = models.URLField("网站", blank=True)
    site_id_code = models.CharField("网站标识码", max_length=10, blank=True)
    icp_number = models.CharField("ICP备案号", max_length=60, blank=True)
    police_number = models.CharField("公安备案号", max_length=60, blank=True)
    fee_decimal_places = models.PositiveSmallIntegerField(
        "收费金额小数位（万元）",
        default=4,
        validators=[MaxValueValidator(6)],
        help_text="年报表二“行政事业性收费”打印的小数位数，4位即到元。",
    )
    index_by_month = models.BooleanField(
        "索引号按月编",
        default=False,
        help_text="不勾选的按年编，如“代码/2026-00001”。",
    )
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = "机关"
        verbose_name_plural = "机关"
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        above = self.parent.path if self.parent else ""
        self.path = f"{above}{self.code}/"
        super().save(*args, **kwargs)
