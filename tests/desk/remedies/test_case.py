"""The way of a remedy on the desk: from the decision to the new reply."""

from datetime import date

import pytest
from django.urls import reverse

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory
from factories.remedies import RemedyCaseFactory
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import CaseworkSettings, Notice
from gongkai.jobs.models import Job, JobState
from gongkai.organs.roles import Role
from gongkai.remedies.models import RemedyCase, RemedyParty

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch):
    day = date(2025, 5, 20)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)
    return day


@pytest.fixture
def request_closed(organ):
    CaseworkSettings.objects.create(
        organ=organ, government="云溪县人民政府", court="云溪县人民法院"
    )
    case = DisclosureRequestFactory(
        organ=organ,
        received_on=date(2025, 1, 6),
        closed_on=date(2025, 2, 5),
        outcome="withheld.internal_affairs",
        state="delivered",
    )
    Notice.objects.create(
        disclosure_request=case,
        kind="refuse",
        outcome=case.outcome,
        ground="16(1)",
        number="云教公开〔2025〕1号",
        dated_on=date(2025, 2, 5),
        status="sent",
    )
    return case


def corrected(organ, **fields):
    given = {
        "accepted_on": date(2025, 3, 3),
        "concluded_on": date(2025, 4, 20),
        "result": "reconsideration.revoked",
        "served_on": date(2025, 4, 22),
        "act_again_number": 20,
        "act_again_due_on": date(2025, 5, 22),
    }
    return RemedyCaseFactory(organ=organ, **(given | fields))


def page_of(remedy):
    return reverse("remedycase:inspect", args=[remedy.pk])


def test_case_page_leads_to_a_form_that_is_filled_in(desk, request_closed):
    page = desk.get(f"/desk/cases/{request_closed.pk}/")
    url = f"/desk/remedies/new/?organ=A-1&request={request_closed.pk}"

    form = desk.get(url).context["form"]

    assert "登记复议" in text_of(page)
    assert {name: form[name].value() for name in ("route", "handling_body")} == {
        "route": "reconsideration",
        "handling_body": "云溪县人民政府",
    }
    assert "不服《" in form["subject"].value()
    assert 'value="云教公开〔2025〕1号"' in str(form["decision"])
    assert f'value="{request_closed.number}"' in str(form["disclosure_request"])


def test_suit_without_reconsideration_is_a_direct_one(desk, request_closed):
    url = f"/desk/remedies/new/?organ=A-1&request={request_closed.pk}&suit=1"

    form = desk.get(url).context["form"]

    assert form["route"].value() == "litigation_direct"
    assert form["handling_body"].value() == "云溪县人民法院"


def test_suit_follows_the_concluded_reconsideration(desk, organ, request_closed):
    prior = corrected(organ, disclosure_request=request_closed)
    url = f"/desk/remedies/new/?organ=A-1&request={request_closed.pk}&suit=1"

    form = desk.get(url).context["form"]

    assert form["route"].value() == "litigation_after_reconsideration"
    assert f'value="{prior.number}"' in str(form["prior"])


def test_request_of_another_organ_fills_nothing_in(desk, organ, other_organ):
    foreign = DisclosureRequestFactory(organ=other_organ)

    url = f"/desk/remedies/new/?organ=A-1&request={foreign.pk}"

    assert desk.get(url).context["form"]["subject"].value() in (None, "")


def test_open_case_in_time_offers_no_remedy(desk, organ):
    case = DisclosureRequestFactory(organ=organ, received_on=date(2025, 5, 19))

    assert "登记复议" not in text_of(desk.get(f"/desk/cases/{case.pk}/"))


def test_case_page_shows_its_remedies_with_what_is_due(desk, organ, request_closed):
    corrected(organ, disclosure_request=request_closed, number="复1")

    page = text_of(desk.get(f"/desk/cases/{request_closed.pk}/"))

    assert "复1 行政复议 · 云溪县人民政府" in page
    assert "下一期限：本机关重新答复，到2025-05-22" in page


def test_direct_suit_against_a_refusal_is_warned_of(desk, organ, request_closed):
    suit = RemedyCaseFactory(
        organ=organ,
        route="litigation_direct",
        accepted_on=date(2025, 3, 3),
        disclosure_request=request_closed,
        decision=request_closed.notices.get(),
    )

    page = text_of(desk.get(page_of(suit)))

    assert "2025-02-05的不予公开决定应当先申请行政复议" in page
    assert english_in(page) == []


def test_step_is_recorded_and_taken_back(desk, organ):
    remedy = RemedyCaseFactory(
        organ=organ, accepted_on=date(2025, 3, 3), procedure="ordinary"
    )
    url = f"/desk/remedies/steps/{remedy.pk}/"

    desk.post(url, {"kind": "extended", "on": "2025-04-25", "days": "30"})
    remedy.refresh_from_db()
    extended_to = remedy.decision_due_on
    desk.post(f"{url}undo/", {"reason": "登错"})

    remedy.refresh_from_db()
    assert extended_to == date(2025, 6, 3)
    assert remedy.decision_due_on == date(2025, 5, 6)


def test_step_that_cannot_be_is_refused_in_words(desk, organ):
    remedy = RemedyCaseFactory(organ=organ, accepted_on=date(2025, 3, 3))
    url = f"/desk/remedies/steps/{remedy.pk}/"

    response = desk.post(url, {"kind": "heard", "on": "2025-03-01"})

    assert "早于受理（立案）日期2025-03-03" in text_of(response)


def test_order_to_act_again_waits_on_the_worklist_and_at_home(desk, organ):
    corrected(organ, number="复1")

    worklist = text_of(desk.get("/desk/cases/"))
    (panel, _) = desk.get("/desk/").context["panels"]
    lines = {one.label: one for one in panel.get_context_data({})["waiting"]}

    assert "责令重新答复 1 件" in worklist
    assert "5月22日前重新答复" in worklist
    again = lines["责令重新答复未办"]
    assert desk.get(again.url).context["items_count"] == again.count == 1


@pytest.mark.parametrize(
    ("due_on", "label"),
    [
        (date(2025, 5, 19), "复议诉讼答复逾期"),
        (date(2025, 5, 25), "复议诉讼本周答复"),
    ],
)
def test_reply_that_is_owed_waits_at_home(desk, organ, due_on, label):
    RemedyCaseFactory(organ=organ, reply_due_on=due_on)

    (panel, _) = desk.get("/desk/").context["panels"]
    lines = {one.label: one for one in panel.get_context_data({})["waiting"]}

    assert desk.get(lines[label].url).context["items_count"] == 1


def test_plaintiff_is_kept_sealed_and_shown_once(desk, organ):
    remedy = RemedyCaseFactory(organ=organ)
    url = f"/desk/remedies/party/{remedy.pk}/"

    desk.post(url, {"name": "周清扬"})

    assert RemedyParty.objects.get().name == "周清扬"
    assert "周清扬" not in text_of(desk.get(page_of(remedy)))
    assert "周清扬" in text_of(desk.post(url, {"read": "1"}))
    assert AuditEntry.objects.filter(action="查看申请人").count() == 1


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_statement_is_handed_out_with_a_trace(desk, organ, request_closed, suffix):
    remedy = RemedyCaseFactory(
        organ=organ,
        accepted_on=date(2025, 3, 3),
        disclosure_request=request_closed,
        decision=request_closed.notices.get(),
    )

    response = desk.get(f"/desk/remedies/statement/{remedy.pk}/{suffix}/")

    assert response.content[:2] in (b"PK", b"%P")
    assert AuditEntry.objects.get().action == "生成行政复议答复书"


def test_reviewer_gets_no_statement(as_role, organ):
    remedy = RemedyCaseFactory(organ=organ)

    response = as_role(Role.OGI_REVIEWER).get(
        f"/desk/remedies/statement/{remedy.pk}/docx/"
    )

    assert response.status_code == 302


def test_moved_days_of_remedies_are_listed(desk, organ, other_organ):
    line = {
        "label": "答复期限",
        "was": "2025-03-12",
        "now": "2025-03-13",
        "problem": "",
    }
    own, foreign = (RemedyCaseFactory(organ=one) for one in (organ, other_organ))
    moved = [{**line, "pk": one.pk} for one in (own, foreign)]
    job = Job.objects.create(
        kind="remedies.recompute_open",
        state=JobState.DONE,
        result={"checked": 2, "moved": moved},
    )

    response = desk.get(f"/desk/jobs/{job.pk}/")

    assert [one["remedy"] for one in response.context["moved"]] == [own]
    assert "答复期限 2025-03-12 2025-03-13" in text_of(response)


def test_form_of_a_ledger_row_needs_no_capacity(desk, organ):
    desk.post(
        f"/desk/remedies/new/?organ={organ.code}",
        {
            "number": "J-9",
            "route": "litigation_direct",
            "handling_body": "云溪县人民法院",
            "subject": "不服答复。",
            "accepted_on": "2025-03-03",
        },
    )

    assert RemedyCase.objects.get().capacity == "respondent"
