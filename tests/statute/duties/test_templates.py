import pytest

from gongkai.statute.articles import quote
from gongkai.statute.duties import duty_template, duty_templates
from gongkai.statute.errors import StatuteError

ROWS = [row for template in duty_templates() for row in template.rows]


def test_every_row_has_a_key_of_its_own():
    assert len({row.key for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_a_row_is_whole(row):
    assert row.first_level
    assert row.second_level
    assert row.content
    assert row.basis
    assert row.channels


@pytest.mark.parametrize("row", duty_template("article_20").rows, ids=lambda r: r.key)
def test_article_20_has_the_content_that_its_item_names(row):
    words = quote("20")

    assert [part for part in row.content if part not in words] == []


@pytest.mark.parametrize(
    ("level", "templates"),
    [
        (
            "county_department",
            ["article_20", "article_21_city_and_county", "compulsory_education"],
        ),
        ("township", ["article_20", "article_21_township", "compulsory_education"]),
        ("province_department", ["article_20"]),
    ],
)
def test_the_level_of_an_organ_decides_its_templates(level, templates):
    fitting = [each.key for each in duty_templates() if each.fits(level)]

    assert fitting == templates


def test_an_unknown_template_is_refused_with_the_known_ones():
    with pytest.raises(StatuteError) as refused:
        duty_template("schools")

    assert "article_20（条例第二十条）" in refused.value.message
