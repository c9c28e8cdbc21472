"""A case in the words of the person who applied."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gongkai.casework.models import (
    CaseFile,
    CaseFileKind,
    DisclosureRequest,
    Notice,
    NoticeStatus,
)
from gongkai.casework.selectors import amended_request_of, clock_of
from gongkai.statute.clock import (
    Actor,
    ClockAnswer,
    ClockState,
    ReasoningLine,
    SubClockState,
)
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kinds

#: Addressed to someone else: a third party, another organ, the one who serves it.
_NOT_FOR_APPLICANTS = {"third", "third_result", "co_maker", "service"}
_FOR_APPLICANTS = [
    kind.key
    for kind in notice_kinds()
    if kind.key not in _NOT_FOR_APPLICANTS and not kind.hides_applicant
]
_SAID = {
    ClockState.SUBMITTED: (
        "已提交，等待确认",
        "本机关会与您联系，确认收到申请。答复期限从确认之日起算。",
    ),
    ClockState.REGISTERED: ("正在办理", "本机关已经收到申请，正在办理。"),
    ClockState.AWAITING_AMENDMENT: (
        "等您补正",
        "申请内容需要补正。请按补正告知书写明的事项和期限补正。",
    ),
    ClockState.CONSULTING: (
        "正在征求意见",
        "本机关正在征求第三方或者其他机关的意见，所需时间不计算在答复期限内。",
    ),
    ClockState.AWAITING_REASONS: (
        "等您说明理由",
        "请按说明理由告知书的要求说明申请的理由。",
    ),
    ClockState.AWAITING_FEE: ("等您缴费", "请按收费通知缴纳信息处理费。"),
    ClockState.OVERDUE: (
        "超过答复期限",
        "本机关还没有答复。您可以与本机关联系，也可以依法申请行政复议或者提起诉讼。",
    ),
    ClockState.DECIDED: ("已经答复", "答复内容见下面的文书。"),
    ClockState.DELIVERED: ("已经答复", "答复已经送达，内容见下面的文书。"),
    ClockState.CLOSED: ("已经结束", "这件申请已经结束办理。"),
}
_AMENDED = (
    "已补正，等待确认",
    "本机关确认收到补正之日起，重新计算答复期限。您不用再做什么。",
)
_DONE = {ClockState.DECIDED, ClockState.DELIVERED, ClockState.CLOSED}


@dataclass(frozen=True)
class Status:
    """Where a case stands: a word, a sentence, and the dates."""

    word: str
    sentence: str
    tone: str
    dates: list[tuple[str, date | None, str]]
    account: tuple[ReasoningLine, ...] = ()
    is_provisional: bool = False


def status_of(disclosure_request: DisclosureRequest, today: date) -> Status:
    """Return how the case stands today.

    A history that the clock refuses is for the officer to put right; the applicant
    is told the state that was kept last, without dates.
    """
    try:
        answer = clock_of(disclosure_request, as_of=today)
    except GongkaiError:
        return _status(ClockState(disclosure_request.state), [])
    status = _status(answer.state, list(_dates(answer)))
    amended = amended_request_of(disclosure_request)
    if amended is not None and amended.is_waiting and not amended.is_late:
        status = replace(status, word=_AMENDED[0], sentence=_AMENDED[1])
    return replace(status, account=_account(answer), is_provisional=answer.provisional)


def notices_for_applicant(disclosure_request: DisclosureRequest) -> list[Notice]:
    """Return the notices that were sent to the applicant, oldest first."""
    return list(
        disclosure_request.notices.filter(
            status=NoticeStatus.SENT, kind__in=_FOR_APPLICANTS
        )
    )


def reply_files(disclosure_request: DisclosureRequest) -> list[CaseFile]:
    """Return the files of the reply, once the decision itself has been sent."""
    is_answered = any(one.outcome for one in notices_for_applicant(disclosure_request))
    if not is_answered:
        return []
    return list(disclosure_request.files.filter(kind=CaseFileKind.REPLY))


def _account(answer: ClockAnswer) -> tuple[ReasoningLine, ...]:
    """Return how the last day comes about, once a day is counted."""
    return answer.reasoning if answer.received_on and answer.due_on else ()


def _status(state: ClockState, dates: list[tuple[str, date | None, str]]) -> Status:
    word, sentence = _SAID[state]
    return Status(word, sentence, _tone(state), dates)


def _tone(state: ClockState) -> str:
    if state in _DONE:
        return "done"
    if state is ClockState.OVERDUE:
        return "overdue"
    return "running" if state is ClockState.REGISTERED else "waiting"


def _dates(answer: ClockAnswer) -> Iterator[tuple[str, date | None, str]]:
    yield "收到日期", answer.received_on, "" if answer.received_on else "等待确认"
    for clock in answer.sub_clocks:
        if clock.actor is Actor.APPLICANT and clock.state is SubClockState.RUNNING:
            yield f"{clock.kind.label.removeprefix('申请人')}期限", clock.due_on, ""
    if answer.ended_on:
        yield "结束日期", answer.ended_on, ""
    elif answer.due_on:
        yield "答复期限", answer.due_on, ""
    else:
        yield "答复期限", None, _no_due_day(answer)


def _no_due_day(answer: ClockAnswer) -> str:
    if answer.state is ClockState.SUBMITTED:
        return "确认收到之日起20个工作日内"
    return "暂停计算"
