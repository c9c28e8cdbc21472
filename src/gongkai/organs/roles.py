"""Who may do what: the roles of an organ and the table of their permissions.

The table is code because it is a rule of the house; which person holds which role
in which organ is data (``RoleAssignment``).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """A part that a person plays in the OGI work of an organ."""

    CLERK = "clerk"
    OFFICE_REVIEWER = "office_reviewer"
    OGI_REVIEWER = "ogi_reviewer"
    RELEASE_REVIEWER = "release_reviewer"
    OGI_OFFICER = "ogi_officer"
    DIRECTOR = "director"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """The role in officers' words."""
        return _LABELS[self]


class Action(StrEnum):
    """What can be done with a register."""

    VIEW = "view"
    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    PUBLISH = "publish"
    APPROVE = "approve"


_LABELS = {
    Role.CLERK: "信息员",
    Role.OFFICE_REVIEWER: "一审（股室负责人）",
    Role.OGI_REVIEWER: "二审（公开工作机构）",
    Role.RELEASE_REVIEWER: "三审（分管领导）",
    Role.OGI_OFFICER: "公开专员",
    Role.DIRECTOR: "机关负责人",
    Role.SUPERVISOR: "主管部门监督员",
    Role.AUDITOR: "审计员",
    Role.ADMINISTRATOR: "系统管理员",
}

#: Registers by their model label. A register that is missing here is nobody's.
HOUSE = ("organs.organ", "organs.office", "organs.person", "organs.roleassignment")
PUBLIC = ("publishing.item", "publishing.normativedocument")
CASES = (
    "casework.disclosurerequest",
    "casework.recordcorrection",
    "remedies.remedycase",
)
WORK = (
    "organs.leadershipmember",
    "catalogue.category",
    "catalogue.duty",
    "catalogue.guide",
    "publishing.lexiconword",
    "ledger.ledgerentry",
    "supervision.proposal",
    "supervision.training",
    "supervision.problem",
    "patrol.patrolentry",
)
REPORT = ("annual_report.annualreport",)
JOURNAL = ("audit.auditentry",)
CALENDAR = ("organs.calendarnotice",)
JOBS = ("jobs.job",)
REVIEW = ("publishing.reviewsettings", "publishing.standin")
REGISTERS = (
    *(HOUSE + PUBLIC + CASES + WORK),
    *(REPORT + JOURNAL + CALENDAR + JOBS + REVIEW),
)

#: Registers whose documents are approved before they go out.
APPROVED = ("casework.disclosurerequest",)

_WRITE = frozenset({Action.VIEW, Action.ADD, Action.CHANGE})
_ALL = frozenset(Action)
_VIEW = frozenset({Action.VIEW})
_PUBLISH = frozenset({Action.PUBLISH})
_APPROVE = frozenset({Action.APPROVE})


def _grant(
    *grants: tuple[tuple[str, ...], frozenset[Action]],
) -> Mapping[str, frozenset[Action]]:
    table: dict[str, frozenset[Action]] = {}
    for registers, actions in grants:
        for register in registers:
            table[register] = table.get(register, frozenset()) | actions
    return MappingProxyType(table)


MATRIX: Mapping[Role, Mapping[str, frozenset[Action]]] = MappingProxyType(
    {
        Role.CLERK: _grant(
            (PUBLIC, _WRITE),
            (("supervision.proposal", "patrol.patrolentry"), _WRITE),
            (("catalogue.category", "catalogue.duty", "organs.office"), _VIEW),
        ),
        Role.OFFICE_REVIEWER: _grant((PUBLIC + WORK + ("organs.office",), _VIEW)),
        Role.OGI_REVIEWER: _grant(
            (PUBLIC + CASES + WORK + REPORT, _VIEW), (APPROVED, _APPROVE)
        ),
        Role.RELEASE_REVIEWER: _grant(
            (PUBLIC + CASES + WORK + REPORT, _VIEW),
            (PUBLIC + REPORT, _PUBLISH),
            (APPROVED, _APPROVE),
        ),
        Role.OGI_OFFICER: _grant(
            (PUBLIC + CASES + WORK + REPORT + REVIEW, _ALL),
            (HOUSE + JOURNAL, _VIEW),
            (CALENDAR, _WRITE),
        ),
        Role.DIRECTOR: _grant(
            (REGISTERS, _VIEW), (PUBLIC + REPORT, _PUBLISH), (APPROVED, _APPROVE)
        ),
        Role.SUPERVISOR: _grant((PUBLIC + CASES + WORK + REPORT, _VIEW)),
        Role.AUDITOR: _grant((REGISTERS, _VIEW)),
        Role.ADMINISTRATOR: _grant(
            ((*HOUSE, *REVIEW, "organs.leadershipmember"), _ALL),
            (JOURNAL + JOBS, _VIEW),
            (CALENDAR, _WRITE),
        ),
    }
)


def allowed(role: Role, register: str, action: Action) -> bool:
    """Return whether the table gives this role this action on this register."""
    return action in MATRIX[role].get(register, frozenset())
