"""The organ that is responsible where this one is not: its name and how to reach it.

条例第三十六条第（五）项 wants both told, as far as it can be determined; so does
the forwarding of a correction (第四十一条). Known are the organs of the tree and those
outside it that an organ keeps in its settings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from gongkai.casework.models import CaseworkSettings
from gongkai.catalogue.models import Guide
from gongkai.organs.models import Organ

_BETWEEN = re.compile(r"[，,\t]+")
_MOST = 100


@dataclass(frozen=True)
class RightOrgan:
    """An organ as a notice names it: ``contact`` is address, telephone and so on."""

    name: str
    contact: str

    def __str__(self) -> str:
        return "，".join(part for part in (self.name, self.contact) if part)


def outside_organs(organ: Organ) -> list[RightOrgan]:
    """Return the organs outside the tree that the organ keeps, a line for each."""
    kept = CaseworkSettings.objects.filter(organ=organ).first()
    lines = kept.outside_organs.splitlines() if kept else []
    return [_parsed(line) for line in lines if line.strip()]


def organs_to_choose(organ: Organ) -> list[str]:
    """Return names to choose from: kept ones, then what stands around in the tree."""
    around = Organ.objects.filter(
        Q(parent=organ)
        | Q(pk=organ.parent_id)
        | Q(parent_id__isnull=False) & Q(parent_id=organ.parent_id),
        is_active=True,
    ).exclude(pk=organ.pk)
    names = around.values_list("name", flat=True)[:_MOST]
    return [*(one.name for one in outside_organs(organ)), *names]


def find_right_organ(organ: Organ, words: str) -> RightOrgan | None:
    """Return the organ that is called so (name, short name or code), or None.

    Two of the same short name are none: nobody is sent to the wrong door.
    """
    wanted = words.strip()
    if not wanted:
        return None
    for kept in outside_organs(organ):
        if kept.name == wanted:
            return kept
    active = Organ.objects.filter(is_active=True)
    found = list(active.filter(Q(name=wanted) | Q(code=wanted))[:2]) or list(
        active.filter(short_name=wanted)[:2]
    )
    return _of_tree(found[0]) if len(found) == 1 else None


def _of_tree(organ: Organ) -> RightOrgan:
    return RightOrgan(organ.name, "，".join(_ways(organ)))


def _ways(organ: Organ) -> Iterator[str]:
    """Yield how the organ's work body is reached, as its guide tells it."""
    guide = Guide.objects.filter(organ=organ).first()
    if guide is not None:
        yield guide.work_body
    for label, text in (
        ("地址：", organ.address),
        ("电话：", organ.phone),
        ("网址：", organ.website),
    ):
        if text:
            yield f"{label}{text}"


def _parsed(line: str) -> RightOrgan:
    name, *ways = (part.strip() for part in _BETWEEN.split(line.strip()))
    return RightOrgan(name, "，".join(way for way in ways if way))
