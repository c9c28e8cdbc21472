import io
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from factories.tables import saved
from gongkai.exchange.registers import xlsx_table
from gongkai.exchange.registers.csv_table import guarded, unguarded
from gongkai.exchange.registers.tables import read_table, sheet_named
from gongkai.statute.errors import GongkaiError


def rows_of(content, name="表.csv"):
    (sheet,) = read_table(content, name)
    return list(sheet.rows())


def workbook_with(*rows, title="表"):
    workbook = Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    return workbook


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_in_the_encodings_of_chinese_offices(encoding):
    content = "编号,备注\nA1,㐂〔2021〕\n".encode(encoding)

    assert rows_of(content) == [(1, ["编号", "备注"]), (2, ["A1", "㐂〔2021〕"])]


def test_csv_names_the_line_on_which_a_row_begins():
    content = '编号,备注\r\nA1,"一\r\n二\r\n三"\r\nA2,四\r\n'.encode()

    assert [line for line, _ in rows_of(content)] == [1, 2, 5]


def test_csv_with_an_open_quotation_mark_is_refused_with_its_line():
    with pytest.raises(GongkaiError, match="从第2行起不是正确的CSV"):
        rows_of('编号,备注\nA1,"一\nA2,二\n'.encode())


def test_csv_cells_may_be_long():
    assert rows_of(("长" * 200_000).encode()) == [(1, ["长" * 200_000])]


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\0\0", b"a\0b", b"\xff\xff\xff"])
def test_a_file_that_is_no_table_is_refused(content):
    with pytest.raises(GongkaiError, match="不是CSV，或者编码不认识"):
        rows_of(content)


@pytest.mark.parametrize("content", [b"", b" \n "])
def test_an_empty_file_is_refused(content):
    with pytest.raises(GongkaiError, match="是空文件"):
        rows_of(content)


def test_an_old_excel_file_is_refused_with_what_to_do():
    with pytest.raises(GongkaiError, match="另存为XLSX"):
        rows_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "表.xls")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(GongkaiError, match="读不出文件"):
        read_table(tmp_path / "nothing.csv")


def test_a_file_on_disk_gives_its_name_to_the_sheet(tmp_path):
    path = tmp_path / "items.csv"
    path.write_bytes(b"a,b\n")

    assert [sheet.title for sheet in read_table(path)] == ["items.csv"]


def test_xlsx_cells_read_as_the_text_that_they_show():
    moment = datetime(2021, 3, 5, 8, 30)  # noqa: DTZ001 - Excel knows no zone
    content = saved(
        workbook_with(
            [3, 3.0, 2673.5355, True, None, date(2021, 3, 5), moment, time(8, 30), "一"]
        )
    )

    assert rows_of(content) == [
        (
            1,
            [
                "3",
                "3",
                "2673.5355",
                "是",
                "",
                "2021-03-05",
                "2021-03-05 08:30:00",
                "08:30:00",
                "一",
            ],
        )
    ]


def test_xlsx_is_known_by_its_content_not_its_name():
    assert rows_of(saved(workbook_with(["编号"])), "表.csv") == [(1, ["编号"])]


def test_xlsx_rows_are_counted_through_empty_ones():
    workbook = workbook_with(["编号"])
    workbook.active["A4"] = "A1"

    assert rows_of(saved(workbook))[-1] == (4, ["A1"])


def test_xlsx_of_another_kind_of_zip_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "不是表格")

    with pytest.raises(GongkaiError, match="不是完整的XLSX"):
        rows_of(stream.getvalue(), "表.xlsx")


def test_xlsx_that_was_cut_off_is_refused():
    content = saved(workbook_with(["编号"]))

    with pytest.raises(GongkaiError, match="不是完整的XLSX"):
        rows_of(content[: len(content) // 2], "表.xlsx")


def test_xlsx_with_a_broken_sheet_is_refused():
    source = zipfile.ZipFile(io.BytesIO(saved(workbook_with(["编号"]))))
    stream = io.BytesIO()
    with source, zipfile.ZipFile(stream, "w") as archive:
        for member in source.infolist():
            is_sheet = member.filename.startswith("xl/worksheets/")
            content = b"<worksheet><sheetData><row" if is_sheet else None
            archive.writestr(member, content or source.read(member))

    with pytest.raises(GongkaiError, match="不是完整的XLSX"):
        rows_of(stream.getvalue(), "表.xlsx")


def test_xlsx_that_unpacks_beyond_all_measure_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx_table, "_LARGEST", 100)

    with pytest.raises(GongkaiError, match="解压后太大"):
        rows_of(saved(workbook_with(["编号"])), "表.xlsx")


def test_the_sheet_of_a_register_is_the_one_with_its_label():
    workbook = workbook_with(["甲"], title="公开信息")
    workbook.create_sheet("表二台账")
    sheets = read_table(saved(workbook), "全部.xlsx")

    assert sheet_named(sheets, "表二台账", "全部.xlsx").title == "表二台账"


def test_the_only_sheet_beside_the_guidance_will_do():
    workbook = workbook_with(["甲"], title="Sheet1")
    workbook.create_sheet("填写说明")
    sheets = read_table(saved(workbook), "表.xlsx")

    assert sheet_named(sheets, "公开信息", "表.xlsx").title == "Sheet1"


def test_several_sheets_without_the_right_label_are_refused():
    workbook = workbook_with(["甲"], title="一月")
    workbook.create_sheet("二月")
    sheets = read_table(saved(workbook), "表.xlsx")

    with pytest.raises(GongkaiError, match="没有名为“公开信息”的工作表"):
        sheet_named(sheets, "公开信息", "表.xlsx")


@given(st.text(alphabet="'=+-@\t一a", max_size=6))
def test_guarding_a_cell_is_undone_exactly(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set("=+-@\t")
