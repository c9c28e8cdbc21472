"""The steps of an application in order, and what their answers say together."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.casework.models import SupplyForm
from gongkai.casework.services import ApplicantData
from gongkai.portal.casework.draft import Draft
from gongkai.portal.casework.forms import (
    KindForm,
    OrganisationForm,
    PersonForm,
    StepForm,
    SubjectForm,
    SupplyFormForm,
)
from gongkai.statute.applicants import ApplicantKind

FORM_STEPS = ("kind", "applicant", "subject", "supply")
FILES, REVIEW = "files", "review"
#: A page beside the step of the applicant, not a step of its own.
JOINT = "joint"
STEPS = (*FORM_STEPS, FILES, REVIEW)
TITLES = {
    "kind": "申请人类别",
    "applicant": "申请人信息",
    "subject": "申请的信息",
    "supply": "获取方式",
    FILES: "附件",
    REVIEW: "核对并提交",
    JOINT: "共同申请人",
}
_SHORT_LABELS = {"applicant_kind": "身份", "supply_form": "方式"}


@dataclass(frozen=True)
class Row:
    """A question with its answer on the page of review."""

    label: str
    value: str


@dataclass(frozen=True)
class Application:
    """A complete application."""

    applicant_kind: ApplicantKind
    applicant: ApplicantData
    joint: tuple[ApplicantData, ...]
    subject: str
    supply_form: SupplyForm


def form_of(
    step: str, draft: Draft, answers: Mapping[str, str] | None = None
) -> StepForm:
    """Return the form of a step: bound to ``answers``, else filled from the draft."""
    form_class = _form_class(step, draft)
    if answers is not None:
        return form_class(dict(answers))
    return form_class(initial=dict(draft.answered(step)))


def is_person(draft: Draft) -> bool:
    """Say whether the applicant is a natural person."""
    kind = draft.answered("kind").get("applicant_kind")
    return kind in {None, "", ApplicantKind.NATURAL_PERSON.value}


def first_missing(draft: Draft, before: str = REVIEW) -> str | None:
    """Return the first step before another that is not complete."""
    earlier = STEPS[: STEPS.index(before)]
    return next((step for step in earlier if step not in draft.done), None)


def read(draft: Draft) -> Application | None:
    """Return what the draft says; None when an answer does not hold any more."""
    forms = {step: form_of(step, draft, draft.answered(step)) for step in FORM_STEPS}
    if not all(form.is_valid() for form in forms.values()):
        return None
    said = {step: form.cleaned_data for step, form in forms.items()}
    return Application(
        applicant_kind=ApplicantKind(said["kind"]["applicant_kind"]),
        applicant=ApplicantData(**said["applicant"]),
        joint=tuple(ApplicantData(**one) for one in draft.joint),
        subject=subject_of(said["subject"]),
        supply_form=SupplyForm(said["supply"]["supply_form"]),
    )


def subject_of(said: Mapping[str, str]) -> str:
    """Return what is asked for as one text, each part under its name.

    >>> subject_of({"information": "", "document_number": "", "features": "去年的"})
    '去年的'
    """
    labels = {"information": "名称", "document_number": "文号", "features": "特征"}
    given = {label: said.get(key, "") for key, label in labels.items()}
    given = {label: text for label, text in given.items() if text}
    if len(given) == 1:
        return next(iter(given.values()))
    return "\n".join(f"{label}：{text}" for label, text in given.items())


def rows(step: str, draft: Draft) -> list[Row]:
    """Return the questions of a step with the answers, in words."""
    form = form_of(step, draft, draft.answered(step))
    form.is_valid()
    found = []
    for name, field in form.fields.items():
        value = form.cleaned_data.get(name, "")
        words = dict(getattr(field, "choices", ())).get(value, value)
        if isinstance(value, bool):
            words = "是" if value else ""
        if words:
            label = _SHORT_LABELS.get(name, str(field.label))
            found.append(Row(label, str(words)))
    return found


def joint_rows(draft: Draft) -> list[Row]:
    """Return those who apply together with the first-named, with their numbers."""
    return [Row(one["name"], one["identity_number"]) for one in draft.joint]


def reminders(application: Application) -> list[str]:
    """Return what the way of supply would need and is not there."""
    applicant, supply_form = application.applicant, application.supply_form
    if supply_form == SupplyForm.ELECTRONIC and not applicant.email:
        return ["没有写电子邮箱，电子文件要凭编号和查询码在网上下载。"]
    if supply_form == SupplyForm.PAPER and not applicant.address:
        return ["没有写通信地址，纸质复制件要到办公地点自行领取。"]
    return []


def _form_class(step: str, draft: Draft) -> type[StepForm]:
    if step == "applicant":
        return PersonForm if is_person(draft) else OrganisationForm
    plain: dict[str, type[StepForm]] = {
        "kind": KindForm,
        "subject": SubjectForm,
        "supply": SupplyFormForm,
    }
    return plain[step]
