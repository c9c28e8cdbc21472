from typing import Any

from django.db.models import QuerySet

from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, day, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.supervision.models import Proposal, ProposalKind


def proposal_chip(record: Proposal) -> Chip:
    """Return how a proposal stands."""
    if record.disclosed_on:
        return Chip("已答复并公开", Tone.DONE)
    if record.answered_on:
        return Chip("已答复", Tone.DONE)
    return Chip("待答复", Tone.DUE)


class ProposalForm(RecordForm):
    fieldsets = (
        Fieldset("建议提案", ("number", "kind", "session", "title", "proposer")),
        Fieldset("办理", ("office", "received_on", "answered_on", "disclosed_on")),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = Proposal
        formfield_callback = desk_formfield
        exclude = ("organ",)


class ProposalFilters(RegisterFilterSet):
    date_field = "received_on"
    kind = choice("类别", ProposalKind.choices)
    state = choice(
        "办理状态", [("open", "待答复"), ("answered", "已答复")], method="in_state"
    )

    class Meta:
        model = Proposal
        fields: list[str] = []

    def in_state(
        self, records: QuerySet[Any], _name: str, state: str
    ) -> QuerySet[Proposal]:
        """Return the proposals that wait for an answer, or those that have it."""
        return records.filter(answered_on__isnull=state == "open")


class ProposalViewSet(RegisterViewSet):
    model = Proposal
    layout = "proposals"
    noun = "建议提案"
    menu_label = "建议提案"
    icon = "comment"
    columns = (
        code("编号", "number"),
        title("标题", "title"),
        text("类别", "kind"),
        text("领衔人（界别）", "proposer"),
        text("承办股室", lambda record: record.office or "", "office__name"),
        day("交办日期", "received_on"),
        chip("状态", proposal_chip, "answered_on"),
        day("答复日期", "answered_on"),
    )
    select_related = ("organ", "office")
    search_fields = ("number", "title", "proposer")
    filterset_class = ProposalFilters
    record_form = ProposalForm

    state = staticmethod(proposal_chip)


register = ProposalViewSet()
