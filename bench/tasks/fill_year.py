"""Fill the registers of one organ with its year, and begin the report on it."""

from tasks.filling import add_small_registers, fill, make_organs, settle
from tasks.makers import YEAR

from gongkai.annual_report.drafts import draft_other_matters, draft_overview
from gongkai.annual_report.figures import prose_figures
from gongkai.annual_report.models import AnnualReport
from gongkai.organs.models import Organ

#: Of a thousand records, how many are what.
MIX = {
    "licensing": 500,
    "items": 200,
    "requests": 200,
    "fees": 50,
    "remedies": 20,
    "patrols": 15,
    "proposals": 10,
    "documents": 5,
}


def run(size: int) -> dict[str, int]:
    """Fill, and return how many records of what there are."""
    maker = make_organs(2)
    organ, without_records = maker.organs
    maker.organs = [organ]
    counts = {register: size * share // 1000 for register, share in MIX.items()}
    for register, count in counts.items():
        fill(maker, register, count)
    if size:
        add_small_registers(organ)
    for each in (organ, without_records):
        _begin_report(each)
    settle()
    return counts


def _begin_report(organ: Organ) -> None:
    """Begin a report with the prose that is drafted when nothing is zero."""
    values = dict.fromkeys(prose_figures(), "1")
    AnnualReport.objects.create(
        organ=organ,
        year=YEAR,
        overview=draft_overview(organ, YEAR, values),
        other_matters=draft_other_matters(organ, YEAR, values),
    )
