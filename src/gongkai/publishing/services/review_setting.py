"""How many levels an organ reviews: for all its items, and for single categories."""

from typing import Any

from django.db import transaction

from gongkai.catalogue.models import Category
from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.organs.services import change_record, register_record, remove_record
from gongkai.publishing.models import ReviewSettings
from gongkai.statute.errors import GongkaiError

SETTINGS = "publishing.reviewsettings"


@transaction.atomic
def set_review(
    *,
    organ: Organ,
    category: Category | None,
    levels: str,
    resumes_at_return: bool,
    actor: Any,
) -> ReviewSettings:
    """Set the levels of an organ's category, or of all its items (条例第十七条).

    It counts from the next submission; a review that runs ends by its own rules.
    """
    _require(organ, actor)
    if category is not None and category.organ_id != organ.pk:
        raise GongkaiError(f"“{category}”不是{organ}的目录。请另选目录。")
    stored = ReviewSettings.objects.filter(organ=organ, category=category).first()
    record = stored or ReviewSettings(organ=organ, category=category)
    record.levels, record.resumes_at_return = levels, resumes_at_return
    write = change_record if stored else register_record
    write(record=record, actor=actor)
    return record


@transaction.atomic
def unset_review(*, setting: ReviewSettings, actor: Any) -> None:
    """Take a setting away: the next wider one counts again."""
    _require(setting.organ, actor)
    remove_record(record=setting, actor=actor)


def _require(organ: Organ, actor: Any) -> None:
    if actor is not None and not may(actor, SETTINGS, Action.CHANGE, organ):
        raise GongkaiError(
            f"您没有改{organ}审核设置的权限，请公开专员或者系统管理员办理。"
        )
