"""What may lawfully be done next, and why the rest may not."""

from dataclasses import dataclass
from datetime import date

from gongkai.statute.clock.acts import ACTS
from gongkai.statute.clock.course import Course
from gongkai.statute.clock.gate import refusal_of
from gongkai.statute.clock.steps import StepKind
from gongkai.statute.clock.words import cite


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step that the law allows; ``by`` is the last day, where there is one.

    ``needs`` names what the step has to state besides its day.
    """

    kind: StepKind
    text: str
    article: str
    by: date | None = None
    needs: tuple[str, ...] = ()


def steps_from(
    course: Course, day: date
) -> tuple[tuple[NextStep, ...], dict[StepKind, str]]:
    """Return the steps allowed on ``day``, and the reason against each of the others.

    A step that would be kept only with a warning is not offered.
    """
    allowed, refused = [], {}
    for kind, act in ACTS.items():
        refusal = refusal_of(course, kind, day)
        reason = refusal.text if refusal else act.caution(course, day)
        if reason is not None:
            refused[kind] = reason
            continue
        offer = act.offer(course, day)
        allowed.append(
            NextStep(kind, offer.text, cite(offer.article), offer.by, offer.needs)
        )
    return tuple(allowed), refused
