from django.db import models


class SentForm(models.Model):
    """A form of the desk that has done its act: it does it once.

    ``key`` is the hash of the account and of the key that the page gave to the form.
    """

    key = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField("时间", auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "已办表单"
        verbose_name_plural = "已办表单"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
