"""The answer to an amendment notice, sent online: 条例第三十条、第三十一条.

What the applicant sends is in time or late by the day on which he sends it; the reply
period begins anew on the day on which the organ confirms that it has it, as with a
request that comes online (docs/interpretations/0043-amended-online.md).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction

from gongkai.casework.models import AmendedRequest, CaseFileKind, DisclosureRequest
from gongkai.casework.permissions import require
from gongkai.casework.selectors.amendments import (
    AmendmentAsked,
    amended_request_of,
    amendment_asked,
)
from gongkai.casework.selectors.clock import clock_settings_of
from gongkai.casework.services.journal import journal
from gongkai.casework.services.locking import locked, today_or
from gongkai.casework.services.registration import add_files, submission_key
from gongkai.casework.services.steps import record_step
from gongkai.organs.roles import Action
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.errors import GongkaiError, StatuteError


@transaction.atomic
def submit_amendment(
    *,
    disclosure_request: DisclosureRequest,
    text: str,
    reason: str = "",
    files: Iterable["File[Any]"] = (),
    on: date,
    form_key: str,
) -> AmendedRequest:
    """Take the amended request that the applicant sends; the first one wins.

    It waits for the officer's confirmation; where the organ's automatic receipt
    confirms (0010) and it is in time, 收到补正 is recorded at once. After the last day
    it is kept as late, with the reason, for the officer to decide. A form sent twice
    with one ``form_key`` makes one.
    """
    stored = locked(disclosure_request)
    key = submission_key(stored.organ, form_key)
    before = amended_request_of(stored)
    if before is not None and before.submission_key == key:
        return before
    period = _check_open(stored, before, on)
    _check_words(text, reason, period)
    amended = AmendedRequest.objects.create(
        disclosure_request=stored,
        text=text.strip(),
        is_late=period.is_over,
        reason=reason.strip() if period.is_over else "",
        submitted_on=on,
        submission_key=key,
    )
    add_files(stored, files, kind=CaseFileKind.AMENDMENT)
    journal(stored, None, "网上补正", submitted_on=on, is_late=period.is_over)
    is_confirmed = clock_settings_of(stored.organ).automatic_receipt_confirms
    if is_confirmed and not period.is_over:
        _take_in(amended, stored, on, None, None, on)
    return amended


@transaction.atomic
def confirm_amendment(
    *,
    disclosure_request: DisclosureRequest,
    on: date,
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> AmendedRequest:
    """Confirm that the amended request was received, as the step 收到补正.

    What came late is restored by it: the applicant's reason goes into the step.
    """
    stored = locked(disclosure_request, version)
    amended = _waiting(stored)
    if on < amended.submitted_on:
        raise GongkaiError(
            f"确认日期{on}早于申请人提交补正的{amended.submitted_on}。请改正确认日期。"
        )
    _take_in(amended, stored, on, actor, version, today)
    disclosure_request.refresh_from_db()
    return amended


@transaction.atomic
def decline_amendment(
    *,
    disclosure_request: DisclosureRequest,
    reason: str,
    actor: Any,
    today: date | None = None,
) -> AmendedRequest:
    """Leave a late amendment without effect, where its reason is none (第三十条).

    The text and its files stay in the case. What came in time cannot be declined.
    """
    stored = locked(disclosure_request)
    require(actor, Action.CHANGE, stored.organ)
    amended = _waiting(stored)
    if not amended.is_late:
        raise StatuteError(
            f"申请人在补正期限内（{amended.submitted_on}）提交了补正，应当确认收到。",
            article="30",
        )
    if not reason.strip():
        raise GongkaiError("不予恢复办理要写明理由，申请人会看到。请填写理由。")
    amended.declined_on = today_or(today)
    amended.decline_reason = reason.strip()
    amended.save(update_fields=["declined_on", "decline_reason"])
    journal(stored, actor, "逾期补正不予恢复", submitted_on=amended.submitted_on)
    return amended


def _check_open(
    stored: DisclosureRequest, before: AmendedRequest | None, on: date
) -> AmendmentAsked:
    if before is not None:
        raise GongkaiError(
            f"补正已于{before.submitted_on}提交，不能再次提交。"
            "还有要补充的，请与受理机关联系。"
        )
    period = amendment_asked(stored, on)
    if period is None:
        raise GongkaiError("这件申请现在不需要补正。请回到办理进度查看。")
    return period


def _check_words(text: str, reason: str, period: AmendmentAsked) -> None:
    if not text.strip():
        raise GongkaiError("没有写补正后的申请内容。请按补正告知书逐项写明。")
    if period.is_over and not reason.strip():
        raise StatuteError(
            f"补正期限已于{period.due_on}届满。有正当理由的，请写明理由再提交，"
            "由受理机关决定是否恢复办理。",
            article="30",
        )


def _waiting(stored: DisclosureRequest) -> AmendedRequest:
    amended = amended_request_of(stored)
    if amended is None or not amended.is_waiting:
        raise GongkaiError("没有等待确认的网上补正。请刷新页面核对。")
    return amended


def _take_in(
    amended: AmendedRequest,
    stored: DisclosureRequest,
    on: date,
    actor: Any,
    version: int | None,
    today: date | None,
) -> None:
    sent = f"申请人于{amended.submitted_on}在网上提交补正"
    note = f"{sent}，逾期，理由：{amended.reason}" if amended.is_late else f"{sent}。"
    record_step(
        disclosure_request=stored,
        step=Step(StepKind.AMENDED, on, note=note, sent_on=amended.submitted_on),
        actor=actor,
        version=version,
        today=today,
    )
    amended.refresh_from_db()
