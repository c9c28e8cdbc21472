"""The desk's menu: the registers in groups, as officers speak of their work."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from wagtail.admin.menu import AdminOnlyMenuItem, Menu, MenuItem, SubmenuMenuItem

from gongkai.desk.audit import entries as audit
from gongkai.desk.casework import requests
from gongkai.desk.catalogue import categories, duties, guides
from gongkai.desk.corrections import register as corrections
from gongkai.desk.ledger import entries as ledger
from gongkai.desk.organs import leadership, offices, organs, people
from gongkai.desk.patrol import entries as patrol
from gongkai.desk.publishing import items, lexicon, normative_documents
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.desk.remedies import cases as remedies
from gongkai.desk.supervision import problems, proposals, trainings
from gongkai.organs.roles import Action

#: The groups, with room between their places for entries of other folders
#: (年度报告 stands at 500).
GROUPS: tuple[tuple[int, str, tuple[RegisterViewSet, ...]], ...] = (
    (
        200,
        "主动公开",
        (
            items.register,
            normative_documents.register,
            duties.register,
            categories.register,
            guides.register,
            lexicon.register,
        ),
    ),
    (
        300,
        "依申请公开",
        (requests.register, remedies.register, corrections.register),
    ),
    (350, "台账", (ledger.register,)),
    (
        400,
        "监督保障",
        (
            proposals.register,
            trainings.register,
            patrol.register,
            problems.register,
        ),
    ),
    (
        600,
        "设置",
        (organs.register, offices.register, people.register, leadership.register),
    ),
    (700, "留痕", (audit.register,)),
)

#: Groups that are not looked at every day.
FOLDED = frozenset({"监督保障", "设置"})

#: Wagtail's own entries, which mean nothing to an officer.
HIDDEN = frozenset(
    {"explorer", "images", "documents", "snippets", "reports", "help", "settings"}
)


def registers() -> list[RegisterViewSet]:
    """Return every register of the desk."""
    return [register for _place, _label, group in GROUPS for register in group]


class RegisterMenuItem(MenuItem):
    """A register, shown to those who may see its records somewhere."""

    def __init__(self, register: RegisterViewSet, order: int) -> None:
        self.register = register
        super().__init__(
            register.menu_label,
            reverse(register.get_url_name("index")),
            name=register.url_prefix,
            icon_name=register.icon,
            order=order,
        )

    def is_shown(self, request: Any) -> bool:
        policy = self.register.permission_policy
        return policy.user_has_permission(request.user, Action.VIEW)


def home_entry() -> MenuItem:
    """Return the entry of the home page."""
    return MenuItem(
        "工作首页",
        reverse("wagtailadmin_home"),
        name="home",
        icon_name="home",
        order=100,
    )


def group_entry(order: int, label: str, group: Sequence[RegisterViewSet]) -> MenuItem:
    """Return a group; one of a single register of the same name is that register."""
    if len(group) == 1 and group[0].menu_label == label:
        return RegisterMenuItem(group[0], order)
    lines: list[MenuItem] = [
        RegisterMenuItem(register, place) for place, register in enumerate(group)
    ]
    if label == "设置":
        lines.append(
            AdminOnlyMenuItem(
                "账号", reverse("wagtailusers_users:index"), name="accounts", order=99
            )
        )
    return SubmenuMenuItem(label, Menu(items=lines), name=f"group-{order}", order=order)
