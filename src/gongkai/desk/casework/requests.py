from functools import cached_property
from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from gongkai.casework.models import DisclosureRequest, RequestChannel
from gongkai.casework.selectors import MINE, NOBODY, of_handler, of_office
from gongkai.casework.services import keep_row
from gongkai.desk.casework.standing import remaining_words, state_chip, urgency
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import (
    RecordTable,
    Row,
    chip,
    code,
    day,
    text,
    title,
)
from gongkai.desk.registers.exporting import download
from gongkai.desk.registers.fields import DateInput, desk_formfield
from gongkai.desk.registers.filters import MOST_ORGANS, RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.furniture import Act
from gongkai.desk.registers.index import REVEALED, RegisterIndexView
from gongkai.desk.registers.reading import RecordView
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.desk.registers.writing import ChangeView, RegisterRecordView
from gongkai.exchange.registers import export_revealed
from gongkai.organs.calendar import working_days
from gongkai.organs.models import Office, Organ, Person
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import ClockState
from gongkai.statute.errors import CalendarError
from gongkai.statute.outcomes import Outcome

_LONGEST = 60


def request_chip(record: DisclosureRequest) -> Chip:
    """Return how a request stands: its outcome, its state, or its age."""
    if record.outcome or record.state:
        return state_chip(record.state, record.outcome)
    if record.received_on is None:
        return Chip(ClockState.SUBMITTED.label, Tone.WAITING)
    days = (timezone.localdate() - record.received_on).days
    return Chip(f"办理中 · 已收到{days}天", Tone.WAITING)


def due_chip(record: Any) -> Chip | None:
    """Return how long there is; ``remaining`` is put on by the list."""
    remaining = getattr(record, "remaining", None)
    if remaining is None:
        return None
    return Chip(remaining_words(remaining, record.due_on), urgency(remaining))


def remaining_days(
    record: DisclosureRequest, calendar: WorkingDays, today: Any
) -> int | None:
    """Return the working days left until the stored due day; negative when past."""
    due_on = record.due_on
    if due_on is None or record.closed_on is not None:
        return None
    try:
        if today <= due_on:
            return calendar.count(today, due_on)
        return -calendar.count(due_on, today)
    except CalendarError:
        return None


def shortened(text: str) -> str:
    """Return the first line of a long text, as lists show it."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


class RequestForm(RecordForm):
    fieldsets = (
        Fieldset(
            "申请",
            ("number", "received_on", "applicant_kind", "channel", "subject"),
        ),
        Fieldset(
            "办理",
            (
                "office",
                "amendment_noticed_on",
                "consulted_on",
                "fee_noticed_on",
                "processing_fee",
            ),
        ),
        Fieldset("办结", ("outcome", "closed_on", "reply_number")),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = DisclosureRequest
        formfield_callback = desk_formfield
        exclude = ("organ",)
        help_texts = {
            "subject": "只写要公开什么，不写申请人的姓名、证件号和联系方式。",
            "outcome": "办结时填写；与办结日期一起填。",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.steps.exists():
            for name in _FROM_STEPS:
                self.fields[name].disabled = True
                self.fields[name].help_text = "由办理步骤决定，请在案件页办理或者撤销。"


#: What the steps of a case decide; its record's form does not.
_FROM_STEPS = (
    "received_on",
    "channel",
    "amendment_noticed_on",
    "consulted_on",
    "fee_noticed_on",
    "processing_fee",
    "outcome",
    "closed_on",
)


class RequestFilters(RegisterFilterSet):
    date_field = "received_on"
    state = choice(
        "办理状态",
        [
            ("open", "在办"),
            ("closed", "已办结"),
            *((state.value, state.label) for state in ClockState),
        ],
        method="in_state",
    )
    applicant_kind = choice(
        "申请人类别", [(kind.value, kind.label) for kind in ApplicantKind]
    )
    channel = choice("申请渠道", RequestChannel.choices)
    outcome = choice("办理结果", [(item.value, item.label) for item in Outcome])
    due_since = django_filters.DateFilter(
        field_name="due_on", lookup_expr="gte", label="答复期限起", widget=DateInput
    )
    due_until = django_filters.DateFilter(
        field_name="due_on", lookup_expr="lte", label="答复期限止", widget=DateInput
    )

    class Meta:
        model = DisclosureRequest
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        register = DisclosureRequest._meta.label_lower  # noqa: SLF001
        organs = organs_open_to(self.request.user, register, Action.VIEW)
        if organs.count() <= MOST_ORGANS:
            self._add_choice("office", "承办股室", Office, organs)
            self._add_choice("handler", "承办人", Person, organs, (MINE, "我承办的"))

    def _add_choice(
        self,
        name: str,
        label: str,
        model: Any,
        organs: QuerySet[Organ],
        *first: tuple[str, str],
    ) -> None:
        found = model.objects.filter(organ__in=organs)
        choices = [(str(one.pk), str(one)) for one in found]
        choices = [*first, *choices, (NOBODY, "未分派")]
        self._add(name, choice(label, choices, method=f"of_{name}"))

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[DisclosureRequest]:
        """Return the requests that are open, closed, or in a state of the clock."""
        if state in {"open", "closed"}:
            return records.filter(closed_on__isnull=state == "open")
        return records.filter(state=state)

    def of_office(
        self, records: QuerySet[Any], _name: str, office: str
    ) -> QuerySet[DisclosureRequest]:
        """Return the requests of an office, or of none."""
        return of_office(records, office)

    def of_handler(
        self, records: QuerySet[Any], _name: str, who: str
    ) -> QuerySet[DisclosureRequest]:
        """Return the requests of a person, of oneself, or of nobody."""
        return of_handler(records, who, self.request.user)


class RequestIndexView(RegisterIndexView):
    """The list of requests: what is left of each period, and the way to its case."""

    def get_table(self, object_list: Any) -> RecordTable:
        calendar, today = working_days(), timezone.localdate()
        for record in object_list:
            record.remaining = remaining_days(record, calendar, today)
        return super().get_table(object_list)

    def _row(self, record: Model) -> Row:
        row = super()._row(record)
        return Row(reverse("case:page", args=[record.pk]), row.edit_url, row.cells)

    @cached_property
    def organs_to_reveal(self) -> QuerySet[Organ]:
        """The organs whose applicants the account may know."""
        return organs_open_to(self.request.user, self.register, Action.CHANGE)

    def export(self, records: QuerySet[Any], suffix: str) -> HttpResponse:
        """Hand out the list, applicants masked unless they are asked for."""
        if REVEALED not in self.request.GET:
            return super().export(records, suffix)
        if not self.organs_to_reveal.exists():
            raise PermissionDenied
        bare = records.select_related(None).prefetch_related(None)
        content = export_revealed(
            self.viewset.layout,
            bare,
            suffix,
            actor=self.request.user,
            organs=self.organs_to_reveal,
        )
        stem = f"{self.viewset.menu_label}（含申请人）{self._today()}"
        return download(content, stem, suffix)

    def export_links(self) -> list[tuple[str, str]]:
        """Return the files of the list; one with the applicants for who may know."""
        links = super().export_links()
        if self.organs_to_reveal.exists():
            query = self._query(export="xlsx", **{REVEALED: "1"})
            links.append(("导出 XLSX（含申请人，留痕）", f"?{query}"))
        return links

    def acts(self) -> list[Act]:
        """Register by the whole form; a closed case of an old ledger by its own."""
        acts = super().acts()
        if not self.user_has_permission(Action.ADD):
            return acts
        new = Act("登记申请", reverse("case:register"), primary=True)
        old = Act("补登旧件", self.url_of("add"))
        return [new, *(act for act in acts if act.url != old.url), old]


class RequestRecordView(RecordView):
    """The record as the ledger has it, with the way to its case."""

    def acts(self) -> list[Act]:
        """Return the buttons, the case first."""
        case = Act(
            "打开案件", reverse("case:page", args=[self.object.pk]), primary=True
        )
        return [
            case,
            *(Act(act.label, act.url, False, act.dangerous) for act in super().acts()),
        ]


class OldCaseView(RegisterRecordView):
    """Registers a case of an old ledger (补登旧件), open or closed."""

    def write(self, record: Model) -> Model:
        """Hand the case to casework, which works out its state and due day."""
        return keep_row(disclosure_request=record, actor=self.request.user)  # type: ignore[arg-type]


class OldCaseChangeView(ChangeView):
    """Changes a case as its ledger tells it."""

    def write(self, record: Model) -> Model:
        """Hand the case to casework, which works out its state and due day."""
        return keep_row(disclosure_request=record, actor=self.request.user)  # type: ignore[arg-type]


class RequestViewSet(RegisterViewSet):
    model = DisclosureRequest
    layout = "requests"
    index_view_class = RequestIndexView
    add_view_class = OldCaseView
    edit_view_class = OldCaseChangeView
    inspect_view_class = RequestRecordView
    noun = "申请"
    menu_label = "公开申请"
    icon = "mail"
    columns = (
        code("编号", "number"),
        title("申请内容", lambda record: shortened(record.subject), "subject"),
        text("申请人类别", "applicant_kind"),
        day("收到日期", "received_on"),
        text("承办股室", lambda record: record.office or "", "office__name"),
        chip("状态", request_chip, "state"),
        chip("答复期限", due_chip, "due_on"),
        day("办结日期", "closed_on"),
    )
    select_related = ("organ", "office")
    search_fields = ("number", "subject", "reply_number")
    filterset_class = RequestFilters
    record_form = RequestForm
    removal_consequence = "删除后年度报告表三的数字随之减少，不能恢复。"

    state = staticmethod(request_chip)


register = RequestViewSet()
