"""What a record's page shows: groups of facts, and tables of what hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from gongkai.desk.registers.columns import shown


@dataclass(frozen=True)
class Fact:
    """A labelled value; ``is_long`` text keeps its lines, ``url`` makes it a link.

    ``is_html``: the value is safe HTML of its own.
    """

    label: str
    value: Any
    is_long: bool = False
    url: str = ""
    is_html: bool = False


@dataclass(frozen=True)
class Section:
    """A group of facts of a record's page."""

    title: str
    facts: Sequence[Fact]

    @property
    def has_values(self) -> bool:
        """Whether there is anything to show."""
        return any(fact.value != "" for fact in self.facts)

    @property
    def is_alone(self) -> bool:
        """Whether the heading says all that the only label would."""
        return [fact.label for fact in self.facts] == [self.title]


def field_fact(record: Model, name: str, label: str = "") -> Fact:
    """Return one field of a record with its label."""
    field = record._meta.get_field(name)  # noqa: SLF001
    display = getattr(record, f"get_{name}_display", None)
    value = display() if display else getattr(record, name)
    if isinstance(value, Model):
        value = str(value)
    return Fact(
        label or str(getattr(field, "verbose_name", name)),
        shown(value),
        is_long=field.get_internal_type() == "TextField",
        url=value if field.__class__.__name__ == "URLField" and value else "",
    )
