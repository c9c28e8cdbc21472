from django.core.exceptions import ValidationError
from django.db import models

from gongkai.organs.calendar import working_days
from gongkai.organs.models import RegisterRecord
from gongkai.remedies.models.course import COPIES, course_of
from gongkai.statute.errors import StatuteError
from gongkai.statute.remedies import Due, Procedure, Unit, course_dues
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute


class Capacity(models.TextChoices):
    """What the organ is in the case (行政诉讼法第二十六条)."""

    RESPONDENT = "respondent", "被申请人（被告）"
    CO_DEFENDANT = "co_defendant", "共同被告"


class RemedyCase(RegisterRecord):
    """A reconsideration or lawsuit about OGI in which the organ answers.

    What comes once stands here, what may come or not in its steps (``RemedyStep``).
    ``reply_due_on``, ``decision_due_on`` and ``act_again_due_on`` are copies of
    ``statute.remedies.course_dues`` for the lists, kept by ``clean``.
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
    capacity = models.CharField(
        "本机关地位",
        max_length=20,
        choices=Capacity.choices,
        default=Capacity.RESPONDENT,
    )
    prior = models.ForeignKey(
        "self",
        verbose_name="先前的复议案件",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="suits",
    )
    applied_on = models.DateField("申请（起诉）日期", null=True, blank=True)
    accepted_on = models.DateField("受理（立案）日期")
    procedure = models.CharField(
        "复议程序",
        max_length=20,
        blank=True,
        choices=[(procedure.value, procedure.label) for procedure in Procedure],
    )
    copy_received_on = models.DateField("收到副本日期", null=True, blank=True)
    reply_due_on = models.DateField("答复期限", null=True, blank=True, editable=False)
    replied_on = models.DateField("提交答复日期", null=True, blank=True)
    decision_due_on = models.DateField(
        "复议决定期限", null=True, blank=True, editable=False
    )
    concluded_on = models.DateField("审结日期", null=True, blank=True)
    result = models.CharField(
        "结果",
        max_length=50,
        blank=True,
        choices=[(result.value, result.label) for result in RemedyResult],
    )
    served_on = models.DateField("收到决定（裁判）日期", null=True, blank=True)
    act_again_number = models.PositiveSmallIntegerField(
        "责令重新答复的期限", null=True, blank=True
    )
    act_again_unit = models.CharField(
        "重新答复期限的单位",
        max_length=20,
        choices=[(unit.value, unit.label) for unit in (Unit.WORKING_DAYS, Unit.DAYS)],
        default=Unit.WORKING_DAYS.value,
    )
    act_again_due_on = models.DateField(
        "重新答复期限", null=True, blank=True, editable=False
    )
    acted_again_on = models.DateField("重新答复日期", null=True, blank=True)

    class Meta(RegisterRecord.Meta):
        verbose_name = "复议诉讼案件"
        verbose_name_plural = "复议诉讼"
        ordering = ["-accepted_on", "-pk"]
        indexes = [
            models.Index(
                fields=["organ", "route", "result", "accepted_on", "concluded_on"],
                name="remedy_counting",
            ),
            models.Index(
                fields=["reply_due_on"],
                condition=models.Q(replied_on__isnull=True, concluded_on__isnull=True),
                name="remedy_reply_due",
            ),
            models.Index(
                fields=["act_again_due_on"],
                condition=models.Q(acted_again_on__isnull=True),
                name="remedy_again_due",
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
        self._check_prior()
        self._check_reply()
        self._check_acting_again()
        try:
            self.keep_copies(self.dues() if self._is_counted() else ())
        except StatuteError as error:
            raise ValidationError(error.message) from error

    def dues(self) -> tuple[Due, ...]:
        """Return what is or was due, and why.

        Raises ``StatuteError`` for an impossible course.
        """
        course = course_of(self)
        return () if course is None else course_dues(course, working_days())

    def _is_counted(self) -> bool:
        """Whether any stored day can be worked out; many old rows have none."""
        return bool(
            self.procedure
            or self.copy_received_on
            or self.act_again_number
            or (self.pk and self.steps.exists())
        )

    def keep_copies(self, dues: tuple[Due, ...]) -> None:
        """Set the stored days to those of ``dues``."""
        days = {due.kind: due.deadline.due_on for due in dues}
        for name, kind in COPIES.items():
            setattr(self, name, days.get(kind))

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

    def _check_prior(self) -> None:
        """Take request and decision from the reconsideration before, or refuse it."""
        prior = self.prior
        if prior is None:
            return
        if self.route != RemedyRoute.LITIGATION_AFTER_RECONSIDERATION:
            raise ValidationError(
                {"prior": "只有复议后起诉的才填先前的复议案件，请改正途径或者不填。"}
            )
        if prior.organ_id != self.organ_id or (
            prior.route != RemedyRoute.RECONSIDERATION
        ):
            raise ValidationError({"prior": "这不是本机关的复议案件，请核对编号。"})
        if self.disclosure_request_id is None:
            self.disclosure_request = prior.disclosure_request
            self.decision = self.decision or prior.decision
        if prior.disclosure_request_id != self.disclosure_request_id:
            raise ValidationError(
                {"prior": "这件复议不是所涉申请的复议，请改正其中一个。"}
            )

    def _check_acting_again(self) -> None:
        if self.acted_again_on is None:
            return
        if self.served_on and self.acted_again_on < self.served_on:
            raise ValidationError(
                {"acted_again_on": "重新答复早于收到决定（裁判），请改正其中一个日期。"}
            )

    def _check_reply(self) -> None:
        if self.procedure and self.route != RemedyRoute.RECONSIDERATION:
            raise ValidationError(
                {"procedure": "只有行政复议才填复议程序，请改正途径或者不填。"}
            )
        if self.applied_on and self.accepted_on and self.applied_on > self.accepted_on:
            raise ValidationError(
                {"applied_on": "申请（起诉）晚于受理（立案），请改正其中一个日期。"}
            )
        if (
            self.replied_on
            and self.copy_received_on
            and self.replied_on < self.copy_received_on
        ):
            raise ValidationError(
                {"replied_on": "提交答复早于收到副本，请改正其中一个日期。"}
            )
