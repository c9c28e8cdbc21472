"""Those who apply together with the first-named: a page beside his step."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.casework.applicants import MOST_JOINT
from gongkai.portal.casework import application
from gongkai.portal.casework.application import JOINT, STEPS
from gongkai.portal.casework.forms import JointForm, StepForm
from gongkai.portal.casework.identity import doubt_about
from gongkai.portal.casework.views.apply import (
    Problem,
    StepView,
    problems_of,
    show_step,
    step_address,
)


class JointView(StepView):
    """The joint applicants, and a form for one more."""

    def missing_before(self) -> str | None:
        return application.first_missing(self.draft, before="subject")

    def show_empty(self) -> HttpResponse:
        return self._show(JointForm())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        missing = self.missing_before()
        if missing:
            return redirect(step_address(self.organ, missing))
        go = request.POST.get("go", "next")
        if go == "back":
            return redirect(step_address(self.organ, "applicant"))
        if go.startswith("remove-"):
            return self._remove(go.removeprefix("remove-"))
        typed = ("name", "identity_number", "phone")
        if go == "add" or any(request.POST.get(name, "").strip() for name in typed):
            return self._add(is_last=go != "add")
        return self._go_on()

    def _add(self, *, is_last: bool) -> HttpResponse:
        form = JointForm(self.request.POST)
        if len(self.draft.joint) >= MOST_JOINT:
            form.add_error(
                "name", f"连同您最多{MOST_JOINT + 1}人。更多的请推选代表或者分别申请。"
            )
        if not form.is_valid():
            return self._show(form, list(problems_of(form)))
        number = form.cleaned_data["identity_number"]
        doubt = doubt_about(form.cleaned_data["identity_kind"], number)
        if doubt and number != self.draft.asked_about:
            self.draft.asked_about = number
            self.save()
            form.add_error("identity_number", doubt)
            return self._show(form, list(problems_of(form)), is_doubt=True)
        self.draft.joint.append(dict(form.cleaned_data))
        self.save()
        return self._go_on() if is_last else redirect(self.request.get_full_path())

    def _remove(self, position: str) -> HttpResponse:
        if position.isascii() and position.isdecimal():
            at = int(position[:2])
            del self.draft.joint[at : at + 1]
            self.save()
        return redirect(self.request.get_full_path())

    def _go_on(self) -> HttpResponse:
        is_change = "change" in self.request.GET
        missing = application.first_missing(self.draft) if is_change else "subject"
        return redirect(step_address(self.organ, missing or STEPS[-1]))

    def _show(
        self,
        form: StepForm,
        problems: list[Problem] | None = None,
        *,
        is_doubt: bool = False,
    ) -> HttpResponse:
        context = {
            "form": form,
            "joint": self.draft.joint,
            "may_add": len(self.draft.joint) < MOST_JOINT,
            "most": MOST_JOINT + 1,
            "problems": problems,
            "is_doubt": is_doubt,
        }
        return show_step(self.request, self.organ, JOINT, "joint.html", context)
