from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from gongkai.desk.publishing.attachments import (
    AttachmentRows,
    AttachmentsField,
    save_attachments,
)
from gongkai.desk.publishing.due_day import due_words
from gongkai.desk.publishing.releases import ReleasesForm
from gongkai.desk.registers.fields import KeyedRecordField, desk_formfield
from gongkai.desk.registers.files import FilesInput
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.publishing.models import Item, ItemStatus
from gongkai.publishing.services import items_of_title, keep_revision


class ItemForm(RecordForm):
    """An item with its channels and files.

    They are plain models, so Wagtail's inline panels (which need its clusterable
    models) do not fit: Django's own formsets and one form of channels do.
    """

    new_files = AttachmentsField(
        label="添加附件",
        required=False,
        widget=FilesInput(attrs={"multiple": True}),
        help_text="可以一次选多个；名称取文件名，保存后可改。",
    )
    same_title = forms.CharField(
        label="同名理由",
        required=False,
        max_length=200,
        help_text="写明为什么同名还要登记一条，如“每年一次”；写入留痕。",
    )
    correction = forms.CharField(
        label="更正说明",
        required=False,
        max_length=300,
        help_text="这条信息已发布。写明更正了什么、为什么；网页上会显示，并写入留痕。",
    )
    interprets = KeyedRecordField(
        Item.objects.all(),
        label="解读的文件（索引号）",
        required=False,
        unknown="本机关没有索引号为“%(value)s”的公开信息，请核对索引号。",
        help_text="政策解读填写被解读文件的索引号，两个网页互相链接。",
    )
    keeps_original = forms.BooleanField(
        label="把公文原文件也作为附件公开", required=False
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    related_template = "desk/publishing/_item_related.html"
    fieldsets = (
        Fieldset(
            "基本信息",
            ("title", "category", "office", "formed_on", "document_number"),
        ),
        Fieldset("公开属性和依据", ("attribute", "ground")),
        Fieldset("公开期限", ("deadline_kind", "changed_on", "due_on")),
        Fieldset("内容", ("summary", "body")),
        Fieldset(
            "目录信息",
            (
                *("number", "duty", "source", "validity"),
                *("theme", "keywords", "genre", "audience"),
                "interprets",
            ),
            folded=True,
        ),
        Fieldset("联合制作和会商", ("joint_organs", "confirmation"), folded=True),
        Fieldset("定时发布和撤下", ("publish_at", "expire_at"), folded=True),
        Fieldset("备注", ("note",), folded=True),
    )

    class Meta:
        model = Item
        formfield_callback = desk_formfield
        fields = (
            *("number", "note", "title", "summary", "body", "category", "office"),
            *("document_number", "source", "formed_on", "validity", "duty"),
            *("attribute", "ground", "deadline_kind", "changed_on"),
            *("joint_organs", "confirmation", "theme", "keywords", "genre"),
            *("audience", "publish_at", "expire_at", "interprets"),
        )
        labels = {"number": "索引号"}
        help_texts = {
            "note": "只在工作台显示。",
            "number": "留空的，保存时按规则编号；编定后不改，删除后不再用。",
            "ground": "只有不予公开的才选。",
            "keywords": "多个用空格或顿号隔开。",
            "publish_at": "审核通过后到这个时间自动发布；不填的，审核通过即发布。",
            "expire_at": "到这个时间自动撤下；长期公开的不填。",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.original: Any = None
        self.was_published = self.instance.status == ItemStatus.PUBLISHED
        self.may_publish = may(
            self.actor, "publishing.item", Action.PUBLISH, self.organ
        )
        self.fields["body"].widget.attrs |= {"rows": 14, "data-rich": ""}
        self.fields["version"].initial = self.instance.version
        self.fields["number"].required = False
        self.fields["number"].disabled = self.instance.pk is not None
        for name in ("attribute", "deadline_kind"):
            self.fields[name].required = False
        self.fields["deadline_kind"].help_text = format_html(
            '<span data-due="{}">{}</span>',
            reverse("item:due"),
            due_words(self.instance) if self.instance.pk else "",
        )

    def groups(self) -> list[Mapping[str, Any]]:
        """Put what has to be said first, where something has to be said."""
        asked = [name for name in ("same_title", "correction") if self._asks(name)]
        said = {"title": "需要说明", "fields": [self[name] for name in asked]}
        return [*([said] if asked else []), *super().groups()]

    def _asks(self, name: str) -> bool:
        if name == "correction":
            return self.was_published and self.may_publish
        return bool(self.is_bound and (self[name].errors or self[name].value()))

    @cached_property
    def releases(self) -> ReleasesForm:
        """The channels."""
        return ReleasesForm(self.data if self.is_bound else None, item=self.instance)

    @cached_property
    def attachments(self) -> Any:
        """The files that the item has."""
        return AttachmentRows(
            self.data if self.is_bound else None, instance=self.instance
        )

    def is_valid(self) -> bool:
        parts = (self.releases.is_valid(), self.attachments.is_valid())
        return super().is_valid() and all(parts)

    def clean(self) -> dict[str, Any] | None:
        if self.was_published and not self.may_publish:
            raise ValidationError(
                "这条信息已发布，改动全网立即可见。请交公开专员或三审修改。"
            )
        values = super().clean() or {}
        self._check_version(values.get("version"))
        self._check_title(values)
        self._check_appointments(values)
        if self.was_published and self._changes_files() and not values["correction"]:
            self.add_error("correction", "改动附件也是更正，请写更正说明。")
        return values

    def _check_version(self, seen: int | None) -> None:
        """Stop the second of two editors once: what he typed stays in the form."""
        if not self.instance.pk or seen is None:
            return
        now = Item.objects.values_list("version", flat=True).get(pk=self.instance.pk)
        if now == seen:
            return
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data["version"] = str(now)
        self.data = data
        raise ValidationError(
            "您打开以后，另一位同事改过这条信息。您填的还在下面：请另开窗口看历次稿，"
            "核对后再保存，以您的为准。"
        )

    def _check_title(self, values: dict[str, Any]) -> None:
        is_kept = self.instance.pk and "title" not in self.changed_data
        if is_kept or not values.get("title") or values.get("same_title"):
            return
        alike = Item(pk=self.instance.pk, organ=self.organ, title=values["title"])
        other = items_of_title(alike).first()
        if other is not None:
            self.add_error(
                "same_title",
                f"本机关已有同名的信息（索引号{other.number}，成文{other.formed_on}）。"
                "请改标题，或者写明理由。",
            )

    def _check_appointments(self, values: dict[str, Any]) -> None:
        starts, ends = values.get("publish_at"), values.get("expire_at")
        if starts and "publish_at" in self.changed_data and starts <= timezone.now():
            self.add_error("publish_at", "定时发布的时间已过，请改到以后，或者清空。")
        if starts and ends and ends <= starts:
            self.add_error("expire_at", "撤下早于发布，请改正其中一个。")

    def _changes_files(self) -> bool:
        return (
            bool(self.cleaned_data.get("new_files")) or self.attachments.has_changed()
        )

    def save_related(self, record: Any) -> None:
        self.releases.save(record, self.actor)
        files = list(self.cleaned_data["new_files"])
        if self.original and self.cleaned_data["keeps_original"]:
            files.insert(0, self.original)
        save_attachments(self.attachments, record, files, self.actor)
        keep_revision(item=Item.objects.get(pk=record.pk), actor=self.actor)
