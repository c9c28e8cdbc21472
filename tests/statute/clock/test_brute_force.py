"""The clock agrees with a day-by-day model written from the law file alone."""

from collections import Counter
from random import Random

from statute.clock.comparing import answer_of, described, difference
from statute.clock.histories import KINDS, random_history

SEED, NUMBER = 711, 2_000


def test_the_clock_agrees_with_the_day_by_day_model():
    rng = Random(SEED)  # noqa: S311 - histories, not secrets

    for _ in range(NUMBER):
        history = random_history(rng)

        assert difference(history) is None, described(history)


def test_the_random_histories_reach_everything():
    rng = Random(SEED)  # noqa: S311
    kinds, states, impossible = Counter(), Counter(), 0

    for _ in range(NUMBER):
        history = random_history(rng)
        kinds.update(step["kind"] for step in history.steps)
        impossible += history.is_impossible
        if not history.is_impossible:
            states[answer_of(history).state.value] += 1

    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) > 20
    assert len(states) == 10
    assert min(states.values()) > 20
    assert 100 < impossible < 1_000


def test_a_wrong_due_day_would_be_noticed():
    rng = Random(SEED)  # noqa: S311
    history = next(
        each
        for each in (random_history(rng) for _ in range(NUMBER))
        if not each.is_impossible and each.walk.due() is not None
    )
    history.walk.counted -= 1
    history.walk.last_day = history.walk.fixed = history.walk.due_at_end = None
    history.walk.end = None

    assert difference(history) is not None
