import io
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from factories.reports import (
    FORM,
    HOSTILE_TEXT,
    PROSE,
    blank_report,
    hostile_report,
    merges,
    numbered_report,
    printed_figures,
)
from gongkai.exchange.docx.rendering import render
from gongkai.exchange.printing import RenderOptions, filled_grids

GRIDS = filled_grids(numbered_report())


def opened(report, options=None):
    return docx.Document(io.BytesIO(render(report, options)))


def value(element, path):
    """Return the ``w:val`` at a path of ``w:`` tags, or None."""
    for tag in path.split("/"):
        element = element.find(qn(f"w:{tag}"))
        if element is None:
            return None
    return element.get(qn("w:val"))


def words(element) -> str:
    return "".join(text.text for text in element.iter(qn("w:t")))


def tables(report):
    return list(opened(report).element.body.iter(qn("w:tbl")))


def drawn(table):
    """Return each cell of a table's XML as (row, column, span, merge, text)."""
    found = []
    for at, row in enumerate(table.iter(qn("w:tr"))):
        column = 0
        for cell in row.iter(qn("w:tc")):
            span = int(value(cell, "tcPr/gridSpan") or 1)
            found.append((at, column, span, value(cell, "tcPr/vMerge"), words(cell)))
            column += span
    return found


def drawn_merges(table):
    cells = drawn(table)
    found = set()
    for at, column, span, merge, _text in cells:
        down = 1
        if merge == "restart":
            below = {
                row
                for row, col, _s, m, _t in cells
                if col == column and m == "continue"
            }
            while at + down in below:
                down += 1
        if merge != "continue" and down * span > 1:
            found.add((at, column, down, span))
    return found


def styled(document, style):
    return [line.text for line in document.paragraphs if line.style.name == style]


def test_every_figure_stands_in_its_cell():
    found = []
    for table, grid in zip(tables(numbered_report()), GRIDS, strict=True):
        texts = {(row, column): text for row, column, _s, _m, text in drawn(table)}
        found += [
            texts[at, cell.column]
            for at, row in enumerate(grid.rows)
            for cell in row
            if cell.path
        ]

    assert found == printed_figures()


def test_cell_that_is_not_stated_is_empty():
    last = drawn(tables(blank_report())[2])[-15:]

    assert [cell[-1] for cell in last] == [""] * 15


@pytest.mark.parametrize("at", range(3), ids=[grid.key for grid in GRIDS])
def test_cells_are_merged_as_in_the_form(at):
    assert drawn_merges(tables(numbered_report())[at]) == merges(GRIDS[at])


@pytest.mark.parametrize("at", range(3), ids=[grid.key for grid in GRIDS])
def test_python_docx_reads_the_tables_as_rectangles(at):
    table = opened(numbered_report()).tables[at]

    widths = {len(row.cells) for row in table.rows}
    assert widths == {GRIDS[at].column_count}


@pytest.mark.parametrize("at", range(3), ids=[grid.key for grid in GRIDS])
def test_head_is_repeated_and_no_row_is_split(at):
    rows = list(tables(numbered_report())[at].iter(qn("w:trPr")))

    heads = [row.find(qn("w:tblHeader")) is not None for row in rows]
    assert heads == [n < GRIDS[at].header_rows for n in range(len(rows))]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


def test_tables_carry_caption_and_description():
    properties = tables(numbered_report())[2].tblPr

    assert value(properties, "tblCaption") == "政府信息公开行政复议、行政诉讼情况"
    assert value(properties, "tblDescription") == (
        "临河县教育局2021年政府信息公开行政复议、行政诉讼情况统计表"
    )


def test_rules_are_half_a_point():
    borders = tables(numbered_report())[0].tblPr.find(qn("w:tblBorders"))

    assert {side.get(qn("w:sz")) for side in borders} == {"4"}
    assert len(borders) == 6


def test_page_is_that_of_the_standard():
    document = opened(numbered_report())
    section = document.sections[0]

    size = (section.page_width, section.page_height)
    assert [round(side.mm) for side in size] == [210, 297]
    margins = (
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
    grid = next(document.element.iter(qn("w:docGrid")))
    assert {key.rpartition("}")[2]: text for key, text in grid.attrib.items()} == {
        "type": "linesAndChars",
        "linePitch": "579",
        "charSpace": "-848",
    }


def test_table_three_stands_on_a_rotated_page_of_its_own():
    document = opened(numbered_report())

    shapes = [
        (section.orientation, round(section.page_width.mm))
        for section in document.sections
    ]
    assert shapes == [(0, 210), (1, 297), (0, 210)]
    body = list(document.element.body)
    first, last = (at for at, each in enumerate(body) if ends_section(each))
    heading, table, _end = body[first + 1 : last + 1]
    assert words(heading) == "三、收到和处理政府信息公开申请情况"
    assert table.tag == qn("w:tbl")


def ends_section(element) -> bool:
    return element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def test_rotated_table_has_room_on_its_page():
    document = opened(numbered_report())

    section = document.sections[1]
    rows = tables(numbered_report())[1].iter(qn("w:trHeight"))
    table = sum(int(row.get(qn("w:val"))) for row in rows) / 20
    room = section.page_height.pt - section.top_margin.pt - section.bottom_margin.pt
    assert table + 28.95 + 1 < room


def test_headings_are_headings():
    document = opened(numbered_report())

    assert styled(document, "Heading 1") == [
        section.heading for section in FORM.sections
    ]
    assert styled(document, "Title") == ["临河县教育局2021年\n政府信息公开工作年度报告"]


def test_prose_is_body_text_with_its_headings_in_kai():
    document = opened(numbered_report())

    lines = [line for line in document.paragraphs if line.style.name == "Body Text"]
    text = "\n".join(PROSE.values()).replace("\n\n", "\n").split("\n")
    assert [line.text for line in lines] == text
    assert [(run.text, run.style.name) for run in lines[1].runs] == [
        ("（一）主动公开。", "小标题"),
        ("公开64条。", "Default Paragraph Font"),
    ]


def test_styles_are_those_of_the_standard():
    styles = opened(numbered_report()).styles

    fonts = {
        name: styles[name].element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia"))
        for name in ("Title", "Heading 1", "小标题", "表格文字")
    }
    assert fonts == {
        "Title": "方正小标宋简体",
        "Heading 1": "黑体",
        "小标题": "楷体_GB2312",
        "表格文字": "宋体",
    }
    assert styles["Title"].font.size.pt == 22
    assert styles["Normal"].font.size.pt == 16
    assert styles["Normal"].paragraph_format.line_spacing.pt == pytest.approx(28.95)
    indent = styles["Body Text"].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"


def number_lines(footer):
    return [
        (line.find(qn("w:pPr")), words(line))
        for line in footer.part.element.iter(qn("w:p"))
        if words(line)
    ]


@pytest.mark.parametrize("at", range(3))
def test_page_number_stands_outside(at):
    document = opened(numbered_report())
    section = document.sections[at]

    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        ((properties, text),) = number_lines(footer)
        assert text == "— 1 —"
        assert value(properties, "jc") == side
        assert properties.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"
        field = next(footer.part.element.iter(qn("w:fldSimple")))
        assert field.get(qn("w:instr")) == " PAGE "


def test_number_of_a_rotated_page_reads_down_its_left_side():
    sections = opened(numbered_report()).sections

    turned = [
        [
            each.get(qn("w:val"))
            for each in section.footer.part.element.iter(qn("w:textDirection"))
        ]
        for section in sections
    ]
    assert turned == [[], ["tbRl"], []]


def test_signature_stands_below_the_text():
    document = opened(numbered_report(published_on="2022-01-18"))

    lines = [line.text for line in document.paragraphs[-3:]]
    assert lines == ["", "临河县教育局", "2022年1月18日"]
    indents = list(document.element.body.iter(qn("w:ind")))[-2:]
    assert [indent.get(qn("w:rightChars")) for indent in indents] == ["450", "200"]


def test_report_that_is_not_published_has_no_signature():
    assert opened(numbered_report()).paragraphs[-1].text == "没有收取信息处理费。"


def test_properties_name_report_and_organ():
    properties = opened(
        numbered_report(), RenderOptions(generated_on=date(2022, 1, 18))
    ).core_properties

    assert properties.title == "临河县教育局2021年政府信息公开工作年度报告"
    assert (properties.author, properties.language) == ("临河县教育局", "zh-CN")
    assert properties.created.date() == date(2022, 1, 18)


def test_same_report_gives_the_same_bytes():
    assert render(numbered_report()) == render(numbered_report())


def test_every_part_is_well_formed():
    archive = zipfile.ZipFile(io.BytesIO(render(hostile_report())))

    parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert "word/document.xml" in parts
    for name in parts:
        etree.fromstring(archive.read(name))


def test_hostile_text_stays_text():
    document = opened(hostile_report())

    assert styled(document, "Body Text") == list(HOSTILE_TEXT) * 3
    assert styled(document, "Title") == [
        '<b>"甲&乙"</b>#局2021年\n政府信息公开工作年度报告'
    ]
