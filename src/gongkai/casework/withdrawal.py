"""Withdrawing a request: before the decision only, and with proof in writing.

条例 is silent on it; the case stays and ends under （六）3 of table three
(docs/interpretations/0061-withdrawal-and-joining.md).
"""

from datetime import date
from enum import StrEnum
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from gongkai.casework.inside import check_upload
from gongkai.casework.models import (
    CaseFile,
    CaseFileKind,
    CaseStep,
    DisclosureRequest,
    Notice,
)
from gongkai.casework.services.steps import record_step
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.errors import GongkaiError


class WithdrawalProof(StrEnum):
    """By what the withdrawal is proved."""

    SIGNED_PAPER = "signed_paper"
    MESSAGE = "message"
    SPOKEN = "spoken"
    ONLINE = "online"

    @property
    def label(self) -> str:
        """The words that the case and the 撤回确认书 have for it."""
        return _LABELS[self]

    @property
    def needs_file(self) -> bool:
        """Whether the paper itself belongs in the case."""
        return self is not WithdrawalProof.ONLINE


_LABELS = {
    WithdrawalProof.SIGNED_PAPER: "签名（盖章）的书面撤回申请",
    WithdrawalProof.MESSAGE: "电子邮件、传真等数据电文",
    WithdrawalProof.SPOKEN: "口头提出，工作人员记录，申请人签名确认",
    WithdrawalProof.ONLINE: "在网上以申请编号和查询码确认",
}


@transaction.atomic
def withdraw_request(  # noqa: PLR0913 - the fields of the form, by their names
    *,
    disclosure_request: DisclosureRequest,
    proof: WithdrawalProof,
    on: date,
    file: UploadedFile | None = None,
    note: str = "",
    actor: Any,
    version: int | None = None,
    notice: Notice | None = None,
    today: date | None = None,
) -> CaseStep:
    """Record that the applicant withdrew, with the proof; the case ends.

    ``actor`` is None where the applicant did it himself on the portal. Raises
    ``ClockError`` after the decision, and ``GongkaiError`` where a paper proves it and
    neither the file nor where it is kept is told; nothing is written then.
    """
    if proof.needs_file and file is None and not note.strip():
        raise GongkaiError(
            "撤回要有书面凭证。请上传凭证，或者在说明里写明凭证存放在哪里。"
        )
    words = "，".join(part for part in (proof.label, note.strip()) if part)
    step = record_step(
        disclosure_request=disclosure_request,
        step=Step(StepKind.WITHDRAWN, on, note=words),
        actor=actor,
        version=version,
        notice=notice,
        today=today,
    )
    if file is not None:
        check_upload(file)
        CaseFile.objects.create(
            disclosure_request=disclosure_request,
            kind=CaseFileKind.EVIDENCE,
            title=f"撤回凭证 {file.name}"[:200],
            file=file,
            uploaded_by=actor,
        )
    return step


def may_be_withdrawn(disclosure_request: DisclosureRequest) -> bool:
    """Return whether the case is still open to a withdrawal: nothing ended it."""
    return disclosure_request.closed_on is None
