"""What is due and what waits, each with the list that a click opens."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from gongkai.annual_report.models import AnnualReport, ReportStatus
from gongkai.casework.models import DisclosureRequest, Reminder, ReminderState
from gongkai.casework.notices import awaiting_approval_by
from gongkai.casework.selectors import worklist
from gongkai.desk.home.catalogue_lines import uncovered_duties, unreviewed_guides
from gongkai.desk.home.line import Waiting
from gongkai.desk.publishing.item_filters import overdue_drafts
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.policy import RegisterPolicy
from gongkai.organs.calendar import is_working_day
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action
from gongkai.patrol.models import PatrolEntry
from gongkai.publishing.models import Item, NormativeDocument
from gongkai.publishing.selectors import (
    documents_expiring,
    items_overturned,
    items_returned_to,
    items_to_reappraise,
    items_to_review,
)
from gongkai.remedies.models import RemedyCase
from gongkai.remedies.selectors import ToDo, owed
from gongkai.statute.clock import ClockState
from gongkai.statute.review import ReviewState
from gongkai.supervision.models import Problem, Proposal

REPORT = "annual_report.annualreport"


def waiting_for(account: Any, today: date) -> list[Waiting]:
    """Return what waits for the account, the most urgent first."""
    lines = [line for find in _FINDERS for line in find(account, today)]
    return sorted(lines, key=lambda line: _URGENCY.index(line.chip.tone))


_URGENCY = (Tone.OVERDUE, Tone.DUE, Tone.WAITING, Tone.PLAIN, Tone.DONE)


#: What presses among the open requests: list, label, detail, chip.
_PRESSING = (
    (
        "overdue",
        "公开申请逾期未答复",
        "尽快答复；逾期不答复可以被复议、起诉（第四十七条）",
        Chip("超期", Tone.OVERDUE),
    ),
    (
        "due_today",
        "公开申请今天到期",
        "今天以内答复或者依法延长",
        Chip("今天", Tone.DUE),
    ),
    ("this_week", "公开申请本周到期", "本周以内答复", Chip("将到期", Tone.DUE)),
    (
        "to_confirm",
        "公开申请待确认收到",
        "与申请人确认后，答复期限才起算",
        Chip(ClockState.SUBMITTED.label, Tone.DUE),
    ),
)


def _requests(account: Any, today: date) -> Iterator[Waiting]:
    """Open requests by what presses; then the rest, with the age of the oldest."""
    lists = worklist(account, today)
    pressing = 0
    for key, label, detail, chip in _PRESSING:
        count = getattr(lists, key).count()
        pressing += count
        if count:
            url = f"{reverse('case:worklist')}?list={key}"
            yield Waiting(count, "件", label, detail, url, chip)
    open_ones = _visible(DisclosureRequest, account).filter(closed_on__isnull=True)
    found = open_ones.aggregate(count=Count("pk"), oldest=Min("received_on"))
    if found["count"] > pressing:
        oldest = found["oldest"]
        yield Waiting(
            found["count"],
            "件",
            "公开申请未办结",
            f"最早的{_written(oldest)}收到，已{(today - oldest).days}天",
            _list_of("disclosurerequest", state="open"),
            Chip("待答复", Tone.DUE),
        )


def _approvals(account: Any, _today: date) -> Iterator[Waiting]:
    """Notices that the account may approve now; one opens at once, more as a list."""
    found = awaiting_approval_by(account)
    first = list(found[:2])
    if not first:
        return
    oldest = first[0].dated_on
    yield Waiting(
        found.count(),
        "份",
        "待我审批的文书",
        f"最早的落款日期为{_written(oldest)}" if oldest else "批准后才编号、送达",
        (
            reverse("case:notice", args=[first[0].disclosure_request_id, first[0].pk])
            if len(first) == 1
            else f"{reverse('case:notice_register')}?list=mine"
        ),
        Chip("待审批", Tone.DUE),
    )


#: What the organ owes in remedies: the list, label, detail, chip.
_OWED_IN_REMEDIES: tuple[tuple[ToDo, str, str, Chip], ...] = (
    (
        ToDo.REPLY_LATE,
        "复议诉讼答复逾期",
        "逾期视为没有证据、依据（行政复议法第七十条），立即提交",
        Chip("超期", Tone.OVERDUE),
    ),
    (
        ToDo.REPLY_WEEK,
        "复议诉讼本周答复",
        "提交书面答复、证据和依据",
        Chip("将到期", Tone.DUE),
    ),
    (
        ToDo.AGAIN,
        "责令重新答复未办",
        "按决定书、判决书的期限重新答复申请人",
        Chip("重新答复", Tone.DUE),
    ),
)


def _reviews(account: Any, today: date) -> Iterator[Waiting]:
    """Items that the account may decide on, and its own that came back."""
    for items, label, detail, chip in (
        (
            items_to_review(account, today),
            "公开信息待我审核",
            "送来",
            Chip("待审核", Tone.DUE),
        ),
        (
            items_returned_to(account),
            "公开信息退回我修改",
            "退回",
            Chip(ReviewState.RETURNED.label, Tone.DUE),
        ),
    ):
        found = items.aggregate(count=Count("pk"), oldest=Min("waiting_since"))
        if found["count"]:
            oldest = _written(timezone.localdate(found["oldest"]))
            url = reverse("review:inbox")
            yield Waiting(
                found["count"], "条", label, f"最早的{oldest}{detail}", url, chip
            )


def _remedies(account: Any, today: date) -> Iterator[Waiting]:
    """Find what the organ owes in its remedies, then those that are pending."""
    pending = Q(concluded_on__isnull=True)
    found = _visible(RemedyCase, account).aggregate(
        pending=Count("pk", filter=pending),
        oldest=Min("accepted_on", filter=pending),
        **{
            to_do.value: Count("pk", filter=owed(to_do, today))
            for to_do, *_ in _OWED_IN_REMEDIES
        },
    )
    for to_do, label, detail, chip in _OWED_IN_REMEDIES:
        if found[to_do.value]:
            url = _list_of("remedycase", to_do=to_do.value)
            yield Waiting(found[to_do.value], "件", label, detail, url, chip)
    if found["pending"]:
        oldest = found["oldest"]
        yield Waiting(
            found["pending"],
            "件",
            "复议诉讼尚未审结",
            f"最早的{_written(oldest)}受理，已{(today - oldest).days}天",
            _list_of("remedycase", state="open"),
            Chip("审理中", Tone.WAITING),
        )


def _proposals(account: Any, today: date) -> Iterator[Waiting]:
    unanswered = _visible(Proposal, account).filter(answered_on__isnull=True)
    found = unanswered.aggregate(count=Count("pk"), oldest=Min("received_on"))
    if found["count"]:
        oldest = found["oldest"]
        yield Waiting(
            found["count"],
            "件",
            "建议提案待答复",
            f"最早的{_written(oldest)}交办，已{(today - oldest).days}天",
            _list_of("proposal", state="open"),
            Chip("待答复", Tone.DUE),
        )


def _drafts(account: Any, today: date) -> Iterator[Waiting]:
    """Drafts past their 20 working days (条例第二十六条)."""
    found = overdue_drafts(_visible(Item, account), today).aggregate(
        count=Count("pk"), oldest=Min("formed_on")
    )
    if found["count"]:
        yield Waiting(
            found["count"],
            "条",
            "信息已成文20个工作日，仍是草稿",
            f"最早的{_written(found['oldest'])}成文",
            _list_of("item", status="overdue"),
            Chip("超期", Tone.OVERDUE),
        )


def _overturned(account: Any, today: date) -> Iterator[Waiting]:
    """Decisions to take back, as they were overturned (行政处罚法第四十八条)."""
    found = items_overturned(_visible(Item, account)).aggregate(
        count=Count("pk"), first=Min("withdraw_by")
    )
    if found["count"]:
        is_late = found["first"] < today
        chip = Chip("超期", Tone.OVERDUE) if is_late else Chip("待撤下", Tone.DUE)
        yield Waiting(
            found["count"],
            "条",
            "处罚决定被撤销、变更，待撤下",
            f"最早的应于{_written(found['first'])}前撤下",
            _list_of("item", status="overturned"),
            chip,
        )


def _withheld(account: Any, today: date) -> Iterator[Waiting]:
    """Withheld information that is to be looked at again (条例第十八条)."""
    found = items_to_reappraise(_visible(Item, account), today).aggregate(
        count=Count("pk"), first=Min("reappraise_on")
    )
    if found["count"]:
        yield Waiting(
            found["count"],
            "条",
            "不公开的信息到期应评估",
            f"最早的应于{_written(found['first'])}评估",
            _list_of("item", status="reappraise"),
            Chip("待评估", Tone.DUE),
        )


def _documents(account: Any, today: date) -> Iterator[Waiting]:
    """Normative documents whose term is almost over."""
    found = documents_expiring(_visible(NormativeDocument, account), today).aggregate(
        count=Count("pk"), first=Min("valid_until")
    )
    if found["count"]:
        yield Waiting(
            found["count"],
            "件",
            "规范性文件有效期将满，到期自动失效",
            f"最早的有效期至{_written(found['first'])}，要延长的请修改有效期",
            _list_of("normativedocument", state="expiring"),
            Chip("将到期", Tone.DUE),
        )


def _report(account: Any, today: date) -> Iterator[Waiting]:
    """Last year's report, to be public by 31 January (条例第四十九条)."""
    year = today.year - 1
    organs = organs_open_to(account, REPORT, Action.VIEW).filter(is_active=True)
    done = AnnualReport.objects.filter(year=year, status=ReportStatus.PUBLISHED)
    missing = organs.exclude(pk__in=done.values("organ")).count()
    if missing:
        is_late = today > date(today.year, 1, 31)
        yield Waiting(
            missing,
            "份",
            f"{year}年年度报告没有发布",
            f"应于{today.year}年1月31日前公开",
            reverse("annual_report:index"),
            Chip("超期", Tone.OVERDUE) if is_late else Chip("将到期", Tone.DUE),
        )


def _patrols(account: Any, today: date) -> Iterator[Waiting]:
    """Today's patrol, on a working day, where the account keeps the log."""
    if not is_working_day(today):
        return
    register = PatrolEntry._meta.label_lower  # noqa: SLF001
    organs = organs_open_to(account, register, Action.ADD).filter(is_active=True)
    done = PatrolEntry.objects.filter(patrolled_on=today)
    missing = organs.exclude(pk__in=done.values("organ")).count()
    if missing:
        yield Waiting(
            missing,
            "次",
            "今天的巡查没有登记",
            "巡查后登记一条；没有发现问题也要登记",
            reverse("patrolentry:add"),
            Chip("今天", Tone.DUE),
        )


def _problems(account: Any, today: date) -> Iterator[Waiting]:
    """Count what the last report promised and nobody has ended."""
    promised = _visible(Problem, account).filter(
        year__gte=today.year - 1, done_on__isnull=True
    )
    count = promised.count()
    if count:
        yield Waiting(
            count,
            "项",
            f"{today.year - 1}年以来的问题和改进未完成",
            "写明整改进展，完成后填完成日期",
            _list_of("problem", state="open"),
            Chip("整改中", Tone.WAITING),
        )


def _mails(account: Any, today: date) -> Iterator[Waiting]:
    """Tell that today's reminder did not go out; what it says stands on its page."""
    failed = Reminder.objects.filter(
        account=account, on=today, state=ReminderState.FAILED
    )
    if failed.exists():
        yield Waiting(
            1,
            "封",
            "今天的提醒邮件没有发出",
            "邮件服务器没有接收，程序每小时再试；内容点开就能看",
            reverse("case:reminders"),
            Chip("没有发出", Tone.DUE),
        )


_FINDERS: tuple[Callable[[Any, date], Iterator[Waiting]], ...] = (
    _drafts,
    _overturned,
    _withheld,
    _documents,
    _requests,
    _reviews,
    _approvals,
    _proposals,
    _report,
    _patrols,
    _remedies,
    _problems,
    uncovered_duties,
    unreviewed_guides,
    _mails,
)


def _visible(model: Any, account: Any) -> QuerySet[Any]:
    return RegisterPolicy(model).instances_user_has_permission_for(account, Action.VIEW)


def _list_of(register: str, **query: str) -> str:
    return f"{reverse(f'{register}:index')}?{urlencode(query)}"


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
