"""A register is filled from a table: checked first, then confirmed."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desk.pages import english_in, text_of
from factories.organs import account_with_role
from gongkai.organs.models import Account
from gongkai.organs.roles import Role
from gongkai.supervision.models import Training

pytestmark = pytest.mark.django_db

URL = "/desk/trainings/import/"
HEADER = "机关代码,编号,类别,日期,主题,参加人数,主要内容,备注"


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "uploads"


def table(*rows):
    file = io.BytesIO("\n".join([HEADER, *rows]).encode())
    file.name = "trainings.csv"
    return file


def good(code="A-1", number="X-1"):
    return f"{code},{number},业务培训,2021-04-08,公开培训,30,,"


def test_template_has_the_headings(desk):
    response = desk.get(f"{URL}template/")

    sheet = load_workbook(io.BytesIO(response.content)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == HEADER.split(",")


def test_check_tells_what_would_come_and_keeps_nothing(desk, uploads):
    page = desk.post(URL, {"file": table(good(), good(number="X-2"))})

    assert page.context["result"].added == 2
    assert Training.objects.count() == 0
    assert len(list(uploads.iterdir())) == 1


def test_confirmation_takes_the_checked_table_in_and_forgets_it(desk, uploads):
    token = desk.post(URL, {"file": table(good())}).context["upload"].token

    response = desk.post(URL, {"token": token})

    assert response.url == "/desk/trainings/"
    assert Training.objects.get().number == "X-1"
    assert list(uploads.iterdir()) == []


def test_a_wrong_row_is_named_and_nothing_is_kept(desk, uploads):
    wrong = "A-1,X-2,业务培训,2021-02-30,公开培训,30,,"

    page = desk.post(URL, {"file": table(good(), wrong)})
    errors = desk.get(f"{URL}errors/")

    (error,) = page.context["refused"].errors
    assert (error.line, error.column, error.value) == (3, "日期", "2021-02-30")
    assert "没有导入，数据没有改动" in text_of(page)
    assert english_in(text_of(page).replace("trainings", "")) == []
    assert Training.objects.count() == 0
    assert not uploads.exists()
    rows = list(csv.reader(io.StringIO(errors.content.decode("utf-8-sig"))))
    assert rows[0] == ["工作表", "行", "列", "列号", "填的内容", "原因和改法"]
    assert rows[1][1:3] == ["3", "日期"]


def test_a_row_of_another_organ_is_refused(desk, other_organ):
    page = desk.post(URL, {"file": table(good(code=other_organ.code))})

    assert page.context["refused"].error_count == 1
    assert Training.objects.count() == 0


@pytest.mark.parametrize("content", [b"", b"\x00\x01 nothing", b"PK\x03\x04broken"])
def test_a_file_that_is_no_table_is_refused_in_words(desk, content):
    for name in ("table.csv", "table.xlsx", "table.doc"):
        file = io.BytesIO(content)
        file.name = name

        page = desk.post(URL, {"file": file})

        assert page.status_code == 200
        assert 'role="alert"' in page.content.decode() or "desk-error" in str(
            page.content
        )
        assert Training.objects.count() == 0


def test_no_file_is_asked_for(desk):
    assert "请选择要导入的表格文件。" in text_of(desk.post(URL, {}))


def test_a_token_serves_once_and_only_its_own_session(desk, organ, client):
    token = desk.post(URL, {"file": table(good())}).context["upload"].token
    client.force_login(account_with_role(Role.OGI_OFFICER, organ))

    stranger = client.post(URL, {"token": token})

    assert "请重新上传" in text_of(stranger)
    assert Training.objects.count() == 0


@pytest.mark.parametrize("token", ["x", "../secret_key", "0" * 32])
def test_a_made_up_token_is_refused(desk, uploads, token):
    (uploads.parent / "secret_key").write_text("secret")
    desk.post(URL, {"file": table(good())})

    page = desk.post(URL, {"token": token})

    assert "请重新上传" in text_of(page)
    assert Path(uploads.parent / "secret_key").exists()


def test_a_table_is_confirmed_only_where_it_was_checked(desk):
    token = desk.post(URL, {"file": table(good())}).context["upload"].token

    page = desk.post("/desk/proposals/import/", {"token": token})

    assert "请重新上传" in text_of(page)


def test_a_table_that_vanished_is_asked_for_again(desk, uploads):
    token = desk.post(URL, {"file": table(good())}).context["upload"].token
    for path in uploads.iterdir():
        path.unlink()

    assert "请重新上传" in text_of(desk.post(URL, {"token": token}))


def test_errors_are_there_only_after_a_refusal(desk):
    assert desk.get(f"{URL}errors/").status_code == 404


def test_a_clerk_may_write_items_but_not_import_them(client, organ):
    client.force_login(account_with_role(Role.CLERK, organ))

    assert client.get("/desk/items/new/").status_code == 200
    assert client.get("/desk/items/import/").status_code == 302


def test_a_superuser_imports_for_every_organ(client, organ, other_organ):
    client.force_login(Account.objects.create_superuser("root"))

    page = client.post(
        URL, {"file": table(good(organ.code), good(other_organ.code, "X-9"))}
    )

    assert page.context["result"].added == 2


def test_an_unknown_column_is_asked_about_on_the_check_page(desk):
    file = table(good() + "二楼")
    renamed = io.BytesIO(file.getvalue().replace("备注".encode(), "会场".encode()))
    renamed.name = file.name

    asked = desk.post(URL, {"file": renamed})
    answer = {
        "token": asked.context["asked"].token,
        "title": ["会场"],
        "column": ["备注"],
    }
    checked = desk.post(URL, answer)
    desk.post(URL, {"token": checked.context["upload"].token})

    assert "“会场”（H列）识别为" in text_of(asked)
    assert Training.objects.get().note == "二楼"


def test_a_title_of_nobodys_column_changes_nothing(desk):
    file = table(good())
    file = io.BytesIO(file.getvalue().replace("备注".encode(), "会场".encode()))
    file.name = "trainings.csv"
    asked = desk.post(URL, {"file": file}).context["asked"].token

    page = desk.post(URL, {"token": asked, "title": ["会场"], "column": ["没有"]})

    assert page.context["refused"].questions[0].title == "会场"
