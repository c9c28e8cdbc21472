from django.contrib.auth.models import AbstractUser


class Account(AbstractUser):
    """A login. What it may do follows from the roles of its person."""

    class Meta:
        verbose_name = "账号"
        verbose_name_plural = "账号"

    def get_full_name(self) -> str:
        """Return the Chinese name: family name first, no space."""
        return f"{self.last_name}{self.first_name}"
