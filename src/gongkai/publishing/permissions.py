"""Who may act on an item, and who reviews at which level."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from gongkai.organs.models import Person, RoleAssignment
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action, Role
from gongkai.publishing.models import Item, StandIn
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewLevel

REGISTER = "publishing.item"

#: The roles that review at a level.
REVIEWERS = {
    ReviewLevel.FIRST: (Role.OFFICE_REVIEWER,),
    ReviewLevel.SECOND: (Role.OGI_REVIEWER, Role.OGI_OFFICER),
    ReviewLevel.THIRD: (Role.RELEASE_REVIEWER, Role.DIRECTOR),
}


def require(actor: Any, action: Action, item: Item) -> None:
    """Raise ``GongkaiError`` unless the actor may do this; None is the program."""
    if actor is not None and not may(actor, REGISTER, action, item.organ):
        raise GongkaiError(
            f"您没有办理{item.organ}公开信息的这项权限，请交由有权限的同事办理。"
        )


def reviewer_for(
    account: Any, item: Item, level: ReviewLevel, today: date
) -> Person | None:
    """Return in whose place the account reviews: None in its own.

    Raises ``GongkaiError`` when it does not review at this level.
    """
    person = Person.objects.filter(account=account, is_active=True).first()
    if account.is_superuser or (person and _holds(person, item, level)):
        return None
    for stand_in in stand_ins_of(person, today) if person else ():
        if stand_in.level == level and _holds(stand_in.principal, item, level):
            return stand_in.principal
    raise GongkaiError(
        f"您没有{item.organ}这条信息的{level.label}权限。请由{level.label}人员或者其"
        "代理人办理。"
    )


def stand_ins_of(person: Person, today: date) -> QuerySet[StandIn]:
    """Return in whose place the person reviews today."""
    return StandIn.objects.filter(
        deputy=person,
        first_on__lte=today,
        last_on__gte=today,
        principal__is_active=True,
    ).select_related("principal")


def may_review(account: Any, item: Item, level: ReviewLevel, today: date) -> bool:
    """Return whether the account reviews the item at this level, for buttons."""
    try:
        reviewer_for(account, item, level, today)
    except GongkaiError:
        return False
    return True


def _holds(person: Person, item: Item, level: ReviewLevel) -> bool:
    """Say whether a person has a role of the level for the item."""
    if not reviews_office(person, item, level):
        return False
    roles = RoleAssignment.objects.filter(
        person=person, role__in=REVIEWERS[level]
    ).select_related("organ")
    return any(item.organ.path.startswith(role.organ.path) for role in roles)


def reviews_office(person: Person, item: Item, level: ReviewLevel) -> bool:
    """Say whether the person reviews what the item's office makes.

    一审 belongs to the office that is responsible, where item and person name one.
    """
    if level is not ReviewLevel.FIRST or not item.office_id or not person.office_id:
        return True
    return person.office_id == item.office_id
