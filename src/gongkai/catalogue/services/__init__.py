"""What is done with a catalogue, each act journaled."""

from gongkai.catalogue.services.adoption import (
    TO_CHECK,
    Adopted,
    Offer,
    adopt_template,
    offered_rows,
)
from gongkai.catalogue.services.duties import (
    declare_not_applicable,
    restore_duty,
)
from gongkai.catalogue.services.guides import review_guide

__all__ = [
    "TO_CHECK",
    "Adopted",
    "Offer",
    "adopt_template",
    "declare_not_applicable",
    "offered_rows",
    "restore_duty",
    "review_guide",
]
