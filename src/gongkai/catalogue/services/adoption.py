"""Adopting the rows of a template as the duties of an organ."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from gongkai.audit.services import Entry, record_all
from gongkai.catalogue.models import Category, Duty
from gongkai.catalogue.permissions import require
from gongkai.catalogue.services.duties import DUTIES
from gongkai.catalogue.services.filing import Shelf
from gongkai.organs.models import Office, Organ
from gongkai.organs.roles import Action
from gongkai.statute.duties import DutyRow, DutyTemplate, kept
from gongkai.statute.errors import GongkaiError

#: Stands at the head of the note of a row that was not read in a catalogue in force.
TO_CHECK = "请核对"
_UNSURE = f"{TO_CHECK}：这一行据各地常见做法整理，没有在目录原文里读到。"
_LEVELS = {"province": "省级", "city": "市级", "county": "县级", "township": "乡级"}


@dataclass(frozen=True)
class Offer:
    """A row of a template as an organ can take it.

    ``category`` is the existing one that fits, None where one will be made;
    ``is_taken`` says that the organ has this duty already.
    """

    row: DutyRow
    category: Category | None
    is_taken: bool


@dataclass(frozen=True)
class Adopted:
    """A ticked row: who answers for it, and where it is filed.

    Without a category the fitting one is taken, or one is made for its first level.
    """

    row: DutyRow
    office: Office | None = None
    category: Category | None = None


def offered_rows(organ: Organ, template: DutyTemplate) -> list[Offer]:
    """Return the rows of a template with what the organ has of them."""
    shelf, taken = Shelf(organ), _taken(organ)
    return [
        Offer(row, shelf.find(row), not taken.isdisjoint(_names(row)))
        for row in template.rows
    ]


@transaction.atomic
def adopt_template(
    *, organ: Organ, chosen: Sequence[Adopted], actor: Any
) -> list[Duty]:
    """Put the chosen rows into the organ's catalogue; return those that were added.

    条例第二十二条. Rows that the organ has already are passed over, so that adopting
    twice adds nothing twice.
    """
    require(actor, DUTIES, Action.ADD, organ)
    Organ.objects.select_for_update().get(pk=organ.pk)
    shelf, taken = Shelf(organ), _taken(organ)
    fresh = [one for one in chosen if taken.isdisjoint(_names(one.row))]
    first = _last_position(organ) + 1
    duties = [
        _duty(organ, one, place, one.category or shelf.place(one.row))
        for place, one in enumerate(fresh, start=first)
    ]
    for duty in duties:
        _refuse_foreign(duty)
        duty.full_clean()
        duty.save()
    record_all(actor=actor, entries=_entries(organ, shelf.made, duties))
    return duties


def _duty(organ: Organ, one: Adopted, place: int, category: Category) -> Duty:
    row = one.row
    return Duty(
        organ=organ,
        number=f"{place:03}",
        position=place,
        first_level=row.first_level,
        second_level=row.second_level,
        content="；".join(row.content),
        basis=row.basis,
        deadline_kind=row.deadline.value,
        cycle=str(row.cycle),
        publisher=organ.name if row.publisher == "本机关" else row.publisher,
        office=one.office,
        category=category,
        channels=kept(row.channels),
        audience=row.audience,
        level=_LEVELS[organ.level.partition("_")[0]],
        template_key=row.key,
        note="" if row.is_sure else _UNSURE,
    )


def _refuse_foreign(duty: Duty) -> None:
    for belonging in (duty.office, duty.category):
        if belonging is not None and belonging.organ_id != duty.organ_id:
            raise GongkaiError(f"“{belonging}”不是本机关的，请从本机关的列表里选。")


def _names(row: DutyRow) -> set[str]:
    return {row.key, f"{row.first_level}/{row.second_level}"}


def _taken(organ: Organ) -> set[str]:
    rows = Duty.objects.filter(organ=organ).values_list(
        "template_key", "first_level", "second_level"
    )
    return {name for key, one, two in rows for name in (key, f"{one}/{two}")}


def _last_position(organ: Organ) -> int:
    """Return the highest place or running number in use."""
    duties = Duty.objects.filter(organ=organ).values_list("position", "number")
    numbers = [int(number) for _, number in duties if number.isdecimal()]
    return max(0, *numbers, *(position for position, _ in duties), 0)


def _entries(
    organ: Organ, made: Sequence[Category], duties: Sequence[Duty]
) -> list[Entry]:
    categories = [
        Entry("登记", "catalogue.category", str(category.pk), organ.code)
        for category in made
    ]
    adopted = [
        Entry(
            "采用目录模板",
            DUTIES,
            duty.number,
            organ.code,
            {"template": duty.template_key},
        )
        for duty in duties
    ]
    return categories + adopted
