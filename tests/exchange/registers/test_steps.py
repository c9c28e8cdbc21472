"""A year of cases by their steps, out and in again, judged by the clock."""

from datetime import date

import pytest
from django.utils import timezone

from factories.casework import decided, registered, take_steps
from factories.organs import OrganFactory
from factories.tables import csv_of, take_in
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import CaseStep, DisclosureRequest
from gongkai.casework.services import recompute_open
from gongkai.casework.services.copies import COPIES
from gongkai.exchange.registers import export_records
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db

REQUEST = {
    "机关代码": "YX",
    "编号": "Y1",
    "申请人类别": "自然人",
    "申请渠道": "当面提交",
    "申请内容": "申请公开招聘方案。",
    "收到日期": "2022-03-28",
}
STEP = {"机关代码": "YX", "申请编号": "Y1"}
ASKED = STEP | {"次序": "1", "步骤": "告知补正", "日期": "2022-04-06"}
AMENDED = STEP | {"次序": "2", "步骤": "收到补正", "日期": "2022-04-20"}
ANSWERED = STEP | {
    "次序": "3",
    "步骤": "作出答复",
    "日期": "2022-05-19",
    "结果": "予以公开",
}


@pytest.fixture
def organ():
    return OrganFactory(code="YX")


@pytest.fixture
def known(organ):
    take_in("requests", csv_of("requests", REQUEST))


def sentences(*rows):
    result = take_in("steps", csv_of("steps", *rows))
    return [str(error) for error in result.errors]


def copies():
    return list(DisclosureRequest.objects.order_by("number").values("number", *COPIES))


def cases_by_services(organ):
    """Return three cases as officers recorded them."""
    first = registered(date(2022, 3, 28), organ=organ)
    take_steps(
        first,
        Step(
            StepKind.AMENDMENT_REQUESTED,
            date(2022, 4, 6),
            received_on=date(2022, 4, 8),
        ),
        Step(StepKind.AMENDED, date(2022, 4, 20)),
        decided(date(2022, 5, 19), "unavailable.unclear_after_amendment"),
        Step(StepKind.DELIVERED, date(2022, 5, 23)),
    )
    second = registered(date(2022, 9, 5), organ=organ, channel="online")
    take_steps(
        second,
        Step(StepKind.EXTENDED, date(2022, 9, 30), working_days=20),
        Step(StepKind.THIRD_PARTY_CONSULTED, date(2022, 10, 10), party="甲公司"),
    )
    registered(date(2022, 9, 6), organ=organ)
    recompute_open(today=timezone.localdate())


def test_steps_settle_the_copies_of_their_case(known):
    assert sentences(ASKED, AMENDED, ANSWERED) == []

    case = DisclosureRequest.objects.get()
    assert (case.state, case.outcome, case.closed_on) == (
        "decided",
        "disclosed",
        date(2022, 5, 19),
    )
    assert (case.due_on, case.received_on) == (date(2022, 5, 19), date(2022, 3, 28))
    assert case.amendment_noticed_on == date(2022, 4, 6)


def test_a_year_goes_out_and_comes_in_with_the_same_copies(organ):
    cases_by_services(organ)
    before, steps = copies(), CaseStep.objects.count()
    requests = export_records("requests", DisclosureRequest.objects.all(), "csv")
    exported = export_records("steps", CaseStep.objects.all(), "csv")
    CaseStep.objects.all().delete()
    DisclosureRequest.objects.all().delete()

    results = [take_in("requests", requests), take_in("steps", exported)]

    assert [str(e) for result in results for e in result.errors] == []
    assert (copies(), CaseStep.objects.count()) == (before, steps)


def test_the_same_steps_again_change_nothing(known):
    sentences(ASKED, AMENDED)

    result = take_in("steps", csv_of("steps", ASKED, AMENDED))

    assert (result.unchanged, result.changed, result.added) == (2, 0, 0)


def test_an_impossible_step_is_refused_in_its_row_with_the_article(known):
    late = ASKED | {"步骤": "收到缴费", "次序": "2", "日期": "2022-04-07"}

    (error,) = sentences(ASKED, late)

    assert error.startswith(
        "steps.csv第3行“步骤、日期”（D、E列）“收到缴费、2022-04-07”"
    )
    assert "收到缴费" in error
    assert error.endswith("）")
    assert CaseStep.objects.count() == 0


def test_steps_out_of_order_are_refused(known):
    (error,) = sentences(ASKED | {"次序": "2"}, AMENDED | {"次序": "1"})

    assert "steps.csv第3行" in error
    assert CaseStep.objects.count() == 0


def test_a_reply_without_its_outcome_is_refused(known):
    (error,) = sentences(ANSWERED | {"次序": "1", "结果": ""})

    assert error == (
        "steps.csv第2行“结果”（J列）："
        "没有选定办理结果。请选表三中的一种结果。（《政府信息公开条例》第三十六条）"
    )


def test_a_step_dated_ahead_is_refused(known):
    (error,) = sentences(ASKED | {"日期": "2099-04-06"})

    assert "“日期”（E列）“2099-04-06”：日期不能晚于今天" in error


def test_a_step_of_an_unknown_case_is_refused(known):
    (error,) = sentences(ASKED | {"申请编号": "Y9"})

    assert "“申请编号”（B列）“Y9”：本机关没有这个申请编号" in error


def test_steps_may_not_contradict_the_ledger_row(organ):
    closed = {"办理结果": "予以公开", "办结日期": "2022-05-18"}
    take_in("requests", csv_of("requests", REQUEST | closed))

    (error,) = sentences(ASKED, AMENDED, ANSWERED)

    assert error.endswith(
        "办结日期在台账里是2022-05-18，按办理步骤是2022-05-19。请改成一致再导入。"
    )


def test_the_journal_does_not_tell_who_was_consulted(known):
    asked = ASKED | {"步骤": "征求第三方意见", "征求对象": "林小满"}
    sentences(asked)

    sentences(asked | {"征求对象": "陈大年"})

    journal = str(AuditEntry.objects.latest("pk").detail)
    assert "（加密）" in journal
    assert "林小满" not in journal
    assert "陈大年" not in journal
