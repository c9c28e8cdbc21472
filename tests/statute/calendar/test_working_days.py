from datetime import date, datetime

import pytest

from gongkai.statute.calendar import DayStatus, WorkingDays
from gongkai.statute.errors import CalendarError

WEEKLY = "《国务院关于职工工作时间的规定》第七条"


@pytest.fixture(scope="module")
def calendar() -> WorkingDays:
    return WorkingDays.load_all()


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        # 春节 with two make-up days: Sun 7 and Sat 20 February count
        pytest.param("2021-01-29", 7, "2021-02-08", id="1-seven"),
        pytest.param("2021-01-29", 20, "2021-03-03", id="1-twenty"),
        # received on a make-up Sunday
        pytest.param("2021-02-07", 20, "2021-03-11", id="2"),
        # received on a holiday: day one is Thursday 6 May
        pytest.param("2021-05-01", 1, "2021-05-06", id="3-one"),
        pytest.param("2021-05-01", 7, "2021-05-13", id="3-seven"),
        pytest.param("2021-05-01", 20, "2021-06-01", id="3-twenty"),
        # confirmation day, not submission day, is day zero
        pytest.param("2021-10-08", 20, "2021-11-04", id="4"),
        pytest.param("2021-10-02", 20, "2021-11-03", id="4-wrong-start"),
        pytest.param("2022-03-28", 7, "2022-04-07", id="5-notice"),
        pytest.param("2022-04-08", 10, "2022-04-22", id="5-amendment"),
        pytest.param("2022-04-20", 20, "2022-05-19", id="5-new-due"),
        # the last day is a Sunday, and a working day
        pytest.param("2022-09-05", 20, "2022-10-09", id="7"),
        pytest.param("2022-10-09", 20, "2022-11-04", id="7-extended"),
        pytest.param("2023-04-10", 20, "2023-05-09", id="8"),
        pytest.param("2023-04-18", 15, "2023-05-10", id="8-third-party"),
        pytest.param("2024-09-02", 20, "2024-09-30", id="10"),
        pytest.param("2024-09-30", 20, "2024-11-01", id="10-extended"),
        pytest.param("2024-11-22", 20, "2024-12-20", id="11-fee"),
        pytest.param("2024-12-10", 20, "2025-01-08", id="11-paid"),
        pytest.param("2023-09-18", 20, "2023-10-20", id="12"),
        pytest.param("2023-09-22", 15, "2023-10-19", id="12-co-maker"),
        pytest.param("2025-09-12", 20, "2025-10-16", id="13"),
        pytest.param("2026-02-13", 7, "2026-03-02", id="14-seven"),
        pytest.param("2026-02-13", 20, "2026-03-19", id="14-twenty"),
        # 除夕 2024 was a working day
        pytest.param("2024-02-05", 7, "2024-02-20", id="15-seven"),
        pytest.param("2024-02-05", 20, "2024-03-08", id="15-twenty"),
        pytest.param("2021-12-20", 20, "2022-01-18", id="16"),
        pytest.param("2024-09-25", 20, "2024-10-28", id="17"),
        pytest.param("2024-10-28", 20, "2024-11-25", id="17-extended"),
        pytest.param("2025-04-22", 20, "2025-05-22", id="18"),
    ],
)
def test_add_agrees_with_the_worked_examples(calendar, start, n, due):
    assert calendar.add(date.fromisoformat(start), n) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2024-09-30", "工作日"),
        ("2024-10-01", "国庆节放假"),
        ("2024-10-12", "国庆节调休上班"),
        ("2024-10-13", "周末休息"),
        ("2020-10-01", "国庆节、中秋节放假"),
        # the notice of 2023 begins in December 2022
        ("2022-12-31", "元旦放假"),
    ],
)
def test_explain_says_why(calendar, day, reason):
    assert calendar.explain(date.fromisoformat(day)).reason == reason


def test_explain_cites_the_notice(calendar):
    assert calendar.explain(date(2024, 9, 29)) == DayStatus(
        day=date(2024, 9, 29),
        is_working=True,
        reason="国庆节调休上班",
        source="《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号）",
    )


def test_explain_cites_the_weekly_rule_for_plain_days(calendar):
    assert calendar.explain(date(2024, 10, 13)).source == WEEKLY


@pytest.mark.parametrize(
    ("day", "is_working", "source"),
    [
        # 劳动节 2019 became four days; Sunday 28 April and 5 May were worked
        ("2019-04-28", True, "国办发明电〔2019〕3号"),
        ("2019-05-02", False, "国办发明电〔2019〕3号"),
        ("2019-05-03", False, "国办发明电〔2019〕3号"),
        ("2019-05-05", True, "国办发明电〔2019〕3号"),
        # 春节 2020 was extended; 1 February had been a make-up day
        ("2020-01-30", False, "国办发明电〔2019〕16号"),
        ("2020-01-31", False, "国办发明电〔2020〕1号"),
        ("2020-02-01", False, "国办发明电〔2020〕1号"),
        ("2020-01-19", True, "国办发明电〔2019〕16号"),
    ],
)
def test_the_later_notice_prevails(calendar, day, is_working, source):
    status = calendar.explain(date.fromisoformat(day))

    assert status.is_working == is_working
    assert status.source.endswith(f"（{source}）")


def test_work_resumes_after_the_extended_spring_festival(calendar):
    assert calendar.next_working_day(date(2020, 1, 23)) == date(2020, 2, 3)


def test_lunar_new_years_eve_is_a_holiday_only_from_2025(calendar):
    assert calendar.is_working_day(date(2024, 2, 9))
    assert not calendar.is_working_day(date(2025, 1, 28))


def test_days_with_half_a_holiday_are_working_days(calendar):
    # 妇女节 and 青年节 are for part of the people only
    assert calendar.is_working_day(date(2024, 3, 8))
    assert calendar.is_working_day(date(2022, 5, 5))


def test_adding_nothing_is_the_day_itself_even_a_holiday(calendar):
    assert calendar.add(date(2024, 10, 1), 0) == date(2024, 10, 1)
    assert calendar.reckon(date(2024, 10, 1), 0).counted == ()


@pytest.mark.parametrize("n", [-1, 2501])
def test_a_count_out_of_bounds_is_refused(calendar, n):
    with pytest.raises(CalendarError) as refusal:
        calendar.add(date(2024, 9, 25), n)

    assert refusal.value.message == (
        f"工作日数应为0至2500的整数，现为{n}。请改正后再算。"
    )


def test_a_moment_is_not_a_day(calendar):
    with pytest.raises(TypeError):
        calendar.is_working_day(datetime(2024, 10, 1, 9, 0))  # noqa: DTZ001


def test_count_leaves_out_the_first_day_and_keeps_the_last(calendar):
    assert calendar.count(date(2024, 9, 26), date(2024, 9, 27)) == 1
    assert calendar.count(date(2024, 9, 27), date(2024, 9, 27)) == 0


def test_count_backwards_is_nothing(calendar):
    assert calendar.count(date(2024, 10, 28), date(2024, 9, 25)) == 0


def test_reckon_keeps_a_ledger_of_the_days_passed(calendar):
    result = calendar.reckon(date(2023, 4, 28), 1)

    assert (result.date, result.provisional) == (date(2023, 5, 4), False)
    assert [
        (line.first, line.last, line.counted, line.reason) for line in result.counted
    ] == [
        (date(2023, 4, 29), date(2023, 5, 3), 0, "劳动节放假"),
        (date(2023, 5, 4), date(2023, 5, 4), 1, "工作日"),
    ]


def test_a_year_without_notice_is_refused(calendar):
    with pytest.raises(CalendarError) as refusal:
        calendar.is_working_day(date(2030, 1, 4))

    assert refusal.value.message == (
        "2030年的放假安排尚未公布或者尚未收入，算不出该年的工作日"
        "（已收入：2019—2026年）。请待国务院办公厅通知公布后补充安排文件再算，"
        "或者选择暂按周末推算。"
    )


def test_a_count_that_runs_past_the_last_notice_is_refused(calendar):
    with pytest.raises(CalendarError) as refusal:
        WorkingDays.load(2024).add(date(2024, 12, 31), 1)

    assert refusal.value.message.startswith("2025年的放假安排")
    assert calendar.add(date(2024, 12, 31), 1) == date(2025, 1, 2)


def test_a_year_before_the_first_notice_is_refused(calendar):
    with pytest.raises(CalendarError) as refusal:
        calendar.count(date(2018, 12, 1), date(2019, 1, 31))

    assert refusal.value.message == (
        "2018年的放假安排没有收入本程序，算不出该年的工作日（已收入：2019—2026年）。"
        "请改用已收入年份的日期，或者补充该年的放假安排文件。"
    )


def test_loading_a_year_without_notice_is_refused():
    with pytest.raises(CalendarError):
        WorkingDays.load(2024, 2030)


def test_loading_some_years_covers_only_those():
    calendar = WorkingDays.load(2026, 2024)

    assert calendar.years == (2024, 2026)
    with pytest.raises(CalendarError) as refusal:
        calendar.is_working_day(date(2025, 3, 3))
    assert "（已收入：2024年、2026年）" in refusal.value.message


def test_loading_no_year_in_particular_loads_all():
    assert WorkingDays.load().years == WorkingDays.load_all().years


def test_a_calendar_without_notices_knows_no_year():
    with pytest.raises(CalendarError) as refusal:
        WorkingDays.of([]).is_working_day(date(2024, 9, 25))

    assert "（已收入：无）" in refusal.value.message


def test_provisional_goes_by_weekends_only_and_says_so(calendar):
    result = calendar.reckon(date(2030, 9, 30), 2, provisional=True)

    assert (result.date, result.provisional) == (date(2030, 10, 2), True)
    assert [line.reason for line in result.counted] == [
        "工作日（2030年放假安排未收入，暂按周末推算）"
    ]


def test_provisional_is_not_said_of_years_with_a_notice(calendar):
    result = calendar.reckon(date(2024, 9, 25), 20, provisional=True)

    assert result == calendar.reckon(date(2024, 9, 25), 20)


def test_provisional_stops_at_the_end_of_time(calendar):
    with pytest.raises(CalendarError) as refusal:
        calendar.reckon(date(9999, 12, 30), 5, provisional=True)

    assert refusal.value.message == "日期超出了能够计算的范围。请检查日期。"
