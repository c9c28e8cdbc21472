"""Random histories, lived through by the day-by-day model as they are made.

Steps that the model refuses are thrown away, but now and then one is kept: it ends
the history, and the clock has to refuse it too.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from statute.clock.brute_force import Walk

CHANNELS = ["in_person", "post_signed", "post_unsigned", "online", "fax", "email"]
WEIGHTS = {
    "receipt_confirmed": 8,
    "amendment_requested": 6,
    "amended": 12,
    "amendment_lapsed": 2,
    "third_party_consulted": 7,
    "third_party_replied": 6,
    "other_organ_consulted": 5,
    "other_organ_replied": 4,
    "extended": 7,
    "reasons_requested": 3,
    "delayed": 8,
    "fee_notified": 4,
    "fee_paid": 6,
    "fee_lapsed": 2,
    "withdrawn": 0.3,
    "decided": 2,
    "delivered": 3,
}
KINDS, CHANCES = list(WEIGHTS), list(WEIGHTS.values())
OUTCOMES = ["disclosed", "partially_disclosed", "unavailable.not_held"]
FIRST, LAST = date(2021, 1, 1), date(2025, 12, 31)
STOP = date(2026, 7, 1)


@dataclass
class History:
    """A receipt, its steps, a day, and the model that has lived until then."""

    channel: str
    on: date
    steps: list[dict] = field(default_factory=list)
    is_impossible: bool = False
    as_of: date = FIRST
    walk: Walk | None = None


def random_history(rng: Random) -> History:
    on = FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))
    history = History(rng.choice(CHANNELS), on)
    walk = history.walk = Walk(history.channel, on)
    for _ in range(rng.randrange(9)):
        walk.go_to(walk.day + timedelta(days=gap(rng)))
        if walk.day > STOP:
            break
        add_step(rng, history, walk)
        if history.is_impossible:
            return at(history, walk, 0)
    return at(history, walk, rng.choice([0, 1, gap(rng), 3 * gap(rng)]))


def at(history: History, walk: Walk, later: int) -> History:
    walk.go_to(walk.day + timedelta(days=later))
    history.as_of = walk.day
    return history


def gap(rng: Random) -> int:
    return rng.choice([0, 0, 1, 1, 2, 3, 5, 8, 12, 15, 20, 25, 30, 40])


def add_step(rng: Random, history: History, walk: Walk) -> None:
    """Try kinds until the model takes one, or keep one that it refuses."""
    for _ in range(8):
        step = random_step(rng, walk.day)
        if walk.take(step):
            history.steps.append(step)
            return
        if rng.random() < 0.01:
            history.steps.append(step)
            history.is_impossible = True
            return


def random_step(rng: Random, day: date) -> dict:
    kind = rng.choices(KINDS, CHANCES)[0]
    step = {"kind": kind, "on": day}
    step |= STATED.get(kind, lambda _rng, _day: {})(rng, day)
    return step


def letter(rng: Random, day: date) -> dict:
    if rng.random() < 0.5:
        return {}
    return {"received_on": day + timedelta(days=rng.randrange(7))}


def notice(rng: Random, day: date) -> dict:
    stated = letter(rng, day)
    if rng.random() < 0.3:
        stated["respond_by"] = day + timedelta(days=rng.randrange(3, 25))
    return stated


def extension(rng: Random, _day: date) -> dict:
    return rng.choice([{}, {}, {"working_days": rng.randrange(0, 23)}])


def reason(rng: Random, _day: date) -> dict:
    return rng.choice([{}, {}, {"note": "住院"}])


STATED = {
    "amendment_requested": notice,
    "amended": reason,
    "third_party_consulted": letter,
    "other_organ_consulted": letter,
    "fee_notified": letter,
    "extended": extension,
    "delayed": lambda rng, day: {"until": day + timedelta(days=rng.randrange(60))},
    "decided": lambda rng, _day: {"outcome": rng.choice(OUTCOMES)},
}
