"""What waits in the catalogue and the guide."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from gongkai.catalogue.models import Duty, Guide
from gongkai.catalogue.selectors import guides_to_review
from gongkai.desk.home.line import Waiting
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.policy import RegisterPolicy
from gongkai.organs.roles import Action
from gongkai.publishing.selectors import coverage_by_organ
from gongkai.statute.duties import DutyState


def uncovered_duties(account: Any, today: date) -> Iterator[Waiting]:
    """Duties whose day is over, then those without any content (条例第十九条)."""
    found = coverage_by_organ(_visible(Duty, account), today)
    counts = sum(found.values(), Counter[DutyState]())
    address = reverse("duty:coverage")
    for state, label, chip in (
        (DutyState.OVERDUE, "公开事项逾期未更新", Chip("超期", Tone.OVERDUE)),
        (DutyState.EMPTY, "公开事项没有内容", Chip("空缺", Tone.DUE)),
    ):
        if counts[state]:
            yield Waiting(
                counts[state],
                "项",
                label,
                "公开内容，或者写明理由声明不适用",
                f"{address}?state={state.value}",
                chip,
            )


def unreviewed_guides(account: Any, today: date) -> Iterator[Waiting]:
    """Guides that nobody has looked over for a year (条例第十二条第一款)."""
    count = guides_to_review(_visible(Guide, account), today).count()
    if count:
        yield Waiting(
            count,
            "份",
            "公开指南一年没有核对",
            "核对内容和联系方式，再登记已核对",
            f"{reverse('guide:index')}?state=overdue",
            Chip("该核对了", Tone.DUE),
        )


def _visible(model: Any, account: Any) -> Any:
    return RegisterPolicy(model).instances_user_has_permission_for(account, Action.VIEW)
