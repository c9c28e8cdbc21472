from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from gongkai.desk.publishing.attachments import (
    AttachmentRows,
    FilesField,
    FilesInput,
    save_attachments,
)
from gongkai.desk.publishing.releases import ReleasesForm
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.publishing.models import Item, ItemStatus
from gongkai.publishing.services import keep_revision


class ItemForm(RecordForm):
    """An item with its channels and files.

    They are plain models, so Wagtail's inline panels (which need its clusterable
    models) do not fit: Django's own formsets and one form of channels do.
    """

    new_files = FilesField(
        label="添加附件",
        required=False,
        widget=FilesInput(attrs={"multiple": True}),
        help_text="可以一次选多个；名称取文件名，保存后可改。",
    )
    related_template = "desk/publishing/_item_related.html"
    fieldsets = (
        Fieldset(
            "基本信息",
            ("title", "number", "category", "office", "document_number", "source"),
        ),
        Fieldset("日期", ("formed_on", "validity")),
        Fieldset("内容", ("summary", "body")),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = Item
        formfield_callback = desk_formfield
        fields = (
            "number",
            "note",
            "title",
            "summary",
            "body",
            "category",
            "office",
            "document_number",
            "source",
            "formed_on",
            "validity",
        )
        labels = {"number": "索引号"}
        help_texts = {"note": "只在工作台显示。"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].widget.attrs["rows"] = 14
        self.was_published = self.instance.status == ItemStatus.PUBLISHED
        self.may_publish = may(
            self.actor, "publishing.item", Action.PUBLISH, self.organ
        )

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
        return super().clean()

    def save_related(self, record: Any) -> None:
        self.releases.save(record, self.actor)
        save_attachments(
            self.attachments, record, self.cleaned_data["new_files"], self.actor
        )
        keep_revision(item=Item.objects.get(pk=record.pk), actor=self.actor)
