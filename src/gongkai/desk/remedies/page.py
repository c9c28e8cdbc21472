"""The page of a remedy, and registering one from the case that it is about."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.notices import may_read
from gongkai.desk.casework.notice_standing import notices_of
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.furniture import Act
from gongkai.desk.registers.reading import RecordView
from gongkai.desk.registers.writing import RegisterRecordView
from gongkai.exchange.remedies import statement_title
from gongkai.organs.roles import Action
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.selectors import filing_against, standing_of
from gongkai.statute.remedies import Due

_SOON = 3


class RegisterRemedyView(RegisterRecordView):
    """Registers a remedy; from a case, what is known is filled in."""

    def get_initial(self) -> dict[str, Any]:
        """Return what request and decision tell; nothing of another organ's."""
        initial: dict[str, Any] = super().get_initial()
        request = self._about()
        if request is None:
            return initial
        filing = filing_against(request, is_suit=self.request.GET.get("suit") == "1")
        return initial | {
            "route": filing.route.value,
            "handling_body": filing.handling_body,
            "subject": filing.subject,
            "disclosure_request": request.pk,
            "decision": filing.decision and filing.decision.pk,
            "prior": filing.prior and filing.prior.pk,
        }

    def _about(self) -> DisclosureRequest | None:
        asked = self.request.GET.get("request", "")
        if self.organ is None or not (asked.isascii() and asked.isdigit()):
            return None
        own = DisclosureRequest.objects.filter(organ=self.organ)
        return own.filter(pk=int(asked[:12])).first()


class RemedyRecordView(RecordView):
    """A remedy: what is due, what happened, what it is about."""

    template_name = "desk/remedies/case.html"
    object: RemedyCase

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        remedy = self.object
        may_change = self.user_has_permission_for_instance(Action.CHANGE, remedy)
        standing = standing_of(remedy, timezone.localdate())
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "remedy": remedy,
            "may_change": may_change,
            "standing": standing,
            "statement_title": statement_title(remedy),
            "next_chip": _next_chip(standing.next),
            "due_lines": [(due, _chip(due)) for due in standing.dues],
            "step_acts": [
                Act(kind.label, f"{self.url_of('step', remedy)}?kind={kind.value}")
                for kind in standing.offered
            ],
            "steps": remedy.steps.select_related("recorded_by").order_by("-position"),
            "undo_url": self.url_of("undo_step", remedy),
            "party_url": self.url_of("party", remedy),
            "suits": remedy.suits.order_by("pk"),
            **self._about(),
        }

    def _about(self) -> dict[str, Any]:
        """Return the request's notices and files, as far as the account reads them."""
        case = self.object.disclosure_request
        if case is None:
            return {}
        files: QuerySet[Any] = case.files.all()
        return {
            "case": case,
            "notices": notices_of(case),
            "may_read_notices": may_read(self.request.user, case.organ),
            "files": files,
        }


def _next_chip(due: Due | None) -> Chip | None:
    if due is None:
        return None
    left = (due.deadline.due_on - timezone.localdate()).days
    day = f"{due.deadline.due_on.month}月{due.deadline.due_on.day}日"
    if left < 0:
        return Chip(f"{due.kind.label}已超期 · {day}", Tone.OVERDUE)
    if not due.kind.is_ours:
        return Chip(f"等待{due.kind.whose}{due.kind.label} · {day}", Tone.WAITING)
    tone = Tone.DUE if left <= _SOON else Tone.PLAIN
    return Chip(f"{day}前{due.kind.label}", tone)


def _chip(due: Due) -> Chip:
    if due.met_on is not None:
        word = f"{due.met_on} {'逾期办理' if due.is_late else '已办'}"
        return Chip(word, Tone.OVERDUE if due.is_late else Tone.DONE)
    if due.deadline.due_on < timezone.localdate():
        return Chip("已过", Tone.OVERDUE if due.kind.is_ours else Tone.PLAIN)
    return Chip("进行中", Tone.DUE if due.kind.is_ours else Tone.WAITING)
