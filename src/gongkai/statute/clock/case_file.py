"""A case as a JSON document, and the answer as one.

The keys are those that scripts rely on; anything unknown is refused, because a step
written under a wrong name would silently give a wrong day.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock.answer import ClockAnswer
from gongkai.statute.clock.errors import ClockError
from gongkai.statute.clock.evaluation import evaluate
from gongkai.statute.clock.settings import ClockSettings
from gongkai.statute.clock.steps import Channel, Receipt, Step, StepKind

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CASE_KEYS = {"id", "received", "steps", "as_of", "settings"}
_RECEIPT_KEYS = {"on", "channel"}
#: What a step of each kind may state besides its day; a note may stand anywhere.
_STATED = {
    StepKind.AMENDMENT_REQUESTED: {"received_on", "respond_by"},
    StepKind.AMENDED: {"sent_on"},
    StepKind.THIRD_PARTY_CONSULTED: {"received_on", "party"},
    StepKind.THIRD_PARTY_REPLIED: {"party"},
    StepKind.OTHER_ORGAN_CONSULTED: {"received_on", "party", "secrecy_referral"},
    StepKind.OTHER_ORGAN_REPLIED: {"party"},
    StepKind.EXTENDED: {"received_on", "working_days"},
    StepKind.REASONS_REQUESTED: {"received_on", "respond_by"},
    StepKind.DELAYED: {"received_on", "until"},
    StepKind.FEE_NOTIFIED: {"received_on"},
    StepKind.DECIDED: {"received_on", "outcome"},
}
_ALWAYS = {"kind", "on", "note"}

_Value = TypeVar("_Value")
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True)
class Case:
    """What a clock file says: the facts, the day of the question, the settings."""

    receipt: Receipt
    steps: tuple[Step, ...]
    as_of: date
    settings: ClockSettings
    id: str | int | None = None

    def evaluate(self, calendar: WorkingDays) -> ClockAnswer:
        """Return the clock's answer."""
        return evaluate(
            self.receipt,
            self.steps,
            as_of=self.as_of,
            calendar=calendar,
            settings=self.settings,
        )


def read_case(document: object, *, today: date, provisional: bool = False) -> Case:
    """Read a case; ``today`` stands for an ``as_of`` that is left out.

    >>> read_case({"received": {"on": "2024-09-25", "channel": "in_person"}},
    ...           today=date(2024, 9, 26)).receipt.channel.label
    '当面提交'
    """
    case = _mapping(document, "案件", _CASE_KEYS)
    steps = case.get("steps", [])
    if not isinstance(steps, list):
        raise ClockError("steps应当是列表，一步一项。请改正。")
    settings = _settings(case.get("settings", {}), provisional=provisional)
    return Case(
        _receipt(case.get("received")),
        tuple(_step(step, number) for number, step in enumerate(steps, 1)),
        today if case.get("as_of") is None else _day(case["as_of"], "as_of"),
        settings,
        _name(case.get("id")),
    )


def answer_document(answer: ClockAnswer) -> dict[str, Any]:
    """Return the answer as a JSON document."""
    return {
        "as_of": answer.as_of.isoformat(),
        "state": answer.state.value,
        "received_on": _iso(answer.received_on),
        "due_on": _iso(answer.due_on),
        "remaining_working_days": answer.remaining_working_days,
        "limit_working_days": answer.limit_working_days,
        "is_overdue": answer.is_overdue,
        "decided_late": answer.decided_late,
        "ended_on": _iso(answer.ended_on),
        "outcome": answer.outcome,
        "provisional": answer.provisional,
        "sub_clocks": [_plain(clock) for clock in answer.sub_clocks],
        "reasoning": [
            {
                "article": line.article,
                "from": line.first.isoformat(),
                "to": line.last.isoformat(),
                "counted": line.counted,
                "text": line.text,
            }
            for line in answer.reasoning
        ],
        "warnings": list(answer.warnings),
        "next_steps": [_plain(step) for step in answer.next_steps],
        "refused": {kind.value: text for kind, text in answer.refused.items()},
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _plain(value: Any) -> dict[str, Any]:
    """Return a flat dataclass as JSON values, under its own names."""
    plain = {}
    for field in fields(value):
        item = getattr(value, field.name)
        if isinstance(item, date):
            item = item.isoformat()
        plain[field.name] = list(item) if isinstance(item, tuple) else item
    return plain


def _name(value: object) -> str | int | None:
    """Return what the file calls the case, to be repeated in the answer."""
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise ClockError("id应当是文字或者整数。请改正。")


def _receipt(document: object) -> Receipt:
    if document is None:
        raise ClockError("没有写明收到申请的日期和渠道。请补写received。")
    received = _mapping(document, "received", _RECEIPT_KEYS)
    return Receipt(
        _day(received.get("on"), "received的on"),
        _one_of(Channel, received.get("channel"), "申请渠道（channel）"),
    )


def _step(document: object, number: int) -> Step:
    where = f"第{number}步"
    if not isinstance(document, dict):
        raise ClockError(f"{where}应当是一组键值，写明kind和on。请改正。")
    kind = _one_of(StepKind, document.get("kind"), f"{where}的步骤（kind）")
    step = _mapping(
        document, f"{where}“{kind.label}”", _ALWAYS | _STATED.get(kind, set())
    )
    return Step(
        kind,
        _day(step.get("on"), f"{where}的on"),
        received_on=_day_or_none(step, "received_on", where),
        respond_by=_day_or_none(step, "respond_by", where),
        working_days=_typed(step, "working_days", int, None, where),
        until=_day_or_none(step, "until", where),
        outcome=_typed(step, "outcome", str, None, where),
        party=_typed(step, "party", str, "", where),
        note=_typed(step, "note", str, "", where),
        secrecy_referral=_typed(step, "secrecy_referral", bool, False, where),
        sent_on=_day_or_none(step, "sent_on", where),
    )


def _settings(document: object, *, provisional: bool) -> ClockSettings:
    defaults = ClockSettings(provisional=provisional)
    names = {field.name for field in fields(ClockSettings)}
    given = _mapping(document, "settings", names)
    return ClockSettings(
        **{
            name: _typed(given, name, type(default), default, "settings")
            for name in names
            for default in [getattr(defaults, name)]
        }
    )


def _mapping(document: object, where: str, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(document, dict):
        raise ClockError(f"{where}应当是一组键值（JSON对象）。请改正。")
    unknown = "、".join(sorted(document.keys() - keys))
    if unknown:
        known = "、".join(sorted(keys))
        raise ClockError(f"{where}中有用不上的项目{unknown}，这里可写：{known}。")
    return document


def _day(value: object, where: str) -> date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    shown = "（未写）" if value is None else f"“{value}”"
    raise ClockError(f"{where}{shown}不是日期。请写成2024-09-25的样子。")


def _day_or_none(step: Mapping[str, Any], key: str, where: str) -> date | None:
    return None if step.get(key) is None else _day(step[key], f"{where}的{key}")


def _one_of(choices: type[_Choice], value: object, where: str) -> _Choice:
    if isinstance(value, str) and value in choices.__members__.values():
        return choices(value)
    shown = "（未写）" if value is None else f"“{value}”"
    known = "、".join(choices)
    raise ClockError(f"不认识{where}{shown}，可写：{known}。")


def _typed(
    document: Mapping[str, Any],
    key: str,
    kind: type[Any],
    default: _Value,
    where: str,
) -> Any | _Value:
    value = document.get(key)
    if value is None:
        return default
    if type(value) is not kind:
        what = {int: "整数", str: "文字", bool: "true或者false"}[kind]
        raise ClockError(f"{where}的{key}应当是{what}，现为{value!r}。请改正。")
    return value
