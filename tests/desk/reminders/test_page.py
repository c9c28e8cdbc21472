"""提醒和日历: the page, the mail, and the secret address."""

from datetime import date, timedelta

import pytest
from django.core import mail
from icalendar import Calendar

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory, registered, take_steps
from factories.corrections import RecordCorrectionFactory
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import CalendarFeed, RecordCorrection, Reminder
from gongkai.casework.selectors.digest import digest_of
from gongkai.desk.reminders.mail import send_digest
from gongkai.jobs.models import Job
from gongkai.jobs.runner import run
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db

URL = "/desk/cases/reminders/"
SUBJECT = "申请公开林小满的录用材料。"


@pytest.fixture
def case(organ, today):
    return DisclosureRequestFactory(
        organ=organ,
        subject=SUBJECT,
        number="2022-7",
        due_on=today,
        state="registered",
        received_on=date(2022, 1, 10),
    )


@pytest.fixture
def address(desk, case):
    """The path of a calendar that was just issued."""
    page = desk.post(f"{URL}feed/")
    return "/desk/" + page.context["address"].partition("/desk/")[2]


def events(client, address):
    calendar = Calendar.from_ical(client.get(address).content)
    return {str(one["uid"]).split("@")[0]: one for one in calendar.walk("VEVENT")}


def test_page_shows_what_is_due_and_that_there_is_no_mail(desk, case):
    page = text_of(desk.get(URL))

    assert "今天到期 1 件 2022-7 县教育局 · 答复 2022-02-09" in page
    assert "还没有配置邮件服务器" in page
    known = {"Outlook", "App", "Internet", "ICS"}
    assert [word for word in english_in(page) if word not in known] == []


def test_mail_names_the_case_and_nothing_of_what_or_who(officer, case, today):
    officer.email = "officer@example.com"

    send_digest(officer, digest_of(officer, today))

    message = mail.outbox[0]
    assert message.subject == "【公开工作台】2022-02-09办件提醒：今天到期1件"
    assert f"2022-7 答复 2022-02-09 http://127.0.0.1:8000/desk/cases/{case.pk}/" in (
        message.body
    )
    assert "林小满" not in message.body


def test_server_that_refuses_is_told_on_the_desk(desk, officer, case, settings):
    settings.EMAIL_HOST = "localhost"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    officer.email = "officer@example.com"
    officer.save()
    job = Job.objects.create(kind="desk.remind")

    run(job.pk)

    job.refresh_from_db()
    assert (job.state, Reminder.objects.get().state) == ("failed", "failed")
    assert "今天的提醒邮件没有发出" in text_of(desk.get("/desk/"))
    assert "邮件服务器没有接收" in text_of(desk.get(URL))


def test_calendar_is_read_without_signing_in(desk, client, address, case):
    client.logout()

    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert set(answer.content.split(b"\r\n")[:2]) == {
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
    }
    assert b"\n" not in answer.content.replace(b"\r\n", b"")


def test_calendar_has_the_due_day_and_nothing_of_what_or_who(client, address, case):
    event = events(client, address)[f"{case.pk}-reply"]

    assert event["summary"] == "答复期限 2022-7"
    assert event["dtstart"].dt == date(2022, 2, 9)
    assert event["dtend"].dt == date(2022, 2, 10)
    assert event["url"] == f"http://127.0.0.1:8000/desk/cases/{case.pk}/"
    assert "林小满" not in client.get(address).content.decode()


def test_day_that_moved_keeps_its_name_and_has_a_higher_sequence(client, address, case):
    before = events(client, address)[f"{case.pk}-reply"]
    type(case).objects.update(due_on=date(2022, 3, 9))

    after = events(client, address)[f"{case.pk}-reply"]

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_day_of_a_case_that_ended_is_called_off(client, address, case):
    type(case).objects.update(closed_on=date(2022, 2, 8), outcome="disclosed")

    assert events(client, address)[f"{case.pk}-reply"]["status"] == "CANCELLED"


def test_correction_stands_in_the_calendar_until_it_ends(client, address, organ, today):
    one = RecordCorrectionFactory(organ=organ, due_on=date(2022, 3, 1))
    event = events(client, address)[f"correction-{one.pk}"]
    RecordCorrection.objects.update(result="withdrawn", ended_on=today)

    ended = events(client, address)[f"correction-{one.pk}"]

    assert (event["summary"], event["dtstart"].dt) == (
        f"更正期限 {one.number}",
        date(2022, 3, 1),
    )
    assert event["url"] == f"http://127.0.0.1:8000/desk/correction/{one.pk}/"
    assert [event["status"], ended["status"]] == ["CONFIRMED", "CANCELLED"]


def test_period_of_an_amendment_stands_in_the_calendar(client, address, organ, today):
    case = registered(date(2022, 1, 27), organ=organ)
    asked = date(2022, 1, 28)
    take_steps(
        case,
        Step(StepKind.AMENDMENT_REQUESTED, asked, respond_by=date(2022, 2, 18)),
    )

    days = {
        str(one["summary"]): one["dtstart"].dt
        for one in events(client, address).values()
    }

    assert days[f"申请人补正 {case.number}"] == date(2022, 2, 18)


def test_new_address_shuts_the_old_one(desk, address):
    desk.post(f"{URL}feed/")

    assert desk.get(address).status_code == 404


def test_stopped_calendar_opens_nothing(desk, address):
    desk.post(f"{URL}feed/stop/")

    assert desk.get(address).status_code == 404
    assert CalendarFeed.objects.count() == 0
    assert [entry.action for entry in AuditEntry.objects.order_by("-pk")[:2]] == [
        "停用日历订阅",
        "生成日历订阅",
    ]


def test_address_is_shown_once_and_not_kept(desk, address):
    token = address.removeprefix("/desk/feeds/").removesuffix(".ics")

    assert token not in desk.get(URL).content.decode()
    assert CalendarFeed.objects.get().token_hash != token


def test_account_of_somebody_who_left_opens_nothing(client, address, officer):
    officer.is_active = False
    officer.save()

    assert client.get(address).status_code == 404


def test_too_many_wrong_addresses_are_refused(client, address, settings):
    settings.FOLLOW_PER_ADDRESS = 2
    for _ in range(2):
        assert client.get("/desk/feeds/wrong.ics").status_code == 404

    assert client.get(address).status_code == 429


def test_reading_is_noted(client, address):
    client.get(address)

    assert CalendarFeed.objects.get().used_at - CalendarFeed.objects.get().issued_at < (
        timedelta(minutes=1)
    )
