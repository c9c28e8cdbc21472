"""How the ledgers of organs call columns and values: read, or asked about.

The words stand in ``synonyms.toml``, by register.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.exchange.registers.kinds import plain

Meanings = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Synonyms:
    """What other words mean, in the words of one register; several is unsure."""

    columns: Meanings = field(default_factory=dict)
    values: Mapping[str, Meanings] = field(default_factory=dict)

    def column(self, title: str) -> tuple[str, ...]:
        """Return the headers that a title may stand for."""
        return self.columns.get(plain(title), ())

    def value(self, header: str, text: str, labels: Iterable[str]) -> tuple[str, ...]:
        """Return the labels that a text may stand for; none where it is one itself.

        The name of a group alone (不予公开) may be each of the group.
        """
        said = plain(text)
        known = {plain(label): label for label in labels}
        if said in known:
            return ()
        if found := self.values.get(header, {}).get(said):
            return found
        return tuple(
            label for words, label in known.items() if words.startswith(f"{said}:")
        )


@cache
def synonyms_of(slug: str) -> Synonyms:
    """Return the words of a register."""
    path = files("gongkai.exchange.registers") / "synonyms.toml"
    told: dict[str, Any] = tomllib.loads(path.read_text("utf-8")).get(slug, {})
    return Synonyms(
        _meanings(told.get("columns", {})),
        {header: _meanings(each) for header, each in told.get("values", {}).items()},
    )


def _meanings(told: Mapping[str, list[str]]) -> Meanings:
    """Turn "what is meant: how it is said" round."""
    meanings: dict[str, list[str]] = defaultdict(list)
    for meant, said in told.items():
        for words in said:
            meanings[plain(words)].append(meant)
    return {words: tuple(meant) for words, meant in meanings.items()}
