"""Drafting a notice: begun from the case, filled in, made final."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.casework.models import DisclosureRequest, Notice, NoticeStatus
from gongkai.casework.notices.acts import (
    journal_notice,
    refresh_like,
    settings_of,
)
from gongkai.casework.notices.approving import settle
from gongkai.casework.notices.kinds import (
    GENERATED,
    grounds_of,
    kind_for,
    to_be_filled,
    worded_kind_of,
)
from gongkai.casework.notices.numbering import UNNUMBERED, require_word
from gongkai.casework.notices.prefilling import prefilled, secrets_of
from gongkai.casework.notices.remedies import remedy_of, rule_of
from gongkai.casework.notices.superseding import check_superseding, revokes
from gongkai.casework.permissions import require
from gongkai.casework.services.locking import locked_notice, refuse_future
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError, StatuteError
from gongkai.statute.notices import NoticeText, compose, missing_elements
from gongkai.statute.notices.elements import Element


@transaction.atomic
def draft_notice(
    *,
    disclosure_request: DisclosureRequest,
    kind: str,
    outcome: str = "",
    ground: str = "",
    supersedes: Notice | None = None,
    supersede_reason: str = "",
    actor: Any,
) -> Notice:
    """Begin a notice with what the case says already.

    ``supersedes`` is a notice of the case that went out and was wrong: this one takes
    it back and says why (docs/interpretations/0048-wrong-notices.md).

    ``ground`` are references, ``14`` or ``15、16(1)``; an outcome's own if left out.
    A kind that tells one outcome only takes it by itself. Raises ``GongkaiError`` for
    a kind, outcome and ground that do not go together, and for a partial disclosure
    without ground.
    """
    require(actor, Action.CHANGE, disclosure_request.organ)
    grounds_of(ground)
    if supersedes is not None:
        check_superseding(disclosure_request, supersedes, supersede_reason)
    wanted = kind_for(kind, str(outcome), ground)
    outcome = str(outcome) or (wanted.outcomes[0].value if wanted.outcomes else "")
    notice = Notice(
        disclosure_request=disclosure_request,
        kind=kind,
        outcome=outcome,
        ground=ground,
        supersedes=supersedes,
        supersede_reason=supersede_reason.strip(),
        made_by=actor,
    )
    today = timezone.localdate()
    rule_of(notice, today)
    _keep_elements(notice, prefilled(notice, today))
    notice.save()
    journal_notice(
        notice,
        "起草文书",
        actor,
        kind=kind,
        outcome=outcome,
        ground=ground,
        supersedes=supersedes.number if supersedes else "",
    )
    return notice


@transaction.atomic
def fill_notice(*, notice: Notice, elements: Mapping[str, str], actor: Any) -> Notice:
    """Write elements into a draft; those not named stay as they are.

    The remedies are made by the program and are passed over here.
    """
    stored = locked_notice(notice, NoticeStatus.DRAFT)
    require(actor, Action.CHANGE, stored.disclosure_request.organ)
    given = {key: text for key, text in elements.items() if key != GENERATED}
    known = {element.key for element in to_be_filled(worded_kind_of(stored))}
    if unknown := sorted(given.keys() - known):
        raise GongkaiError(
            f"这种文书没有这些要素：{'、'.join(unknown)}。请核对要素的名称。"
        )
    _keep_elements(stored, {**elements_of(stored), **given})
    stored.save(update_fields=["elements"])
    journal_notice(stored, "填写文书", actor, elements=sorted(given))
    return refresh_like(notice, stored)


def elements_of(notice: Notice) -> dict[str, str]:
    """Return the elements as they stand, unsealed. They name the applicant."""
    return dict(json.loads(notice.elements)) if notice.elements else {}


def missing(notice: Notice) -> list[Element]:
    """Return the elements that are still wanting.

    The remedies are wanting only where they cannot be made: the settings of the
    organ do not name the bodies, or the ground is not stated.
    """
    on = notice.dated_on or timezone.localdate()
    return missing_elements(worded_kind_of(notice), _with_remedy_if_known(notice, on))


@transaction.atomic
def finish_notice(*, notice: Notice, dated_on: date, actor: Any) -> Notice:
    """Compose the notice under its date; it waits for approval or is approved.

    An organ without levels of approval, and the receipt and the proof of service
    anywhere, need none. The number is given when the last person has approved. Raises
    ``GongkaiError`` with what is missing, and nothing is written.
    """
    stored = locked_notice(notice, NoticeStatus.DRAFT)
    require(actor, Action.CHANGE, stored.disclosure_request.organ)
    _check_date(stored, dated_on)
    if stored.kind not in UNNUMBERED:
        require_word(settings_of(stored.disclosure_request).organ_word)
    text = _composed(stored, dated_on)
    stored.text = json.dumps(asdict(text), ensure_ascii=False)
    stored.dated_on = dated_on
    stored.status = NoticeStatus.AWAITING_APPROVAL
    stored.save(update_fields=["text", "dated_on", "status"])
    journal_notice(stored, "文书定稿", actor, dated_on=str(dated_on))
    settle(stored)
    return refresh_like(notice, stored)


def notice_text(notice: Notice) -> NoticeText:
    """Return the notice as it reads; a draft as it would read today.

    Raises ``GongkaiError`` naming what a draft still lacks.
    """
    if not notice.text or notice.status == NoticeStatus.DRAFT:
        return _composed(notice, timezone.localdate())
    stored = json.loads(notice.text)
    return NoticeText(**{**stored, "paragraphs": tuple(stored["paragraphs"])})


def _composed(notice: Notice, on: date) -> NoticeText:
    kind = worded_kind_of(notice)
    known = {element.key for element in kind.elements}
    elements = {k: text for k, text in elements_of(notice).items() if k in known}
    others = [
        element.label
        for element in missing_elements(kind, elements)
        if element.key != GENERATED
    ]
    if others:
        raise StatuteError(
            f"“{kind.title}”还缺：{'、'.join(others)}。请补上再定稿。",
            article="、".join(kind.citations),
        )
    if remedy := remedy_of(notice, on):
        elements[GENERATED] = remedy
    return compose(
        kind, elements, keep_secret=secrets_of(notice), revokes=revokes(notice)
    )


def _with_remedy_if_known(notice: Notice, on: date) -> dict[str, str]:
    elements = elements_of(notice)
    try:
        remedy = remedy_of(notice, on)
    except StatuteError:
        return elements
    return {**elements, GENERATED: remedy} if remedy else elements


def _keep_elements(notice: Notice, elements: Mapping[str, str]) -> None:
    notice.elements = json.dumps(dict(elements), ensure_ascii=False)


def _check_date(notice: Notice, dated_on: date) -> None:
    refuse_future(timezone.localdate(), dated_on, what="落款日期")
    came_in = notice.disclosure_request.submitted_on or (
        notice.disclosure_request.received_on
    )
    if came_in and dated_on < came_in:
        raise GongkaiError(f"落款日期{dated_on}早于申请的日期{came_in}，请改正。")
