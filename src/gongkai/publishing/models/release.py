from django.db import models


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


class Release(models.Model):
    """An item going out on one channel."""

    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        on_delete=models.CASCADE,
        related_name="releases",
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
