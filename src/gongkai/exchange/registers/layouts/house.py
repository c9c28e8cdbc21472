"""Organs, offices, people and the leadership group."""

from gongkai.exchange.registers.children import Labels
from gongkai.exchange.registers.layout import Layout, column, columns
from gongkai.exchange.registers.references import Reference
from gongkai.organs.models import (
    LeadershipMember,
    Office,
    Organ,
    Person,
    RoleAssignment,
)
from gongkai.organs.roles import Role
from gongkai.organs.tree import settle_paths

NUMBER = ("编号", "number", None, "本机关内不重复，再次导入时按它认出同一条记录。")
NOTE = ("备注", "note")
KEY = ("organ", "number")
OFFICE = Reference(Office, "number", "股室编号")
_ABOVE = Reference(Organ, "code", "机关代码", scoped=False)
_ROLES = Labels(
    related_name="roles",
    model=RoleAssignment,
    parent="person",
    field="role",
    choices=tuple((role.value, role.label) for role in Role),
    at_organ=True,
)

ORGANS = Layout(
    slug="organs",
    label="机关",
    model=Organ,
    key=("code",),
    columns=tuple(
        column(Organ, *described)
        for described in (
            ("机关代码", "code"),
            ("机关全称", "name"),
            ("简称", "short_name"),
            ("层级", "level"),
            ("上级机关代码", "parent", _ABOVE, "最上级的机关不填。"),
            ("主色", "colour"),
            ("办公地址", "address"),
            ("办公时间", "office_hours"),
            ("联系电话", "phone"),
            ("传真", "fax"),
            ("电子邮箱", "email"),
            ("网站", "website", None, "以 http:// 或 https:// 开头。"),
            ("网站标识码", "site_id_code"),
            ("ICP备案号", "icp_number"),
            ("公安备案号", "police_number"),
            ("收费金额小数位（万元）", "fee_decimal_places"),
        )
    ),
    settle=settle_paths,
)

OFFICES = Layout(
    slug="offices",
    label="股室",
    model=Office,
    key=KEY,
    columns=columns(
        Office,
        NUMBER,
        ("股室名称", "name"),
        ("职责", "duties"),
        ("联系电话", "phone"),
        ("政府信息公开工作机构", "is_ogi_work_body"),
        ("排序", "position"),
        NOTE,
    ),
)

PEOPLE = Layout(
    slug="people",
    label="人员",
    model=Person,
    key=KEY,
    columns=columns(
        Person,
        NUMBER,
        ("姓名", "name"),
        ("职务", "post"),
        ("股室", "office", OFFICE),
        ("办公电话", "phone"),
        ("在岗", "is_active"),
        ("角色", "roles", _ROLES, "此人在本机关的角色；在其他机关的角色不受影响。"),
        NOTE,
    ),
)

LEADERSHIP = Layout(
    slug="leadership",
    label="领导小组",
    model=LeadershipMember,
    key=KEY,
    columns=columns(
        LeadershipMember,
        NUMBER,
        ("姓名", "name"),
        ("职务", "post"),
        ("组内职务", "position"),
        ("分工", "duty"),
        ("任职起", "from_on"),
        ("任职止", "until_on"),
        NOTE,
    ),
)
