"""Registers whose rows lie below rows of the same register: organs, categories."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

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
