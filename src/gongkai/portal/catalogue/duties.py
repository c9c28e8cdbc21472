"""公开事项目录: what the organ publishes, on what basis, by when, in which office."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.catalogue.models import Duty, Section
from gongkai.exchange.registers.sheet import sheet_file
from gongkai.organs.models import Organ
from gongkai.portal.site.columns import CONTENT
from gongkai.portal.site.pages import Crumb, Page, organ_or_404, show
from gongkai.publishing.selectors import Covered, coverage
from gongkai.statute.disclosure import DeadlineKind
from gongkai.statute.duties import channels_in, checklist

TITLE = "公开事项目录"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: The official ten columns.
_HEADER = (
    "序号",
    "一级事项",
    "二级事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开渠道和载体",
    "公开对象",
    "公开方式",
    "公开层级",
)
_WIDTHS = (8, 20, 26, 40, 40, 30, 22, 60, 12, 10, 10)


@dataclass(frozen=True)
class Line:
    """A duty as a citizen sees it; ``address`` leads to its newest item."""

    covered: Covered
    address: str

    @property
    def duty(self) -> Duty:
        """The duty itself."""
        return self.covered.duty

    @property
    def limit(self) -> str:
        """By when something new is public, and how often that comes round."""
        cycle = self.duty.parsed_cycle()
        limit = DeadlineKind(self.duty.deadline_kind).wording
        return f"{limit}；{cycle.label}" if cycle.days else limit

    @property
    def channels(self) -> str:
        """The channels that are used."""
        return "、".join(channels_in(self.duty.channels))


@require_safe
def duties(request: HttpRequest, organ_code: str) -> HttpResponse:
    """Show the duties by first level, each with its newest public item."""
    organ = organ_or_404(organ_code)
    lines = _lines(organ)
    by_level = groupby(lines, key=lambda line: line.duty.first_level)
    context = {
        "groups": [(level, list(some)) for level, some in by_level],
        "total": len(lines),
        "file_address": reverse("portal:duties-file", args=[organ.code]),
    }
    address = reverse("portal:content", args=[organ.code])
    page = Page(
        title=TITLE,
        organ=organ,
        section=Section.CONTENT,
        column=CONTENT,
        crumbs=(Crumb(CONTENT.name, address),),
    )
    return show(request, "catalogue/duties.html", page, context)


@require_safe
def duties_file(request: HttpRequest, organ_code: str) -> HttpResponse:  # noqa: ARG001
    """Hand out the catalogue in the official ten columns."""
    organ = organ_or_404(organ_code)
    lines = _lines(organ)
    if not lines:
        raise Http404
    rows = (_row(line.duty) for line in lines)
    response = HttpResponse(
        sheet_file(TITLE, _HEADER, rows, _WIDTHS), content_type=_XLSX
    )
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{organ.name}{TITLE}.xlsx"
    )
    return response


def _lines(organ: Organ) -> list[Line]:
    return sorted(_applicable(organ), key=lambda line: _place(line.duty))


def _applicable(organ: Organ) -> Iterator[Line]:
    """Leave out what the organ declared to have none of."""
    found = Duty.objects.filter(organ=organ, not_applicable="")
    for covered in coverage(found, timezone.localdate()):
        pk = covered.newest_pk
        yield Line(covered, reverse("portal:item", args=[organ.code, pk]) if pk else "")


def _place(duty: Duty) -> tuple[int, str]:
    return duty.position, duty.number


def _row(duty: Duty) -> tuple[str, ...]:
    return (
        duty.number,
        duty.first_level,
        duty.second_level,
        duty.content,
        duty.basis,
        DeadlineKind(duty.deadline_kind).wording,
        duty.publisher,
        checklist(channels_in(duty.channels)),
        duty.audience,
        duty.get_way_display(),
        duty.level,
    )
