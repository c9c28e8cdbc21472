"""Naming a person who reviews in another's place for a time, and ending it."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from gongkai.organs.models import Person
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action, Role
from gongkai.organs.services import change_record, register_record, remove_record
from gongkai.publishing.models import StandIn
from gongkai.publishing.permissions import REGISTER, REVIEWERS
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewLevel

STAND_INS = "publishing.standin"


@transaction.atomic
def name_stand_in(*, stand_in: StandIn, actor: Any, today: date) -> list[str]:
    """Let a deputy review at a level in the principal's place, for a time.

    The principal names his own deputy; the OGI officer and the administrator name
    one for others. Returns what to mind, each as one sentence. Raises
    ``GongkaiError`` where it would be of no use, or of too much.
    """
    _require(stand_in, actor)
    for refusal in (_refusal_of_persons, _refusal_of_time):
        said = refusal(stand_in, today)
        if said:
            raise GongkaiError(said)
    register_record(record=_of(stand_in), actor=actor)
    return _warnings(stand_in)


@transaction.atomic
def end_stand_in(*, stand_in: StandIn, actor: Any, today: date) -> None:
    """End it now: yesterday was its last day. What had not begun is taken back."""
    stored = StandIn.objects.select_for_update().get(pk=stand_in.pk)
    _require(stored, actor)
    if stored.last_on < today:
        raise GongkaiError("这项代理已经结束，不用再办。")
    if stored.first_on >= today:
        remove_record(record=_of(stored), actor=actor, reason="提前结束")
        return
    stored.last_on = today - timedelta(days=1)
    change_record(record=_of(stored), actor=actor)


def may_end(account: Any, stand_in: StandIn) -> bool:
    """Return whether the account may name or end a deputy of this principal."""
    return stand_in.principal.account_id == account.pk or may(
        account, STAND_INS, Action.CHANGE, stand_in.principal.organ
    )


def _require(stand_in: StandIn, actor: Any) -> None:
    if actor is not None and not may_end(actor, stand_in):
        raise GongkaiError(
            "只能委托别人代理自己。要替同事委托，请公开专员或者系统管理员办理。"
        )


def _refusal_of_persons(stand_in: StandIn, _today: date) -> str:
    level = ReviewLevel(stand_in.level)
    principal, deputy = stand_in.principal, stand_in.deputy
    if not _levels_of(principal) & {level}:
        return f"{principal}没有{level.label}权限，不能委托。请改选级次。"
    if not deputy.is_active or deputy.account is None:
        return f"{deputy}不在岗或者没有账号，不能代理。请另选代理人。"
    if not may(deputy.account, REGISTER, Action.VIEW, principal.organ):
        return (
            f"{deputy}看不到{principal.organ}的公开信息，不能代理。"
            "请另选，或者先给他一个角色。"
        )
    return ""


def _refusal_of_time(stand_in: StandIn, today: date) -> str:
    if stand_in.last_on < today:
        return "代理期止已经过了，请改正日期。"
    same = StandIn.objects.filter(
        principal=stand_in.principal,
        level=stand_in.level,
        first_on__lte=stand_in.last_on,
        last_on__gte=stand_in.first_on,
    ).first()
    if same is not None:
        return (
            f"{same.first_on}至{same.last_on}已由{same.deputy}代理{same.principal}的"
            "这一级。请先结束那一项，或者改期。"
        )
    return ""


def _warnings(stand_in: StandIn) -> list[str]:
    others = sorted(_levels_of(stand_in.deputy) - {ReviewLevel(stand_in.level)})
    if not others:
        return []
    labels = "、".join(level.label for level in others)
    return [
        (
            f"{stand_in.deputy}本人有{labels}权限：同一条信息他只能审一级，"
            "代理审了，就要另一位同事审那一级。"
        )
    ]


def _levels_of(person: Person) -> set[ReviewLevel]:
    roles = {Role(role.role) for role in person.roles.all()}
    return {level for level, held in REVIEWERS.items() if roles & set(held)}


def _of(stand_in: StandIn) -> StandIn:
    """Tell the journal whose it is: it asks a record for its organ."""
    stand_in.organ = stand_in.principal.organ  # type: ignore[attr-defined]
    return stand_in
