from gongkai.catalogue.models.category import Category, Section
from gongkai.catalogue.models.duty import Duty
from gongkai.catalogue.models.guide import Guide

__all__ = ["Category", "Duty", "Guide", "Section"]
