from typing import Any

from django.db.models import QuerySet

from gongkai.casework.models import DisclosureRequest
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, day, text, title
from gongkai.desk.registers.fields import KeyedRecordField, desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.remedies.models import RemedyCase
from gongkai.statute.remedy_results import RemedyResult, RemedyRoute


def remedy_chip(record: RemedyCase) -> Chip:
    """Return how a case stands: its result, or that it is pending."""
    if record.result:
        return Chip(RemedyResult(record.result).label, Tone.DONE)
    return Chip("尚未审结", Tone.WAITING)


class RemedyForm(RecordForm):
    disclosure_request = KeyedRecordField(
        DisclosureRequest.objects.all(),
        label="所涉申请（编号）",
        required=False,
        unknown="本机关没有编号为“%(value)s”的公开申请，请核对编号。",
        help_text="填公开申请的编号；与申请无关的案件不填。",
    )
    fieldsets = (
        Fieldset(
            "案件",
            ("number", "route", "handling_body", "disclosure_request", "subject"),
        ),
        Fieldset("进程", ("accepted_on", "concluded_on", "result")),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = RemedyCase
        formfield_callback = desk_formfield
        exclude = ("organ",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["result"].choices = [
            ("", "尚未审结"),
            ("行政复议的结果", _results(RemedyRoute.RECONSIDERATION)),
            ("行政诉讼的结果", _results(RemedyRoute.LITIGATION_DIRECT)),
        ]


def _results(route: RemedyRoute) -> list[tuple[str, str]]:
    return [
        (result.value, result.label) for result in RemedyResult if result.fits(route)
    ]


class RemedyFilters(RegisterFilterSet):
    date_field = "accepted_on"
    route = choice("途径", [(route.value, route.label) for route in RemedyRoute])
    state = choice(
        "审理状态", [("open", "尚未审结"), ("closed", "已审结")], method="in_state"
    )

    class Meta:
        model = RemedyCase
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[RemedyCase]:
        """Return the cases that are pending, or those that are concluded."""
        return records.filter(concluded_on__isnull=state == "open")


class RemedyViewSet(RegisterViewSet):
    model = RemedyCase
    layout = "remedies"
    noun = "案件"
    menu_label = "复议诉讼"
    icon = "warning"
    columns = (
        code("编号", "number"),
        title("事由", "subject"),
        text("途径", "route"),
        text("复议机关（法院）", "handling_body"),
        day("受理（立案）日期", "accepted_on"),
        chip("结果", remedy_chip, "result"),
        day("审结日期", "concluded_on"),
    )
    select_related = ("organ", "disclosure_request")
    search_fields = ("number", "subject", "handling_body")
    filterset_class = RemedyFilters
    record_form = RemedyForm
    removal_consequence = "删除后年度报告表四的数字随之减少，不能恢复。"

    state = staticmethod(remedy_chip)


register = RemedyViewSet()
