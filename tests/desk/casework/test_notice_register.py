"""文书登记簿, and 待我审批的文书 on the first page."""

import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from desk.pages import english_in, text_of
from factories.notices import (
    NAME,
    approved_notice,
    case_with_applicant,
    finished_notice,
    officer_of,
    organ_with_settings,
)
from factories.organs import OrganFactory, account_with_role
from gongkai.audit.models import AuditEntry
from gongkai.casework.notices import record_delivery, send_notice, withdraw_notice
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

ADDRESS = "/desk/cases/notices/"
DAY = date(2025, 8, 1)


@pytest.fixture
def organ(db):
    return organ_with_settings()


def numbers(page):
    return [row.notice.number for row in page.context["rows"]]


def void(organ):
    """Return a notice whose number was given up."""
    notice = approved_notice(case_with_applicant(organ), DAY)
    return withdraw_notice(notice=notice, reason="附件写错", actor=officer_of(organ))


def sent(organ, **fields):
    notice = approved_notice(case_with_applicant(organ, **fields), DAY)
    delivery = send_notice(notice=notice, way="counter", sent_on=DAY, actor=None)
    record_delivery(delivery=delivery, received_on=DAY, signed_by="本人", actor=None)
    return notice


def test_register_lists_every_notice_and_nobody_by_name(desk, organ):
    sent(organ)
    void(organ)

    page = desk.get(ADDRESS)

    text = text_of(page)
    assert numbers(page) == ["", "云教公开告〔2025〕1号"]
    assert "云教公开告〔2025〕2号 作废：附件写错" in text
    assert NAME not in text
    assert english_in(text) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?state=sent", ["云教公开告〔2025〕1号"]),
        ("?state=draft", [""]),
        ("?year=2025", ["", "云教公开告〔2025〕1号"]),
        ("?year=2024", []),
        ("?kind=none", ["", "云教公开告〔2025〕1号"]),
        ("?kind=extend", []),
        ("?q=〕2号", [""]),
        ("?q=2025-0077", ["云教公开告〔2025〕1号"]),
        ("?state=nonsense&year=x&kind=y&p=z", ["", "云教公开告〔2025〕1号"]),
    ],
)
def test_register_is_narrowed(desk, organ, query, found):
    sent(organ, number="2025-0077")
    void(organ)

    assert numbers(desk.get(ADDRESS + query)) == found


def test_register_goes_out_as_a_table(desk, organ):
    sent(organ, number="2025-0077")
    void(organ)

    content = desk.get(f"{ADDRESS}?export=xlsx").content

    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[1][9:11] == ("云教公开告〔2025〕2号", "附件写错")
    assert rows[2][:6] == (
        "云教公开告〔2025〕1号",
        "政府信息公开告知书（政府信息不存在）",
        "云溪县教育局",
        "2025-0077",
        "2025-08-01",
        "已送出",
    )


def test_table_can_be_plain_text_too(desk, organ):
    sent(organ)

    content = desk.get(f"{ADDRESS}?export=csv").content.decode("utf-8-sig")

    assert content.splitlines()[1].startswith("云教公开告〔2025〕1号,")


def test_register_shows_no_notice_of_another_organ(desk, organ):
    sent(organ_with_settings())

    assert numbers(desk.get(ADDRESS)) == []


def test_register_costs_the_same_for_one_and_three(desk, organ):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            desk.get(ADDRESS)
        return len(seen)

    sent(organ)
    desk.get(ADDRESS)
    one = queries()
    sent(organ)
    void(organ)

    assert queries() == one


def test_supervisor_reads_the_register_but_no_notice(as_role, organ):
    notice = sent(organ)
    client = as_role(Role.SUPERVISOR)

    page = client.get(ADDRESS)

    assert [row.is_open for row in page.context["rows"]] == [False]
    assert f"/notices/{notice.pk}/" not in page.content.decode()


def waiting(client):
    (work, _) = client.get("/desk/").context["panels"]
    return {
        line.label: (line.count, line.url)
        for line in work.get_context_data({})["waiting"]
    }.get("待我审批的文书")


def test_first_page_opens_the_notice_that_waits_for_me(as_role, organ):
    notice = finished_notice(case_with_applicant(organ), DAY)
    args = [notice.disclosure_request_id, notice.pk]

    line = waiting(as_role(Role.OGI_REVIEWER))

    assert line == (1, reverse("case:notice", args=args))


def test_first_page_opens_a_list_when_several_wait(as_role, organ):
    for _ in range(2):
        finished_notice(case_with_applicant(organ), DAY)
    approved_notice(case_with_applicant(organ), DAY)
    client = as_role(Role.OGI_REVIEWER)

    count, url = waiting(client)

    assert (count, url) == (2, f"{ADDRESS}?list=mine")
    assert len(client.get(url).context["rows"]) == 2


def test_first_page_is_quiet_where_nothing_waits_for_me(as_role, organ):
    finished_notice(case_with_applicant(organ), DAY)

    assert waiting(as_role(Role.CLERK)) is None


def test_reading_and_downloading_a_notice_are_journaled(desk, organ):
    notice = sent(organ)
    args = [notice.disclosure_request_id, notice.pk]

    desk.get(reverse("case:notice", args=args))
    desk.get(reverse("case:notice_file", args=[*args, "docx"]))

    actions = AuditEntry.objects.values_list("action", flat=True)
    assert list(actions.order_by("-pk")[:2]) == ["下载文书", "查看文书"]


def test_refused_reading_is_not_journaled_as_one(client, organ):
    notice = sent(organ)
    args = [notice.disclosure_request_id, notice.pk]
    client.force_login(account_with_role(Role.OGI_OFFICER, OrganFactory()))

    client.get(reverse("case:notice", args=args))

    assert not AuditEntry.objects.filter(action="查看文书").exists()


def test_wrong_notice_is_taken_back_on_its_page(desk, organ):
    notice = approved_notice(case_with_applicant(organ), DAY)
    args = [notice.disclosure_request_id, notice.pk]

    address = reverse("case:notice_withdraw", args=args)
    desk.post(address, {"reason": "附件写错"})

    notice.refresh_from_db()
    page = desk.get(reverse("case:notice", args=args))
    assert (notice.status, notice.number) == ("draft", "")
    assert "云教公开告〔2025〕1号 作废" in text_of(page)


def test_notice_that_went_out_wrong_is_revoked_by_another(desk, organ):
    notice = sent(organ, channel="in_person")
    address = reverse("case:notice_choose", args=[notice.disclosure_request_id])

    desk.post(
        f"{address}?supersedes={notice.pk}",
        {
            "notice": "none|unavailable.not_held",
            "ground": "",
            "supersede_reason": "检索范围写错",
        },
    )

    new = notice.superseded_by
    assert (new.supersede_reason, new.status) == ("检索范围写错", "draft")
    page = desk.get(reverse("case:notice", args=[new.disclosure_request_id, new.pk]))
    assert "同时撤销，以本告知书为准" in text_of(page)
