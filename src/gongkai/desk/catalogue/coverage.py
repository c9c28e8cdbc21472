"""公开覆盖: which duties have their content, what is missing first."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from gongkai.catalogue.models import Duty
from gongkai.desk.catalogue.coverage_bar import TONES, bar_of
from gongkai.desk.catalogue.upkeep import upkeep_of
from gongkai.desk.registers.chips import Chip
from gongkai.desk.registers.exporting import download
from gongkai.desk.registers.furniture import Act, RegisterViewMixin
from gongkai.exchange.registers.sheet import sheet_file
from gongkai.organs.models import Organ
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.publishing.selectors import Covered, coverage, coverage_by_organ
from gongkai.statute.duties import DutyState

_MOST_ORGANS = 200
_HEADER = (
    "机关",
    "序号",
    "一级事项",
    "二级事项",
    "责任股室",
    "公开周期",
    "最近公开",
    "下一次最迟",
    "状态",
    "说明",
)
_WIDTHS = (24, 8, 20, 28, 16, 26, 12, 12, 12, 48)


@dataclass(frozen=True)
class Total:
    """A state with its number, and the list that it opens."""

    state: DutyState
    chip: Chip
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class OrganLine:
    """An organ's numbers, the missing ones first."""

    organ: Organ
    counts: list[tuple[str, int]]
    total: int

    @property
    def missing(self) -> int:
        """How many duties are empty or overdue."""
        return self.counts[0][1] + self.counts[1][1]


class CoverageView(
    RegisterViewMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView
):
    """The duties of one organ by state, or the organs with their numbers."""

    template_name = "desk/catalogue/coverage.html"
    permission_policy: Any = None
    permission_required = Action.VIEW
    page_title = "公开覆盖"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return self.trail(("", self.page_title))

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.today = timezone.localdate()
        state = request.GET.get("state", "")
        self.state = DutyState(state) if state in set(DutyState) else None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the coverage, or hand it out as a table."""
        if request.GET.get("export") == "xlsx":
            return self._export()
        return super().get(request, *args, **kwargs)

    def duties(self) -> QuerySet[Duty]:
        """Return the duties that the account may see."""
        visible: QuerySet[Duty] = (
            self.permission_policy.instances_user_has_permission_for(
                self.request.user, Action.VIEW
            )
        )
        return visible

    def organ(self) -> Organ | None:
        """Return the organ asked for, or the only one there is."""
        organs = organs_open_to(self.request.user, self.register, Action.VIEW)
        code = self.request.GET.get("organ", "")
        if code:
            found = organs.filter(code=code).first()
            if found is None:
                raise Http404
            return found
        with_duties = organs.filter(pk__in=self.duties().values("organ"))
        first_two = list(with_duties[:2]) or list(organs[:2])
        return first_two[0] if len(first_two) == 1 else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        organ = self.organ()
        shown = self._of_organ(organ) if organ else self._of_organs()
        return context | {
            "organ": organ,
            "state": self.state,
            "today": self.today,
            **shown,
        }

    def _of_organ(self, organ: Organ) -> dict[str, Any]:
        found = coverage(self.duties().filter(organ=organ), self.today)
        counts = Counter(one.state for one in found)
        rows = [one for one in found if self.state in (None, one.state)]
        return {
            "acts": self._acts(organ),
            "rows": [(one, chip_of(one.state), self._item_url(one)) for one in rows],
            "upkeep": upkeep_of(organ, self.request.user, self.today),
            **self._totals(counts, organ.code),
        }

    def _of_organs(self) -> dict[str, Any]:
        found = coverage_by_organ(self.duties(), self.today)
        organs = Organ.objects.in_bulk(list(found))
        lines = [
            OrganLine(
                organs[pk],
                [(state.label, counts[state]) for state in TONES],
                counts.total(),
            )
            for pk, counts in found.items()
            if self.state is None or counts[self.state]
        ]
        lines.sort(key=lambda line: -line.missing)
        sums = sum(found.values(), Counter())
        return {
            "lines": lines[:_MOST_ORGANS],
            "left_out": max(0, len(lines) - _MOST_ORGANS),
            "labels": [state.label for state in TONES],
            **self._totals(sums, ""),
        }

    def _totals(self, counts: Counter[DutyState], code: str) -> dict[str, Any]:
        organ = f"&organ={code}" if code else ""
        return {
            "totals": [
                Total(
                    state,
                    chip_of(state),
                    counts[state],
                    f"state={state.value}{organ}",
                    state == self.state,
                )
                for state in TONES
            ],
            "bar": bar_of(counts),
            "total": counts.total(),
            "organ_query": organ.removeprefix("&"),
        }

    def _acts(self, organ: Organ) -> list[Act]:
        listing = f"{self.url_of('index')}?organ={organ.code}"
        acts = [Act("公开事项目录", listing)]
        if self.permission_policy.user_has_permission(self.request.user, Action.ADD):
            address = f"{self.url_of('adopt')}?organ={organ.code}"
            acts.append(Act("采用目录模板", address, primary=True))
        return acts

    def _item_url(self, covered: Covered) -> str:
        if covered.newest_pk is None:
            return ""
        return reverse("item:inspect", args=[covered.newest_pk])

    def _export(self) -> HttpResponse:
        organ, duties = self.organ(), self.duties()
        found = coverage(duties.filter(organ=organ) if organ else duties, self.today)
        rows = (_row(one) for one in found if self.state in (None, one.state))
        content = sheet_file(self.page_title, _HEADER, rows, _WIDTHS)
        return download(content, f"{self.page_title}{self.today.isoformat()}", "xlsx")


def chip_of(state: DutyState) -> Chip:
    """Return a state as a chip."""
    return Chip(state.label, TONES[state])


def _row(one: Covered) -> tuple[Any, ...]:
    duty = one.duty
    return (
        duty.organ.name,
        duty.number,
        duty.first_level,
        duty.second_level,
        str(duty.office or ""),
        duty.parsed_cycle().label,
        one.newest_on,
        one.standing.next_due_on,
        one.state.label,
        one.standing.text,
    )
