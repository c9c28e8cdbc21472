from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from gongkai.casework.models import DisclosureRequest, RequestChannel
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, day, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.outcomes import Outcome

_LONGEST = 60


def request_chip(record: DisclosureRequest) -> Chip:
    """Return how a request stands: its outcome, or how long it has been open."""
    if record.outcome:
        return Chip(Outcome(record.outcome).label, Tone.DONE)
    if record.received_on is None:
        return Chip("待确认收到", Tone.WAITING)
    days = (timezone.localdate() - record.received_on).days
    return Chip(f"办理中 · 已收到{days}天", Tone.WAITING)


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


class RequestFilters(RegisterFilterSet):
    date_field = "received_on"
    state = choice(
        "办理状态",
        [("open", "办理中"), ("closed", "已办结")],
        method="in_state",
    )
    applicant_kind = choice(
        "申请人类别", [(kind.value, kind.label) for kind in ApplicantKind]
    )
    channel = choice("申请渠道", RequestChannel.choices)
    outcome = choice("办理结果", [(item.value, item.label) for item in Outcome])

    class Meta:
        model = DisclosureRequest
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[DisclosureRequest]:
        """Return the requests that are open, or those that are closed."""
        return records.filter(closed_on__isnull=state == "open")


class RequestViewSet(RegisterViewSet):
    model = DisclosureRequest
    layout = "requests"
    noun = "申请"
    menu_label = "公开申请"
    icon = "mail"
    columns = (
        code("编号", "number"),
        title("申请内容", lambda record: shortened(record.subject), "subject"),
        text("申请人类别", "applicant_kind"),
        day("收到日期", "received_on"),
        text("承办股室", lambda record: record.office or "", "office__name"),
        chip("状态", request_chip, "closed_on"),
        day("办结日期", "closed_on"),
    )
    select_related = ("organ", "office")
    search_fields = ("number", "subject", "reply_number")
    filterset_class = RequestFilters
    record_form = RequestForm
    removal_consequence = "删除后年度报告表三的数字随之减少，不能恢复。"

    state = staticmethod(request_chip)


register = RequestViewSet()
