"""What an organ must publish on its own, how often, and how each duty stands."""

from gongkai.statute.duties.channels import CHANNELS, channels_in, checklist, kept
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
    "CHANNELS",
    "Cycle",
    "DutyRow",
    "DutyStanding",
    "DutyState",
    "DutyTemplate",
    "channels_in",
    "checklist",
    "duty_standing",
    "duty_template",
    "duty_templates",
    "kept",
]
