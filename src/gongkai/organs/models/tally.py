from django.db import models


class Tally(models.Model):
    """How often something was done from one place in one span of time.

    ``key`` is a keyed hash: neither address nor identity can be read from it.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "次数"
        verbose_name_plural = "次数"

    def __str__(self) -> str:
        return str(self.count)
