"""Requests of a simple ledger: a row that is registered and closed, without steps."""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services.copies import refresh
from gongkai.casework.services.locking import locked, refuse_future, today_or
from gongkai.organs.services import change_record, register_record
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.outcomes import Outcome

#: The dates of a row; none of them can lie ahead.
DATES_OF_A_ROW = (
    "submitted_on",
    "received_on",
    "amendment_noticed_on",
    "consulted_on",
    "fee_noticed_on",
    "closed_on",
)

#: Endings that presuppose a notice: the field that dates it, and what it is called.
_PRESUPPOSED_NOTICE = {
    Outcome.UNAVAILABLE_UNCLEAR_AFTER_AMENDMENT: (
        "amendment_noticed_on",
        "补正告知",
    ),
    Outcome.OTHER_AMENDMENT_LAPSED: ("amendment_noticed_on", "补正告知"),
    Outcome.OTHER_FEE_LAPSED: ("fee_noticed_on", "收费通知"),
}


@transaction.atomic
def register(
    *,
    disclosure_request: DisclosureRequest,
    actor: Any,
    today: date | None = None,
) -> DisclosureRequest:
    """Register a request as received; it is open."""
    day = today_or(today)
    refuse_future(day, disclosure_request.received_on)
    if disclosure_request.outcome or disclosure_request.closed_on:
        raise GongkaiError("登记新申请时不填办理结果和办结日期，办结时再填。")
    register_record(record=disclosure_request, actor=actor)
    return refresh(disclosure_request, day)


@transaction.atomic
def keep_row(
    *,
    disclosure_request: DisclosureRequest,
    actor: Any,
    today: date | None = None,
) -> DisclosureRequest:
    """Register or change a case as a row of an old ledger tells it, open or closed.

    Its state and due day are right at once. Raises ``ClockError`` for a row that
    cannot have happened lawfully; nothing is written then.
    """
    day = today_or(today)
    refuse_future(
        day,
        *(getattr(disclosure_request, field) for field in DATES_OF_A_ROW),
    )
    if disclosure_request.pk is None:
        register_record(record=disclosure_request, actor=actor)
    else:
        locked(disclosure_request, disclosure_request.version)
        change_record(record=disclosure_request, actor=actor)
        disclosure_request.version += 1
        disclosure_request.save(update_fields=["version"])
    return refresh(disclosure_request, day)


@transaction.atomic
def close(
    *,
    disclosure_request: DisclosureRequest,
    outcome: Outcome,
    on: date,
    actor: Any,
    today: date | None = None,
) -> DisclosureRequest:
    """End an open request with its outcome on a day (条例第三十六条 ff.)."""
    day = today_or(today)
    refuse_future(day, on)
    if disclosure_request.closed_on is not None:
        raise GongkaiError(
            f"申请{disclosure_request}已于{disclosure_request.closed_on}办结，"
            "要改结果请修改这条记录。"
        )
    _require_notice(disclosure_request, outcome)
    disclosure_request.outcome = outcome.value
    disclosure_request.closed_on = on
    change_record(record=disclosure_request, actor=actor)
    return refresh(disclosure_request, day)


def _require_notice(disclosure_request: DisclosureRequest, outcome: Outcome) -> None:
    """Refuse an ending whose notice was never given (条例第三十条、第四十二条)."""
    field, notice = _PRESUPPOSED_NOTICE.get(outcome, ("", ""))
    if field and getattr(disclosure_request, field) is None:
        raise StatuteError(
            f"以“{outcome.label}”办结要先有{notice}，请补登{notice}日期或另选结果。",
            article="、".join(outcome.articles),
        )
