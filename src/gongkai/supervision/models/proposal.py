from django.db import models

from gongkai.organs.models import RegisterRecord


class ProposalKind(models.TextChoices):
    """Deputies' suggestions and CPPCC proposals (建议提案)."""

    CONGRESS = "congress", "人大代表建议"
    CPPCC = "cppcc", "政协委员提案"


class Proposal(RegisterRecord):
    """A suggestion or proposal that the organ handles and answers."""

    kind = models.CharField("类别", max_length=20, choices=ProposalKind.choices)
    session = models.CharField("届次", max_length=80, blank=True)
    title = models.CharField("标题", max_length=300)
    proposer = models.CharField("领衔人（界别）", max_length=80, blank=True)
    office = models.ForeignKey(
        "organs.Office",
        verbose_name="承办股室",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    received_on = models.DateField("交办日期")
    answered_on = models.DateField("答复日期", null=True, blank=True)
    disclosed_on = models.DateField("答复公开日期", null=True, blank=True)

    class Meta(RegisterRecord.Meta):
        verbose_name = "建议提案"
        verbose_name_plural = "建议提案"
        ordering = ["-received_on", "number"]
        constraints = [
            *RegisterRecord.Meta.constraints,
            models.CheckConstraint(
                name="proposal_answered_after_receipt",
                condition=models.Q(answered_on__isnull=True)
                | models.Q(answered_on__gte=models.F("received_on")),
                violation_error_message="答复日期早于交办日期，请改正其中一个。",
            ),
        ]

    def __str__(self) -> str:
        return self.title
