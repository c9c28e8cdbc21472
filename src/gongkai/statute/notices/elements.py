"""What a notice must say, place by place (``elements.toml``)."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Element:
    """One thing that a notice says; ``says`` tells the officer what to write."""

    key: str
    label: str
    says: str
    default: str = ""
    is_verbatim: bool = False
    is_optional: bool = False

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
    file = files("gongkai.statute.notices").joinpath("elements.toml")
    tables = tomllib.loads(file.read_text("utf-8"))
    return {
        key: Element(
            key=key,
            label=table["label"],
            says=table["says"],
            default=table.get("default", ""),
            is_verbatim=table.get("verbatim", False),
        )
        for key, table in tables.items()
    }
