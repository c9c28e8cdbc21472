from gongkai.supervision.models.problem import Problem, ProblemKind
from gongkai.supervision.models.proposal import Proposal, ProposalKind
from gongkai.supervision.models.training import Training, TrainingKind

__all__ = [
    "Problem",
    "ProblemKind",
    "Proposal",
    "ProposalKind",
    "Training",
    "TrainingKind",
]
