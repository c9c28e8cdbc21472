from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile

from factories.notices import (
    approved_notice,
    case_with_applicant,
    finished_notice,
    officer_of,
    organ_with_settings,
    today,
)
from factories.organs import OrganFactory
from gongkai.casework.models import CaseFile, CaseFileKind, NoticeStatus
from gongkai.casework.notices import (
    draft_notice,
    elements_of,
    finish_notice,
    record_delivery,
    remedy_deadlines,
    send_notice,
)
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

DAY = date(2025, 8, 1)


def sent(way="post", **fields):
    notice = approved_notice(case_with_applicant(), DAY)
    fields = {"tracking_number": "XA12345678941", **fields}
    return send_notice(notice=notice, way=way, sent_on=DAY, actor=None, **fields)


def case_file(case, kind=CaseFileKind.EVIDENCE):
    file = ContentFile(b"proof", name="proof.txt")
    return CaseFile.objects.create(
        disclosure_request=case, kind=kind, title="回执", file=file
    )


def test_sent_notice_enters_its_number_in_the_register():
    delivery = sent()

    case = delivery.notice.disclosure_request
    case.refresh_from_db()
    assert delivery.notice.status == NoticeStatus.SENT
    assert case.reply_number == "云教公开告〔2025〕1号"


def test_notice_on_the_way_is_no_reply():
    case = case_with_applicant()
    notice = draft_notice(disclosure_request=case, kind="receipt", actor=None)
    finish_notice(notice=notice, dated_on=today(), actor=None)

    send_notice(notice=notice, way="platform", sent_on=today(), actor=None)

    case.refresh_from_db()
    assert case.reply_number == ""


def test_notice_is_not_sent_before_it_is_approved():
    notice = finished_notice(dated_on=DAY)

    with pytest.raises(GongkaiError, match="现在是“待审批”"):
        send_notice(notice=notice, way="post", sent_on=DAY, actor=None)


@pytest.mark.parametrize(
    ("way", "sent_on", "message"),
    [
        ("pigeon", DAY, "没有“pigeon”这种送达方式"),
        ("post", DAY - timedelta(days=1), "早于落款日期"),
        ("post", today() + timedelta(days=1), "还没有到"),
        ("email", DAY, "网上申请复议的渠道"),
    ],
)
def test_sending_that_cannot_be_is_refused(way, sent_on, message):
    notice = approved_notice(dated_on=DAY)

    with pytest.raises(GongkaiError, match=message):
        send_notice(notice=notice, way=way, sent_on=sent_on, actor=None)

    assert not notice.deliveries.exists()


def test_notice_that_tells_the_online_channel_goes_by_mail():
    organ = organ_with_settings(online_channel="https://fuyi.example.gov.cn")
    notice = approved_notice(case_with_applicant(organ), DAY)

    send_notice(notice=notice, way="email", sent_on=DAY, actor=None)

    assert notice.status == NoticeStatus.SENT


def test_only_who_works_on_the_case_sends():
    notice = approved_notice(dated_on=DAY)

    with pytest.raises(GongkaiError, match="依申请公开的权限"):
        send_notice(
            notice=notice, way="post", sent_on=DAY, actor=officer_of(OrganFactory())
        )


def test_arrival_starts_the_periods_of_the_remedies():
    delivery = sent()
    assert remedy_deadlines(delivery.notice) == {}

    record_delivery(delivery=delivery, received_on=date(2025, 8, 4), actor=None)

    due = {key: last.due_on for key, last in remedy_deadlines(delivery.notice).items()}
    assert due == {
        "reconsideration.apply": date(2025, 10, 9),
        "litigation.direct": date(2026, 2, 4),
    }


def test_arrival_is_proved_by_evidence_of_the_case():
    delivery = sent(tracking_number="")
    proof = case_file(delivery.notice.disclosure_request)

    record_delivery(delivery=delivery, received_on=DAY, proof=proof, actor=None)

    delivery.refresh_from_db()
    assert (delivery.received_on, delivery.proof) == (DAY, proof)


@pytest.mark.parametrize(
    ("way", "facts", "message"),
    [
        ("post", {"received_on": DAY - timedelta(days=1)}, "早于送出日期"),
        ("post", {"received_on": today() + timedelta(days=1)}, "还没有到"),
        ("post", {"received_on": DAY}, "还没有送达的凭证"),
        ("counter", {"received_on": DAY}, "要写明签收人"),
    ],
)
def test_arrival_without_proof_or_before_sending_is_refused(way, facts, message):
    delivery = sent(way=way, tracking_number="")

    with pytest.raises(GongkaiError, match=message):
        record_delivery(delivery=delivery, actor=None, **facts)

    delivery.refresh_from_db()
    assert delivery.received_on is None


def test_proof_of_another_case_or_kind_is_refused():
    delivery = sent()
    others = case_file(case_with_applicant())
    submitted = case_file(delivery.notice.disclosure_request, CaseFileKind.SUBMITTED)

    for proof in (others, submitted):
        with pytest.raises(GongkaiError, match="应当是本案的办理证据"):
            record_delivery(delivery=delivery, received_on=DAY, proof=proof, actor=None)


def test_arrival_is_recorded_once():
    delivery = sent()
    record_delivery(delivery=delivery, received_on=DAY, actor=None)

    with pytest.raises(GongkaiError, match="已经登记"):
        record_delivery(delivery=delivery, received_on=DAY, actor=None)


def test_proof_of_service_knows_what_was_served():
    delivery = sent(way="counter")
    record_delivery(
        delivery=delivery, received_on=DAY, signed_by="乔青禾本人", actor=None
    )

    case = delivery.notice.disclosure_request
    notice = draft_notice(disclosure_request=case, kind="service", actor=None)

    elements = elements_of(notice)
    assert elements["served_document"] == "政府信息公开告知书（政府信息不存在）"
    assert elements["served_number"] == "云教公开告〔2025〕1号"
    assert elements["served_on"] == "2025年8月1日"
    assert elements["served_signature"] == "乔青禾本人"
