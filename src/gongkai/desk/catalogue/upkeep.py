"""Whether guide and rules of an organ are whole and looked over within the year."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from gongkai.catalogue.models import Guide, Section
from gongkai.catalogue.selectors import elements_of
from gongkai.desk.registers.chips import Chip, Tone
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.publishing.selectors import published_items
from gongkai.statute.guide import (
    is_review_overdue,
    missing_elements,
    national_rules,
    what_is_missing,
)


@dataclass(frozen=True)
class Upkeep:
    """One section of the platform: its state, what is wrong, and where to mend it."""

    label: str
    chip: Chip
    text: str
    url: str


def upkeep_of(organ: Organ, account: Any, today: date) -> list[Upkeep]:
    """Return how the guide and the rules of an organ stand."""
    return [guide_upkeep(organ, account, today), _rules_upkeep(organ, account, today)]


def guide_upkeep(organ: Organ, account: Any, today: date) -> Upkeep:
    """Return how the guide stands: whole, and looked over within the year."""
    guide = Guide.objects.select_related("organ").filter(organ=organ).first()
    if guide is None:
        add = f"{reverse('guide:add')}?organ={organ.code}"
        url = add if may(account, "catalogue.guide", Action.ADD, organ) else ""
        text = "本机关还没有公开指南。应当编制、公布并及时更新（第十二条）。"
        return Upkeep("公开指南", Chip("没有", Tone.OVERDUE), text, url)
    url = reverse("guide:inspect", args=[guide.pk])
    return Upkeep("公开指南", guide_chip(guide, today), _guide_text(guide), url)


def guide_chip(guide: Guide, today: date) -> Chip:
    """Return a guide's state."""
    if missing_elements(elements_of(guide)):
        return Chip("要素不全", Tone.OVERDUE)
    if is_review_overdue(guide.reviewed_on, today):
        return Chip("该核对了", Tone.DUE)
    return Chip("已核对", Tone.DONE)


def _guide_text(guide: Guide) -> str:
    missing = what_is_missing(missing_elements(elements_of(guide)))
    return missing or f"最近核对{guide.reviewed_on or '：没有记录'}，一年核对一次。"


def _rules_upkeep(organ: Organ, account: Any, today: date) -> Upkeep:
    """Go by titles and by the newest public item of the section."""
    items = published_items(organ).filter(category__section=Section.RULES)
    shown = list(items.values_list("title", "disclosed_on")[:_MOST_RULES])
    titles = [title for title, _ in shown]
    newest = max((day for _, day in shown if day), default=None)
    lacking = [rule for rule in national_rules() if not rule.is_held(titles)]
    can_see = may(account, "publishing.item", Action.VIEW, organ)
    url = reverse("item:index") if can_see else ""
    if lacking:
        names = "、".join(f"《{rule.title}》" for rule in lacking)
        chip = Chip("不齐", Tone.DUE)
        return Upkeep("公开制度", chip, f"还缺国家规定：{names}。", url)
    overdue = is_review_overdue(newest, today)
    chip = Chip("该核对了", Tone.DUE) if overdue else Chip("齐全", Tone.DONE)
    return Upkeep("公开制度", chip, f"最近更新{newest}，一年核对一次。", url)


_MOST_RULES = 500
