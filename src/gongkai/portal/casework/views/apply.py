from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gongkai.organs.models import Organ
from gongkai.portal.casework import application
from gongkai.portal.casework.application import (
    JOINT,
    STEPS,
    TITLES,
)
from gongkai.portal.casework.draft import Draft
from gongkai.portal.casework.forms import StepForm
from gongkai.portal.casework.identity import doubt_about
from gongkai.portal.casework.offers import offers
from gongkai.portal.site.columns import APPLY
from gongkai.portal.site.pages import Crumb, Page, organ_or_404, show
from gongkai.publishing.models import Item

_LONGEST_ANSWER = 4000
Problem = tuple[str, str]


def step_address(organ: Organ, step: str) -> str:
    """Return the address of a step; nothing of the application stands in it."""
    return reverse("portal:apply-step", args=[organ.code, step])


def step_that_is_lost(organ: Organ, step: str) -> str:
    """Return the address of a step whose answers were not found any more."""
    return f"{step_address(organ, step)}?lost=1"


def show_step(
    request: HttpRequest,
    organ: Organ,
    step: str,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Render a step with its place among the others, problems first."""
    address = reverse("portal:apply", args=[organ.code])
    page = Page(
        title=f"{'错误：' if context.get('problems') else ''}{TITLES[step]} - 申请公开",
        organ=organ,
        section="apply",
        column=APPLY,
        crumbs=(Crumb(APPLY.name, address), Crumb("在线申请")),
    )
    frame = {
        "title": TITLES[step],
        "step": step,
        "position": STEPS.index("applicant" if step == JOINT else step) + 1,
        "steps_count": len(STEPS),
        "is_first": step == STEPS[0],
        "is_lost": "lost" in request.GET,
        **context,
    }
    response = show(request, f"casework/{template}", page, frame)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@never_cache
def start(request: HttpRequest, organ_code: str) -> HttpResponse:
    """Lead to the first step, or back to where the applicant stopped."""
    organ = organ_or_404(organ_code)
    draft = Draft.of(request.session, organ)
    return redirect(step_address(organ, application.first_missing(draft) or STEPS[-1]))


@method_decorator((never_cache, sensitive_post_parameters()), name="dispatch")
class StepView(View):
    """A step of the form: its answers are kept, right or wrong."""

    organ: Organ
    draft: Draft
    step: str

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.organ = organ_or_404(kwargs["organ_code"])
        self.step = kwargs["step"]
        self.draft = Draft.of(request.session, self.organ)

    def get(self, *_: Any, **__: Any) -> HttpResponse:
        missing = self.missing_before()
        if missing:
            return redirect(step_address(self.organ, missing))
        return self.show_empty()

    def show_empty(self) -> HttpResponse:
        """Show the step as it was left."""
        raise NotImplementedError

    def missing_before(self) -> str | None:
        """Return the first step before this one that is not complete."""
        return application.first_missing(self.draft, before=self.step)

    def leave(self, way: int) -> HttpResponse:
        """Go on or back; from a correction straight to the review."""
        self.draft.mark(self.step, is_done=way > 0)
        self.save()
        to = STEPS[max(STEPS.index(self.step) + way, 0)]
        if self.request.POST.get("go") == JOINT:
            to = JOINT
        elif way > 0 and "change" in self.request.GET:
            to = application.first_missing(self.draft) or STEPS[-1]
        return redirect(step_address(self.organ, to))

    def save(self) -> None:
        """Keep the draft in the session."""
        self.draft.save(self.request.session, self.organ)


class FormStepView(StepView):
    """A step with one group of questions."""

    def show_empty(self) -> HttpResponse:
        return self._show(application.form_of(self.step, self.draft))

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        missing = self.missing_before()
        was_person = application.is_person(self.draft)
        self._keep_answers()
        if was_person != application.is_person(self.draft):
            self.draft.mark("applicant", is_done=False)
        go = request.POST.get("go", "next")
        if missing:
            return redirect(step_that_is_lost(self.organ, missing))
        if go == "back":
            return self.leave(-1)
        if go == "search":
            form = application.form_of(self.step, self.draft)
            return self._show(form, searched=True)
        return self._go_on()

    def _go_on(self) -> HttpResponse:
        form = application.form_of(
            self.step, self.draft, self.draft.answered(self.step)
        )
        if not form.is_valid():
            return self._show(form, list(problems_of(form)))
        doubt = self._doubt(form)
        if doubt:
            form.add_error("identity_number", doubt)
            return self._show(form, list(problems_of(form)), is_doubt=True)
        return self.leave(1)

    def _keep_answers(self) -> None:
        """Keep what was typed: nothing is lost on the way back."""
        names = application.form_of(self.step, self.draft).fields
        typed = self.request.POST
        self.draft.answers[self.step] = {
            name: typed.get(name, "")[:_LONGEST_ANSWER] for name in names
        }
        self.draft.mark(self.step, is_done=False)
        self.save()

    def _doubt(self, form: StepForm) -> str:
        """Return what to ask about the number of identity, once for each number."""
        if self.step != "applicant":
            return ""
        number = form.cleaned_data["identity_number"]
        if number == self.draft.asked_about:
            return ""
        doubt = doubt_about(form.cleaned_data["identity_kind"], number)
        if doubt:
            self.draft.asked_about = number
            self.save()
        return doubt

    def _show(
        self,
        form: StepForm,
        problems: list[Problem] | None = None,
        *,
        is_doubt: bool = False,
        searched: bool = False,
    ) -> HttpResponse:
        context = {
            "form": form,
            "problems": problems,
            "is_doubt": is_doubt,
            "searched": searched,
            "joint": self.draft.joint,
            "offers": self._offers() if searched else [],
        }
        template = "subject.html" if self.step == "subject" else "step.html"
        return show_step(self.request, self.organ, self.step, template, context)

    def _offers(self) -> list[Item]:
        said = self.draft.answered("subject")
        text = f"{said.get('information', '')} {said.get('features', '')}"
        return offers(self.organ, text, said.get("document_number", ""))


@require_POST
@never_cache
@sensitive_post_parameters()
def offered(request: HttpRequest, organ_code: str) -> JsonResponse:
    """Answer, while the applicant types, with what is published already.

    What he types comes in the body: an address would stand in logs.
    """
    organ = organ_or_404(organ_code)
    found = offers(organ, request.POST.get("text", ""), request.POST.get("number", ""))
    entries = [
        {
            "title": item.title,
            "address": reverse("portal:item", args=[organ.code, item.pk]),
            "disclosed_on": f"{item.disclosed_on:%Y-%m-%d}",
        }
        for item in found
        if item.disclosed_on
    ]
    return JsonResponse({"items": entries})


def problems_of(form: StepForm) -> Iterator[Problem]:
    """Yield where each problem is and what to do."""
    for name, errors in form.errors.items():
        field = form[name]
        anchor = f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
        yield from ((anchor, str(error)) for error in errors)
