"""Each form of a case does its act once: double click, back, broken connection."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from desk.pages import text_of
from factories.casework import registered
from factories.organs import OfficeFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import SentForm, UnitConsultation
from gongkai.casework.notices import draft_notice
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

AGAIN = "这份表单已经办理过，没有重复登记"


@pytest.fixture
def case(organ, today):
    return registered(date(2022, 2, 7), organ=organ, today=today)


def url(name, case, *args):
    return reverse(f"case:{name}", args=[case.pk, *args])


def acts_on(case):
    """Return every form of the case page: where it goes and what it sends."""
    office = OfficeFactory(organ=case.organ)
    asked = UnitConsultation.objects.create(
        disclosure_request=case,
        office=office,
        question="有吗？",
        asked_on=case.received_on,
        due_on=case.received_on,
    )
    notice = draft_notice(disclosure_request=case, kind="extend", actor=None)
    return {
        "note": (url("note", case), {"text": "已电话联系。"}),
        "ask_office": (
            url("ask_office", case),
            {
                "office": office.pk,
                "question": "有没有方案？",
                "asked_on": "2022-02-09",
                "due_on": "2022-02-11",
            },
        ),
        "answer": (
            url("answer", case, asked.pk),
            {
                f"answer-{asked.pk}-answer": "有。",
                f"answer-{asked.pk}-answered_on": "2022-02-09",
            },
        ),
        "assign": (url("assign", case), {"office": office.pk}),
        "add_file": (url("add_file", case), {"kind": "evidence", "title": "笔录"}),
        "step": (
            url("step", case, "extended"),
            {"on": "2022-02-09", "working_days": "10", "note": "已同意"},
        ),
        "notice_choose": (url("notice_choose", case), {"notice": "receipt|"}),
        "notice": (url("notice", case, notice.pk), {"history": "已经查找"}),
        "fee_decide": (url("fee_decide", case), {"way": "none"}),
    }


NAMES = (
    "note",
    "ask_office",
    "answer",
    "assign",
    "add_file",
    "step",
    "notice_choose",
    "notice",
    "fee_decide",
)


def send(desk, case, name, act, key):
    """Send a form as the browser holds it: the same key and version each time."""
    address, fields = act
    data = fields | {"form_key": key, "version": case.version}
    if name == "add_file":
        data["file"] = SimpleUploadedFile("笔录.pdf", b"%PDF-1.7")
    return desk.post(address, data, follow=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_form_sent_twice_acts_once_and_shows_the_case(desk, case, name):
    act = acts_on(case)[name]
    send(desk, case, name, act, "a1")
    written = AuditEntry.objects.count()

    answer = send(desk, case, name, act, "a1")

    assert AuditEntry.objects.count() == written
    assert AGAIN in text_of(answer)
    assert answer.request["PATH_INFO"] == url("page", case)


@pytest.mark.parametrize("name", NAMES)
def test_every_form_of_the_case_carries_a_key(desk, case, name):
    acts = acts_on(case)
    pages = {
        "step": acts["step"][0],
        "notice_choose": acts["notice_choose"][0],
        "notice": acts["notice"][0],
    }

    html = desk.get(pages.get(name, url("page", case))).content.decode()

    posts = [form.partition("</form>")[0] for form in html.split("<form")[1:]]
    wanted = acts[name][0]
    mine = [one for one in posts if f'action="{wanted}"' in one or name in pages]
    assert mine
    assert any('name="form_key"' in one for one in mine)


def test_a_refused_form_may_be_mended_and_sent_again(desk, case):
    address = url("step", case, "extended")
    wrong = {"on": "2022-02-09", "working_days": "21", "version": case.version}

    desk.post(address, wrong | {"form_key": "a1"})
    desk.post(address, wrong | {"form_key": "a1", "working_days": "10"})

    assert case.steps.get().working_days == 10


def test_a_refusal_that_moves_on_does_not_use_the_form_up(desk, case):
    notice = draft_notice(disclosure_request=case, kind="extend", actor=None)
    data = {"dated_on": "2022-02-09", "form_key": "a1"}

    desk.post(url("notice_finish", case, notice.pk), data)

    assert SentForm.objects.count() == 0


def test_trying_a_step_out_does_not_use_the_form_up(desk, case):
    data = {"on": "2022-02-09", "version": case.version, "form_key": "a1"}

    desk.post(url("step", case, "extended"), data | {"act": "preview"})
    desk.post(url("step", case, "extended"), data | {"act": "record"})

    assert case.steps.count() == 1


def test_undoing_twice_takes_back_one_step(desk, case):
    for kind in ("reasons_requested", "extended"):
        case.refresh_from_db()
        desk.post(
            url("step", case, kind), {"on": "2022-02-09", "version": case.version}
        )

    for _ in range(2):
        desk.post(url("undo", case), {"reason": "登记错了", "form_key": "a1"})

    assert [step.kind for step in case.steps.all()] == ["reasons_requested"]


def test_the_key_of_one_account_is_not_anothers(client, desk, case):
    send(desk, case, "note", acts_on(case)["note"], "a1")

    client.force_login(account_with_role(Role.OGI_OFFICER, case.organ))
    send(client, case, "note", (url("note", case), {"text": "另一条。"}), "a1")

    assert case.internal_notes.count() == 2


def test_a_stranger_uses_up_nothing(client, case):
    client.force_login(account_with_role(Role.SUPERVISOR, case.organ))

    client.post(url("note", case), {"text": "试一试", "form_key": "a1"})

    assert SentForm.objects.count() == 0


@pytest.mark.parametrize("name", ["withdraw", "split"])
def test_the_forms_on_pages_of_their_own_carry_a_key(desk, case, name):
    html = desk.get(url(name, case)).content.decode()

    form = html.partition('<form method="post" class="desk-form')[2]
    assert form.partition("</form>")[0].count('name="form_key"') == 1
