"""Registers whose rows lie below rows of the same register: organs, categories."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import TypeVar

from gongkai.organs.models import Organ

_BATCH = 500
Key = TypeVar("Key", bound=Hashable)


def in_circles(parents: Mapping[Key, Key | None]) -> set[Key]:
    """Return the keys from which the way up never ends.

    >>> sorted(in_circles({"a": "b", "b": "a", "c": "a", "d": None}))
    ['a', 'b', 'c']
    """
    ends: dict[Key, bool] = {}
    for start in parents:
        way: list[Key] = []
        seen: set[Key] = set()
        key: Key | None = start
        while key is not None and key not in ends and key not in seen:
            way.append(key)
            seen.add(key)
            key = parents.get(key)
        arrives = key is None or ends.get(key, False)
        ends.update(dict.fromkeys(way, arrives))
    return {key for key, arrives in ends.items() if not arrives}


def settle_paths() -> None:
    """Give every organ the path that its place in the tree asks for."""
    organs = {organ.pk: organ for organ in Organ.objects.only("code", "parent", "path")}
    below = defaultdict(list)
    for organ in organs.values():
        below[organ.parent_id].append(organ)
    moved = []
    waiting = [(organ, "") for organ in below[None]]
    while waiting:
        organ, above = waiting.pop()
        path = f"{above}{organ.code}/"
        if organ.path != path:
            organ.path = path
            moved.append(organ)
        waiting += [(child, path) for child in below[organ.pk]]
    Organ.objects.bulk_update(moved, ["path"], batch_size=_BATCH)
