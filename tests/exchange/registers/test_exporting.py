import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from factories.casework import DisclosureRequestFactory
from factories.catalogue import CategoryFactory, DutyFactory, GuideFactory
from factories.corrections import RecordCorrectionFactory
from factories.leadership import LeadershipMemberFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import OfficeFactory, OrganFactory, account_with_role
from factories.patrol import PatrolEntryFactory
from factories.publishing import (
    ItemFactory,
    LexiconWordFactory,
    NormativeDocumentFactory,
)
from factories.remedies import RemedyCaseFactory
from factories.supervision import ProblemFactory, ProposalFactory, TrainingFactory
from factories.tables import headers, take_in
from gongkai.casework.models import CaseStep
from gongkai.exchange.registers import LAYOUTS, export_records
from gongkai.organs.models import Organ
from gongkai.organs.roles import Role
from gongkai.publishing.models import Channel, Item
from gongkai.statute.errors import GongkaiError
from gongkai.supervision.models import Training

pytestmark = pytest.mark.django_db


@pytest.fixture
def full_house():
    """One record at least in every register, with its references filled."""
    top = OrganFactory(code="YX", phone="0396-1", website="https://yx.example/")
    organ = OrganFactory(code="YXJYJ", parent=top)
    office = OfficeFactory(organ=organ, number="G01", is_ogi_work_body=True)
    account_with_role(Role.CLERK, organ, office=office)
    LeadershipMemberFactory(organ=organ, from_on=date(2021, 1, 4))
    above = CategoryFactory(organ=organ)
    category = CategoryFactory(organ=organ, parent=above)
    GuideFactory(organ=organ, reviewed_on=date(2021, 1, 4))
    DutyFactory(organ=organ, office=office, category=category, cycle="06-30")
    LexiconWordFactory(organ=organ)
    item = ItemFactory(
        organ=organ,
        category=category,
        office=office,
        body="第一行，\n“第二行”\r\n'=三 ",
        channels=[Channel.WECHAT, Channel.GOVERNMENT_WEBSITE],
    )
    NormativeDocumentFactory(organ=organ, item=item, ended_on=date(2021, 9, 1))
    LedgerEntryFactory(organ=organ, office=office, quantity=30)
    LedgerEntryFactory(organ=organ, fee=True, amount=Decimal("26735355.10"))
    ended = {"closed_on": date(2021, 6, 20), "outcome": "withheld.state_secret"}
    request = DisclosureRequestFactory(
        organ=organ, office=office, processing_fee=Decimal("100.5"), **ended
    )
    RecordCorrectionFactory(organ=organ, result="withdrawn", ended_on=date(2021, 6, 20))
    CaseStep.objects.create(
        disclosure_request=request,
        position=1,
        kind="receipt_confirmed",
        on=request.received_on,
    )
    RemedyCaseFactory(
        organ=organ,
        disclosure_request=request,
        route="litigation_direct",
        concluded_on=date(2021, 12, 31),
        result="litigation.ordered_to_perform",
    )
    ProposalFactory(organ=organ, office=office)
    TrainingFactory(organ=organ)
    ProblemFactory(organ=organ)
    PatrolEntryFactory(organ=organ, findings=2)


@pytest.mark.parametrize("slug", LAYOUTS)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_goes_out_comes_in_again_unchanged(full_house, slug, suffix):
    records = LAYOUTS[slug].model._default_manager.all()  # noqa: SLF001
    content = export_records(slug, records, suffix)

    result = take_in(slug, content, f"{slug}.{suffix}")

    assert result.errors == []
    assert (result.added, result.changed) == (0, 0)
    assert result.unchanged == records.count() > 0


@pytest.mark.parametrize("slug", ["people", "guides", "ledger", "remedies", "patrols"])
def test_what_goes_out_makes_the_same_record_again(full_house, slug):
    model = LAYOUTS[slug].model
    records = model._default_manager.all()  # noqa: SLF001
    content = export_records(slug, records, "csv")
    records.delete()

    assert take_in(slug, content).accepted
    again = export_records(slug, records.all(), "csv")
    assert sorted(again.splitlines()) == sorted(content.splitlines())


def test_an_export_has_the_headers_of_the_import():
    content = export_records("items", Item.objects.none(), "csv")

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == ",".join(headers("items")) + "\r\n"


def test_an_export_writes_what_a_person_reads():
    organ = OrganFactory(code="YX")
    DisclosureRequestFactory(
        organ=organ,
        number="Y1",
        processing_fee=Decimal("1200.50"),
        closed_on=date(2021, 7, 1),
        outcome="withheld.state_secret",
    )
    content = export_records("requests", LAYOUTS["requests"].model.objects.all(), "csv")

    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))

    assert (row["机关代码"], row["申请人类别"], row["收到日期"]) == (
        "YX",
        "自然人",
        "2021-06-01",
    )
    assert (row["实收信息处理费（元）"], row["办理结果"], row["承办股室"]) == (
        "1200.5",
        "不予公开：国家秘密",
        "",
    )


def test_xlsx_keeps_dates_and_money_as_such():
    LedgerEntryFactory(fee=True, amount=Decimal("12.50"))
    records = LAYOUTS["ledger"].model.objects.all()
    workbook = load_workbook(io.BytesIO(export_records("ledger", records, "xlsx")))
    sheet = workbook["表二台账"]

    row = dict(zip(headers("ledger"), [cell.value for cell in sheet[2]], strict=True))

    assert row["日期"].date() == date(2021, 6, 1)
    assert (row["数量"], row["金额（元）"]) == (1, 12.5)
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "#N/A "])
def test_free_text_never_becomes_a_formula(text):
    TrainingFactory(title=text)
    records = Training.objects.all()
    place = headers("trainings").index("主题")

    sheet = load_workbook(io.BytesIO(export_records("trainings", records, "xlsx")))
    cell = sheet["培训会议"][2][place]
    plain = export_records("trainings", records, "csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(plain))

    assert (cell.value, cell.data_type) == (text.strip(), "s")
    assert row["主题"][0] not in "=+-@"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=30
    )
)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_any_text_makes_the_round(suffix, text):
    Training.objects.all().delete()
    TrainingFactory(content=text)
    content = export_records("trainings", Training.objects.all(), suffix)

    result = take_in("trainings", content, f"t.{suffix}")

    assert [str(error) for error in result.errors] == []
    assert result.unchanged == 1


def test_a_text_too_long_for_xlsx_is_refused_rather_than_cut():
    TrainingFactory(content="长" * 32_768)

    with pytest.raises(GongkaiError, match=r"“主要内容”超过32767字.*请改为导出CSV"):
        export_records("trainings", Training.objects.all(), "xlsx")


def test_an_export_takes_few_queries(django_assert_num_queries, full_house):
    organ = Organ.objects.get(code="YXJYJ")
    for _ in range(3):
        category = CategoryFactory(organ=organ)
        ItemFactory(organ=organ, category=category, channels=[Channel.BOARD])

    with django_assert_num_queries(3):
        export_records("items", Item.objects.all(), "csv")


@pytest.mark.parametrize(
    ("layout", "suffix", "message"),
    [("taxes", "csv", "没有“taxes”这个登记簿"), ("items", "pdf", "不能导出为“pdf”")],
)
def test_an_unknown_register_or_format_is_refused(layout, suffix, message):
    with pytest.raises(GongkaiError, match=message):
        export_records(layout, Item.objects.all(), suffix)
