"""A notice about an invented request, to show what a wording makes."""

from datetime import date

from gongkai.statute.notices.composing import NoticeText, compose
from gongkai.statute.notices.kinds import NoticeKind
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import (
    Body,
    ReconsiderationBody,
    RemedyOrder,
    choice_rule,
    remedy_paragraph,
    remedy_rule,
)

_ON = date(2026, 3, 27)
_THIRD_PARTY, _OTHER_ORGAN = "云溪县安衡工程检测有限公司", "云溪县住房和城乡建设局"
_BODIES = {
    ReconsiderationBody.GOVERNMENT: Body("云溪县人民政府"),
    ReconsiderationBody.SUPERIOR_DEPARTMENT: Body("清河市教育局"),
}
_COURT = Body("云溪县人民法院")


def example_of(kind: NoticeKind) -> NoticeText:
    """Return the notice about the invented request, every paragraph shown.

    Addressee and remedies are those of the kind.
    """
    elements = {each.key: each.example for each in kind.elements}
    if kind.hides_applicant:
        elements["addressee"] = _THIRD_PARTY
    if kind.key == "co_maker":
        elements["addressee"] = _OTHER_ORGAN
    if kind.remedy is not RemedyOrder.NONE:
        elements["remedy"] = _remedy(kind)
    return compose(kind, elements)


def _remedy(kind: NoticeKind) -> str:
    rule = choice_rule(_ON)
    if kind.outcomes:
        outcome = kind.outcomes[0]
        is_partial = outcome is Outcome.PARTIALLY_DISCLOSED
        rule = remedy_rule(outcome, ["15"] if is_partial else [], _ON)
    return remedy_paragraph(rule, bodies=_BODIES, court=_COURT)
