from pathlib import Path

import pytest
from django.conf import settings

from factories.catalogue import CategoryFactory
from factories.organs import OfficeFactory, OrganFactory
from factories.publishing import ItemFactory
from factories.tables import csv_of, take_in
from gongkai.exchange.registers import export_records
from gongkai.organs.models import Person, RoleAssignment
from gongkai.organs.roles import Role
from gongkai.publishing.models import Attachment, Item, Release

pytestmark = pytest.mark.django_db

ITEM = {
    "机关代码": "YX",
    "索引号": "S1",
    "标题": "通知",
    "目录编码": "A01",
    "成文日期": "2021-03-05",
    "公开日期": "2021-03-08",
    "状态": "已发布",
}
PERSON = {"机关代码": "YX", "编号": "R1", "姓名": "林小满", "股室": "G01"}


@pytest.fixture(autouse=True)
def organ():
    organ = OrganFactory(code="YX")
    CategoryFactory(organ=organ, code="A01")
    OfficeFactory(organ=organ, number="G01")
    return organ


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "attachments"
    folder.mkdir()
    (folder / "名录（示例）.xlsx").write_bytes(b"one")
    (folder / "说明.docx").write_bytes(b"two")
    return folder


def take_in_item(folder=None, **cells):
    return take_in("items", csv_of("items", ITEM | cells), attachments_dir=folder)


def channels():
    return set(Release.objects.values_list("channel", flat=True))


def attached():
    found = []
    for attachment in Attachment.objects.order_by("position"):
        with attachment.file.open() as file:
            found.append((attachment.title, file.read()))
    return found


def media_files():
    root = Path(settings.MEDIA_ROOT)
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def test_channels_become_releases():
    take_in_item(公开渠道="政府网站； 微信公众号;")

    assert channels() == {"government_website", "wechat"}


def test_channels_are_added_and_taken_away_and_the_rest_is_kept():
    take_in_item(公开渠道="政府网站；微信公众号")
    website = Release.objects.get(channel="government_website")
    Release.objects.filter(pk=website.pk).update(address="https://yx.example/1")

    result = take_in_item(公开渠道="公告栏宣传栏；政府网站")

    assert (result.changed, channels()) == (1, {"government_website", "board"})
    assert Release.objects.get(pk=website.pk).address == "https://yx.example/1"


def test_channels_in_another_order_are_no_change():
    take_in_item(公开渠道="政府网站；微信公众号")

    assert take_in_item(公开渠道="微信公众号；政府网站").unchanged == 1


def test_an_unknown_channel_is_refused_with_the_channels():
    (error,) = take_in_item(公开渠道="政府网站；飞鸽").errors

    assert error.reason.startswith("“飞鸽”不在可填的值里，可填：政府网站、微信公众号、")


def test_roles_are_held_at_the_persons_organ(organ):
    row = PERSON | {"角色": "信息员；公开专员"}

    take_in("people", csv_of("people", row))

    roles = RoleAssignment.objects.order_by("role")
    assert [(role.role, role.organ) for role in roles] == [
        (Role.CLERK, organ),
        (Role.OGI_OFFICER, organ),
    ]


def test_roles_at_other_organs_are_left_alone(organ):
    take_in("people", csv_of("people", PERSON | {"角色": "信息员"}))
    elsewhere = RoleAssignment.objects.create(
        person=Person.objects.get(), organ=OrganFactory(), role=Role.AUDITOR
    )

    result = take_in("people", csv_of("people", PERSON | {"角色": "公开专员"}))

    assert result.changed == 1
    assert set(RoleAssignment.objects.values_list("role", "organ")) == {
        (Role.OGI_OFFICER, organ.pk),
        (Role.AUDITOR, elsewhere.organ_id),
    }


def test_people_with_roles_come_in_again_unchanged():
    content = csv_of("people", PERSON | {"角色": "信息员；公开专员"})
    take_in("people", content)

    assert take_in("people", content).unchanged == 1


def test_attachments_are_kept_with_name_order_and_content(folder):
    result = take_in_item(folder, 附件="说明.docx；名录（示例）.xlsx")

    assert result.added == 1
    assert attached() == [("说明.docx", b"two"), ("名录（示例）.xlsx", b"one")]


def test_attachments_come_in_again_unchanged(folder):
    take_in_item(folder, 附件="说明.docx；名录（示例）.xlsx")
    before = list(Attachment.objects.values())

    assert take_in_item(folder, 附件="说明.docx；名录（示例）.xlsx").unchanged == 1
    assert list(Attachment.objects.values()) == before
    assert len(media_files()) == 2


def test_attachments_that_are_there_need_no_file_beside_the_table(folder):
    take_in_item(folder, 附件="说明.docx")

    assert take_in_item(None, 附件="说明.docx").unchanged == 1


@pytest.mark.django_db(transaction=True)
def test_an_attachment_with_other_content_replaces_the_old(folder):
    take_in_item(folder, 附件="说明.docx")
    (folder / "说明.docx").write_bytes(b"new")

    result = take_in_item(folder, 附件="说明.docx")

    assert result.changed == 1
    assert attached() == [("说明.docx", b"new")]
    assert len(media_files()) == 1


@pytest.mark.django_db(transaction=True)
def test_an_attachment_that_is_no_longer_named_goes_with_its_file(folder):
    take_in_item(folder, 附件="说明.docx；名录（示例）.xlsx")

    take_in_item(folder, 附件="名录（示例）.xlsx")

    assert attached() == [("名录（示例）.xlsx", b"one")]
    assert len(media_files()) == 1


def test_an_attachment_whose_stored_file_was_lost_comes_back(folder):
    take_in_item(folder, 附件="说明.docx")
    attachment = Attachment.objects.get()
    attachment.file.storage.delete(attachment.file.name)

    assert take_in_item(folder, 附件="说明.docx").changed == 1
    assert attached() == [("说明.docx", b"two")]


def test_a_missing_attachment_is_refused(folder):
    (error,) = take_in_item(folder, 附件="说明.docx；没有.pdf").errors

    assert error.reason == (
        "找不到附件“没有.pdf”，请把它放在表格旁的attachments文件夹里。"
    )
    assert media_files() == []


@pytest.mark.parametrize(
    "name", ["../attachments/说明.docx", "a\\b.docx", "/etc/hosts"]
)
def test_an_attachment_is_never_read_from_elsewhere(folder, name):
    (error,) = take_in_item(folder, 附件=name).errors

    assert "不能作附件的文件名" in error.reason


def test_an_attachment_named_twice_is_refused(folder):
    (error,) = take_in_item(folder, 附件="说明.docx；说明.docx").errors

    assert error.reason == "附件的文件名重复，请改名。"


def test_a_refused_file_leaves_no_attachment_in_storage(folder):
    rows = [ITEM | {"索引号": f"S{n}", "附件": "说明.docx"} for n in range(1200)]
    rows[-1]["成文日期"] = "昨天"

    result = take_in("items", csv_of("items", *rows), attachments_dir=folder)

    assert result.error_count == 1
    assert Item.objects.count() == 0
    assert media_files() == []


def test_a_dry_run_leaves_no_attachment_in_storage(folder):
    content = csv_of("items", ITEM | {"附件": "说明.docx"})

    result = take_in("items", content, attachments_dir=folder, dry_run=True)

    assert result.added == 1
    assert media_files() == []


def test_many_items_with_channels_take_few_queries(django_assert_max_num_queries):
    rows = [ITEM | {"索引号": f"S{n}", "公开渠道": "政府网站"} for n in range(300)]
    content = csv_of("items", *rows)
    take_in("items", content)

    with django_assert_max_num_queries(12):
        assert take_in("items", content).unchanged == 300


def test_an_items_attachments_of_the_same_name_still_make_the_round(organ):
    category = organ and CategoryFactory(organ=organ)
    item = ItemFactory(organ=organ, category=category)
    for position in (1, 2):
        Attachment.objects.create(item=item, title="附件", file="x", position=position)

    content = export_records("items", Item.objects.all(), "csv")

    assert take_in("items", content).unchanged == 1
