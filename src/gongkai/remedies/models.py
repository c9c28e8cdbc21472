from django.core.exceptions import ValidationError
from django.db import models

from gongkai.organs.models import RegisterRecord
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute


class RemedyCase(RegisterRecord):
    """A reconsideration or lawsuit about OGI in which the organ answers."""

    route = models.CharField(
        "途径",
        max_length=40,
        choices=[(route.value, route.label) for route in RemedyRoute],
    )
    handling_body = models.CharField("复议机关（法院）", max_length=120)
    subject = models.TextField("事由")
    disclosure_request = models.ForeignKey(
        "casework.DisclosureRequest",
        verbose_name="所涉申请",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="remedies",
    )
    accepted_on = models.DateField("受理（立案）日期")
    concluded_on = models.DateField("审结日期", null=True, blank=True)
    result = models.CharField(
        "结果",
        max_length=50,
        blank=True,
        choices=[(result.value, result.label) for result in RemedyResult],
    )

    class Meta(RegisterRecord.Meta):
        verbose_name = "复议诉讼案件"
        verbose_name_plural = "复议诉讼"
        ordering = ["-accepted_on", "-pk"]
        indexes = [
            models.Index(
                fields=["organ", "route", "result", "accepted_on", "concluded_on"],
                name="remedy_counting",
            ),
        ]
        constraints = [
            *RegisterRecord.Meta.constraints,
            models.CheckConstraint(
                name="remedy_ends_whole",
                condition=models.Q(concluded_on__isnull=True, result="")
                | (models.Q(concluded_on__isnull=False) & ~models.Q(result="")),
                violation_error_message="结果和审结日期要么都填，要么都不填。",
            ),
            models.CheckConstraint(
                name="remedy_ends_after_acceptance",
                condition=models.Q(concluded_on__isnull=True)
                | models.Q(concluded_on__gte=models.F("accepted_on")),
                violation_error_message="审结日期早于受理日期，请改正其中一个。",
            ),
        ]

    def clean(self) -> None:
        if self.result and self.route:
            result, route = RemedyResult(self.result), RemedyRoute(self.route)
            if not result.fits(route):
                raise ValidationError(
                    {"result": f"“{result.label}”不是{route.label}的结果，请重选。"}
                )
