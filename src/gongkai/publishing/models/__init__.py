from gongkai.publishing.models.attachment import Attachment, TextState
from gongkai.publishing.models.cleanup import Cleanup, CleanupLine, Proposal
from gongkai.publishing.models.correction import Correction
from gongkai.publishing.models.index_series import IndexSeries, SpentIndexNumber
from gongkai.publishing.models.item import (
    GROUNDS,
    DisclosureAttribute,
    Item,
    ItemStatus,
    Overturning,
    Validity,
)
from gongkai.publishing.models.normative_document import (
    DocumentKind,
    DocumentProceeding,
    EndKind,
    NormativeDocument,
    ProceedingKind,
)
from gongkai.publishing.models.reappraisal import Reappraisal, ReappraisalResult
from gongkai.publishing.models.release import Channel, Release
from gongkai.publishing.models.review import ReviewEntry, ReviewSettings, StandIn
from gongkai.publishing.models.revision import ItemRevision
from gongkai.publishing.models.screening import (
    LexiconWord,
    ScreeningFinding,
    ScreeningRun,
    Settlement,
)

__all__ = [
    "GROUNDS",
    "Attachment",
    "Channel",
    "Cleanup",
    "CleanupLine",
    "Correction",
    "DisclosureAttribute",
    "DocumentKind",
    "DocumentProceeding",
    "EndKind",
    "IndexSeries",
    "Item",
    "ItemRevision",
    "ItemStatus",
    "LexiconWord",
    "NormativeDocument",
    "Overturning",
    "ProceedingKind",
    "Proposal",
    "Reappraisal",
    "ReappraisalResult",
    "Release",
    "ReviewEntry",
    "ReviewSettings",
    "ScreeningFinding",
    "ScreeningRun",
    "Settlement",
    "SpentIndexNumber",
    "StandIn",
    "TextState",
    "Validity",
]
