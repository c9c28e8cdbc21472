from datetime import date, datetime
from decimal import Decimal

import pytest

from factories.casework import DisclosureRequestFactory
from factories.catalogue import CategoryFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import AccountFactory, OfficeFactory, OrganFactory
from factories.tables import csv_of, take_in, xlsx_of
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import DisclosureRequest
from gongkai.exchange.models import ImportBatch
from gongkai.exchange.registers.importing import MOST_DIFFERENCES
from gongkai.ledger.models import LedgerEntry
from gongkai.publishing.models import Item
from gongkai.remedies.models import RemedyCase
from gongkai.supervision.models import Training

pytestmark = pytest.mark.django_db

DECISION = {
    "机关代码": "YX",
    "编号": "许-001",
    "类别": "行政许可",
    "日期": "2021-03-05",
    "事项": "教师资格认定",
}
REQUEST = {
    "机关代码": "YX",
    "编号": "Y1",
    "申请人类别": "自然人",
    "申请渠道": "邮寄（签收）",
    "申请内容": "申请公开招聘方案。",
    "收到日期": "2021-03-05",
}


@pytest.fixture(autouse=True)
def organ():
    return OrganFactory(code="YX")


def outcome_of(result):
    return (result.added, result.changed, result.unchanged, len(result.errors))


def test_a_row_becomes_a_record(organ):
    office = OfficeFactory(organ=organ, number="G01")
    row = DECISION | {
        "数量": "12",
        "结果": "准予许可",
        "来源文件": "3月登记簿",
        "责任股室": "G01",
        "备注": "两页\n附表",
    }

    result = take_in("ledger", csv_of("ledger", row))

    assert outcome_of(result) == (1, 0, 0, 0)
    entry = LedgerEntry.objects.get()
    assert (entry.organ, entry.number, entry.kind) == (
        organ,
        "许-001",
        "administrative_licensing",
    )
    assert (entry.happened_on, entry.subject) == (date(2021, 3, 5), "教师资格认定")
    assert (entry.quantity, entry.amount, entry.result) == (12, None, "准予许可")
    assert (entry.office, entry.note) == (office, "两页\n附表")


def test_empty_cells_mean_what_the_model_starts_with():
    take_in("ledger", csv_of("ledger", DECISION))

    entry = LedgerEntry.objects.get()
    assert (entry.quantity, entry.amount, entry.note, entry.office) == (
        1,
        None,
        "",
        None,
    )


def test_money_comes_in_exactly():
    row = DECISION | {"类别": "行政事业性收费", "金额（元）": "26735355.01"}

    take_in("ledger", csv_of("ledger", row))

    assert LedgerEntry.objects.get().amount == Decimal("26735355.01")


def test_an_xlsx_with_dates_and_numbers_as_excel_keeps_them():
    day = datetime(2021, 3, 5)  # noqa: DTZ001 - Excel knows no zone
    row = DECISION | {"编号": 7, "日期": day, "数量": 3.0}

    result = take_in("ledger", xlsx_of("ledger", row), "台账.xlsx")

    assert outcome_of(result) == (1, 0, 0, 0)
    entry = LedgerEntry.objects.get()
    assert (entry.number, entry.happened_on, entry.quantity) == (
        "7",
        date(2021, 3, 5),
        3,
    )


def test_a_file_in_gb18030_is_read():
    take_in("ledger", csv_of("ledger", DECISION, encoding="gb18030"))

    assert LedgerEntry.objects.get().subject == "教师资格认定"


def test_columns_may_stand_in_any_order():
    header, row, *_ = csv_of("ledger", DECISION).decode().splitlines()
    turned = "\n".join(",".join(reversed(line.split(","))) for line in (header, row))

    assert outcome_of(take_in("ledger", turned.encode())) == (1, 0, 0, 0)


def test_rows_without_any_text_are_passed_over():
    content = csv_of("ledger", DECISION) + b"\n,,,,,,,,,,\n"

    assert outcome_of(take_in("ledger", content)) == (1, 0, 0, 0)


def test_a_file_of_headers_alone_is_accepted():
    assert outcome_of(take_in("ledger", csv_of("ledger"))) == (0, 0, 0, 0)


def test_a_second_import_changes_nothing():
    content = csv_of("requests", REQUEST, REQUEST | {"编号": "Y2"})
    take_in("requests", content)
    before = list(DisclosureRequest.objects.values())

    result = take_in("requests", content)

    assert outcome_of(result) == (0, 0, 2, 0)
    assert list(DisclosureRequest.objects.values()) == before
    assert AuditEntry.objects.count() == 1
    assert ImportBatch.objects.count() == 1


def test_a_row_with_a_known_key_changes_the_record(organ):
    old = DisclosureRequestFactory(organ=organ, number="Y1", note="旧")
    first_stamp = old.updated_at
    row = REQUEST | {"办理结果": "予以公开", "办结日期": "2021-03-25"}

    result = take_in("requests", csv_of("requests", row))

    assert outcome_of(result) == (0, 1, 0, 0)
    changed = DisclosureRequest.objects.get()
    assert changed.pk == old.pk
    assert (changed.outcome, changed.closed_on, changed.note) == (
        "disclosed",
        date(2021, 3, 25),
        "",
    )
    assert changed.updated_at > first_stamp
    assert changed.created_at == old.created_at


def test_rows_that_differ_in_different_fields_each_keep_the_rest(organ):
    for number in ("Y1", "Y2"):
        DisclosureRequestFactory(organ=organ, number=number, note="旧")
    rows = [
        REQUEST | {"编号": "Y1", "备注": "新"},
        REQUEST | {"编号": "Y2", "备注": "旧", "答复文号": "云教〔2021〕1号"},
    ]

    take_in("requests", csv_of("requests", *rows))

    kept = DisclosureRequest.objects.order_by("number")
    assert list(kept.values_list("note", "reply_number")) == [
        ("新", ""),
        ("旧", "云教〔2021〕1号"),
    ]


def test_the_same_number_at_another_organ_is_another_record():
    OrganFactory(code="LS")
    rows = [REQUEST, REQUEST | {"机关代码": "LS"}]

    assert outcome_of(take_in("requests", csv_of("requests", *rows))) == (2, 0, 0, 0)


def test_windows_line_ends_in_the_database_are_no_change(organ):
    LedgerEntryFactory(
        organ=organ,
        number="许-001",
        happened_on=date(2021, 3, 5),
        subject="教师资格认定",
        note="两页\r\n附表 ",
    )

    result = take_in("ledger", csv_of("ledger", DECISION | {"备注": "两页\n附表"}))

    assert outcome_of(result) == (0, 0, 1, 0)


def test_a_result_is_read_by_the_route_of_its_row():
    row = {
        "机关代码": "YX",
        "复议机关（法院）": "云溪县人民法院",
        "事由": "不服答复。",
        "受理（立案）日期": "2021-03-05",
        "审结日期": "2021-06-05",
        "结果": "撤销或者部分撤销",
    }
    rows = [
        row | {"编号": "J1", "途径": "行政复议"},
        row | {"编号": "J2", "途径": "复议后起诉"},
    ]

    take_in("remedies", csv_of("remedies", *rows))

    results = RemedyCase.objects.order_by("number").values_list("result", flat=True)
    assert list(results) == ["reconsideration.revoked", "litigation.revoked"]


def test_a_reference_is_looked_for_at_the_organ_of_the_row(organ):
    mine = DisclosureRequestFactory(organ=organ, number="Y9")
    DisclosureRequestFactory(organ=OrganFactory(code="LS"), number="Y9")
    row = {
        "机关代码": "YX",
        "编号": "J1",
        "途径": "行政复议",
        "复议机关（法院）": "云溪县人民政府",
        "事由": "不服答复。",
        "所涉申请": "Y9",
        "受理（立案）日期": "2021-03-05",
    }

    take_in("remedies", csv_of("remedies", row))

    assert RemedyCase.objects.get().disclosure_request == mine


def test_an_import_is_journalled_once_with_counts_and_checksum():
    account = AccountFactory(last_name="周", first_name="知行")
    rows = [DECISION, DECISION | {"编号": "许-002"}]

    take_in("ledger", csv_of("ledger", *rows), "三月.csv", actor=account)

    entry = AuditEntry.objects.get()
    batch = ImportBatch.objects.get()
    assert (entry.action, entry.subject, entry.subject_key) == (
        "导入",
        "ledger.ledgerentry",
        "三月.csv",
    )
    assert (entry.actor, entry.organ_code) == (account, "YX")
    assert entry.detail == {
        "sha256": batch.sha256,
        "rows": {"added": 2, "changed": 0, "unchanged": 0},
    }
    assert (batch.account, batch.rows["added"], batch.organ.code) == (account, 2, "YX")


def test_the_journal_tells_what_changed_rows_were(organ):
    LedgerEntryFactory(
        organ=organ,
        number="许-001",
        happened_on=date(2021, 3, 5),
        subject="教师资格认定",
    )

    take_in("ledger", csv_of("ledger", DECISION | {"数量": "2"}))

    assert AuditEntry.objects.get().detail["changes"] == {
        "许-001": {"quantity": {"from": "1", "to": "2"}}
    }


def test_the_journal_only_counts_many_changes(organ):
    numbers = [f"许-{n}" for n in range(MOST_DIFFERENCES + 1)]
    rows = [DECISION | {"编号": number} for number in numbers]
    take_in("ledger", csv_of("ledger", *rows))

    take_in("ledger", csv_of("ledger", *(row | {"数量": "2"} for row in rows)))

    detail = AuditEntry.objects.first().detail
    assert detail["rows"]["changed"] == MOST_DIFFERENCES + 1
    assert "changes" not in detail


def test_many_rows_take_few_queries(organ, django_assert_max_num_queries):
    rows = [DECISION | {"编号": f"许-{n}"} for n in range(900)]
    content = csv_of("ledger", *rows)
    take_in("ledger", content)

    with django_assert_max_num_queries(12):
        take_in("ledger", content)


def test_rows_beyond_one_chunk_come_in_whole():
    rows = [DECISION | {"编号": f"许-{n}"} for n in range(2300)]

    result = take_in("ledger", csv_of("ledger", *rows))

    assert outcome_of(result) == (2300, 0, 0, 0)
    assert LedgerEntry.objects.count() == 2300


def test_a_dry_run_judges_and_keeps_nothing():
    result = take_in("ledger", csv_of("ledger", DECISION), dry_run=True)

    assert outcome_of(result) == (1, 0, 0, 0)
    assert LedgerEntry.objects.count() == 0
    assert AuditEntry.objects.count() == 0
    assert ImportBatch.objects.count() == 0


def test_an_item_draft_needs_no_day_of_disclosure(organ):
    CategoryFactory(organ=organ, code="A01")
    row = {
        "机关代码": "YX",
        "索引号": "S1",
        "标题": "通知",
        "目录编码": "A01",
        "成文日期": "2021-03-05",
    }

    take_in("items", csv_of("items", row))

    item = Item.objects.get()
    assert (item.status, item.validity, item.disclosed_on) == (
        "draft",
        "not_applicable",
        None,
    )


def test_a_text_guarded_against_formulas_comes_in_as_it_was():
    row = {
        "机关代码": "YX",
        "编号": "X1",
        "类别": "业务培训",
        "日期": "2021-03-05",
        "主题": "'=1+1",
    }

    take_in("trainings", csv_of("trainings", row))

    assert Training.objects.get().title == "=1+1"
