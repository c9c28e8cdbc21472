from gongkai.remedies.models.remedy_case import Capacity, RemedyCase
from gongkai.remedies.models.remedy_party import RemedyParty
from gongkai.remedies.models.remedy_step import RemedyStep

__all__ = ["Capacity", "RemedyCase", "RemedyParty", "RemedyStep"]
