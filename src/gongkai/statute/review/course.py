"""From the trail of a review to where it stands: one pure function.

条例第十七条第二款：「行政机关应当依照《中华人民共和国保守国家秘密法》以及其他法律、法规
和国家有关规定对拟公开的政府信息进行审查」.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from gongkai.statute.review.levels import ReviewRules
from gongkai.statute.review.refusals import refusal_of
from gongkai.statute.review.standing import ReviewError, ReviewStanding, ReviewState
from gongkai.statute.review.steps import ReviewAct, ReviewStep

_SUBMITTER = "提交"


def review_standing(
    steps: Iterable[ReviewStep], rules: ReviewRules, authors: Iterable[str] = ()
) -> ReviewStanding:
    """Return where a review stands after its steps, in order of time.

    ``authors`` are all who wrote the item: none of them reviews it. Raises
    ``ReviewError`` for a trail that breaks the rules.

    >>> from datetime import date
    >>> standing = review_standing(
    ...     [ReviewStep(ReviewAct.SUBMITTED, "林", date(2026, 3, 2), "v1")],
    ...     ReviewRules(), ["林"])
    >>> standing.state.label, standing.level.label
    ('审核中', '一审')
    """
    wrote = MappingProxyType(dict.fromkeys(authors, "起草"))
    standing = ReviewStanding(ReviewState.DRAFT, rules, acted=wrote)
    for step in steps:
        refusal = refusal_of(standing, step)
        if refusal:
            raise ReviewError(refusal, article="17")
        standing = _taken(standing, step, wrote)
    return standing


def _taken(
    standing: ReviewStanding, step: ReviewStep, wrote: Mapping[str, str]
) -> ReviewStanding:
    match step.act:
        case ReviewAct.SUBMITTED:
            return _submitted(standing, step, wrote)
        case ReviewAct.RECALLED:
            return replace(standing, state=ReviewState.DRAFT, level=None)
        case ReviewAct.RETURNED:
            return replace(
                standing,
                state=ReviewState.RETURNED,
                level=None,
                returned_at=step.level,
            )
        case ReviewAct.REFERRED:
            return replace(standing, state=ReviewState.REFERRED)
        case ReviewAct.CLEARED:
            return replace(standing, state=ReviewState.UNDER_REVIEW)
        case ReviewAct.APPROVED:
            return _approved(standing, step)


def _submitted(
    standing: ReviewStanding, step: ReviewStep, wrote: Mapping[str, str]
) -> ReviewStanding:
    """Begin a round; who approved in the last one may do so again.

    The rules of that day hold for it, whatever the organ sets later.
    """
    rules = step.rules or standing.rules
    level, acted = rules.levels[0], dict(wrote)
    if rules.resumes_at_return and standing.returned_at in rules.levels:
        level, acted = standing.returned_at, dict(standing.acted)
    return ReviewStanding(
        ReviewState.UNDER_REVIEW,
        rules,
        level=level,
        content=step.content,
        acted=MappingProxyType({**acted, step.by: _SUBMITTER}),
        round=standing.round + 1,
    )


def _approved(standing: ReviewStanding, step: ReviewStep) -> ReviewStanding:
    level = standing.level or standing.rules.levels[0]
    above = standing.rules.after(level)
    acted = {**standing.acted, step.by: level.label}
    if step.instead_of:
        acted[step.instead_of] = level.label
    return replace(
        standing,
        state=ReviewState.UNDER_REVIEW if above else ReviewState.APPROVED,
        level=above,
        acted=MappingProxyType(acted),
    )
