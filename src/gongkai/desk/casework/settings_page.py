"""办理设置: what an organ's notices name, and its readings of the law."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from gongkai.casework.corrections import refresh_due_days
from gongkai.casework.models import CaseworkSettings
from gongkai.casework.permissions import REGISTER
from gongkai.casework.services import recompute_open
from gongkai.desk.casework.choosing import ask_for_organ, organ_in_address
from gongkai.desk.casework.settings_form import SettingsForm
from gongkai.desk.casework.trail import trail
from gongkai.desk.reminders.mail import has_mail
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record, register_record
from gongkai.statute.errors import GongkaiError

_TITLE = "办理设置"


def edit(request: HttpRequest) -> HttpResponse:
    """Show and change the settings; open cases are counted anew by them."""
    organs = organs_open_to(request.user, REGISTER, Action.CHANGE)
    if not organs.exists():
        raise PermissionDenied
    organ = organ_in_address(request, organs)
    if organ is None:
        return ask_for_organ(request, organs, _TITLE)
    stored = CaseworkSettings.objects.filter(organ=organ).first()
    form = SettingsForm(
        request.POST or None, instance=stored or CaseworkSettings(organ=organ)
    )
    if request.method == "POST" and form.is_valid():
        write = register_record if stored is None else change_record
        try:
            write(record=form.instance, actor=request.user)
            refresh_due_days([organ])
            done = recompute_open(
                organs=[organ], today=timezone.localdate(), actor=request.user
            )
        except GongkaiError as error:
            form.add_error(None, error.message)
        else:
            text = f"{done.moved}件在办申请的期限随之改变。" if done.moved else ""
            messages.success(request, f"办理设置已保存。{text}")
            return redirect(request.get_full_path())
    context = {
        "page_title": _TITLE,
        "breadcrumbs_items": trail(("", _TITLE)),
        "organ": organ,
        "form": form,
        "has_mail": has_mail(),
        "cancel_url": reverse("case:worklist"),
    }
    return render(request, "desk/casework/settings.html", context)
