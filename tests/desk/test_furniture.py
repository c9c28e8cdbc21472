"""Menu, signing in and out, and the account."""

import re

import pytest

from desk.cases import journal_entry
from desk.pages import english_in, text_of
from factories.organs import account_with_role
from gongkai.organs.models import Account
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db

WAGTAILS_OWN = ("/desk/pages/", "/desk/images/", "/desk/documents/", "/desk/reports/")


def menu_of(page):
    text = page.content.decode()
    return text[text.index('<nav aria-label="栏目">') : text.index("</nav>")]


def test_menu_has_the_registers_in_groups(desk):
    menu = menu_of(desk.get("/desk/"))

    for label in ("工作首页", "主动公开", "公开指南", "依申请公开", "台账", "监督保障"):
        assert label in menu
    for label in ("年度报告", "设置", "领导小组", "留痕"):
        assert label in menu
    assert not [url for url in WAGTAILS_OWN if url in menu]
    assert "/desk/users/" not in menu


def test_menu_leaves_out_what_a_role_may_not_see(client, organ):
    client.force_login(account_with_role(Role.CLERK, organ))

    menu = menu_of(client.get("/desk/"))

    assert "公开信息" in menu
    assert "公开申请" not in menu
    assert "留痕" not in menu


def test_menu_shows_accounts_to_a_superuser_alone(client, organ):
    client.force_login(Account.objects.create_superuser("root"))

    assert "/desk/users/" in menu_of(client.get("/desk/"))
    assert organ.code == "A-1"


def test_login_page_speaks_chinese_and_names_the_product(client):
    page = client.get("/desk/login/")

    assert "政府信息公开工作台" in text_of(page)
    assert "<title>登录 · 公开工作台</title>" in page.content.decode()
    assert english_in(text_of(page)) == []


def test_a_wrong_password_says_what_to_do(client):
    page = client.post("/desk/login/", {"username": "x", "password": "y"})

    assert "登录名或密码不对" in text_of(page)


def test_signing_in_leads_to_the_work(client, organ):
    account = account_with_role(Role.OGI_OFFICER, organ)
    account.set_password("a-long-word-7")
    account.save()

    response = client.post(
        "/desk/login/",
        {"username": account.username, "password": "a-long-word-7", "next": "/desk/"},
    )

    assert response.url == "/desk/"


def test_account_page_shows_the_roles_and_changes_the_password(client, organ):
    account = account_with_role(Role.OGI_OFFICER, organ)
    account.set_password("a-long-word-7")
    account.save()
    client.force_login(account)

    page = client.get("/desk/my-account/")
    client.post(
        "/desk/my-account/",
        {
            "old_password": "a-long-word-7",
            "new_password1": "another-word-8",
            "new_password2": "another-word-8",
        },
    )

    account.refresh_from_db()
    assert "公开专员" in text_of(page)
    assert english_in(text_of(page)) == []
    assert account.check_password("another-word-8")


def test_nobody_renames_himself_past_the_register_of_people(desk, officer):
    page = desk.post(
        "/desk/account/",
        {"name_email-first_name": "知行", "name_email-last_name": "周"},
    )

    officer.refresh_from_db()
    assert page.url == "/desk/my-account/"
    assert officer.get_full_name() == "林小满"


def test_a_page_that_is_not_there_says_so_in_chinese(desk):
    page = desk.get("/desk/items/view/404/")

    assert page.status_code == 404
    assert "没有这个页面" in text_of(page)
    assert english_in(text_of(page)) == []


def test_refusal_is_said_in_chinese(client, organ):
    client.force_login(account_with_role(Role.CLERK, organ))

    page = client.get("/desk/requests/", follow=True)

    assert page.redirect_chain[0][0] == "/desk/"
    assert english_in(text_of(page)) == []


def test_journal_is_read_in_words_and_exported(desk, organ, other_organ):
    entry, foreign = journal_entry(organ), journal_entry(other_organ, "S-9")

    page = desk.get("/desk/audit/")
    view = desk.get(f"/desk/audit/view/{entry.pk}/")
    file = desk.get("/desk/audit/", {"export": "csv"}).content.decode("utf-8-sig")

    assert [row.url for row in page.context["table"].rows] == [
        view.request["PATH_INFO"]
    ]
    assert "公开信息" in text_of(page)
    assert foreign.subject_key not in file
    assert english_in(text_of(page)) == []


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_journal_export_keeps_formulas_as_text(desk, organ, suffix):
    journal_entry(organ, "=1+1")

    response = desk.get("/desk/audit/", {"export": suffix})

    assert response.status_code == 200
    assert (",=1+1" in response.content.decode("utf-8", "ignore")) is False


def test_pages_have_no_inline_script_or_style(desk, organ):
    for url in ("/desk/", "/desk/items/", "/desk/items/new/", "/desk/items/import/"):
        html = desk.get(url).content.decode()

        assert "<style" not in html
        assert " style=" not in html
        assert "<script>" not in html
    assert organ.code == "A-1"


def test_a_long_menu_folds_what_is_not_needed_daily(desk):
    page = desk.get("/desk/").content.decode()

    folds = re.findall(
        r'<details class="desk-side__fold"( open)?>\s*<summary[^>]*>(.+?)<', page
    )

    assert {label: bool(state) for state, label in folds}["设置"] is False
    assert {label: bool(state) for state, label in folds}["依申请公开"] is True


def test_the_group_where_one_stands_is_open(desk):
    page = desk.get("/desk/people/").content.decode()

    assert re.search(r'fold" open>\s*<summary[^>]*>设置<', page)
