"""The duties of proactive disclosure as data: templates that an organ adopts.

条例第二十条 for every organ, 第二十一条 by its level, and the standard catalogue of
compulsory education (国办发〔2019〕54号). A county adapts them: they are the start
of its catalogue and never its end (条例第二十二条).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.disclosure import DeadlineKind
from gongkai.statute.duties.cycles import Cycle
from gongkai.statute.errors import StatuteError

_FILES = (
    "article_20.toml",
    "article_21_city_and_county.toml",
    "article_21_township.toml",
    "compulsory_education.toml",
)


@dataclass(frozen=True)
class DutyRow:
    """One duty, in the official ten columns.

    序号 · 一级事项、二级事项 · 公开内容（要素） · 公开依据 · 公开时限 · 公开主体 ·
    公开渠道和载体 · 公开对象 · 公开方式 · 公开层级. ``is_sure``: the row was read in
    catalogues in force; otherwise it is common practice and to be checked.
    """

    key: str
    first_level: str
    second_level: str
    content: tuple[str, ...]
    basis: str
    deadline: DeadlineKind
    cycle: Cycle
    publisher: str
    channels: tuple[str, ...]
    audience: str
    is_sure: bool


@dataclass(frozen=True)
class DutyTemplate:
    """Duties that belong together; ``levels`` are the organs that have them."""

    key: str
    label: str
    basis: str
    levels: tuple[str, ...]
    rows: tuple[DutyRow, ...]

    def fits(self, level: str) -> bool:
        """Return whether an organ of this level has these duties."""
        return not self.levels or level in self.levels


@cache
def duty_templates() -> tuple[DutyTemplate, ...]:
    """Return all templates.

    >>> [len(template.rows) for template in duty_templates()]
    [15, 7, 8, 25]
    """
    return tuple(_template(name) for name in _FILES)


def duty_template(key: str) -> DutyTemplate:
    """Return one template; ``StatuteError`` names the known ones."""
    for template in duty_templates():
        if template.key == key:
            return template
    known = "、".join(f"{each.key}（{each.label}）" for each in duty_templates())
    raise StatuteError(f"没有“{key}”这个目录模板。请用下列之一：{known}。")


def _template(name: str) -> DutyTemplate:
    file = files("gongkai.statute.duties").joinpath(name)
    told = tomllib.loads(file.read_text("utf-8"))
    defaults = told["defaults"]
    return DutyTemplate(
        key=told["key"],
        label=told["label"],
        basis=told["basis"],
        levels=tuple(told["levels"]),
        rows=tuple(_row({**defaults, **table}) for table in told["duty"]),
    )


def _row(table: dict[str, Any]) -> DutyRow:
    return DutyRow(
        key=table["key"],
        first_level=table["first_level"],
        second_level=table["second_level"],
        content=tuple(table["content"]),
        basis=table["basis"],
        deadline=DeadlineKind(table["deadline"]),
        cycle=Cycle.parse(table["cycle"]),
        publisher=table["publisher"],
        channels=tuple(table["channels"]),
        audience=table["audience"],
        is_sure=table["is_sure"],
    )
