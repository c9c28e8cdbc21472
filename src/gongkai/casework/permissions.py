"""Who may act on requests: the role table of ``organs.roles``, asked in one place."""

from typing import Any

from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError

REGISTER = "casework.disclosurerequest"

CORRECTIONS = "casework.recordcorrection"


def require(actor: Any, action: Action, organ: Organ) -> None:
    """Refuse an account that may not do this; None is the public or the program."""
    if actor is not None and not may(actor, REGISTER, action, organ):
        raise GongkaiError(
            f"您没有办理{organ}依申请公开的权限。请由该机关的公开专员办理。"
        )


def require_for_correction(actor: Any, action: Action, organ: Organ) -> None:
    """Refuse an account that may not do this in the register of corrections."""
    if not may(actor, CORRECTIONS, action, organ):
        raise GongkaiError(
            f"您没有办理{organ}信息更正的权限。请由该机关的公开专员办理。"
        )
