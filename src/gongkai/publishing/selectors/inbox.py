"""What waits for a person: by his own roles, by those he stands in for, as author."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from gongkai.organs.models import Organ, Person, RoleAssignment
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action, Role
from gongkai.publishing.models import Item, ItemRevision, ReviewEntry
from gongkai.publishing.permissions import REGISTER, REVIEWERS, stand_ins_of
from gongkai.statute.review import ReviewAct, ReviewLevel, ReviewState

_NOTHING = Q(pk__in=[])
_COUNTED = (ReviewAct.SUBMITTED.value, ReviewAct.APPROVED.value)


def items_to_review(account: Any, today: date) -> QuerySet[Item]:
    """Return the items that the account may decide on now, the oldest first.

    In its own place or as a stand-in; without those that it wrote, submitted or
    already reviewed at another level in this round (条例第十七条).
    """
    waiting = Item.objects.filter(review_state=ReviewState.UNDER_REVIEW.value)
    reach = _reach(account, today)
    found = waiting.filter(reach, ~_touched_by(account.pk))
    return found.order_by("waiting_since", "pk")


def items_returned_to(account: Any) -> QuerySet[Item]:
    """Return the account's own drafts that a reviewer sent back."""
    returned = Item.objects.filter(
        author=account, review_state=ReviewState.RETURNED.value
    )
    return returned.order_by("waiting_since", "pk")


def items_referred(account: Any) -> QuerySet[Item]:
    """Return the items whose secrecy an authority is asked about (第十七条第三款)."""
    organs = organs_open_to(account, REGISTER, Action.CHANGE)
    referred = Item.objects.filter(
        organ__in=organs.values("pk"), review_state=ReviewState.REFERRED.value
    )
    return referred.order_by("waiting_since", "pk")


def _reach(account: Any, today: date) -> Q:
    """Return which items the account's seats reach, its own and those it fills."""
    if account.is_superuser:
        return Q(review_level__isnull=False)
    person = Person.objects.filter(account=account, is_active=True).first()
    if person is None:
        return _NOTHING
    stand_ins = list(stand_ins_of(person, today))
    roles = _roles_of([person.pk, *(one.principal_id for one in stand_ins)])
    reach = _own_seats(person, roles)
    for one in stand_ins:
        seat = _own_seats(one.principal, roles, ReviewLevel(one.level))
        reach |= seat & ~_touched_by(one.principal.account_id)
    return reach


def _roles_of(people: Iterable[int]) -> list[RoleAssignment]:
    named = {role for roles in REVIEWERS.values() for role in roles}
    return list(
        RoleAssignment.objects.filter(
            person__in=list(people), role__in=named
        ).select_related("organ")
    )


def _own_seats(
    person: Person, roles: list[RoleAssignment], only: ReviewLevel | None = None
) -> Q:
    """Return the items at the levels where the person holds a role.

    一审 belongs to the office that is responsible, where item and person name one.
    """
    reach = _NOTHING
    for level in ReviewLevel if only is None else (only,):
        below = Q()
        for role in roles:
            if role.person_id == person.pk and Role(role.role) in REVIEWERS[level]:
                below |= Q(path__startswith=role.organ.path)
        if not below:
            continue
        organs = Organ.objects.filter(below).values("pk")
        seat = Q(review_level=level.value, organ__in=organs)
        if level is ReviewLevel.FIRST and person.office_id:
            seat &= Q(office=person.office_id) | Q(office__isnull=True)
        reach |= seat
    return reach


def _touched_by(account_pk: int | None) -> Q:
    """Return the items that a person wrote, or acted on in the round that runs."""
    if account_pk is None:
        return _NOTHING
    began = (
        ReviewEntry.objects.filter(item=OuterRef("item"), act=ReviewAct.SUBMITTED.value)
        .order_by("-position")
        .values("position")[:1]
    )
    acted = ReviewEntry.objects.filter(
        Q(account=account_pk) | Q(instead_of__account=account_pk),
        item=OuterRef("pk"),
        act__in=_COUNTED,
        position__gte=Subquery(began),
    )
    wrote = ItemRevision.objects.filter(item=OuterRef("pk"), account=account_pk)
    author = Q(author__isnull=False, author=account_pk)
    return author | Q(Exists(wrote)) | Q(Exists(acted))
