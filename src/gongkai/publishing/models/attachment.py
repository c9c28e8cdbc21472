from django.db import models

#: What offices publish; nothing that a browser would run.
SUFFIXES = frozenset(
    (
        *("pdf", "ofd", "doc", "docx", "wps", "txt", "ppt", "pptx"),
        *("xls", "xlsx", "et", "csv", "jpg", "jpeg", "png", "zip", "rar"),
    )
)


class TextState(models.TextChoices):
    """Whether the text of a file has been read."""

    WAITING = "waiting", "待提取"
    READ = "read", "已提取"
    NONE = "none", "没有文字"
    FAILED = "failed", "不能读取"


class Attachment(models.Model):
    """A file that goes out with an item.

    ``sha256`` names its content; ``text`` is what search and screening read of it,
    once ``text_state`` says so; ``text_problem`` says why it could not be read.
    """

    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        on_delete=models.CASCADE,
        related_name="attachments",
    )
    title = models.CharField("名称", max_length=200)
    file = models.FileField("文件", upload_to="attachments/%Y/%m/")
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField("大小", default=0, editable=False)
    text = models.TextField(blank=True, editable=False)
    text_state = models.CharField(
        "文字提取",
        max_length=20,
        choices=TextState.choices,
        default=TextState.WAITING,
        editable=False,
    )
    text_problem = models.CharField(
        "不能读取的原因", max_length=200, blank=True, editable=False
    )
    position = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = "附件"
        verbose_name_plural = "附件"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
