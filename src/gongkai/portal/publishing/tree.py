"""The catalogue as a tree with counts, as the side of a list shows it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.catalogue.models import Category


@dataclass
class Node:
    """A category with what stands in it and below it."""

    category: Category
    count: int
    children: list["Node"] = field(default_factory=list)
    is_current: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether the visitor is in this category or below it."""
        return self.is_current or any(child.is_open for child in self.children)

    def below(self) -> Iterator["Node"]:
        """Yield the node and everything below it."""
        yield self
        for child in self.children:
            yield from child.below()

    def way_to_current(self) -> list["Node"]:
        """Return the nodes from here to the current one, or nothing."""
        if self.is_current:
            return [self]
        for child in self.children:
            way = child.way_to_current()
            if way:
                return [self, *way]
        return []


def catalogue_tree(
    categories: Sequence[Category],
    counts: Mapping[int, int],
    current: Category | None = None,
) -> list[Node]:
    """Return the top nodes of the catalogue; a node counts what is below it too.

    A category whose parent is not among ``categories`` stands at the top.
    """
    known = {category.pk for category in categories}
    below: dict[int | None, list[Category]] = defaultdict(list)
    for category in categories:
        parent = category.parent_id if category.parent_id in known else None
        below[parent].append(category)

    def grow(category: Category) -> Node:
        children = [grow(child) for child in below.get(category.pk, [])]
        own = counts.get(category.pk, 0)
        return Node(
            category,
            own + sum(child.count for child in children),
            children,
            is_current=current is not None and category.pk == current.pk,
        )

    return [grow(category) for category in below[None]]


def without_empty(nodes: Sequence[Node]) -> list[Node]:
    """Leave out empty categories: 国办发〔2017〕47号 allows no empty column."""
    return [
        Node(node.category, node.count, without_empty(node.children), node.is_current)
        for node in nodes
        if node.count or node.is_open
    ]


def find_current(nodes: Sequence[Node]) -> list[Node]:
    """Return the way from the top to the current category, or nothing."""
    return next((way for node in nodes if (way := node.way_to_current())), [])
