"""文书范本: an organ's own wording of its notices."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.casework import notices
from gongkai.casework.models import NoticeWording
from gongkai.casework.permissions import REGISTER
from gongkai.desk.casework.choosing import ask_for_organ, organ_in_address
from gongkai.desk.casework.trail import trail
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.organs.models import Organ
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import (
    NoticeKind,
    example_of,
    place_labels,
    with_wording,
    worded_kind,
    worded_kinds,
)
from gongkai.statute.notices.wording import LONGEST

_TITLE = "文书范本"


@dataclass(frozen=True)
class WordingRow:
    """A notice in the list of wordings."""

    kind: NoticeKind
    chip: Chip
    changed: NoticeWording | None


class WordingForm(forms.Form):
    """The paragraphs of a notice, a line for each."""

    text = forms.CharField(
        label="正文",
        max_length=LONGEST,
        strip=False,
        help_text="一行是一段。花括号里是要素，起草时换成这件申请的内容。",
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": "请写正文；要用原来的，点“恢复”。"},
    )


def index(request: HttpRequest) -> HttpResponse:
    """List the notices, and which the organ words itself."""
    organ = _organ(request)
    if organ is None:
        return ask_for_organ(request, _organs(request), _TITLE)
    changed = notices.wordings_in_force(organ)
    context = {
        "page_title": _TITLE,
        "breadcrumbs_items": trail(("", _TITLE)),
        "organ": organ,
        "rows": [
            WordingRow(kind, _chip(organ, found), found)
            for kind in worded_kinds()
            for found in [changed.get(kind.slot)]
        ],
        "cancel_url": reverse("case:notice_register"),
    }
    return render(request, "desk/casework/wordings.html", context)


def edit(request: HttpRequest, slot: str) -> HttpResponse:
    """Change a wording beside the example that it makes."""
    organ, kind = _of(request, slot)
    text = notices.current_text(organ, kind)
    form = WordingForm(request.POST or None, initial={"text": text})
    if request.method == "POST" and form.is_valid():
        try:
            notices.set_wording(
                organ=organ,
                slot=slot,
                text=form.cleaned_data["text"],
                actor=request.user,
            )
        except GongkaiError as error:
            form.add_error("text", error.message)
        else:
            messages.success(request, f"“{kind.name}”的范本已保存，以后起草的按它写。")
            return redirect(_url("case:wordings", organ))
    found = notices.wording_in_force(organ, slot)
    context = {
        "page_title": kind.name,
        "breadcrumbs_items": trail(
            (_url("case:wordings", organ), _TITLE), ("", kind.name)
        ),
        "organ": organ,
        "kind": kind,
        "form": form,
        "chip": _chip(organ, found),
        "is_own": found is not None and found.organ_id == organ.pk,
        "inherited": found if found and found.organ_id != organ.pk else None,
        "history": notices.history_of_wording(organ, slot),
        "places": place_labels(kind),
        "cancel_url": _url("case:wordings", organ),
    }
    context |= _shown(kind, form["text"].value() or "")
    return render(request, "desk/casework/wording.html", context)


@require_POST
def preview(request: HttpRequest, slot: str) -> HttpResponse:
    """Show the example while the text is being written; nothing is kept."""
    organ, kind = _of(request, slot)
    text = request.POST.get("text", "")[: LONGEST + 1]
    context = {"organ": organ} | _shown(kind, text)
    return render(request, "desk/casework/_wording_text.html", context)


@require_POST
def reset(request: HttpRequest, slot: str) -> HttpResponse:
    """Go back to the wording above."""
    organ, kind = _of(request, slot)
    try:
        notices.reset_wording(organ=organ, slot=slot, actor=request.user)
    except GongkaiError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, f"“{kind.name}”已恢复原来的范本。")
    return redirect(_url("case:wordings", organ))


def _shown(kind: NoticeKind, text: str) -> dict[str, Any]:
    try:
        return {"text": example_of(with_wording(kind, text))}
    except GongkaiError as error:
        return {"text_problem": error.message}


def _chip(organ: Organ, found: NoticeWording | None) -> Chip:
    if found is None:
        return Chip("默认", Tone.PLAIN)
    if found.organ_id == organ.pk:
        return Chip("已改", Tone.DONE)
    return Chip(f"沿用{found.organ.short_name or found.organ.name}", Tone.WAITING)


def _organs(request: HttpRequest) -> Any:
    organs = organs_open_to(request.user, REGISTER, Action.CHANGE)
    if not organs.exists():
        raise PermissionDenied
    return organs


def _organ(request: HttpRequest) -> Organ | None:
    return organ_in_address(request, _organs(request))


def _of(request: HttpRequest, slot: str) -> tuple[Organ, NoticeKind]:
    organ = _organ(request)
    try:
        kind = worded_kind(slot)
    except GongkaiError as error:
        raise Http404 from error
    if organ is None:
        raise Http404
    return organ, kind


def _url(name: str, organ: Organ, *args: str) -> str:
    return f"{reverse(name, args=args)}?organ={organ.code}"
