from datetime import date
from typing import Any

from django.conf import settings
from django.db import models

from gongkai.organs.encryption import EncryptedTextField
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.outcomes import Outcome


class CaseStep(models.Model):
    """A dated step of a case, as ``statute.clock`` knows it, and who recorded it.

    ``party`` and ``note`` may tell of persons: both are sealed.
    """

    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="公开申请",
        on_delete=models.PROTECT,
        related_name="steps",
    )
    position = models.PositiveIntegerField("次序")
    kind = models.CharField(
        "步骤", max_length=30, choices=[(kind.value, kind.label) for kind in StepKind]
    )
    on = models.DateField("日期")
    received_on = models.DateField("对方收到日期", null=True, blank=True)
    respond_by = models.DateField("要求答复日期", null=True, blank=True)
    working_days = models.PositiveSmallIntegerField("工作日数", null=True, blank=True)
    until = models.DateField("延至", null=True, blank=True)
    outcome = models.CharField(
        "结果",
        max_length=50,
        blank=True,
        choices=[(outcome.value, outcome.label) for outcome in Outcome],
    )
    party = EncryptedTextField("征求对象", max_length=120, blank=True)
    note = EncryptedTextField("说明", blank=True)
    secrecy_referral = models.BooleanField("报请保密确认", default=False)
    sent_on = models.DateField(
        "提交日期",
        null=True,
        blank=True,
        help_text="网上补正的提交日期：补正是否逾期看这一天。",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="登记人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        verbose_name = "办理步骤"
        verbose_name_plural = "办理步骤"
        ordering = ["disclosure_request", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["disclosure_request", "position"], name="step_position_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"

    def as_step(self) -> Step:
        """Return the step as the clock takes it."""
        return step_of(*(getattr(self, name) for name in STEP_FIELDS))


#: What the clock takes of a stored step, in the order of ``step_of``.
STEP_FIELDS = (
    "kind",
    "on",
    "received_on",
    "respond_by",
    "working_days",
    "until",
    "outcome",
    "party",
    "note",
    "secrecy_referral",
    "sent_on",
)


def step_of(kind: str, on: date, *others: Any) -> Step:
    """Return a step as the clock takes it, from the values of ``STEP_FIELDS``."""
    values = dict(zip(STEP_FIELDS[2:], others, strict=True))
    outcome = values.pop("outcome") or None
    return Step(StepKind(kind), on, outcome=outcome, **values)
