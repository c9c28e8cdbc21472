"""The page of a case: how it stands, what was done, what may be done now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.casework.inside import read_applicant
from gongkai.casework.models import Applicant, DisclosureRequest
from gongkai.casework.notices import may_read
from gongkai.casework.selectors import (
    amended_request_of,
    cases_of_letter,
    clock_of,
    joined_with,
    may_be_split,
    similar_requests,
    worth_publishing,
)
from gongkai.desk.casework.access import case_for, may_do
from gongkai.desk.casework.alike import may_draft
from gongkai.desk.casework.fee_panel import fee_panel
from gongkai.desk.casework.inside_forms import (
    AnswerForm,
    AskOfficeForm,
    AssignForm,
    ConfirmForm,
    DeclineForm,
    FileForm,
    NoteForm,
)
from gongkai.desk.casework.notice_standing import notices_of
from gongkai.desk.casework.standing import (
    clocks_of,
    countdown_of,
    state_chip,
    timeline_of,
)
from gongkai.desk.casework.step_fields import FIELDS
from gongkai.desk.casework.trail import trail
from gongkai.organs.roles import Action
from gongkai.statute.clock import ClockAnswer, StepKind
from gongkai.statute.errors import GongkaiError

#: What brings the case on stands first, what ends it without a reply last.
_FIRST = (StepKind.RECEIPT_CONFIRMED, StepKind.DECIDED, StepKind.DELIVERED)


@dataclass(frozen=True)
class NextAct:
    """A button: a lawful step, what it means, and until when."""

    label: str
    url: str
    text: str
    article: str
    by: date | None
    is_main: bool


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the case."""
    case = case_for(request, pk, Action.VIEW)
    return render_case(request, case)


@require_POST
def applicant(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the case with who applied; the journal knows who looked."""
    case = case_for(request, pk, Action.CHANGE)
    found = read_applicant(disclosure_request=case, actor=request.user)
    return render_case(request, case, applicant=found)


def render_case(
    request: HttpRequest,
    case: DisclosureRequest,
    *,
    applicant: Applicant | None = None,
    **bound: Any,
) -> HttpResponse:
    """Print the case; ``bound`` are forms that were refused."""
    context = {
        "page_title": f"申请 {case.number}",
        "breadcrumbs_items": trail(("", case.number)),
        "case": case,
        "applicant": applicant,
        "joint": case.joint_applicants.all() if applicant else (),
        "joint_count": case.joint_applicants.count(),
        "has_applicant": Applicant.objects.filter(disclosure_request=case).exists(),
        "timeline": timeline_of(case),
        "notices": notices_of(case),
        "may_read_notices": may_read(request.user, case.organ),
        "may_draft_item": may_draft(request.user, case),
        "may_change": may_do(request.user, Action.CHANGE, case),
    }
    context |= _standing(case) | _inside(case) | fee_panel(request, case) | bound
    return render(request, "desk/casework/page.html", context)


def _standing(case: DisclosureRequest) -> dict[str, Any]:
    """Return what the clock says, or why it cannot say anything."""
    try:
        answer = clock_of(case, as_of=timezone.localdate())
    except GongkaiError as error:
        return {"problem": error.message}
    return {
        "answer": answer,
        "chip": state_chip(answer.state),
        "countdown": countdown_of(answer),
        "clocks": clocks_of(answer.sub_clocks),
        "counted": sum(line.counted for line in answer.reasoning),
        "acts_now": next_acts(case, answer),
        "refused": [(kind.label, why) for kind, why in answer.refused.items()],
    }


def next_acts(case: DisclosureRequest, answer: ClockAnswer) -> list[NextAct]:
    """Return the lawful next steps as buttons, those to be done anyway first."""
    steps = sorted(answer.next_steps, key=lambda step: step.kind not in _FIRST)
    return [
        NextAct(
            FIELDS[step.kind].verb,
            _url_of(case, step.kind),
            step.text,
            step.article,
            step.by,
            is_main=step.kind in _FIRST,
        )
        for step in steps
    ]


def _url_of(case: DisclosureRequest, kind: StepKind) -> str:
    """Return where a step is recorded; a withdrawal asks for its proof."""
    if kind is StepKind.WITHDRAWN:
        return reverse("case:withdraw", args=[case.pk])
    return reverse("case:step", args=[case.pk, kind.value])


def _inside(case: DisclosureRequest) -> dict[str, Any]:
    today = timezone.localdate()
    consultations = [
        (one, AnswerForm(prefix=f"answer-{one.pk}", initial={"answered_on": today}))
        for one in case.unit_consultations.select_related("office")
    ]
    similar = similar_requests(case, case.organ)
    return {
        "today": today,
        "amended": amended_request_of(case),
        "confirm_form": ConfirmForm(initial={"on": today, "version": case.version}),
        "decline_form": DeclineForm(),
        "notes": case.internal_notes.select_related("account"),
        "consultations": consultations,
        "files": case.files.all(),
        "siblings": cases_of_letter(case),
        "joined": joined_with(case),
        "can_split": may_be_split(case),
        "corrections": case.corrections.all(),
        "similar": similar,
        "publishable": worth_publishing(case, similar),
        "note_form": NoteForm(),
        "ask_form": AskOfficeForm(organ=case.organ, initial={"asked_on": today}),
        "file_form": FileForm(),
        "assign_form": AssignForm(
            organ=case.organ,
            initial={"office": case.office_id, "handler": case.handler_id},
        ),
        "can_undo": case.steps.exists(),
    }
