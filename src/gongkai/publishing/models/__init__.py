from gongkai.publishing.models.item import (
    Attachment,
    Channel,
    Item,
    ItemStatus,
    Release,
    Validity,
)
from gongkai.publishing.models.normative_document import (
    DocumentKind,
    EndKind,
    NormativeDocument,
)

__all__ = [
    "Attachment",
    "Channel",
    "DocumentKind",
    "EndKind",
    "Item",
    "ItemStatus",
    "NormativeDocument",
    "Release",
    "Validity",
]
