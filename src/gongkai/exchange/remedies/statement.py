"""行政复议答复书 and 行政诉讼答辩状: what the case knows, with room for the reasons.

行政复议法第四十四条、第四十八条、第五十四条, 行政诉讼法第六十七条: the organ tells
facts and grounds and hands in its evidence. Places in 〔〕 are for the officer.
"""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from gongkai.casework.models import Applicant, DisclosureRequest, Notice
from gongkai.casework.notices.kinds import citations, grounds_of
from gongkai.casework.selectors import clock_of
from gongkai.documents.letters import Letter, LetterWords, letter
from gongkai.documents.signature import chinese_date
from gongkai.exchange.notices.rendering import render_letter
from gongkai.remedies.models import RemedyCase, RemedyParty
from gongkai.remedies.models.course import course_of
from gongkai.statute.clock import StepKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kind
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import DueKind

_REASONS = "〔写明认定的事实、证据和理由，逐项回应申请人的主张〕"
_CLAIM = "〔写明请求，如维持、驳回〕"
_NO_DATE = "〔日期〕"


def statement_title(remedy: RemedyCase) -> str:
    """Return what the organ's statement is called on this route."""
    course = course_of(remedy)
    is_suit = course is not None and not course.is_reconsideration
    return "行政诉讼答辩状" if is_suit else "行政复议答复书"


def statement_file_name(remedy: RemedyCase, suffix: str) -> str:
    """Return the name that a person would give the file; it names no applicant."""
    kept = "".join(mark for mark in remedy.number if mark not in '\\/:*?"<>| ')
    return f"{kept}{statement_title(remedy)}（草稿）{suffix}"


def render_statement(remedy: RemedyCase, suffix: str) -> bytes:
    """Return the statement as .docx to be completed, or .pdf to be read.

    It names the applicant. Raises ``GongkaiError`` for another suffix.
    """
    return render_letter(_letter(remedy), suffix)


def _letter(remedy: RemedyCase) -> Letter:
    title = statement_title(remedy)
    return letter(
        LetterWords(
            organ=remedy.organ.name,
            number="",
            title=title,
            title_phrases=(title,),
            addressee=f"{remedy.handling_body}：",
            texts=list(_texts(remedy)),
            note="",
            dated_on=None,
        )
    )


def _texts(remedy: RemedyCase) -> Iterator[str]:
    yield _opening(remedy)
    yield "一、被申请复议（起诉）的行政行为"
    yield from _act(remedy)
    yield "二、事实、依据和理由"
    yield _grounds(remedy)
    yield _REASONS
    yield "三、办理程序"
    yield from _procedure(remedy.disclosure_request)
    yield "四、证据目录"
    yield from _evidence(remedy.disclosure_request)
    yield "五、请求"
    yield f"综上，{_CLAIM}。"


def _opening(remedy: RemedyCase) -> str:
    act = f"不服我机关{_name_of_act(remedy)}"
    received = _day(remedy.copy_received_on)
    return (
        f"{_applicant(remedy)}{act}一案（{remedy.number}），我机关于{received}收到"
        f"副本。根据{_article(remedy)}的规定，现答复如下："
    )


def _article(remedy: RemedyCase) -> str:
    """Return the article that the reply is due by."""
    for due in remedy.dues():
        if due.kind is DueKind.REPLY:
            return due.deadline.period.article
    return "《行政诉讼法》第六十七条第一款" if _is_suit(remedy) else _IN_GENERAL


_IN_GENERAL = "《行政复议法》第四十八条、第五十四条"


def _is_suit(remedy: RemedyCase) -> bool:
    return statement_title(remedy) == "行政诉讼答辩状"


def _applicant(remedy: RemedyCase) -> str:
    """Return who applied: as the request has it, or as registered with the remedy."""
    who = "原告" if _is_suit(remedy) else "申请人"
    request = remedy.disclosure_request
    found = (
        RemedyParty.objects.filter(remedy=remedy).first()
        if request is None
        else Applicant.objects.filter(disclosure_request=request).first()
    )
    return f"{who}{found.name if found else '〔姓名或者名称〕'}"


def _name_of_act(remedy: RemedyCase) -> str:
    if remedy.decision is not None:
        return f"《{_title(remedy.decision)}》（{remedy.decision.number}）"
    request = remedy.disclosure_request
    if request is None:
        return "〔行政行为〕"
    if request.closed_on is None:
        return f"逾期未答复政府信息公开申请（{request.number}）"
    return f"政府信息公开答复（{request.reply_number or request.number}）"


def _act(remedy: RemedyCase) -> Iterator[str]:
    request = remedy.disclosure_request
    if request is None:
        yield "〔写明行政行为的名称、文号、日期和内容〕"
        return
    yield (
        f"申请人的政府信息公开申请（登记编号{request.number}），内容为：“{request.subject}”。"
    )
    if request.outcome:
        label = Outcome(request.outcome).label
        yield (
            f"我机关于{_day(request.closed_on)}作出{_name_of_act(remedy)}，"
            f"办理结果为“{label}”。"
        )


def _grounds(remedy: RemedyCase) -> str:
    decision, request = remedy.decision, remedy.disclosure_request
    grounds = grounds_of(decision.ground) if decision is not None else ()
    outcome = (decision and decision.outcome) or (request and request.outcome)
    if not grounds and outcome:
        grounds = tuple(Outcome(outcome).articles)
    return (
        f"作出答复的依据：{citations(grounds)}。"
        if grounds
        else "作出答复的依据：〔条文〕。"
    )


def _procedure(request: DisclosureRequest | None) -> Iterator[str]:
    if request is None:
        yield "〔写明收到申请、征求意见、延长期限、答复、送达的日期〕"
        return
    days = [f"{_day(request.received_on)}收到申请"]
    days += [
        f"{_day(step.on)}{StepKind(step.kind).label}"
        for step in request.steps.order_by("position")
    ]
    yield "；".join(days) + "。"
    yield _in_time(request)


def _in_time(request: DisclosureRequest) -> str:
    """Return whether the reply kept its period, where the clock can say it."""
    try:
        answer = clock_of(request, as_of=timezone.localdate())
    except GongkaiError:
        return "〔写明答复期限和答复日期〕"
    if answer.due_on is None or request.closed_on is None:
        return "〔写明答复期限和答复日期〕"
    kept = "没有超过" if request.closed_on <= answer.due_on else "超过"
    return (
        f"答复期限到{_day(answer.due_on)}，我机关于{_day(request.closed_on)}"
        f"答复，{kept}答复期限。"
    )


def _evidence(request: DisclosureRequest | None) -> Iterator[str]:
    if request is None:
        yield "1．〔证据名称、页数、证明目的〕"
        return
    notices = [
        f"《{_title(one)}》（{one.number}）"
        for one in request.notices.exclude(number="").order_by("pk")
    ]
    files = [file.title for file in request.files.order_by("kind", "pk")]
    listed = [*notices, *files] or ["〔证据名称、页数、证明目的〕"]
    for at, name in enumerate(listed, 1):
        yield f"{at}．{name}"


def _title(notice: Notice) -> str:
    return notice_kind(notice.kind).title


def _day(day: date | None) -> str:
    return chinese_date(day) if day else _NO_DATE
