from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Prefetch, QuerySet

from gongkai.desk.registers.chips import Chip, Tone
from gongkai.desk.registers.columns import chip, code, text, title
from gongkai.desk.registers.fields import KeyedRecordField, desk_formfield
from gongkai.desk.registers.filters import RegisterFilterSet, choice
from gongkai.desk.registers.forms import Fieldset, RecordForm
from gongkai.desk.registers.pages import Fact, Section
from gongkai.desk.registers.rows import save_rows
from gongkai.desk.registers.viewset import RegisterViewSet
from gongkai.organs.models import Account, Organ, Person, RoleAssignment
from gongkai.organs.permissions import organs_open_to
from gongkai.organs.roles import Action, Role

ROLES = "organs.roleassignment"
ROLE_CHOICES = [(role.value, role.label) for role in Role]


def at_post(person: Person) -> Chip:
    """Return whether the person is in post."""
    return Chip("在岗", Tone.DONE) if person.is_active else Chip("离岗")


def role_labels(person: Person) -> list[str]:
    """Return the person's roles in officers' words, each once."""
    return list(dict.fromkeys(Role(held.role).label for held in person.roles.all()))


class RoleForm(forms.ModelForm):
    """A role of the person in one of the organs that the actor may grant it in."""

    class Meta:
        model = RoleAssignment
        fields = ("organ", "role")


class PersonForm(RecordForm):
    """A person, the account that belongs to him, and his roles."""

    account = KeyedRecordField(
        Account.objects.none(),
        key="username",
        label="账号（登录名）",
        required=False,
        unknown="没有登录名为“%(value)s”的账号，或者它已属于别人。请核对登录名。",
        help_text="账号由系统管理员建立；没有账号的人员不能登录。",
    )
    related_template = "desk/organs/_roles_form.html"
    fieldsets = (
        Fieldset("人员", ("number", "name", "post", "office", "phone", "is_active")),
        Fieldset("登录", ("account",)),
        Fieldset("备注", ("note",)),
    )

    class Meta:
        model = Person
        formfield_callback = desk_formfield
        exclude = ("organ",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = Account.objects.filter(person__isnull=True)
        self.fields["account"].queryset = free | Account.objects.filter(
            person=self.instance.pk
        )

    @cached_property
    def grantable(self) -> QuerySet[Organ]:
        """The organs in which the actor may grant roles."""
        return organs_open_to(self.actor, ROLES, Action.ADD)

    @cached_property
    def roles(self) -> Any:
        """The rows of roles, or None where the actor may not grant any."""
        if not self.grantable.exists():
            return None
        rows = forms.inlineformset_factory(
            Person, RoleAssignment, form=RoleForm, extra=2, can_delete=True
        )(
            self.data if self.is_bound else None,
            instance=self.instance,
            queryset=RoleAssignment.objects.filter(organ__in=self.grantable),
        )
        choices = [("", "——"), *((organ.pk, str(organ)) for organ in self.grantable)]
        for form in rows.forms:
            row: Any = form
            row.fields["organ"].queryset = self.grantable
            row.fields["organ"].choices = choices
            row.fields["role"].choices = [("", "（不增加）"), *ROLE_CHOICES]
            if row.instance.pk is None:
                row.initial["organ"] = self.organ.pk if self.organ else None
                row.empty_permitted = True
        return rows

    def is_valid(self) -> bool:
        rows_are_valid = self.roles is None or self.roles.is_valid()
        return super().is_valid() and rows_are_valid

    def save_related(self, record: Any) -> None:
        if self.roles is not None:
            self.roles.instance = record
            save_rows(self.roles, actor=self.actor)


class PersonFilters(RegisterFilterSet):
    role = choice(
        "角色",
        ROLE_CHOICES,
        field_name="roles__role",
        distinct=True,
    )

    class Meta:
        model = Person
        fields: list[str] = []


class PersonViewSet(RegisterViewSet):
    model = Person
    layout = "people"
    noun = "人员"
    menu_label = "人员"
    icon = "user"
    columns = (
        title("姓名", "name"),
        code("编号", "number"),
        text("职务", "post"),
        text("股室", lambda person: person.office or "", "office__name"),
        text("角色", lambda person: "、".join(role_labels(person))),
        code("办公电话", "phone"),
        chip("在岗", at_post, "is_active"),
    )
    select_related = ("organ", "office", "account")
    prefetch_related = (
        Prefetch("roles", RoleAssignment.objects.select_related("organ")),
    )
    search_fields = ("number", "name", "post")
    filterset_class = PersonFilters
    record_form = PersonForm
    removal_consequence = "删除后此人的角色随之撤销，其账号不能再进入工作台。"

    state = staticmethod(at_post)

    def sections(self, record: Any) -> list[Section]:
        roles = [
            Fact(Role(held.role).label, str(held.organ)) for held in record.roles.all()
        ]
        return [*super().sections(record), Section("角色", roles)]


register = PersonViewSet()
