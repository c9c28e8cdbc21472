"""The example data is what the import reads, and says what it is."""

import re
import tomllib
from datetime import date

import pytest

from examples.example_files import (
    BOTH,
    DAYS,
    EXAMPLES,
    LAYOUT,
    MORE,
    SUIPING,
    YUNXI,
    day,
    key_of,
    prose,
    read,
    report,
    several,
    with_figures,
)
from gongkai.casework.models import DisclosureRequest
from gongkai.catalogue.models import Category
from gongkai.ledger.models import LedgerEntry
from gongkai.organs.models import LeadershipMember, Organ
from gongkai.organs.roles import Role
from gongkai.publishing.models import Channel, Item, NormativeDocument
from gongkai.remedies.models import RemedyCase
from gongkai.supervision.models import Problem, Proposal, Training

#: Where a register refers to a record of the same organ: column, register, its key.
REFERENCES = [
    ("people", "股室", "offices", "编号"),
    ("categories", "上级目录编码", "categories", "目录编码"),
    ("duties", "目录编码", "categories", "目录编码"),
    ("duties", "责任股室", "offices", "编号"),
    ("items", "目录编码", "categories", "目录编码"),
    ("items", "责任股室", "offices", "编号"),
    ("normative_documents", "索引号", "items", "索引号"),
    ("ledger", "责任股室", "offices", "编号"),
    ("requests", "承办股室", "offices", "编号"),
    ("remedies", "所涉申请", "requests", "编号"),
    ("proposals", "承办股室", "offices", "编号"),
]

CHOICES = [
    ("organs", "层级", Organ, "level"),
    ("organs", "主色", Organ, "colour"),
    ("leadership", "组内职务", LeadershipMember, "position"),
    ("categories", "所属栏目", Category, "section"),
    ("items", "有效性", Item, "validity"),
    ("items", "状态", Item, "status"),
    ("normative_documents", "类别", NormativeDocument, "kind"),
    ("normative_documents", "终止方式", NormativeDocument, "ended_how"),
    ("ledger", "类别", LedgerEntry, "kind"),
    ("requests", "申请人类别", DisclosureRequest, "applicant_kind"),
    ("requests", "申请渠道", DisclosureRequest, "channel"),
    ("requests", "办理结果", DisclosureRequest, "outcome"),
    ("remedies", "途径", RemedyCase, "route"),
    ("remedies", "结果", RemedyCase, "result"),
    ("proposals", "类别", Proposal, "kind"),
    ("trainings", "类别", Training, "kind"),
    ("problems", "类别", Problem, "kind"),
]


@BOTH
@pytest.mark.parametrize("register", LAYOUT)
def test_headers_are_the_import_layout(folder, register):
    raw = (EXAMPLES / folder / f"{register}.csv").read_bytes()

    first_line, _, _ = raw.partition(b"\n")

    more = MORE.get((folder, register), "")
    assert first_line.decode() == f"机关代码,{LAYOUT[register]}{more}"
    assert b"\r" not in raw


@BOTH
@pytest.mark.parametrize("register", LAYOUT)
def test_natural_keys_are_unique_and_given(folder, register):
    keys = [key_of(register, row) for row in read(folder, register)]

    assert len(set(keys)) == len(keys)
    assert all(all(key) for key in keys)


@BOTH
def test_every_row_belongs_to_a_listed_organ(folder):
    organs = {row["机关代码"] for row in read(folder, "organs")}

    used = {row["机关代码"] for register in LAYOUT for row in read(folder, register)}
    above = {row["上级机关代码"] for row in read(folder, "organs")} - {""}

    assert used == organs
    assert above <= organs


@BOTH
@pytest.mark.parametrize(("register", "column", "target", "key"), REFERENCES)
def test_references_lead_to_a_record_of_the_organ(
    folder, register, column, target, key
):
    known = {(row["机关代码"], row[key]) for row in read(folder, target)}

    used = {(row["机关代码"], row[column]) for row in read(folder, register)}

    assert {ref for ref in used if ref[1]} - known == set()


@BOTH
@pytest.mark.parametrize(("register", "column", "model", "field"), CHOICES)
def test_choices_are_labels_of_the_model(folder, register, column, model, field):
    labels = {str(label) for _, label in model._meta.get_field(field).choices}  # noqa: SLF001

    used = {row[column] for row in read(folder, register)} - {""}

    assert used - labels == set()


@BOTH
def test_channels_and_roles_are_known_labels(folder):
    channels = {c for row in read(folder, "items") for c in several(row["公开渠道"])}
    roles = {r for row in read(folder, "people") for r in several(row["角色"])}

    assert channels <= set(Channel.labels)
    assert roles == {role.label for role in Role}


def test_people_have_numbers_of_their_own_across_the_examples():
    people = read(SUIPING, "people") + read(YUNXI, "people")

    assert len({row["编号"].lower() for row in people}) == len(people)


@BOTH
def test_items_go_out_on_a_working_day_in_time(folder):
    items = [row for row in read(folder, "items") if row["公开日期"]]

    late = [
        row["索引号"]
        for row in items
        if not day(row["成文日期"])
        <= day(row["公开日期"])
        <= DAYS.add(day(row["成文日期"]), 20)
        or not DAYS.is_working_day(day(row["公开日期"]))
    ]

    assert late == []


@BOTH
def test_no_column_of_the_catalogue_is_empty(folder):
    categories = read(folder, "categories")
    filled = {row["目录编码"] for row in read(folder, "items")}
    parents = {row["上级目录编码"] for row in categories}

    empty = {row["目录编码"] for row in categories} - filled - parents

    assert empty == set()


@BOTH
def test_attachments_are_beside_the_items(folder):
    named = {f for row in read(folder, "items") for f in several(row["附件"])}

    there = {path.name for path in (EXAMPLES / folder).glob("attachments/*")}

    assert there == named


@BOTH
@pytest.mark.parametrize("register", LAYOUT)
def test_no_number_could_be_somebodys(folder, register):
    text = (EXAMPLES / folder / f"{register}.csv").read_text("utf-8")

    phones = set(re.findall(r"(?<!\d)\d{3,4}-\d{7,8}(?!\d)", text))
    long_numbers = set(re.findall(r"(?<!\d)\d{10,}[Xx]?", text))

    assert {p for p in phones if not re.search(r"-00000\d\d$", p)} == set()
    assert {n for n in long_numbers if n.strip("0") not in {"", "1"}} == set()


@pytest.mark.parametrize(
    ("folder", "document"), [(SUIPING, "published"), (YUNXI, "expected")]
)
def test_prose_reads_as_the_report_with_its_figures(folder, document):
    stated = report(folder, document)

    shown = {
        section: with_figures(text, stated["figures"])
        for section, text in prose(folder).items()
    }

    assert shown == stated["sections"]


@BOTH
def test_report_file_names_the_organ_the_year_and_a_day_in_time(folder):
    told = tomllib.loads((EXAMPLES / folder / "report.toml").read_text("utf-8"))

    assert told["organ"] in {row["机关代码"] for row in read(folder, "organs")}
    assert (told["year"], told["format"]) == (2021, "2021")
    assert date(2022, 1, 1) <= told["published_on"] <= date(2022, 1, 31)
