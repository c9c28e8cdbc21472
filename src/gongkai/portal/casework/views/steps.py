"""Which view shows which step of the form."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from gongkai.portal.casework.application import FILES, FORM_STEPS, JOINT
from gongkai.portal.casework.views.apply import FormStepView, StepView
from gongkai.portal.casework.views.files import FilesView
from gongkai.portal.casework.views.joint import JointView

_VIEWS: dict[str, type[StepView]] = {
    **dict.fromkeys(FORM_STEPS, FormStepView),
    JOINT: JointView,
    FILES: FilesView,
}


def step(request: HttpRequest, organ_code: str, step: str) -> HttpResponseBase:
    """Lead to the view of a step."""
    if step not in _VIEWS:
        raise Http404("没有这一步。")
    return _VIEWS[step].as_view()(request, organ_code=organ_code, step=step)
