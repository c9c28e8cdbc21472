"""What an item's page links to: its replacement, what it replaced, interpretations."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from gongkai.publishing.models import Item, ItemStatus, NormativeDocument
from gongkai.publishing.selectors import (
    interpretations_of,
    replaced_by,
    replacements_of,
)


@dataclass(frozen=True)
class ItemLink:
    """One link: what the other is to this item, its title and address, if public."""

    label: str
    title: str
    url: str = ""


def links_of(item: Item) -> list[ItemLink]:
    """Return the links of a published item, the replacement first."""
    return [
        *_documents("已由新文件替代", replacements_of(item)),
        *_documents("替代的文件", replaced_by(item)),
        *(
            ItemLink(
                "解读的文件" if item.interprets_id == other.pk else "政策解读",
                other.title,
                _address(other),
            )
            for other in interpretations_of(item)
        ),
    ]


def _documents(label: str, documents: list[NormativeDocument]) -> Iterator[ItemLink]:
    for document in documents:
        carrier = document.item
        is_public = carrier is not None and carrier.status == ItemStatus.PUBLISHED
        title = f"{document.title}（{document.document_number}）"
        yield ItemLink(label, title, _address(carrier) if is_public and carrier else "")


def _address(item: Item) -> str:
    return reverse("portal:item", args=[item.organ.code, item.pk])
