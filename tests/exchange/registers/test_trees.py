import pytest

from factories.catalogue import CategoryFactory
from factories.organs import OrganFactory
from factories.tables import csv_of, take_in
from gongkai.catalogue.models import Category
from gongkai.exchange.registers.trees import in_circles
from gongkai.organs.models import Organ

pytestmark = pytest.mark.django_db


def organ_row(code, above="", **cells):
    return {
        "机关代码": code,
        "机关全称": f"{code}示例局",
        "层级": "县级部门",
        "上级机关代码": above,
    } | cells


def category_row(code, above="", organ="YX"):
    return {
        "机关代码": organ,
        "目录编码": code,
        "目录名称": f"目录{code}",
        "上级目录编码": above,
    }


def paths():
    return dict(Organ.objects.values_list("code", "path"))


def test_organs_may_stand_before_those_above_them():
    rows = [organ_row("C", "B"), organ_row("B", "A"), organ_row("A")]

    result = take_in("organs", csv_of("organs", *rows))

    assert result.added == 3
    assert paths() == {"A": "A/", "B": "A/B/", "C": "A/B/C/"}


def test_an_organ_that_moves_takes_those_below_along():
    rows = [organ_row("A"), organ_row("B", "A"), organ_row("C", "B")]
    take_in("organs", csv_of("organs", *rows))

    result = take_in("organs", csv_of("organs", organ_row("N"), organ_row("B", "N")))

    assert (result.added, result.changed) == (1, 1)
    assert paths() == {"A": "A/", "B": "N/B/", "C": "N/B/C/", "N": "N/"}


def test_organs_come_in_again_unchanged():
    content = csv_of("organs", organ_row("B", "A"), organ_row("A"))
    take_in("organs", content)

    assert take_in("organs", content).unchanged == 2


def test_a_circle_of_organs_is_refused():
    OrganFactory(code="A")
    rows = [organ_row("A", "C"), organ_row("B", "A"), organ_row("C", "B")]

    result = take_in("organs", csv_of("organs", *rows))

    assert {error.reason for error in result.errors} == {
        "上级关系绕成了圈，请改正上级。"
    }
    assert paths() == {"A": "A/"}


def test_an_unknown_organ_above_is_refused():
    (error,) = take_in("organs", csv_of("organs", organ_row("B", "Z"))).errors

    assert (error.column, error.value) == ("上级机关代码", "Z")


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"机关代码": "甲"}, "机关代码"),
        ({"电子邮箱": "没有"}, "电子邮箱"),
        ({"网站": "教育局"}, "网站"),
        ({"主色": "粉红"}, "主色"),
        ({"收费金额小数位（万元）": "9"}, "收费金额小数位（万元）"),
    ],
)
def test_an_organs_wrong_field_is_named(cells, column):
    row = organ_row("A") | cells

    (error,) = take_in("organs", csv_of("organs", row)).errors

    assert error.column == column


@pytest.mark.parametrize(
    ("row", "is_allowed"),
    [
        (organ_row("B", "A", 简称="乙"), True),
        (organ_row("N", "A"), True),
        (organ_row("N", "B"), True),
        (organ_row("N"), False),
        (organ_row("N", "Z"), False),
        (organ_row("B", "Z"), False),
        (organ_row("B"), False),
        (organ_row("Z", 简称="丙"), False),
        (organ_row("A", "Z"), False),
    ],
)
def test_who_is_limited_to_a_branch_writes_organs_only_there(row, is_allowed):
    top = OrganFactory(code="A")
    OrganFactory(code="B", parent=top)
    OrganFactory(code="Z")
    limit = Organ.objects.filter(path__startswith="A/")

    result = take_in("organs", csv_of("organs", row), organ_limit=limit)

    assert result.accepted is is_allowed


def test_categories_lie_below_categories_of_their_own_organ():
    here, there = OrganFactory(code="YX"), OrganFactory(code="LS")
    CategoryFactory(organ=there, code="A")
    rows = [category_row("A1", "A"), category_row("A")]

    assert take_in("categories", csv_of("categories", *rows)).added == 2

    below = Category.objects.get(organ=here, code="A1")
    assert below.parent == Category.objects.get(organ=here, code="A")


def test_a_category_of_another_organ_is_unknown_here():
    OrganFactory(code="YX")
    CategoryFactory(code="A")

    result = take_in("categories", csv_of("categories", category_row("A1", "A")))

    assert [error.column for error in result.errors] == ["上级目录编码"]


def test_a_category_cannot_lie_below_itself():
    OrganFactory(code="YX")

    (error,) = take_in(
        "categories", csv_of("categories", category_row("A", "A"))
    ).errors

    assert error.reason == "上级关系绕成了圈，请改正上级。"


def test_in_circles_finds_circles_and_what_hangs_below_them():
    above = {1: 2, 2: 3, 3: 2, 4: None, 5: 4, 6: 6, 7: 99}

    assert in_circles(above) == {1, 2, 3, 6}
