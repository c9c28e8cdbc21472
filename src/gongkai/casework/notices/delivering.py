"""Sending a notice, and the proof that it arrived (国办公开办函〔2016〕235号)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.casework.models import (
    CaseFile,
    CaseFileKind,
    Delivery,
    DeliveryWay,
    DisclosureRequest,
    Notice,
    NoticeStatus,
)
from gongkai.casework.notices.acts import (
    journal_notice,
    refresh_like,
    settings_of,
)
from gongkai.casework.notices.drafting import notice_text
from gongkai.casework.notices.kinds import kind_of
from gongkai.casework.notices.remedies import rule_of
from gongkai.casework.permissions import require
from gongkai.casework.services import record_arrival
from gongkai.casework.services.locking import locked_notice, refuse_future
from gongkai.organs.calendar import working_days
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.remedies import Deadline, RemedyOrder, deadline

_BY_INTERNET = frozenset({DeliveryWay.EMAIL, DeliveryWay.PLATFORM})


@transaction.atomic
def send_notice(
    *, notice: Notice, way: str, sent_on: date, tracking_number: str = "", actor: Any
) -> Delivery:
    """Send an approved notice; one that was sent may go out once more, another way.

    Served by internet, it must tell the online channel of reconsideration
    (行政复议法第二十二条第二款). The number of a decision goes into the register.
    """
    stored = locked_notice(notice, NoticeStatus.APPROVED, NoticeStatus.SENT)
    require(actor, Action.CHANGE, stored.disclosure_request.organ)
    _check_sending(stored, way, sent_on)
    delivery = Delivery.objects.create(
        notice=stored, way=way, sent_on=sent_on, tracking_number=tracking_number.strip()
    )
    stored.status = NoticeStatus.SENT
    stored.save(update_fields=["status"])
    if kind_of(stored).outcomes:
        DisclosureRequest.objects.filter(pk=stored.disclosure_request_id).update(
            reply_number=stored.number
        )
    journal_notice(stored, "送出文书", actor, way=way, sent_on=str(sent_on))
    refresh_like(notice, stored)
    return delivery


@transaction.atomic
def record_delivery(
    *,
    delivery: Delivery,
    received_on: date,
    signed_by: str = "",
    proof: CaseFile | None = None,
    actor: Any,
) -> Delivery:
    """Record that a notice arrived, and by what that is proved.

    From this day the periods of the remedies run (``remedy_deadlines``), and the
    period that the notice's step opened (``services.record_arrival``).
    """
    stored = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    case = stored.notice.disclosure_request
    require(actor, Action.CHANGE, case.organ)
    _check_arrival(stored, received_on)
    _check_proof(stored, signed_by, proof)
    stored.received_on = received_on
    stored.signed_by = signed_by.strip()
    stored.proof = proof
    stored.save(update_fields=["received_on", "signed_by", "proof"])
    journal_notice(stored.notice, "登记送达", actor, received_on=str(received_on))
    if stored.notice.step is not None:
        step = stored.notice.step
        record_arrival(case_step=step, received_on=received_on, actor=actor)
    delivery.received_on, delivery.proof = received_on, proof
    delivery.signed_by = stored.signed_by
    return delivery


def remedy_deadlines(notice: Notice) -> dict[str, Deadline]:
    """Return until when the addressee may go where, from the day it arrived.

    Keys are those of ``statute.remedies``; empty while no arrival is recorded and for
    a notice without remedies. A direct suit is left out where reconsideration comes
    first for the whole.
    """
    arrived = notice.deliveries.exclude(received_on=None).order_by("received_on")
    first = arrived.first()
    if first is None or notice.dated_on is None:
        return {}
    rule = rule_of(notice, notice.dated_on)
    if not rule.is_told:
        return {}
    keys = ["reconsideration.apply"]
    if rule.order is not RemedyOrder.RECONSIDERATION_FIRST:
        keys.append("litigation.direct")
    calendar = working_days()
    return {
        key: deadline(key, first.received_on, calendar, provisional=True)
        for key in keys
        if first.received_on
    }


def _check_sending(notice: Notice, way: str, sent_on: date) -> None:
    if way not in DeliveryWay.values:
        raise GongkaiError(f"没有“{way}”这种送达方式，请从列表中选择。")
    refuse_future(timezone.localdate(), sent_on, what="送出日期")
    if notice.dated_on and sent_on < notice.dated_on:
        raise GongkaiError(
            f"送出日期{sent_on}早于落款日期{notice.dated_on}，请核对日期。"
        )
    channel = settings_of(notice.disclosure_request).online_channel.strip()
    remedy = notice_text(notice).remedy
    if way in _BY_INTERNET and remedy and not (channel and channel in remedy):
        raise StatuteError(
            "通过互联网送达的，文书应当同时告知网上申请复议的渠道，这份没有写明。"
            "请在办理设置中填写渠道后重新起草，或者改用其他方式送达。",
            article="《行政复议法》第二十二条第二款",
        )


def _check_arrival(delivery: Delivery, received_on: date) -> None:
    if delivery.received_on:
        raise GongkaiError(f"这次送达已经登记，签收日期为{delivery.received_on}。")
    refuse_future(timezone.localdate(), received_on, what="签收日期")
    if received_on < delivery.sent_on:
        raise GongkaiError(
            f"签收日期{received_on}早于送出日期{delivery.sent_on}，请核对日期。"
        )


def _check_proof(delivery: Delivery, signed_by: str, proof: CaseFile | None) -> None:
    case_id = delivery.notice.disclosure_request_id
    if proof and (
        proof.disclosure_request_id != case_id or proof.kind != CaseFileKind.EVIDENCE
    ):
        raise GongkaiError("送达凭证应当是本案的办理证据，请先上传到本案再选择。")
    if delivery.way == DeliveryWay.COUNTER and not signed_by.strip():
        raise GongkaiError("当面送达要写明签收人，请补上。")
    is_proved = signed_by.strip() or proof or delivery.tracking_number
    if delivery.way != DeliveryWay.PLATFORM and not is_proved:
        raise GongkaiError(
            "还没有送达的凭证。请写明签收人或者邮件号码，或者上传回执、截图。"
        )
