"""What the guide must say, which rules an organ holds, and when both are looked over.

条例第十二条第二款 names nine elements. Guide and catalogue are to be updated in time;
the program asks once a year (docs/interpretations/0064-yearly-review.md).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gongkai.statute.articles import cite

ARTICLE = "12(2)"


class GuideElement(StrEnum):
    """The nine elements of a guide, in the order of 条例第十二条第二款."""

    CLASSIFICATION = "classification"
    ARRANGEMENT = "arrangement"
    WAYS_TO_OBTAIN = "ways_to_obtain"
    WORK_BODY = "work_body"
    ADDRESS = "address"
    OFFICE_HOURS = "office_hours"
    PHONE = "phone"
    FAX = "fax"
    INTERNET_CONTACT = "internet_contact"

    @property
    def label(self) -> str:
        """The element in the words of the article."""
        return _LABELS[self]


_LABELS = {
    GuideElement.CLASSIFICATION: "政府信息的分类",
    GuideElement.ARRANGEMENT: "编排体系",
    GuideElement.WAYS_TO_OBTAIN: "获取方式",
    GuideElement.WORK_BODY: "政府信息公开工作机构的名称",
    GuideElement.ADDRESS: "办公地址",
    GuideElement.OFFICE_HOURS: "办公时间",
    GuideElement.PHONE: "联系电话",
    GuideElement.FAX: "传真号码",
    GuideElement.INTERNET_CONTACT: "互联网联系方式",
}


def missing_elements(written: Mapping[GuideElement, str]) -> list[GuideElement]:
    """Return the elements that a guide does not have, in the article's order.

    >>> [each.label for each in missing_elements(
    ...     {element: "有" for element in GuideElement if element != "fax"}
    ... )]
    ['传真号码']
    """
    return [element for element in GuideElement if not written.get(element, "").strip()]


def what_is_missing(missing: Iterable[GuideElement]) -> str:
    """Return the missing elements as one sentence with the article, or nothing.

    >>> what_is_missing([GuideElement.FAX])
    '公开指南还缺：传真号码（《政府信息公开条例》第十二条第二款）。'
    """
    labels = "、".join(element.label for element in missing)
    return f"公开指南还缺：{labels}（{cite(ARTICLE)}）。" if labels else ""


def review_due_on(reviewed_on: date | None) -> date | None:
    """Return by when guide or rules are looked over again: a year on.

    None when they never were, so that it is due at once.

    >>> review_due_on(date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    if reviewed_on is None:
        return None
    year = reviewed_on.year + 1
    is_leap_day = (reviewed_on.month, reviewed_on.day) == (2, 29)
    return reviewed_on.replace(year=year, day=28 if is_leap_day else reviewed_on.day)


def is_review_overdue(reviewed_on: date | None, today: date) -> bool:
    """Return whether more than a year went by without a look."""
    return reviewed_on is None or reviewed_on < last_review_overdue(today)


def last_review_overdue(today: date) -> date:
    """Return the day before which a look is more than a year old: for lists.

    >>> last_review_overdue(date(2026, 3, 1))
    datetime.date(2025, 3, 1)
    """
    is_leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - 1, day=28 if is_leap_day else today.day)


@dataclass(frozen=True)
class NationalRule:
    """A rule of the State that the section 政府信息公开制度 holds."""

    title: str
    number: str

    def is_held(self, titles: Iterable[str]) -> bool:
        """Return whether one of these titles is this rule's."""
        name = _plain(self.title)
        return any(name in _plain(title) for title in titles)


@cache
def national_rules() -> tuple[NationalRule, ...]:
    """Return the rules of the State that every organ shows (``rules.toml``)."""
    file = files("gongkai.statute.guide").joinpath("rules.toml")
    tables = tomllib.loads(file.read_text("utf-8"))["rule"]
    return tuple(NationalRule(**table) for table in tables)


def _plain(title: str) -> str:
    for mark in "《》“”〈〉 ":
        title = title.replace(mark, "")
    return title
