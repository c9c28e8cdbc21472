"""What a notice must say, place by place (``elements.toml``)."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Element:
    """One thing that a notice says; ``says`` tells the officer what to write.

    ``example`` is that of an invented request (``examples.toml``).
    """

    key: str
    label: str
    says: str
    default: str = ""
    is_verbatim: bool = False
    is_optional: bool = False
    example: str = ""

    @property
    def is_required(self) -> bool:
        """Whether the notice cannot be finished without it."""
        return not self.is_optional and not self.default

    def optional(self) -> "Element":
        """Return the same element as one that may stay empty."""
        return replace(self, is_optional=True)


@cache
def elements_by_key() -> dict[str, Element]:
    """Return every element of the notices by its key."""
    tables, examples = _read("elements.toml"), _read("examples.toml")
    return {
        key: Element(
            key=key,
            label=table["label"],
            says=table["says"],
            default=table.get("default", ""),
            is_verbatim=table.get("verbatim", False),
            example=examples[key],
        )
        for key, table in tables.items()
    }


def _read(name: str) -> dict[str, Any]:
    file = files("gongkai.statute.notices").joinpath(name)
    return tomllib.loads(file.read_text("utf-8"))
