from datetime import date

import pytest
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.organs import OrganFactory, account_with_role
from gongkai.desk.calendar.notice_toml import ranges_of
from gongkai.jobs.models import Job
from gongkai.organs.calendar import working_days
from gongkai.organs.models import CalendarNotice
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

INDEX, ADD = "/desk/calendar/", "/desk/calendar/add/"
HEAD = {
    "year": "2027",
    "title": "国务院办公厅关于2027年部分节假日安排的通知",
    "document_number": "国办发明电〔2026〕99号",
    "issued_on": "2026-11-01",
    "source": "示例",
    "amends": "",
}
NEW_YEAR = {
    "name": "元旦",
    "first": "2027-01-01",
    "last": "2027-01-03",
    "days": "3",
    "make_up": "1月9日（周六）",
}
MAKE_UP = date(2027, 1, 9)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    day = date(2026, 11, 22)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)
    return day


def notice(*rows, **changes):
    """Return what the form sends: its head and its rows."""
    data = {**HEAD, **changes}
    data |= {"festival-TOTAL_FORMS": len(rows), "festival-INITIAL_FORMS": 0}
    for place, row in enumerate(rows):
        data |= {f"festival-{place}-{key}": value for key, value in row.items()}
    return data


def kept(desk, *rows, **changes):
    return desk.post(ADD, notice(*rows, keep="", **changes))


def test_year_shows_each_arranged_day_with_its_reason(desk):
    page = text_of(desk.get(INDEX, {"year": "2025"}))

    assert "班 （国庆节、中秋节调休上班）" in page
    assert "10月1日至8日" in page
    assert "9月28日、10月11日" in page
    assert "248 个工作日" in page
    assert english_in(page) == []


def test_year_is_the_running_one_unless_another_is_asked(desk, today):
    assert desk.get(INDEX).context["year"] == today.year
    assert desk.get(INDEX, {"year": "2021"}).context["year"] == 2021
    assert desk.get(INDEX, {"year": "3000"}).context["year"] == today.year
    assert desk.get(INDEX, {"year": "²"}).context["year"] == today.year


def test_notices_are_listed_with_where_they_come_from(desk, officer):
    kept(desk, NEW_YEAR)

    rows = desk.get(INDEX).context["notices"]

    entered = [row["name"] for row in rows if row["entered"]]
    assert (len(rows), entered, rows[0]["name"]) == (11, ["2027"], "2027")


def test_form_begins_with_the_next_year_and_the_usual_festivals(desk):
    context = desk.get(ADD).context

    assert context["form"]["year"].value() == 2027
    names = [row["name"].value() for row in context["festivals"]]
    assert names == [
        *("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"),
        *(None, None),
    ]


def test_check_shows_the_year_and_keeps_nothing(desk):
    response = desk.post(ADD, notice(NEW_YEAR, check=""))

    page = text_of(response)
    assert "班 （元旦调休上班）" in page
    assert "保存，重算在办申请" in page
    assert english_in(page) == []
    assert CalendarNotice.objects.count() == 0


def test_kept_notice_counts_at_once(desk, officer):
    response = kept(desk, NEW_YEAR, {"name": "春节"})

    row = CalendarNotice.objects.get()
    assert (row.name, row.entered_by) == ("2027", officer)
    assert response.status_code == 302
    assert working_days().explain(MAKE_UP).reason == "元旦调休上班"


def test_title_with_quotation_marks_is_kept_as_it_stands(desk):
    kept(desk, NEW_YEAR, title='关于"2027"年\\安排的通知')

    notices = working_days().notices
    assert notices[-1].title == '关于"2027"年\\安排的通知'


def test_second_notice_of_a_year_asks_what_it_changes(desk):
    kept(desk, NEW_YEAR)

    response = kept(desk, NEW_YEAR, document_number="国办发明电〔2026〕100号")

    assert "2027年的放假安排已经收入。" in text_of(response)
    assert CalendarNotice.objects.count() == 1


def test_amendment_of_a_year_stands_beside_the_first(desk):
    kept(desk, NEW_YEAR)

    later = {"document_number": "国办发明电〔2026〕100号", "issued_on": "2026-11-20"}
    kept(
        desk,
        {"name": "元旦", "first": "2027-01-04", "restored": "1月9日"},
        amends=HEAD["document_number"],
        **later,
    )

    names = set(CalendarNotice.objects.values_list("name", flat=True))
    assert names == {"2027", "2027-amendment-1"}
    assert working_days().is_working_day(MAKE_UP) is False
    assert working_days().is_working_day(date(2027, 1, 4)) is False


def test_entered_notice_can_be_corrected(desk):
    kept(desk, NEW_YEAR)
    url = reverse("desk_calendar:edit", args=["2027"])
    rows = desk.get(url).context["festivals"]

    desk.post(url, notice({**NEW_YEAR, "make_up": "1月10日"}, keep=""))

    assert rows[0]["make_up"].value() == "2027-01-09"
    assert working_days().is_working_day(MAKE_UP) is False
    assert CalendarNotice.objects.count() == 1


def test_every_shipped_notice_reads_the_same_after_the_form(desk):
    before = working_days().notices[-1]
    url = reverse("desk_calendar:edit", args=["2026"])
    page = desk.get(url).context
    rows = page["festivals"]
    sent = {"keep": ""}
    for field in [
        *page["form"],
        *rows.management_form,
        *(f for row in rows for f in row),
    ]:
        sent[field.html_name] = "" if field.value() is None else str(field.value())

    response = desk.post(url, sent)

    assert response.status_code == 302, text_of(response)
    after = working_days().notices[-1]
    assert CalendarNotice.objects.get().name == "2026"
    assert [one.off for one in after.festivals] == [one.off for one in before.festivals]
    assert [one.make_up for one in after.festivals] == [
        one.make_up for one in before.festivals
    ]


@pytest.mark.parametrize(
    ("row", "changes", "message"),
    [
        ({**NEW_YEAR, "days": "4"}, {}, "元旦写明放假4天，列出的却是3天"),
        ({**NEW_YEAR, "last": "2026-12-31"}, {}, "末日2026-12-31早于首日2027-01-01"),
        ({**NEW_YEAR, "make_up": "1月8日"}, {}, "2027-01-08不是周六或周日"),
        ({**NEW_YEAR, "make_up": "2月30日"}, {}, "日历上没有的日子"),
        ({**NEW_YEAR, "make_up": "下周六"}, {}, "看不懂的内容“下周六”"),
        ({**NEW_YEAR, "name": ""}, {}, "请写明节日名称。"),
        ({"name": "元旦", "last": "2027-01-01"}, {}, "请填写放假首日。"),
        ({"name": "元旦"}, {}, "没有列出任何节日"),
        (NEW_YEAR, {"issued_on": "2026-11-30"}, "还没有到"),
        (NEW_YEAR, {"year": "2028"}, "不在2028年的安排之内"),
        (NEW_YEAR, {"title": ""}, "通知标题"),
    ],
)
def test_what_cannot_be_is_refused_in_words(desk, row, changes, message):
    response = kept(desk, row, **changes)

    assert response.status_code == 200
    assert message in text_of(response)
    assert CalendarNotice.objects.count() == 0


@pytest.mark.parametrize("role", Role)
def test_only_officers_and_administrators_enter_a_notice(as_role, role):
    client = as_role(role)

    seen = client.get(INDEX).status_code
    client.post(ADD, notice(NEW_YEAR, keep=""))
    client.post("/desk/calendar/2026/edit/", notice(NEW_YEAR, keep="", year="2026"))

    assert seen == 200
    may_enter = role in {Role.OGI_OFFICER, Role.ADMINISTRATOR}
    assert CalendarNotice.objects.filter(name="2027").exists() is may_enter


def test_officer_of_an_organ_below_does_not_enter_what_counts_for_all(client, organ):
    below = OrganFactory(parent=organ)
    client.force_login(account_with_role(Role.OGI_OFFICER, below))

    page = client.get(INDEX)
    client.post(ADD, notice(NEW_YEAR, keep=""))

    assert page.context["acts"] == []
    assert CalendarNotice.objects.count() == 0


def test_notice_that_is_not_there_is_not_found(desk):
    assert desk.get("/desk/calendar/1999/edit/").status_code == 404


def test_nobody_gets_in_without_signing_in(client):
    for url in (INDEX, ADD, "/desk/calendar/2026/edit/"):
        assert client.get(url).status_code == 302


def test_refused_notice_starts_no_job(desk):
    kept(desk, {"name": "元旦"})

    assert Job.objects.count() == 0


def test_ranges_are_runs_of_days():
    days = [date(2027, 1, 3), date(2027, 1, 1), date(2027, 1, 2), date(2027, 1, 5)]

    assert ranges_of(days) == [(days[1], days[0]), (days[3], days[3])]
