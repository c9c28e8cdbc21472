from itertools import pairwise

import pytest
from lxml import html

from factories.reports import (
    FORM,
    HOSTILE_TEXT,
    blank_report,
    hostile_report,
    merges,
    numbered_report,
    printed_figures,
)
from gongkai.exchange.html import render, render_tables
from gongkai.exchange.printing import filled_grids
from gongkai.statute.annual_report.cells import cell_paths

GRIDS = {grid.key: grid for grid in filled_grids(numbered_report())}


def table(key: str, **options):
    return html.fromstring(render_tables(numbered_report(), **options)[key])


def page(report):
    return html.document_fromstring(render(report).decode())


def texts(element, path):
    return [each.text_content() for each in element.xpath(path)]


def drawn_merges(element) -> set[tuple[int, int, int, int]]:
    """Lay the cells out as a browser does."""
    taken, found = set(), set()
    for at, row in enumerate(element.xpath(".//tr")):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            down, across = int(cell.get("rowspan", 1)), int(cell.get("colspan", 1))
            taken |= {(at + r, column + c) for r in range(down) for c in range(across)}
            if down * across > 1:
                found.add((at, column, down, across))
    return found


def test_page_holds_every_figure_of_the_report():
    found = page(numbered_report()).xpath("//td[@data-cell]")

    assert [cell.get("data-cell") for cell in found] == list(cell_paths(FORM))
    assert [cell.text_content() for cell in found] == printed_figures()
    assert {cell.get("class") for cell in found} == {"report-figure"}


@pytest.mark.parametrize("key", GRIDS)
def test_cells_are_merged_as_in_the_form(key):
    assert drawn_merges(table(key)) == merges(GRIDS[key])


@pytest.mark.parametrize("key", GRIDS)
def test_fragment_is_one_table_with_caption_and_classes(key):
    fragment = table(key)

    assert fragment.tag == "table"
    assert fragment.get("class") == f"report-table report-table--{key}"
    assert texts(fragment, "caption") == [GRIDS[key].caption]
    assert len(fragment.xpath("thead/tr")) == GRIDS[key].header_rows


def headings_of(fragment, path):
    cell = fragment.xpath(f'.//td[@data-cell="{path}"]')[0]
    return [
        fragment.xpath(f'.//th[@id="{name}"]')[0].text_content()
        for name in cell.get("headers").split()
    ]


def test_figure_of_table_three_names_all_its_headings():
    path = "table3.public_interest_organization.withheld.state_secret"

    assert headings_of(table("table3"), path) == [
        "申请人情况",
        "法人或其他组织",
        "社会公益组织",
        "三、本年度办理结果",
        "（三）不予公开",
        "1.属于国家秘密",
    ]


def test_figure_of_table_two_names_the_headings_of_its_block():
    path = "table2.administrative_compulsion.decisions"

    assert headings_of(table("table2"), path) == [
        "第二十条第（六）项",
        "本年处理决定数量",
        "行政强制",
    ]


def test_figure_of_table_four_names_its_three_headings():
    path = "table4.litigation_after_reconsideration.upheld"

    assert headings_of(table("table4"), path) == ["行政诉讼", "复议后起诉", "结果维持"]


def test_headings_say_what_they_head():
    scopes = {
        cell.text_content(): cell.get("scope")
        for cell in table("table3").xpath(".//th")
    }

    assert scopes["自然人"] == "col"
    assert scopes["法人或其他组织"] == "colgroup"
    assert scopes["1.属于国家秘密"] == "row"
    assert scopes["（三）不予公开"] == "rowgroup"


def test_figures_become_links_where_there_is_an_address():
    wanted = "table2.administrative_licensing.decisions"

    fragment = table("table2", link=lambda path: "/a?b=1&c" if path == wanted else None)

    (link,) = fragment.xpath(".//a")
    assert link.getparent().get("data-cell") == wanted
    assert (link.get("href"), link.text) == ("/a?b=1&c", "1007")
    assert link.get("aria-label") == "表二 · 行政许可 · 本年处理决定数量：1007"


def test_cell_that_is_not_stated_leads_nowhere():
    fragment = html.fromstring(
        render_tables(blank_report(), link=lambda path: f"/{path}")["table4"]
    )

    assert set(texts(fragment, ".//td")) == {""}
    assert fragment.xpath(".//a") == []


def test_page_is_whole_and_in_chinese():
    document = page(numbered_report(published_on="2022-01-18"))

    title = "临河县教育局2021年政府信息公开工作年度报告"
    assert document.get("lang") == "zh-CN"
    assert texts(document, "//title") == [title]
    assert texts(document, "//h1") == [title]
    assert texts(document, "//time") == ["2022年1月18日"]
    assert texts(document, "//h2") == [section.heading for section in FORM.sections]
    assert document.xpath("//script | //link | //img | //*[@style]") == []


def test_heading_sentence_is_marked():
    assert texts(page(numbered_report()), '//span[@class="report-lead"]') == [
        "（一）主动公开。",
        "(二) 依申请公开。",
    ]


def test_ids_are_unique():
    ids = page(numbered_report()).xpath("//@id")

    assert all(first != second for first, second in pairwise(sorted(ids)))


def test_hostile_text_stays_text():
    document = page(hostile_report())

    assert texts(document, "//h1") == [
        '<b>"甲&乙"</b>#局2021年政府信息公开工作年度报告'
    ]
    assert texts(document, "//main//p") == list(HOSTILE_TEXT) * 3
    assert document.xpath("//script | //main//b") == []


def test_address_cannot_leave_its_attribute():
    fragment = table("table2", link=lambda _path: '"><script>x</script>')

    assert fragment.xpath(".//script") == []
