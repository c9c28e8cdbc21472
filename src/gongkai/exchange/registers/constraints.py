"""A model's check constraints, asked in Python of a record that is not saved yet.

Django asks the database once for each constraint of each record, which is too slow
for a file of many rows. A condition that is beyond this module still goes there.
"""

import operator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

_COMPARE = {
    "exact": operator.eq,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
}


class UnknownConditionError(Exception):
    """The condition uses something that only the database can judge."""


def violated(record: models.Model) -> list[models.CheckConstraint]:
    """Return the check constraints that the record does not meet."""
    return [
        constraint
        for constraint in record._meta.constraints  # noqa: SLF001
        if isinstance(constraint, models.CheckConstraint)
        and not _met(constraint, record)
    ]


def fields_of(condition: Any) -> list[str]:
    """Return the names of the fields that a condition speaks of, in its order."""
    names: list[str] = []
    for child in getattr(condition, "children", ()):
        if isinstance(child, Q):
            names += fields_of(child)
        elif isinstance(child, tuple):
            names.append(child[0].partition("__")[0])
            if isinstance(child[1], F):
                names.append(child[1].name)  # type: ignore[attr-defined]
    return list(dict.fromkeys(names))


def holds(condition: Q, record: models.Model) -> bool | None:
    """Return whether a condition holds of a record; None is SQL's unknown."""
    if condition.connector not in {Q.AND, Q.OR}:
        raise UnknownConditionError(condition.connector)
    parts = [_part(child, record) for child in condition.children]
    decisive = condition.connector == Q.OR
    if decisive in parts:
        whole: bool | None = decisive
    else:
        whole = None if None in parts else not decisive
    return whole if whole is None or not condition.negated else not whole


def _met(constraint: models.CheckConstraint, record: models.Model) -> bool:
    condition: Any = constraint.condition
    try:
        return holds(condition, record) is not False
    except UnknownConditionError:
        pass
    try:
        constraint.validate(type(record), record)
    except ValidationError:
        return False
    return True


def _part(child: Any, record: models.Model) -> bool | None:
    if isinstance(child, Q):
        return holds(child, record)
    if not isinstance(child, tuple):
        raise UnknownConditionError(child)
    field, _, lookup = child[0].partition("__")
    left, right = getattr(record, field), child[1]
    if lookup == "isnull":
        return (left is None) is right
    if isinstance(right, F):
        right = getattr(record, right.name)  # type: ignore[attr-defined]
    if left is None or right is None:
        return None
    if lookup and lookup not in _COMPARE:
        raise UnknownConditionError(lookup)
    return bool(_COMPARE[lookup or "exact"](left, right))
