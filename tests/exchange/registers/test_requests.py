"""A ledger of requests comes in through casework: state and due day at once."""

from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory, registered, take_steps
from factories.organs import OrganFactory, PersonFactory
from factories.tables import csv_of, take_in
from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services import recompute_open
from gongkai.exchange.registers import export_records
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db

REQUEST = {
    "机关代码": "YX",
    "编号": "Y1",
    "申请人类别": "自然人",
    "申请渠道": "邮寄（签收）",
    "申请内容": "申请公开招聘方案。",
    "收到日期": "2021-03-05",
}
CLOSED = REQUEST | {"办理结果": "予以公开", "办结日期": "2021-03-19"}


@pytest.fixture(autouse=True)
def organ():
    return OrganFactory(code="YX")


def errors_of(*rows):
    return [
        str(error) for error in take_in("requests", csv_of("requests", *rows)).errors
    ]


def test_an_open_row_has_its_state_and_due_day_at_once():
    take_in("requests", csv_of("requests", REQUEST))

    kept = DisclosureRequest.objects.get()
    assert (kept.state, kept.due_on) == ("overdue", date(2021, 4, 2))


def test_a_closed_row_is_decided_at_once():
    take_in("requests", csv_of("requests", CLOSED))

    kept = DisclosureRequest.objects.get()
    assert (kept.state, kept.due_on) == ("decided", date(2021, 4, 2))


def test_recomputing_after_an_import_moves_nothing():
    take_in("requests", csv_of("requests", REQUEST, CLOSED | {"编号": "Y2"}))

    assert recompute_open(today=date(2021, 3, 6)).moved == 0


def test_a_changed_row_gets_new_copies_and_a_new_version(organ):
    DisclosureRequestFactory(organ=organ, number="Y1", channel="post_signed")

    take_in("requests", csv_of("requests", REQUEST))

    kept = DisclosureRequest.objects.get()
    assert (kept.due_on, kept.version) == (date(2021, 4, 2), 1)


def test_many_rows_cost_few_queries(django_assert_max_num_queries):
    rows = [REQUEST | {"编号": f"Y{n}"} for n in range(900)]

    with django_assert_max_num_queries(60):
        take_in("requests", csv_of("requests", *rows))

    assert DisclosureRequest.objects.exclude(state="").count() == 900


def test_a_row_dated_ahead_is_refused():
    (error,) = errors_of(REQUEST | {"收到日期": "2099-03-05"})

    assert error.startswith(
        "requests.csv第2行“收到日期”（F列）“2099-03-05”：日期不能晚于今天"
    )


def test_a_row_that_the_clock_refuses_says_the_article():
    (error,) = errors_of(REQUEST | {"申请渠道": "网上提交", "提交日期": "2021-03-09"})

    assert error.endswith("（《政府信息公开条例》第三十一条）")
    assert "早于收到申请的日期2021-03-09" in error


def test_a_row_may_not_contradict_the_steps_of_its_case(organ):
    case = registered(date(2022, 3, 28), organ=organ)
    take_steps(case, Step(StepKind.DECIDED, date(2022, 4, 6), outcome="disclosed"))
    row = REQUEST | {
        "编号": case.number,
        "申请渠道": "当面提交",
        "收到日期": "2022-03-28",
        "办理结果": "予以公开",
        "办结日期": "2022-04-07",
    }

    (error,) = errors_of(row)

    assert error.endswith(
        "办结日期在台账里是2022-04-07，按办理步骤是2022-04-06。请改成一致再导入。"
    )


def test_optional_columns_are_taken_in(organ):
    person = PersonFactory(organ=organ, number="P1")
    more = {"提交日期": "2021-03-03", "获取方式": "纸质复制件", "承办人": "P1"}

    take_in("requests", csv_of("requests", REQUEST | more | {"同一来件": "Y0"}))

    kept = DisclosureRequest.objects.get()
    assert (kept.submitted_on, kept.supply_form) == (date(2021, 3, 3), "paper")
    assert (kept.handler, kept.letter) == (person, "Y0")


def test_state_and_due_day_are_exported_and_not_read():
    take_in("requests", csv_of("requests", CLOSED))
    exported = export_records("requests", DisclosureRequest.objects.all(), "csv")

    changed = exported.decode().replace("2021-04-02", "2030-01-01").encode()
    result = take_in("requests", changed)

    assert ",已答复,2021-04-02," in exported.decode()
    assert (result.unchanged, result.errors) == (1, [])
