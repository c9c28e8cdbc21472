"""What an organ must publish on its own, how often, and how each duty stands."""

from gongkai.statute.duties.cycles import (
    Cycle,
    DutyStanding,
    DutyState,
    duty_standing,
)
from gongkai.statute.duties.templates import (
    DutyRow,
    DutyTemplate,
    duty_template,
    duty_templates,
)

__all__ = [
    "Cycle",
    "DutyRow",
    "DutyStanding",
    "DutyState",
    "DutyTemplate",
    "duty_standing",
    "duty_template",
    "duty_templates",
]
