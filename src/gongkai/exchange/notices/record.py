"""The record of a case (办理记录): who asked, what was done, by whom, and the proof."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from gongkai.audit.models import AuditEntry
from gongkai.casework.applicants import applicants_of
from gongkai.casework.models import (
    Applicant,
    Delivery,
    DisclosureRequest,
    JointApplicant,
    NoticeApproval,
    NoticeNumber,
    RequestChannel,
)
from gongkai.casework.permissions import REGISTER
from gongkai.exchange.notices.sheets import Sheet, SheetTable
from gongkai.remedies.models import RemedyCase
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.clock import ClockState, StepKind
from gongkai.statute.notices import notice_kind
from gongkai.statute.outcomes import Outcome


def record_sheet(case: DisclosureRequest) -> Sheet:
    """Return the record; it holds personal data, as the case file does."""
    return Sheet(
        title_lines=("依申请公开办理记录",),
        organ=case.organ.name,
        facts=[(label, text) for label, text in _facts(case) if text],
        tables=(
            _steps(case),
            _approvals(case),
            _void_numbers(case),
            _deliveries(case),
            _consultations(case),
            _remedies(case),
            _journal(case),
        ),
    )


def _facts(case: DisclosureRequest) -> Iterator[tuple[str, str]]:
    yield "登记编号", case.number
    yield "行政机关", case.organ.name
    yield from _applicant(case)
    yield "提交方式", RequestChannel(case.channel).label
    yield "提交日期", _day(case.submitted_on)
    yield "收到日期", _day(case.received_on)
    yield "申请内容", case.subject
    yield "获取方式", str(case.get_supply_form_display())
    yield "承办股室", case.office.name if case.office else ""
    yield "承办人", case.handler.name if case.handler else ""
    yield "状态", ClockState(case.state).label if case.state else ""
    yield "办理结果", Outcome(case.outcome).label if case.outcome else ""
    yield "办结日期", _day(case.closed_on)
    yield "答复文号", case.reply_number


def _applicant(case: DisclosureRequest) -> Iterator[tuple[str, str]]:
    yield "申请人类别", ApplicantKind(case.applicant_kind).label
    for at, applicant in enumerate(applicants_of(case)):
        yield "共同申请人" if at else "申请人", applicant.name
        yield from _ways_to(applicant)


def _ways_to(applicant: Applicant | JointApplicant) -> Iterator[tuple[str, str]]:
    identity = (applicant.get_identity_kind_display(), applicant.identity_number)
    yield "证件", " ".join(part for part in identity if part)
    yield "联系人", applicant.contact_person
    yield "联系电话", applicant.phone
    yield "电子邮箱", applicant.email
    yield "通信地址", applicant.address


def _steps(case: DisclosureRequest) -> SheetTable:
    steps = case.steps.select_related("recorded_by").order_by("position")
    return SheetTable(
        "办理步骤",
        (1.3, 1.6, 1.3, 3, 1),
        ("日期", "步骤", "对方收到", "说明", "登记人"),
        [
            (
                _day(step.on),
                StepKind(step.kind).label,
                _day(step.received_on),
                "；".join(
                    part
                    for part in (
                        Outcome(step.outcome).label if step.outcome else "",
                        step.party,
                        step.note,
                    )
                    if part
                ),
                _name(step.recorded_by),
            )
            for step in steps
        ],
    )


def _approvals(case: DisclosureRequest) -> SheetTable:
    approvals = NoticeApproval.objects.filter(
        notice__disclosure_request=case
    ).select_related("notice", "account")
    return SheetTable(
        "文书审批",
        (2.6, 0.7, 1, 1, 1.8, 1.9),
        ("文书", "级次", "审批人", "意见", "理由", "时间"),
        [
            (
                _document(each.notice),
                str(each.level),
                _name(each.account),
                "同意" if each.is_approved else "退回",
                each.reason,
                _moment(each.at),
            )
            for each in approvals
        ],
    )


def _void_numbers(case: DisclosureRequest) -> SheetTable:
    numbers = NoticeNumber.objects.filter(notice__disclosure_request=case).exclude(
        voided_at=None
    )
    return SheetTable(
        "作废的文号",
        (2.2, 1.9, 4),
        ("文号", "作废时间", "理由"),
        [
            (each.number, _moment(each.voided_at), each.void_reason)
            for each in numbers
            if each.voided_at
        ],
    )


def _deliveries(case: DisclosureRequest) -> SheetTable:
    deliveries = Delivery.objects.filter(
        notice__disclosure_request=case
    ).select_related("notice", "proof")
    return SheetTable(
        "送达",
        (2.2, 1.2, 1.3, 1.3, 1.1, 1.9),
        ("文书", "方式", "送出日期", "签收日期", "签收人", "凭证"),
        [
            (
                _document(each.notice),
                str(each.get_way_display()),
                _day(each.sent_on),
                _day(each.received_on),
                each.signed_by,
                each.tracking_number or (each.proof.title if each.proof else ""),
            )
            for each in deliveries
        ],
    )


def _consultations(case: DisclosureRequest) -> SheetTable:
    consultations = case.unit_consultations.select_related("office")
    return SheetTable(
        "内部征询",
        (1.2, 2.5, 1.4, 2.5, 1.4),
        ("股室", "事项", "征询日期", "回复", "回复日期"),
        [
            (
                each.office.name,
                each.question,
                _day(each.asked_on),
                each.answer,
                _day(each.answered_on),
            )
            for each in consultations
        ],
    )


def _remedies(case: DisclosureRequest) -> SheetTable:
    found = RemedyCase.objects.filter(disclosure_request=case).order_by("accepted_on")
    return SheetTable(
        "复议诉讼",
        (1.2, 1.6, 2.2, 2.4, 1.3, 1.3, 1.4),
        (
            "编号",
            "途径",
            "复议机关（法院）",
            "所涉答复",
            "受理日期",
            "审结日期",
            "结果",
        ),
        [
            (
                each.number,
                str(each.get_route_display()),
                each.handling_body,
                each.decision.number if each.decision else "",
                _day(each.accepted_on),
                _day(each.concluded_on),
                str(each.get_result_display()),
            )
            for each in found.select_related("decision")
        ],
    )


def _journal(case: DisclosureRequest) -> SheetTable:
    entries = AuditEntry.objects.filter(
        subject=REGISTER, subject_key=case.number, organ_code=case.organ.code
    ).order_by("pk")
    return SheetTable(
        "操作留痕",
        (1.8, 1.2, 1.4, 3.4),
        ("时间", "操作人", "动作", "对象"),
        [
            (
                _moment(entry.at),
                entry.actor_name,
                entry.action,
                _subject(entry.detail),
            )
            for entry in entries
        ],
    )


def _subject(detail: dict[str, Any]) -> str:
    """Return the document or the step that an entry is about, and the reason."""
    about = f"{detail.get('document_number', '')}{detail.get('title', '')}"
    parts = (about or detail.get("step"), detail.get("reason"))
    return "：".join(str(part) for part in parts if part)


def _document(notice: Any) -> str:
    return f"{notice.number}{notice_kind(notice.kind).title}"


def _name(account: Any) -> str:
    return str(account.get_full_name() or account.get_username()) if account else "系统"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
