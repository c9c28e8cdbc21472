"""A request that turns out to ask for a correction: it ends, the correction begins.

The request ends under （六）3.其他 of table three: 条例第四十一条 is a matter apart
and no reply of 第三十六条 fits it (docs/interpretations/0060-correction-of-records.md).
"""

from datetime import date
from typing import Any

from django.db import transaction

from gongkai.casework.applicants import ApplicantData
from gongkai.casework.corrections.receiving import CorrectionData, receive_correction
from gongkai.casework.models import Applicant, DisclosureRequest, RecordCorrection
from gongkai.casework.services.steps import record_step
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.errors import GongkaiError
from gongkai.statute.outcomes import Outcome


@transaction.atomic
def turn_into_correction(
    *,
    disclosure_request: DisclosureRequest,
    asked: CorrectionData,
    reason: str,
    on: date,
    actor: Any,
    version: int | None = None,
    today: date | None = None,
) -> RecordCorrection:
    """End the request and register the correction, with its receipt and its person.

    Raises ``GongkaiError`` and writes nothing where the request has ended or is not
    received yet, or where no applicant is known.
    """
    if not reason.strip():
        raise GongkaiError("转为更正要写明理由：为什么不是政府信息公开申请。请填写。")
    applicant = Applicant.objects.filter(disclosure_request=disclosure_request).first()
    received_on = disclosure_request.received_on
    if applicant is None or received_on is None:
        raise GongkaiError(
            "这件申请没有登记申请人，或者还没有确认收到，不能转为更正。"
            "请先补登，或者在信息更正中另行登记。"
        )
    names = ApplicantData.__dataclass_fields__
    correction = receive_correction(
        organ=disclosure_request.organ,
        person_kind=disclosure_request.applicant_kind,
        channel=disclosure_request.channel,
        received_on=received_on,
        asked=asked,
        person=ApplicantData(**{name: getattr(applicant, name) for name in names}),
        handler=disclosure_request.handler,
        disclosure_request=disclosure_request,
        actor=actor,
        today=today,
    )
    record_step(
        disclosure_request=disclosure_request,
        step=Step(
            StepKind.DECIDED,
            on,
            outcome=Outcome.OTHER_OTHER,
            note=f"要求更正自身的信息记录，转为更正{correction.number}办理"
            f"（条例第四十一条）。{reason.strip()}",
        ),
        actor=actor,
        version=version,
        today=today,
    )
    return correction
