"""Remedies as tables: those of old still fit, and nothing is lost on the way."""

from datetime import date

import pytest

from factories.organs import OrganFactory
from factories.remedies import RemedyCaseFactory
from gongkai.exchange.registers import LAYOUTS, export_records, import_file
from gongkai.remedies.models import RemedyCase

pytestmark = pytest.mark.django_db

OLD = (
    "机关代码,编号,途径,复议机关（法院）,事由,所涉申请,受理（立案）日期,审结日期,结果,备注\n"
    "A-1,复1,行政复议,云溪县人民政府,不服答复,,2025-03-03,,,\n"
)


@pytest.fixture(autouse=True)
def organ():
    return OrganFactory(code="A-1")


def take_in(content):
    return import_file(
        layout=LAYOUTS["remedies"], name="remedies.csv", content=content, actor=None
    )


def exported():
    return export_records("remedies", RemedyCase.objects.all(), "csv")


def test_table_of_an_earlier_version_is_read():
    result = take_in(OLD.encode())

    assert (result.added, result.errors) == (1, [])
    assert RemedyCase.objects.get().capacity == "respondent"


def test_exported_table_changes_nothing_when_it_comes_back(organ):
    prior = RemedyCaseFactory(organ=organ, accepted_on=date(2025, 3, 3))
    RemedyCaseFactory(
        organ=organ,
        route="litigation_after_reconsideration",
        prior=prior,
        accepted_on=date(2025, 6, 3),
        capacity="co_defendant",
    )

    result = take_in(exported())

    assert (result.unchanged, result.errors) == (2, [])


def test_suit_and_its_reconsideration_come_in_one_table(organ):
    prior = RemedyCaseFactory(organ=organ, number="复1", accepted_on=date(2025, 3, 3))
    RemedyCaseFactory(
        organ=organ,
        number="诉1",
        route="litigation_after_reconsideration",
        prior=prior,
        accepted_on=date(2025, 6, 3),
    )
    content = exported()
    RemedyCase.objects.filter(number="诉1").delete()
    RemedyCase.objects.all().delete()

    result = take_in(content)

    assert (result.added, result.errors) == (2, [])
    assert RemedyCase.objects.get(number="诉1").prior.number == "复1"


def test_copy_in_a_table_makes_the_reply_due():
    header, row, _ = OLD.split("\n")
    content = f"{header},复议程序,收到副本日期\n{row},简易程序,2025-03-06\n"

    take_in(content.encode())

    assert RemedyCase.objects.get().reply_due_on == date(2025, 3, 13)
