"""The form of a duty: the official columns, then what the organ keeps for itself."""

from typing import Any

from django import forms

from gongkai.catalogue.models import Duty
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.statute.disclosure import DeadlineKind
from gongkai.statute.duties import CHANNELS, channels_in, kept


class DutyForm(RecordForm):
    """Writes a duty; its channels are ticked as on the official checklist."""

    fieldsets = (
        Fieldset("公开事项", ("number", "first_level", "second_level", "content")),
        Fieldset("依据和时限", ("basis", "deadline_kind", "cycle")),
        Fieldset(
            "怎样公开",
            ("publisher", "audience", "way", "level", "channels"),
        ),
        Fieldset("本机关", ("office", "category", "position", "note")),
    )

    channels = forms.MultipleChoiceField(
        label="公开渠道和载体",
        choices=[(channel, channel) for channel in CHANNELS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Duty
        formfield_callback = desk_formfield
        exclude = ("organ", "not_applicable")
        labels = {"number": "序号"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["channels"] = channels_in(self.instance.channels)
        self.fields["deadline_kind"].choices = [
            (kind.value, f"{kind.label}：{kind.wording}") for kind in DeadlineKind
        ]
        self.fields["content"].help_text = "几个要素用“；”隔开。"

    def clean_channels(self) -> str:
        """Return the ticked channels as the model keeps them."""
        return kept(tuple(self.cleaned_data["channels"]))
