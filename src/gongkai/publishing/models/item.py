from django.db import models

from gongkai.organs.models import RegisterRecord


class ItemStatus(models.TextChoices):
    """Where an item stands on its way to the public."""

    DRAFT = "draft", "草稿"
    PUBLISHED = "published", "已发布"
    WITHDRAWN = "withdrawn", "已撤下"


class Validity(models.TextChoices):
    """Whether a document still holds (有效性)."""

    NOT_APPLICABLE = "not_applicable", "不适用"
    IN_FORCE = "in_force", "现行有效"
    AMENDED = "amended", "已修改"
    LAPSED = "lapsed", "失效"
    REPEALED = "repealed", "废止"


class Channel(models.TextChoices):
    """Where an item went out (条例第二十三条 to 第二十五条)."""

    GOVERNMENT_WEBSITE = "government_website", "政府网站"
    WECHAT = "wechat", "微信公众号"
    WEIBO = "weibo", "微博"
    DINGTALK = "dingtalk", "钉钉"
    GAZETTE = "gazette", "政府公报"
    PRESS = "press", "报刊广播电视"
    BOARD = "board", "公告栏宣传栏"
    SCREEN = "screen", "电子显示屏"
    OTHER = "other", "其他"


class Item(RegisterRecord):
    """A published piece of government information; ``number`` is its index number."""

    title = models.CharField("标题", max_length=300)
    summary = models.TextField("内容概述", blank=True)
    body = models.TextField("正文", blank=True)
    category = models.ForeignKey(
        "catalogue.Category",
        verbose_name="目录",
        on_delete=models.PROTECT,
        related_name="items",
    )
    office = models.ForeignKey(
        "organs.Office",
        verbose_name="责任股室",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="items",
    )
    document_number = models.CharField("发文字号", max_length=80, blank=True)
    source = models.CharField("来源", max_length=120, blank=True)
    formed_on = models.DateField("成文日期")
    disclosed_on = models.DateField("公开日期", null=True, blank=True)
    validity = models.CharField(
        "有效性",
        max_length=20,
        choices=Validity.choices,
        default=Validity.NOT_APPLICABLE,
    )
    status = models.CharField(
        "状态", max_length=20, choices=ItemStatus.choices, default=ItemStatus.DRAFT
    )

    class Meta(RegisterRecord.Meta):
        verbose_name = "公开信息"
        verbose_name_plural = "公开信息"
        ordering = ["-disclosed_on", "-pk"]
        indexes = [
            models.Index(
                fields=["organ", "status", "disclosed_on", "id", "category"],
                name="item_disclosed",
            ),
            models.Index(fields=["-disclosed_on", "-id"], name="item_newest"),
            models.Index(fields=["category", "-disclosed_on"], name="item_category"),
        ]
        constraints = [
            *RegisterRecord.Meta.constraints,
            models.CheckConstraint(
                name="item_published_has_date",
                condition=~models.Q(status="published")
                | models.Q(disclosed_on__isnull=False),
                violation_error_message="已发布的信息必须有公开日期。",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Release(models.Model):
    """An item going out on one channel."""

    item = models.ForeignKey(
        Item, verbose_name="公开信息", on_delete=models.CASCADE, related_name="releases"
    )
    channel = models.CharField("渠道", max_length=30, choices=Channel.choices)
    address = models.URLField("网址", max_length=500, blank=True)

    class Meta:
        verbose_name = "公开渠道"
        verbose_name_plural = "公开渠道"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "channel"], name="release_once_a_channel"
            )
        ]

    def __str__(self) -> str:
        return self.get_channel_display()


class Attachment(models.Model):
    """A file that goes out with an item."""

    item = models.ForeignKey(
        Item,
        verbose_name="公开信息",
        on_delete=models.CASCADE,
        related_name="attachments",
    )
    title = models.CharField("名称", max_length=200)
    file = models.FileField("文件", upload_to="attachments/%Y/%m/")
    position = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = "附件"
        verbose_name_plural = "附件"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
