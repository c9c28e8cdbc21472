"""What prose may state of proposals, trainings and problems."""

from functools import partial
from typing import Any

from django.db.models import QuerySet, Sum

from gongkai.organs.figures import Figure, Records
from gongkai.organs.models import Organ
from gongkai.supervision.models import (
    Problem,
    ProblemKind,
    Proposal,
    ProposalKind,
    Training,
    TrainingKind,
)
from gongkai.supervision.selectors import (
    problems_of_year,
    proposals_answered,
    proposals_of_year,
    trainings_of_year,
)


def _kind(select: Any, kind: str) -> Records:
    def records(organ: Organ, year: int) -> QuerySet[Any]:
        selected: QuerySet[Any] = select(organ, year, kind)
        return selected

    return records


def _attendees(records: QuerySet[Any]) -> int:
    total: int | None = records.aggregate(total=Sum("attendees"))["total"]
    return total or 0


_proposal = partial(Figure, unit="件", register=Proposal._meta.label_lower)  # noqa: SLF001
_training = partial(Figure, register=Training._meta.label_lower)  # noqa: SLF001
_problem = partial(Figure, unit="个", register=Problem._meta.label_lower)  # noqa: SLF001
_trainings = _kind(trainings_of_year, TrainingKind.TRAINING)

FIGURES: tuple[Figure, ...] = (
    _proposal("proposals.total", "承办建议提案", records=proposals_of_year),
    _proposal(
        "proposals.congress",
        "人大代表建议",
        records=_kind(proposals_of_year, ProposalKind.CONGRESS),
    ),
    _proposal(
        "proposals.cppcc",
        "政协委员提案",
        records=_kind(proposals_of_year, ProposalKind.CPPCC),
    ),
    _proposal("proposals.answered", "已答复建议提案", records=proposals_answered),
    _training("trainings.trainings", "业务培训", unit="次", records=_trainings),
    _training(
        "trainings.meetings",
        "工作会议",
        unit="次",
        records=_kind(trainings_of_year, TrainingKind.MEETING),
    ),
    _training(
        "trainings.attendees",
        "参加业务培训",
        unit="人次",
        records=_trainings,
        measure=_attendees,
    ),
    _problem(
        "problems.problems",
        "存在的问题",
        records=_kind(problems_of_year, ProblemKind.PROBLEM),
    ),
    _problem(
        "problems.improvements",
        "改进措施",
        records=_kind(problems_of_year, ProblemKind.IMPROVEMENT),
    ),
)
