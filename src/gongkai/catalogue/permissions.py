"""Who may act on the catalogue and the guide of an organ."""

from typing import Any

from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.statute.errors import GongkaiError


def require(actor: Any, register: str, action: Action, organ: Organ) -> None:
    """Raise ``GongkaiError`` unless the actor may do this; None is the program."""
    if actor is not None and not may(actor, register, action, organ):
        raise GongkaiError(
            f"您没有办理{organ}公开目录、公开指南的这项权限，请交由公开专员办理。"
        )
