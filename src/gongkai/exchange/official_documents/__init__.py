"""An official document (公文) in DOCX, read for the item that publishes it."""

from gongkai.exchange.official_documents.reading import (
    MOST_MEGABYTES,
    read_official_document,
)
from gongkai.exchange.official_documents.recognition import OfficialDocument

__all__ = ["MOST_MEGABYTES", "OfficialDocument", "read_official_document"]
