from datetime import date

import pytest

from factories.organs import AccountFactory
from gongkai.audit.models import AuditEntry
from gongkai.organs.calendar import keep_notice, working_days
from gongkai.organs.models import CalendarNotice
from gongkai.statute.errors import CalendarError

pytestmark = pytest.mark.django_db

NEXT_YEAR = """
title = "国务院办公厅关于2027年部分节假日安排的通知"
document_number = "国办发明电〔2026〕99号"
issued_on = 2026-11-01
year = 2027
source = "示例"

[[festival]]
name = "元旦"
days = 3
off = [[2027-01-01, 2027-01-03]]
make_up = [2027-01-09]
"""
AMENDMENT = """
title = "国务院办公厅关于调整2027年元旦假期的通知"
document_number = "国办发明电〔2026〕100号"
issued_on = 2026-11-10
year = 2027
amends = "国办发明电〔2026〕99号"
source = "示例"

[[festival]]
name = "元旦"
off = [[2027-01-04, 2027-01-04]]
"""
OF_A_KNOWN_YEAR = NEXT_YEAR.replace("make_up = [2027-01-09]", "").replace(
    "2027", "2026"
)
SATURDAY = date(2027, 1, 9)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 22))


def test_shipped_notices_are_in_force_without_an_entry():
    assert working_days().is_working_day(date(2022, 10, 9)) is True


def test_year_without_notice_is_refused():
    with pytest.raises(CalendarError, match="2027年的放假安排尚未公布"):
        working_days().is_working_day(SATURDAY)


def test_kept_notice_counts_at_once():
    working_days()

    keep_notice(name="2027", text=NEXT_YEAR, actor=None)

    assert working_days().explain(SATURDAY).reason == "元旦调休上班"


def test_notice_kept_by_another_process_counts_too():
    working_days()

    CalendarNotice.objects.create(name="2027", year=2027, text=NEXT_YEAR)

    assert working_days().is_working_day(SATURDAY) is True


def test_notice_that_is_gone_no_longer_counts():
    keep_notice(name="2027", text=NEXT_YEAR, actor=None)
    working_days()

    CalendarNotice.objects.all().delete()

    with pytest.raises(CalendarError, match="2027年"):
        working_days().is_working_day(SATURDAY)


def test_second_text_of_the_same_name_takes_the_place_of_the_first():
    keep_notice(name="2027", text=NEXT_YEAR, actor=None)
    working_days()

    corrected = NEXT_YEAR.replace("make_up = [2027-01-09]", "")
    keep_notice(name="2027", text=corrected, actor=None)

    assert CalendarNotice.objects.count() == 1
    assert working_days().is_working_day(SATURDAY) is False


def test_amendment_prevails_on_its_days():
    keep_notice(name="2027", text=NEXT_YEAR, actor=None)

    keep_notice(name="2027-amendment-1", text=AMENDMENT, actor=None)

    assert working_days().is_working_day(date(2027, 1, 4)) is False
    assert working_days().is_working_day(SATURDAY) is True


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("2027", "这不是安排", "第1行不合TOML格式"),
        ("2028", NEXT_YEAR, "文件名与年份2027不符"),
        ("2027-amendment-1", AMENDMENT, "没有收入。请先收入原通知"),
        (
            "2027",
            NEXT_YEAR.replace("01-09", "01-08"),
            "元旦调休上班日2027-01-08不是周六或周日",
        ),
        (
            "2027",
            NEXT_YEAR.replace("2026-11-01", "2026-12-01"),
            "发布日期2026-12-01还没有到",
        ),
        ("2026-copy", OF_A_KNOWN_YEAR, "2026年有两份放假安排"),
    ],
)
def test_notice_that_contradicts_is_refused_and_not_kept(name, text, message):
    with pytest.raises(CalendarError, match=message):
        keep_notice(name=name, text=text, actor=None)

    assert CalendarNotice.objects.count() == 0


def test_kept_notice_is_journaled_with_who_entered_it():
    actor = AccountFactory()

    row = keep_notice(name="2027", text=NEXT_YEAR, actor=actor)

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.subject_key, entry.actor) == ("登记", "2027", actor)
    assert (row.entered_by, row.year) == (actor, 2027)


def test_calendar_is_read_once_for_each_state_of_the_notices():
    assert working_days() is working_days()
