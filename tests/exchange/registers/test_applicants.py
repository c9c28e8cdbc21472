"""Who applied, in the table of requests: sealed inside, masked outside."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.casework import registered
from factories.organs import OrganFactory
from factories.tables import csv_of, take_in
from gongkai.audit.models import AuditEntry
from gongkai.casework.applicants import ApplicantData, applicant_fingerprint
from gongkai.casework.models import Applicant, CaseStep, DisclosureRequest
from gongkai.exchange.registers import LAYOUTS, export_records, export_revealed
from gongkai.organs.encryption import EncryptedTextField

pytestmark = pytest.mark.django_db

REQUEST = {
    "机关代码": "YX",
    "编号": "Y1",
    "申请人类别": "自然人",
    "申请渠道": "当面提交",
    "申请内容": "申请公开招聘方案。",
    "收到日期": "2022-03-28",
}
WHO = {
    "姓名或者名称": "林小满",
    "证件类型": "居民身份证",
    "证件号码": "411700199001011234",
    "联系电话": "13800002345",
}


@pytest.fixture(autouse=True)
def organ():
    return OrganFactory(code="YX")


def bring(*rows):
    return take_in("requests", csv_of("requests", *rows))


def sent_out(**how):
    return export_records("requests", DisclosureRequest.objects.all(), "csv", **how)


def raw_name():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM casework_applicant")
        return cursor.fetchone()[0]


def test_an_applicant_comes_in_sealed_and_is_known_again():
    bring(REQUEST | WHO)

    who = Applicant.objects.get(disclosure_request__number="Y1")
    assert (who.name, who.identity_kind, who.phone) == (
        "林小满",
        "id_card",
        "13800002345",
    )
    same = ApplicantData("林小满", identity_number="411700199001011234")
    assert who.fingerprint == applicant_fingerprint(same)
    assert raw_name().startswith("g1:")


def test_a_row_without_an_applicant_makes_none():
    bring(REQUEST)

    assert Applicant.objects.count() == 0


def test_a_telephone_without_a_name_is_refused():
    (error,) = bring(REQUEST | {"联系电话": "13800002345"}).errors

    assert (error.column, error.reason) == (
        "姓名或者名称",
        "写了申请人的证件或者联系方式，没有写姓名或者名称，请补上。",
    )


def test_what_goes_out_is_masked():
    bring(REQUEST | WHO | {"电子邮箱": "lin@yx.example", "通信地址": "政和路5号"})

    assert ",林**,居民身份证,**1234,,**2345,l**,**\r\n" in sent_out().decode()


def test_what_goes_out_masked_comes_in_again_as_it_was():
    bring(REQUEST | WHO)

    result = take_in("requests", sent_out())

    assert (result.unchanged, result.errors) == (1, [])
    assert Applicant.objects.get().name == "林小满"


def test_a_masked_name_beside_a_new_telephone_changes_the_telephone_alone():
    bring(REQUEST | WHO)

    bring(REQUEST | WHO | {"姓名或者名称": "林**", "联系电话": "0396-2900110"})

    who = Applicant.objects.get()
    assert (who.name, who.phone) == ("林小满", "0396-2900110")


def test_a_masked_name_makes_no_applicant_elsewhere():
    result = bring(REQUEST | WHO | {"姓名或者名称": "林**", "证件号码": "**1234"})

    assert (result.added, result.errors, Applicant.objects.count()) == (1, [], 0)


def test_a_file_without_the_columns_leaves_the_applicant_alone(organ):
    case = registered(date(2022, 3, 28), organ=organ)
    name = case.applicant.name

    bring(REQUEST | {"编号": case.number})

    assert Applicant.objects.get().name == name


def test_the_journal_does_not_tell_who_applied():
    bring(REQUEST | WHO)

    bring(REQUEST | WHO | {"姓名或者名称": "陈大年"})

    entry = AuditEntry.objects.latest("pk")
    sealed = {"from": "（加密）", "to": "（加密）"}
    assert entry.detail["changes"]["Y1"]["name"] == sealed
    assert "林小满" not in str(entry.detail)
    assert "陈大年" not in str(entry.detail)


def test_who_may_know_gets_the_names_and_the_journal_says_so(organ):
    bring(REQUEST | WHO)

    content = export_revealed(
        "requests", DisclosureRequest.objects.all(), "csv", actor=None
    )

    entry = AuditEntry.objects.latest("pk")
    assert ",林小满,居民身份证,411700199001011234," in content.decode()
    assert (entry.action, entry.organ_code) == ("导出申请人", "YX")
    assert entry.detail == {"count": 1, "numbers": ["Y1"]}


def test_only_applicants_of_the_open_organs_are_revealed(organ):
    bring(REQUEST | WHO)
    others = type(organ).objects.exclude(pk=organ.pk)

    content = export_revealed(
        "requests", DisclosureRequest.objects.all(), "csv", actor=None, organs=others
    )

    assert ",林**," in content.decode()
    assert AuditEntry.objects.latest("pk").detail == {"count": 0, "numbers": []}


def test_steps_go_out_masked_and_come_in_as_they_were():
    bring(REQUEST)
    step = {"机关代码": "YX", "申请编号": "Y1", "次序": "1", "日期": "2022-04-06"}
    told = {"步骤": "征求第三方意见", "征求对象": "甲公司", "说明": "林小满的名单"}
    take_in("steps", csv_of("steps", step | told))
    masked = export_records("steps", CaseStep.objects.all(), "csv")

    result = take_in("steps", masked)

    assert ",甲**,否,**,\r\n" in masked.decode()
    assert (result.unchanged, CaseStep.objects.get().note) == (1, "林小满的名单")


@pytest.mark.parametrize("slug", LAYOUTS)
def test_every_sealed_field_that_goes_out_is_masked(slug):
    bare = []
    for column in LAYOUTS[slug].columns:
        model = column.beside.model if column.beside else LAYOUTS[slug].model
        names = {field.name: field for field in model._meta.concrete_fields}  # noqa: SLF001
        if isinstance(names.get(column.field), EncryptedTextField) and not column.mask:
            bare.append(column.header)

    assert bare == []


def queries(act):
    with CaptureQueriesContext(connection) as caught:
        act()
    return len(caught)


def test_queries_do_not_grow_with_the_rows():
    bring(REQUEST)
    three = [REQUEST | WHO | {"编号": f"Y{n}"} for n in (2, 3, 4)]

    one_in = queries(lambda: bring(REQUEST | WHO | {"编号": "Y9"}))
    one_out = queries(sent_out)

    assert queries(lambda: bring(*three)) == one_in
    assert queries(sent_out) == one_out
