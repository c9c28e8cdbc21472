"""Which remedies a decision leaves, by its ground and its date.

条例第五十一条; 行政复议法第二十三条第一款第（四）项 (from 2024-01-01): a refusal by
条例第十四条、第十五条、第十六条 goes to reconsideration first; every other ending
leaves the choice (docs/interpretations/0034-reconsideration-first.md).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.articles import cite
from gongkai.statute.errors import StatuteError
from gongkai.statute.outcomes import Outcome


class RemedyOrder(StrEnum):
    """In which order the two remedies are open."""

    NONE = "none"
    CHOICE = "choice"
    RECONSIDERATION_FIRST = "reconsideration_first"
    PARTLY_FIRST = "partly_first"

    @property
    def label(self) -> str:
        """The order in an officer's words."""
        return _ORDERS[self]


class ReconsiderationBody(StrEnum):
    """Whom to apply to for reconsideration of a department's act."""

    GOVERNMENT = "government"
    SUPERIOR_DEPARTMENT = "superior_department"

    @property
    def label(self) -> str:
        """The body in the words of the law."""
        is_government = self is ReconsiderationBody.GOVERNMENT
        return "本级人民政府" if is_government else "上一级主管部门"


@dataclass(frozen=True)
class RemedyRule:
    """The order, the bodies, and the articles that make them so."""

    order: RemedyOrder
    decided_on: date
    bodies: tuple[ReconsiderationBody, ...]
    articles: tuple[str, ...]

    @property
    def is_told(self) -> bool:
        """Whether the document must tell remedies at all."""
        return self.order is not RemedyOrder.NONE


_ORDERS = {
    RemedyOrder.NONE: "不告知救济途径",
    RemedyOrder.CHOICE: "复议、诉讼任选",
    RemedyOrder.RECONSIDERATION_FIRST: "复议前置",
    RemedyOrder.PARTLY_FIRST: "不予公开部分复议前置，其余任选",
}


def remedy_rule(
    outcome: Outcome, article_grounds: Iterable[str], decided_on: date
) -> RemedyRule:
    """Return the remedies against a decision with this outcome, ground and date.

    ``article_grounds`` are references such as ``16(2)``; without any, the outcome's
    own. Raises ``StatuteError`` for a reference to nothing, for a refusal on a ground
    that is not its own, and for a partial disclosure that names no ground.

    >>> remedy_rule(Outcome.WITHHELD_STATE_SECRET, ["14"], date(2024, 1, 1)).order
    <RemedyOrder.RECONSIDERATION_FIRST: 'reconsideration_first'>
    """
    grounds = tuple(article_grounds)
    for ground in grounds:
        cite(ground)
    _check(outcome, grounds)
    first = _in_force("reconsideration_first", decided_on)
    order = _order(outcome, grounds or outcome.articles, first)
    if order is RemedyOrder.CHOICE or first is None:
        return choice_rule(decided_on)
    rule = choice_rule(decided_on)
    articles = (first["article"], first["reading"], *rule.articles)
    return RemedyRule(order, decided_on, rule.bodies, articles)


def choice_rule(decided_on: date) -> RemedyRule:
    """Return the rule of an act that may be taken either way."""
    bodies = _in_force("bodies", decided_on)
    if bodies is None:
        raise StatuteError(
            f"{decided_on}的复议管辖没有收入（收入的从2019-05-15起）。请核对决定日期。",
            article=_rules()["choice"]["article"],
        )
    return RemedyRule(
        RemedyOrder.CHOICE,
        decided_on,
        tuple(ReconsiderationBody(body) for body in bodies["bodies"]),
        (_rules()["choice"]["article"], bodies["article"]),
    )


def procedural_rule(decided_on: date) -> RemedyRule:
    """Return the rule of a procedural notice (补正、延期、收费): nothing to attack.

    国办函〔2021〕132号第三条; docs/interpretations/0035-acts-without-remedy.md.
    """
    return RemedyRule(RemedyOrder.NONE, decided_on, (), ("国办函〔2021〕132号第三条",))


def reconsideration_bodies(on: date) -> tuple[ReconsiderationBody, ...]:
    """Return whom to apply to against an act of ``on``.

    >>> [body.label for body in reconsideration_bodies(date(2023, 12, 31))]
    ['本级人民政府', '上一级主管部门']
    """
    return choice_rule(on).bodies


def direct_suit_warning(
    outcome: Outcome, article_grounds: Iterable[str], decided_on: date
) -> str:
    """Return what to tell of a suit without reconsideration; empty if it may stand."""
    rule = remedy_rule(outcome, article_grounds, decided_on)
    if rule.order is RemedyOrder.CHOICE:
        return ""
    act = "决定" if rule.order is RemedyOrder.RECONSIDERATION_FIRST else "部分"
    return (
        f"{decided_on}的不予公开{act}应当先申请行政复议（{rule.articles[0]}），"
        "未经复议直接起诉的，请向法院说明。"
    )


def _check(outcome: Outcome, grounds: tuple[str, ...]) -> None:
    if outcome is Outcome.PARTIALLY_DISCLOSED and not grounds:
        raise StatuteError(
            "部分公开应写明不公开部分的依据（第十四条、第十五条、第十六条、第三十八条"
            "等），才能确定救济途径。请补上依据。",
            article=cite("37"),
        )
    if outcome.group != "withheld" or not grounds:
        return
    if not any(_agree(own, given) for own in outcome.articles for given in grounds):
        own = "、".join(cite(reference) for reference in outcome.articles)
        given = "、".join(cite(reference) for reference in grounds)
        raise StatuteError(
            f"按“{outcome.label}”办结的，依据应当是{own}，现为{given}。"
            "请核对办理结果和依据。",
            article=own,
        )


def _order(
    outcome: Outcome, grounds: tuple[str, ...], first: dict[str, Any] | None
) -> RemedyOrder:
    is_first = first is not None and any(
        _agree(named, given) for named in first["grounds"] for given in grounds
    )
    if is_first and outcome.group == "withheld":
        return RemedyOrder.RECONSIDERATION_FIRST
    if is_first and outcome is Outcome.PARTIALLY_DISCLOSED:
        return RemedyOrder.PARTLY_FIRST
    return RemedyOrder.CHOICE


def _agree(one: str, other: str) -> bool:
    """Return whether one reference lies within the other: 16 and 16(2)."""
    return one == other or one.startswith(f"{other}(") or other.startswith(f"{one}(")


def _in_force(key: str, day: date) -> dict[str, Any] | None:
    for table in _rules()[key]:
        if table["from"] <= day <= table.get("until", date.max):
            found: dict[str, Any] = table
            return found
    return None


@cache
def _rules() -> dict[str, Any]:
    file = files("gongkai.statute.remedies").joinpath("rules.toml")
    return tomllib.loads(file.read_text("utf-8"))
