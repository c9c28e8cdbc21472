"""The clean-up of normative documents: proposed one by one, applied at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.audit.services import record
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.publishing.models import (
    Cleanup,
    CleanupLine,
    EndKind,
    NormativeDocument,
    Proposal,
)
from gongkai.publishing.services.documents import REGISTER, amend, repeal
from gongkai.statute.errors import GongkaiError

_ENDS = {Proposal.REPEAL: EndKind.REPEALED, Proposal.LAPSE: EndKind.LAPSED}


@transaction.atomic
def begin_cleanup(
    *, organ: Organ, title: str, effective_on: date, actor: Any
) -> Cleanup:
    """Begin a clean-up of all documents in force; each is proposed to be kept."""
    _require(organ, Action.CHANGE, actor)
    documents = NormativeDocument.objects.filter(organ=organ, ended_on__isnull=True)
    if not documents.exists():
        raise GongkaiError(f"{organ}没有现行有效的规范性文件，不用清理。")
    cleanup = Cleanup.objects.create(
        organ=organ, title=title.strip(), effective_on=effective_on, account=actor
    )
    CleanupLine.objects.bulk_create(
        CleanupLine(cleanup=cleanup, document=document) for document in documents
    )
    _journal(cleanup, actor, "开始清理", documents=cleanup.lines.count())
    return cleanup


@transaction.atomic
def propose(
    *, cleanup: Cleanup, proposals: Mapping[int, tuple[Proposal, str]], actor: Any
) -> None:
    """Keep what is proposed for each line; all but keeping needs a reason."""
    _require(cleanup.organ, Action.CHANGE, actor)
    _refuse_applied(_locked(cleanup))
    for line in cleanup.lines.select_related("document").filter(pk__in=proposals):
        line.proposal, line.reason = proposals[line.pk]
        if line.proposal != Proposal.KEEP and not line.reason.strip():
            raise GongkaiError(
                f"“{line.document}”要写明{line.get_proposal_display()}的理由。"
            )
        line.save()


@transaction.atomic
def apply_cleanup(*, cleanup: Cleanup, actor: Any) -> int:
    """Apply every proposal at once, all or none; return how many documents changed."""
    stored = _locked(cleanup)
    _require(stored.organ, Action.PUBLISH, actor)
    _refuse_applied(stored)
    changed = 0
    for line in stored.lines.select_related("document__organ"):
        changed += _apply(line, stored.effective_on, actor)
    stored.applied_at = timezone.now()
    stored.save(update_fields=["applied_at"])
    _journal(stored, actor, "清理办结", changed=changed)
    cleanup.refresh_from_db()
    return changed


def _apply(line: CleanupLine, on: date, actor: Any) -> bool:
    proposal = Proposal(line.proposal)
    if proposal is Proposal.KEEP:
        return False
    if proposal is Proposal.AMEND:
        amend(document=line.document, on=on, actor=actor)
    else:
        repeal(document=line.document, on=on, how=_ENDS[proposal], actor=actor)
    return True


def _locked(cleanup: Cleanup) -> Cleanup:
    return (
        Cleanup.objects.select_for_update(of=("self",))
        .select_related("organ")
        .get(pk=cleanup.pk)
    )


def _refuse_applied(cleanup: Cleanup) -> None:
    if cleanup.applied_at is not None:
        raise GongkaiError(f"“{cleanup}”已经办结，不能再改。要再清理，请另开一次。")


def _require(organ: Organ, action: Action, actor: Any) -> None:
    if actor is not None and not may(actor, REGISTER, action, organ):
        raise GongkaiError(
            f"您没有清理{organ}规范性文件的这项权限，请交由有权限的同事办理。"
        )


def _journal(cleanup: Cleanup, actor: Any, action: str, **detail: Any) -> None:
    record(
        actor=actor,
        action=action,
        subject=REGISTER,
        subject_key=cleanup.title,
        organ_code=cleanup.organ.code,
        detail=detail,
    )
