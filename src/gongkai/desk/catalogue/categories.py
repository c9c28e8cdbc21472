from typing import Any

from django.core.exceptions import ValidationError

from gongkai.catalogue.models import Category, Section
from gongkai.desk.registers.columns import code, number, text, title
from gongkai.desk.registers.fields import desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.viewset import RegisterViewSet


class CategoryForm(RecordForm):
    fieldsets = (
        Fieldset("目录", ("code", "name", "section", "parent")),
        Fieldset("依据", ("basis", "position")),
    )

    class Meta:
        model = Category
        formfield_callback = desk_formfield
        exclude = ("organ",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parents = self.fields["parent"].queryset
        self.fields["parent"].queryset = parents.exclude(pk=self.instance.pk)

    def clean_parent(self) -> Category | None:
        """Refuse a place below itself: the tree would lose its branch."""
        chosen: Category | None = self.cleaned_data["parent"]
        above = chosen
        while above is not None:
            if above.pk == self.instance.pk:
                raise ValidationError("上级目录不能是它自己的下级，请另选上级目录。")
            above = above.parent
        return chosen


class CategoryFilters(RegisterFilterSet):
    section = choice("所属栏目", Section.choices)

    class Meta:
        model = Category
        fields: list[str] = []


class CategoryViewSet(RegisterViewSet):
    model = Category
    layout = "categories"
    noun = "目录"
    menu_label = "公开目录"
    icon = "folder-open-inverse"
    columns = (
        title("目录名称", "name"),
        code("目录编码", "code"),
        text("所属栏目", "section"),
        text("上级目录", lambda category: category.parent or "", "parent__name"),
        text("公开依据", "basis"),
        number("排序", "position"),
    )
    select_related = ("organ", "parent")
    search_fields = ("code", "name", "basis")
    filterset_class = CategoryFilters
    record_form = CategoryForm
    removal_consequence = "删除后网站上不再有这个目录。还有公开信息的目录不能删除。"


register = CategoryViewSet()
