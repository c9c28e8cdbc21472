from django.conf import settings
from django.db import models

from gongkai.organs.models.record import RegisterRecord
from gongkai.organs.roles import Role


class Person(RegisterRecord):
    """A member of staff who takes part in the OGI work of an organ."""

    name = models.CharField("姓名", max_length=60)
    post = models.CharField("职务", max_length=60, blank=True)
    office = models.ForeignKey(
        "organs.Office",
        verbose_name="股室",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="people",
    )
    phone = models.CharField("办公电话", max_length=60, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="账号",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
    )
    is_active = models.BooleanField("在岗", default=True)

    class Meta(RegisterRecord.Meta):
        verbose_name = "人员"
        verbose_name_plural = "人员"
        ordering = ["organ", "number"]

    def __str__(self) -> str:
        return self.name


class RoleAssignment(models.Model):
    """A person's role in an organ; it reaches the organs below as well."""

    person = models.ForeignKey(
        Person, verbose_name="人员", on_delete=models.CASCADE, related_name="roles"
    )
    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="role_assignments",
    )
    role = models.CharField(
        "角色", max_length=30, choices=[(role.value, role.label) for role in Role]
    )

    class Meta:
        verbose_name = "角色"
        verbose_name_plural = "角色"
        ordering = ["organ", "person", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organ", "role"],
                name="organs_role_once",
                violation_error_message="此人在本机关已有这个角色。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {Role(self.role).label}"
