from datetime import date

import pytest

from gongkai.statute.articles import quote
from gongkai.statute.guide import (
    ARTICLE,
    GuideElement,
    is_review_overdue,
    missing_elements,
    national_rules,
    what_is_missing,
)

WHOLE = dict.fromkeys(GuideElement, "有")


def test_the_elements_are_those_of_the_article_in_its_words():
    text = quote(ARTICLE)

    places = [text.find(each.label) for each in GuideElement]
    assert -1 not in places
    assert places == sorted(places)


def test_a_whole_guide_lacks_nothing():
    missing = missing_elements(WHOLE)

    assert missing == []
    assert what_is_missing(missing) == ""


def test_blank_and_absent_elements_are_missing():
    written = WHOLE | {GuideElement.FAX: " "}
    del written[GuideElement.CLASSIFICATION]

    missing = missing_elements(written)

    assert missing == [GuideElement.CLASSIFICATION, GuideElement.FAX]


@pytest.mark.parametrize(
    ("reviewed_on", "today", "overdue"),
    [
        (None, date(2026, 1, 1), True),
        (date(2025, 3, 1), date(2026, 3, 1), False),
        (date(2025, 3, 1), date(2026, 3, 2), True),
        (date(2023, 2, 28), date(2024, 2, 29), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
    ],
)
def test_a_look_holds_for_a_year(reviewed_on, today, overdue):
    assert is_review_overdue(reviewed_on, today) is overdue


def test_a_rule_is_held_whatever_marks_its_title_bears():
    regulation = national_rules()[0]

    assert regulation.is_held(["《中华人民共和国政府信息公开条例》（国务院令第711号）"])
    assert not regulation.is_held(["云溪县政府信息公开办法"])
