"""A table of items with its attachments in one ZIP, through the desk."""

import io
import zipfile

import pytest

from factories.catalogue import CategoryFactory
from factories.organs import account_with_role
from gongkai.organs.roles import Role
from gongkai.publishing.models import Attachment, Item

pytestmark = pytest.mark.django_db

URL = "/desk/items/import/"
HEADER = (
    "机关代码,索引号,标题,内容概述,正文,目录编码,责任股室,发文字号,来源,"
    "成文日期,公开日期,有效性,状态,公开渠道,附件,备注"
)
TEXT = "秋季招生".encode()


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def category(client):
    """A category of the organ whose officer is logged in."""
    made = CategoryFactory()
    client.force_login(account_with_role(Role.OGI_OFFICER, made.organ))
    return made


def row(category, **cells):
    values = {
        "organ": category.organ.code,
        "number": "S-1",
        "title": "招生通知",
        "category": category.code,
        "formed_on": "2026-03-02",
        "files": "通知.txt",
    } | cells
    told = "{organ},{number},{title},招生办法,,{category},,,,{formed_on},,,,,{files},"
    return told.format(**values)


def table(*rows):
    return "\n".join([HEADER, *rows]).encode()


def bundle(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    file.seek(0)
    file.name = "items.zip"
    return file


def whole(category, **cells):
    return bundle(
        **{"items.csv": table(row(category, **cells)), "attachments/通知.txt": TEXT}
    )


def problem_of(client, file):
    return client.post(URL, {"file": file}).context["problem"]


def test_a_bundle_is_checked_and_nothing_is_kept(client, category):
    page = client.post(URL, {"file": whole(category)})

    assert page.context["result"].added == 1
    assert (Item.objects.count(), Attachment.objects.count()) == (0, 0)


def test_a_confirmed_bundle_brings_items_with_their_files(client, category):
    token = client.post(URL, {"file": whole(category)}).context["upload"].token

    client.post(URL, {"token": token})

    attachment = Item.objects.get(number="S-1").attachments.get()
    with attachment.file.open() as stored:
        assert (attachment.title, stored.read()) == ("通知.txt", TEXT)


def test_a_folder_around_the_bundle_does_no_harm(client, category):
    file = bundle(
        **{"一批/items.csv": table(row(category)), "一批/attachments/通知.txt": TEXT}
    )

    assert client.post(URL, {"file": file}).context["result"].added == 1


def test_a_row_without_its_mandatory_metadata_refuses_all(client, category):
    page = client.post(URL, {"file": whole(category, title="")})

    assert page.context["refused"].errors[0].column == "标题"
    assert Item.objects.count() == 0


def test_a_missing_attachment_is_named(client, category):
    page = client.post(URL, {"file": whole(category, files="丢失.txt")})

    assert "找不到附件“丢失.txt”" in page.context["refused"].errors[0].reason


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"other.csv": b"x"}, "应当有一份表格“items.xlsx”"),
        ({"attachments/../../etc/x.txt": b"x"}, "不在attachments文件夹里"),
        ({"attachments/深/x.txt": b"x"}, "不在attachments文件夹里"),
        ({"attachments/x.exe": b"x"}, "“x.exe”这类文件不能作附件"),
        ({"attachments/x.docx": b"x"}, "不是 DOCX 文件"),
        ({"attachments/x.txt": bytes(9 * 1024 * 1024)}, "不像正常文件"),
    ],
)
def test_what_does_not_belong_into_a_bundle_refuses_it(
    client, category, parts, message
):
    named = {} if "other.csv" in parts else {"items.csv": table(row(category))}

    told = problem_of(client, bundle(**named, **parts))

    assert message in told
    assert Item.objects.count() == 0


def test_a_broken_archive_is_refused(client, category):
    file = io.BytesIO(b"PK\x03\x04 cut short")
    file.name = "items.zip"

    assert "打不开" in problem_of(client, file)
