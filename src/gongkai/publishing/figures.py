"""What prose may state of published items."""

from typing import Any

from django.db.models import QuerySet

from gongkai.organs.figures import Figure, Records
from gongkai.organs.models import Organ
from gongkai.publishing.models import Channel, Item
from gongkai.publishing.selectors import items_disclosed

_REGISTER = Item._meta.label_lower  # noqa: SLF001


def _on(channel: Channel) -> Records:
    def records(organ: Organ, year: int) -> QuerySet[Any]:
        return items_disclosed(organ, year, channel)

    return records


def _channel_figure(channel: Channel) -> Figure:
    name = "其他渠道" if channel is Channel.OTHER else channel.label
    label = f"{name}公开信息"
    return Figure(f"items.{channel.value}", label, "条", _REGISTER, _on(channel))


FIGURES: tuple[Figure, ...] = (
    Figure("items.disclosed", "主动公开信息", "条", _REGISTER, items_disclosed),
    *(_channel_figure(channel) for channel in Channel),
)
