"""The paragraph on remedies, by the outcome, the ground and the day of a notice."""

from datetime import date

from gongkai.casework.models import CaseworkSettings, Notice
from gongkai.casework.notices.acts import settings_of
from gongkai.casework.notices.kinds import grounds_of, kind_of
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import (
    Body,
    ReconsiderationBody,
    RemedyOrder,
    RemedyRule,
    choice_rule,
    procedural_rule,
    remedy_paragraph,
    remedy_rule,
)


def rule_of(notice: Notice, on: date) -> RemedyRule:
    """Return what may be done against the notice if it is dated ``on``."""
    if kind_of(notice).remedy is RemedyOrder.NONE:
        return procedural_rule(on)
    if not notice.outcome:
        return choice_rule(on)
    return remedy_rule(Outcome(notice.outcome), grounds_of(notice.ground), on)


def remedy_of(notice: Notice, on: date) -> str:
    """Return the paragraph; empty for an act that is not to be attacked.

    The online channel is told whenever the organ has one: whether the notice will be
    served by internet is not known yet. Raises ``StatuteError`` where the settings
    do not name the bodies, or a partial disclosure names no ground.
    """
    return paragraph_for(rule_of(notice, on), settings_of(notice.disclosure_request))


def paragraph_for(rule: RemedyRule, settings: CaseworkSettings) -> str:
    """Return the paragraph by the bodies that an organ's settings name."""
    return remedy_paragraph(
        rule,
        bodies=_bodies(settings),
        court=Body(settings.court, settings.court_address),
        served_online=bool(settings.online_channel.strip()),
        online_channel=settings.online_channel,
    )


def _bodies(settings: CaseworkSettings) -> dict[ReconsiderationBody, Body]:
    return {
        ReconsiderationBody.GOVERNMENT: Body(
            settings.government, settings.government_address
        ),
        ReconsiderationBody.SUPERIOR_DEPARTMENT: Body(settings.superior_department),
    }
