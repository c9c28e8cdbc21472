"""What is read of published information."""

from gongkai.publishing.selectors.counting import (
    document_groups,
    documents_in_cell,
    documents_in_force,
    items_disclosed,
    published_items,
)
from gongkai.publishing.selectors.coverage import (
    Covered,
    coverage,
    coverage_by_organ,
    with_content,
    without_content,
)
from gongkai.publishing.selectors.documents import (
    documents_expiring,
    interpretations_of,
    replaced_by,
    replacements_of,
)
from gongkai.publishing.selectors.holding import (
    items_overturned,
    items_to_reappraise,
    may_be_overturned,
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
from gongkai.publishing.selectors.screening import (
    MASKABLE,
    ScreeningStanding,
    current_findings,
    label_of,
    screening_standing,
)
from gongkai.publishing.selectors.staffing import level_without_reviewer, reviewers_in

__all__ = [
    "MASKABLE",
    "Covered",
    "ScreeningStanding",
    "authors_of",
    "coverage",
    "coverage_by_organ",
    "current_findings",
    "document_groups",
    "documents_expiring",
    "documents_in_cell",
    "documents_in_force",
    "interpretations_of",
    "items_disclosed",
    "items_overturned",
    "items_referred",
    "items_returned_to",
    "items_to_reappraise",
    "items_to_review",
    "label_of",
    "level_without_reviewer",
    "may_be_overturned",
    "published_items",
    "replaced_by",
    "replacements_of",
    "review_rules_for",
    "reviewers_in",
    "screening_standing",
    "standing_of",
    "with_content",
    "without_content",
]
