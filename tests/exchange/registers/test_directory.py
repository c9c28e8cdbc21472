import pytest

from factories.tables import csv_of
from gongkai.audit.models import AuditEntry
from gongkai.exchange.models import ImportBatch
from gongkai.exchange.registers import import_directory
from gongkai.organs.models import Office, Organ
from gongkai.publishing.models import Attachment
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

ORGAN = {"机关代码": "YX", "机关全称": "云溪县教育局", "层级": "县级部门"}
OFFICE = {"机关代码": "YX", "编号": "G01", "股室名称": "办公室"}
CATEGORY = {"机关代码": "YX", "目录编码": "A01", "目录名称": "机构概况"}
ITEM = {
    "机关代码": "YX",
    "索引号": "S1",
    "标题": "通知",
    "目录编码": "A01",
    "责任股室": "G01",
    "成文日期": "2021-03-05",
    "附件": "说明.docx",
}


@pytest.fixture
def folder(tmp_path):
    files = {
        "items": ITEM,
        "categories": CATEGORY,
        "offices": OFFICE,
        "organs": ORGAN,
    }
    for slug, row in files.items():
        (tmp_path / f"{slug}.csv").write_bytes(csv_of(slug, row))
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / "说明.docx").write_bytes(b"one")
    (tmp_path / "published.json").write_text("{}")
    return tmp_path


def test_a_folder_is_loaded_in_the_order_of_the_registers(folder):
    result = import_directory(folder, actor=None)

    assert list(result.files) == ["organs", "offices", "categories", "items"]
    assert (result.accepted, result.total("added")) == (True, 4)
    with Attachment.objects.get().file.open() as file:
        assert file.read() == b"one"
    assert ImportBatch.objects.count() == 4


def test_a_folder_comes_in_again_unchanged(folder):
    import_directory(folder, actor=None)

    result = import_directory(folder, actor=None)

    assert (result.total("unchanged"), result.total("changed")) == (4, 0)
    assert AuditEntry.objects.count() == 4


def test_one_wrong_file_keeps_the_whole_folder_out(folder, settings):
    (folder / "items.csv").write_bytes(
        csv_of("items", ITEM, ITEM | {"索引号": "S2", "成文日期": "昨天"})
    )

    result = import_directory(folder, actor=None)

    assert list(result.files) == ["items"]
    assert [str(error) for error in result.errors] == [
        "items.csv第3行“成文日期”（J列）“昨天”：不是日期，请写成2021-03-05的样子。"
    ]
    assert Organ.objects.count() == 0
    assert Office.objects.count() == 0
    assert not list(settings.MEDIA_ROOT.rglob("*.docx"))


def test_an_unreadable_file_keeps_the_whole_folder_out(folder):
    (folder / "items.csv").write_bytes(b"\0\0")

    with pytest.raises(GongkaiError, match="items"):
        import_directory(folder, actor=None)

    assert Organ.objects.count() == 0


def test_a_folder_with_a_strange_table_is_refused(folder):
    (folder / "taxes.csv").write_bytes(b"a")

    with pytest.raises(GongkaiError, match=r"taxes\.csv不是登记簿文件"):
        import_directory(folder, actor=None)


def test_a_folder_without_tables_is_refused(tmp_path):
    with pytest.raises(GongkaiError, match="没有登记簿文件"):
        import_directory(tmp_path, actor=None)


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(GongkaiError, match="这个文件夹，请检查路径"):
        import_directory(tmp_path / "nothing", actor=None)
