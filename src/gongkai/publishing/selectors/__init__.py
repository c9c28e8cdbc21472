"""What is read of published information."""

from gongkai.publishing.selectors.counting import (
    document_groups,
    documents_in_cell,
    documents_in_force,
    items_disclosed,
    published_items,
)
from gongkai.publishing.selectors.inbox import (
    items_referred,
    items_returned_to,
    items_to_review,
)
from gongkai.publishing.selectors.review import (
    authors_of,
    review_rules_for,
    standing_of,
)

__all__ = [
    "authors_of",
    "document_groups",
    "documents_in_cell",
    "documents_in_force",
    "items_disclosed",
    "items_referred",
    "items_returned_to",
    "items_to_review",
    "published_items",
    "review_rules_for",
    "standing_of",
]
