"""The elements that the case itself can say, for the officer to check and complete."""

from datetime import date

from gongkai.casework.applicants import applicants_of
from gongkai.casework.models import (
    CaseFileKind,
    CaseStep,
    DeliveryWay,
    Notice,
    NoticeStatus,
)
from gongkai.casework.notices.case_facts import (
    CaseFacts,
    last_delivery,
    reference_to,
    words_of,
)
from gongkai.casework.notices.fee_elements import fee_elements
from gongkai.casework.notices.kinds import (
    citations,
    grounds_of,
    to_be_filled,
    worded_kind_of,
)
from gongkai.casework.selectors.amendments import wording_of
from gongkai.catalogue.models import Guide
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.clock import Step, StepKind, SubClockKind, limits_on
from gongkai.statute.notices import notice_kind

_CHANNELS = {
    "in_person": "当面方式",
    "post_signed": "邮寄方式",
    "post_unsigned": "平常信函",
    "online": "互联网渠道",
    "fax": "传真",
    "email": "电子邮件",
}
_BOTH_CONFIRM = "，以双方确认之日为收到申请之日"
_RECEIPT_RULES = {
    "in_person": "申请当面提交，以提交之日为收到申请之日",
    "post_signed": "申请以邮寄方式提交，以本机关签收之日为收到申请之日",
    "post_unsigned": "申请以无需签收的信函提交，以本机关与申请人确认之日为收到申请之日",
    "online": f"申请通过互联网渠道提交{_BOTH_CONFIRM}",
    "fax": f"申请通过传真提交{_BOTH_CONFIRM}",
    "email": f"申请通过电子邮件提交{_BOTH_CONFIRM}",
}
_TELLING = (
    "name",
    "identity_number",
    "contact_person",
    "phone",
    "email",
    "address",
)
_CONSULTED = (StepKind.THIRD_PARTY_CONSULTED, StepKind.OTHER_ORGAN_CONSULTED)
#: What the history of a decision tells, with the day before it.
_HISTORY = {
    StepKind.AMENDMENT_REQUESTED: "告知补正",
    StepKind.AMENDED: "收到补正后的申请",
    StepKind.THIRD_PARTY_CONSULTED: "书面征求第三方意见",
    StepKind.THIRD_PARTY_REPLIED: "收到第三方意见",
    StepKind.OTHER_ORGAN_CONSULTED: "书面征求其他机关意见",
    StepKind.OTHER_ORGAN_REPLIED: "收到其他机关意见",
    StepKind.EXTENDED: "决定延长答复期限",
    StepKind.DELAYED: "确定延迟答复的期限",
    StepKind.FEE_NOTIFIED: "通知缴纳信息处理费",
    StepKind.FEE_PAID: "确认收到缴费",
}


def prefilled(notice: Notice, today: date) -> dict[str, str]:
    """Return the elements of the notice that are known; the rest is the officer's."""
    facts = CaseFacts(notice.disclosure_request, today)
    known = {
        "addressee": _addressee(notice, facts),
        "ground": citations(grounds_of(notice.ground)),
        **_request(facts),
        **_course(facts),
        **_extension(facts),
        **_earlier_notices(facts),
        **_service(facts),
        **fee_elements(facts.disclosure_request, facts.settings),
        **_third_kinds(facts),
    }
    wanted = {element.key for element in to_be_filled(worded_kind_of(notice))}
    return {key: text for key, text in known.items() if text and key in wanted}


def secrets_of(notice: Notice) -> tuple[str, ...]:
    """Return the words that tell who applied: no third party may read them."""
    return tuple(
        getattr(applicant, field)
        for applicant in applicants_of(notice.disclosure_request)
        for field in _TELLING
    )


def _addressee(notice: Notice, facts: CaseFacts) -> str:
    if notice.kind == "co_maker":
        return _party(facts.last_step(StepKind.OTHER_ORGAN_CONSULTED))
    if notice_kind(notice.kind).hides_applicant:
        return _party(facts.last_step(StepKind.THIRD_PARTY_CONSULTED))
    return "、".join(applicant.name for applicant in facts.applicants)


def _party(step: CaseStep | None) -> str:
    return step.party if step else ""


def _request(facts: CaseFacts) -> dict[str, str]:
    case = facts.disclosure_request
    return {
        "you": _you(facts),
        "case_number": case.number,
        "received_on": words_of(case.received_on),
        "channel": "口头" if case.is_oral else _CHANNELS.get(case.channel, ""),
        "request_text": wording_of(case),
        "receipt_rule": _RECEIPT_RULES.get(case.channel, ""),
        "reply_due_on": words_of(case.due_on),
        "contact": _contact(facts),
        "supplied": _supplied(facts),
    }


def _you(facts: CaseFacts) -> str:
    if len(facts.applicants) > 1:
        return "你们"
    kind = facts.disclosure_request.applicant_kind
    return "您" if kind == ApplicantKind.NATURAL_PERSON else "你单位"


def _contact(facts: CaseFacts) -> str:
    """Return who can be asked: the handler, else the organ's OGI work body."""
    case = facts.disclosure_request
    phone = (case.handler.phone if case.handler else "") or case.organ.phone
    if not phone:
        return ""
    if case.handler:
        return f"联系人：{case.handler.name}，电话：{phone}"
    guide = Guide.objects.filter(organ=case.organ).first()
    return f"联系单位：{guide.work_body}，电话：{phone}" if guide else ""


def _supplied(facts: CaseFacts) -> str:
    """Return the files of the reply as a list."""
    files = facts.disclosure_request.files.filter(kind=CaseFileKind.REPLY)
    titles = "、".join(f"《{file.title}》" for file in files)
    form = facts.disclosure_request.get_supply_form_display()
    return f"{titles}，以{form}的形式提供" if titles and form else titles


def _course(facts: CaseFacts) -> dict[str, str]:
    consulted = facts.last_step(*_CONSULTED)
    opinion = facts.last_step(StepKind.THIRD_PARTY_REPLIED)
    amended = facts.last_step(StepKind.AMENDED)
    withdrawn = facts.last_step(StepKind.WITHDRAWN)
    delayed = facts.last_step(StepKind.DELAYED)
    is_organ = consulted and consulted.kind == StepKind.OTHER_ORGAN_CONSULTED
    return {
        "history": _history(facts),
        "amend_days": str(facts.settings.clock_settings().amendment_working_days),
        "consulted_on": words_of(consulted.on if consulted else None),
        "consulted": _party(consulted) or "其他机关" if is_organ else "第三方",
        "third_party_opinion": opinion.note if opinion else "",
        "amended_on": words_of(amended.on if amended else None),
        "withdrawn_on": words_of(withdrawn.on if withdrawn else None),
        "withdrawn_how": withdrawn.note if withdrawn else "",
        "delayed_until": words_of(delayed.until if delayed else None),
    }


def _history(facts: CaseFacts) -> str:
    told = [
        f"于{words_of(step.on)}{_HISTORY[StepKind(step.kind)]}"
        for step in facts.steps
        if step.kind in _HISTORY
    ]
    return f"本机关{'，'.join(told)}" if told else ""


def _extension(facts: CaseFacts) -> dict[str, str]:
    """Return the old and the new last day of an extension made today or before."""
    steps = facts.history
    at = next(
        (n for n, step in enumerate(steps) if step.kind is StepKind.EXTENDED),
        len(steps),
    )
    taken = steps[at] if at < len(steps) else Step(StepKind.EXTENDED, facts.today)
    before = facts.clock(steps[:at])
    after = facts.clock([*steps[:at], taken])
    received_on = facts.disclosure_request.received_on
    if before is None or after is None or received_on is None:
        return {}
    days = taken.working_days or limits_on(received_on).extension.working_days
    return {
        "old_due_on": words_of(before.due_on),
        "new_due_on": words_of(after.due_on),
        "extension_days": str(days),
    }


def _earlier_notices(facts: CaseFacts) -> dict[str, str]:
    amend, fee = facts.last_sent("amend"), facts.last_sent("fee")
    return {
        "amend_notice": reference_to(amend),
        "amend_received_on": _reached(facts, amend, StepKind.AMENDMENT_REQUESTED),
        "amend_due_on": _sub_clock(facts, SubClockKind.AMENDMENT),
        "fee_notice": reference_to(fee),
        "fee_received_on": _reached(facts, fee, StepKind.FEE_NOTIFIED),
        "fee_due_on": _sub_clock(facts, SubClockKind.PAYMENT),
        "reasons_asked": reference_to(facts.last_sent("reasons")),
    }


def _reached(facts: CaseFacts, notice: Notice | None, kind: StepKind) -> str:
    delivery = last_delivery(notice)
    if delivery and delivery.received_on:
        return words_of(delivery.received_on)
    step = facts.last_step(kind)
    return words_of(step.received_on if step else None)


def _sub_clock(facts: CaseFacts, kind: SubClockKind) -> str:
    answer = facts.clock(facts.history)
    clocks = answer.sub_clocks if answer else ()
    due = [clock.due_on for clock in clocks if clock.kind is kind]
    return words_of(due[-1]) if due else ""


def _third_kinds(facts: CaseFacts) -> dict[str, str]:
    """Return where petitions go, and the correction that the request became."""
    correction = facts.disclosure_request.corrections.last()
    return {
        "petition_channel": facts.settings.petition_channel(),
        "record": correction.record if correction else "",
        "correction_number": correction.number if correction else "",
    }


def _service(facts: CaseFacts) -> dict[str, str]:
    """Return what a 送达回证 says of the last notice that went out."""
    sent = facts.disclosure_request.notices.filter(status=NoticeStatus.SENT)
    notice = sent.exclude(kind="service").last()
    delivery = last_delivery(notice)
    if notice is None or delivery is None:
        return {}
    mail = f"（{delivery.tracking_number}）" if delivery.tracking_number else ""
    return {
        "served_document": notice_kind(notice.kind).title,
        "served_number": notice.number or "无文号",
        "served_place": _place(facts, delivery.way),
        "served_on": words_of(delivery.received_on or delivery.sent_on),
        "served_manner": f"{delivery.get_way_display()}{mail}",
        "served_signature": delivery.signed_by,
    }


def _place(facts: CaseFacts, way: str) -> str:
    if way == DeliveryWay.COUNTER:
        return facts.disclosure_request.organ.address
    if way == DeliveryWay.PLATFORM:
        return "政府信息公开申请平台"
    if facts.applicant is None:
        return ""
    is_email = way == DeliveryWay.EMAIL
    return facts.applicant.email if is_email else facts.applicant.address
