"""Who asks for a correction, read on purpose and with an entry in the journal."""

from typing import Any

from gongkai.casework.corrections.acts import journal
from gongkai.casework.models import CorrectionPerson, RecordCorrection
from gongkai.casework.permissions import require_for_correction
from gongkai.organs.roles import Action


def read_person(*, correction: RecordCorrection, actor: Any) -> CorrectionPerson | None:
    """Return who asks, and journal that it was read."""
    require_for_correction(actor, Action.CHANGE, correction.organ)
    person = CorrectionPerson.objects.filter(correction=correction).first()
    if person is not None:
        journal(correction, actor, "查看申请人")
    return person
