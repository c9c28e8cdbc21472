"""The channels of an item: one line for each, ticked where the item went out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from gongkai.organs.services import change_record, register_record, remove_record
from gongkai.publishing.models import Channel, Item, Release


@dataclass(frozen=True)
class ChannelLine:
    """The two fields of one channel, for the template."""

    channel: Channel
    ticked: forms.BoundField
    address: forms.BoundField


class ReleasesForm(forms.Form):
    """Says on which channels an item went out, each with its address."""

    prefix = "releases"

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = (
            {release.channel: release for release in item.releases.all()}
            if item.pk
            else {}
        )
        for channel in Channel:
            release = self.held.get(channel.value)
            self.fields[channel.value] = forms.BooleanField(
                label=channel.label, required=False, initial=release is not None
            )
            self.fields[f"{channel.value}_address"] = forms.URLField(
                label=f"{channel.label}网址",
                required=False,
                max_length=500,
                assume_scheme="https",
                initial=release.address if release else "",
            )

    def clean(self) -> dict[str, Any]:
        """Refuse an address on a channel that is not ticked: one of them is wrong."""
        cleaned = self.cleaned_data
        for channel in Channel:
            address = cleaned.get(f"{channel.value}_address")
            if address and not cleaned.get(channel.value):
                self.add_error(
                    f"{channel.value}_address",
                    f"填了网址但没有勾选“{channel.label}”，请勾选或清空网址。",
                )
        return cleaned

    def lines(self) -> Iterator[ChannelLine]:
        """Yield the fields channel by channel."""
        for channel in Channel:
            yield ChannelLine(
                channel, self[channel.value], self[f"{channel.value}_address"]
            )

    def save(self, item: Item, actor: Any) -> None:
        """Write what was ticked, changed and taken away."""
        for channel in Channel:
            self._save_channel(item, channel, actor)

    def _save_channel(self, item: Item, channel: Channel, actor: Any) -> None:
        release = self.held.get(channel.value)
        address = self.cleaned_data[f"{channel.value}_address"]
        if not self.cleaned_data[channel.value]:
            if release:
                remove_record(record=_of(item, release), actor=actor)
        elif release is None:
            added = Release(item=item, channel=channel.value, address=address)
            register_record(record=_of(item, added), actor=actor)
        elif release.address != address:
            release.address = address
            change_record(record=_of(item, release), actor=actor)


def _of(item: Item, release: Release) -> Release:
    """Tell the journal whose release it is: it asks a record for its organ."""
    release.organ = item.organ  # type: ignore[attr-defined]
    return release
