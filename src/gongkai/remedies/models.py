from django.core.exceptions import ValidationError
from django.db import models

from gongkai.organs.calendar import working_days
from gongkai.organs.models import RegisterRecord
from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies import Deadline, Procedure, reconsideration_clock
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute


class RemedyCase(RegisterRecord):
    """A reconsideration or lawsuit about OGI in which the organ answers.

    ``reply_due_on`` is worked out by ``clean`` from the day on which the copy came
    (行政复议法第四十八条、第五十四条); it is stored for the lists.
    """

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
    decision = models.ForeignKey(
        "casework.Notice",
        verbose_name="所涉答复",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="remedies",
    )
    accepted_on = models.DateField("受理（立案）日期")
    procedure = models.CharField(
        "复议程序",
        max_length=20,
        blank=True,
        choices=[(procedure.value, procedure.label) for procedure in Procedure],
    )
    copy_received_on = models.DateField("收到申请书副本日期", null=True, blank=True)
    reply_due_on = models.DateField(
        "复议答复期限", null=True, blank=True, editable=False
    )
    replied_on = models.DateField("提交复议答复日期", null=True, blank=True)
    concluded_on = models.DateField("审结日期", null=True, blank=True)
    result = models.CharField(
        "结果",
        max_length=50,
        blank=True,
        choices=[(result.value, result.label) for result in RemedyResult],
    )
    served_on = models.DateField("收到决定（裁判）日期", null=True, blank=True)

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
        self._check_result()
        self._check_decision()
        self._check_reply()
        try:
            reply = self.reply_deadline()
        except StatuteError as error:
            raise ValidationError({"copy_received_on": error.message}) from error
        self.reply_due_on = reply.due_on if reply else None

    def reply_deadline(self) -> Deadline | None:
        """Return by when the organ replies to the reconsideration organ, and why."""
        if not (self.procedure and self.copy_received_on and self.accepted_on):
            return None
        return reconsideration_clock(
            Procedure(self.procedure),
            accepted_on=self.accepted_on,
            copy_received_on=self.copy_received_on,
            calendar=working_days(),
            provisional=True,
        ).reply

    def _check_result(self) -> None:
        if self.result and self.route:
            result, route = RemedyResult(self.result), RemedyRoute(self.route)
            if not result.fits(route):
                raise ValidationError(
                    {"result": f"“{result.label}”不是{route.label}的结果，请重选。"}
                )

    def _check_decision(self) -> None:
        """Take the request from its decision, or refuse one of another request."""
        if self.decision is None:
            return
        if self.disclosure_request_id is None:
            self.disclosure_request = self.decision.disclosure_request
        if self.decision.disclosure_request_id != self.disclosure_request_id:
            raise ValidationError(
                {"decision": "这份答复不是所涉申请的答复，请改正其中一个。"}
            )

    def _check_reply(self) -> None:
        if self.procedure and self.route != RemedyRoute.RECONSIDERATION:
            raise ValidationError(
                {"procedure": "只有行政复议才填复议程序，请改正途径或者不填。"}
            )
        if (
            self.replied_on
            and self.copy_received_on
            and self.replied_on < self.copy_received_on
        ):
            raise ValidationError(
                {"replied_on": "提交答复早于收到副本，请改正其中一个日期。"}
            )
