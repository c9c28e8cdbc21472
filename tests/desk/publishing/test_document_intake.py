"""An official document uploaded on the desk becomes an item, once confirmed."""

import io

import docx
import pytest

from desk.cases import NO_ROWS
from desk.pages import text_of
from factories.catalogue import CategoryFactory
from gongkai.publishing.models import Item

pytestmark = pytest.mark.django_db

URL = "/desk/items/document/"
LINES = (
    "云教〔2026〕12号",
    "关于秋季招生的通知",
    "各学校：",
    "请照办。",
    "2026年8月3日",
)


def uploaded(name="通知.docx"):
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    file.seek(0)
    file.name = name
    return file


@pytest.fixture
def form(desk):
    """The address of the form that the document fills."""
    return desk.post(URL, {"file": uploaded()}).headers["Location"]


def sent(page, organ, **fields):
    """What the form sends when the officer changes nothing."""
    initial = page.context["form"].initial
    return {
        **{name: initial[name] for name in ("title", "document_number", "body")},
        "formed_on": f"{initial['formed_on']:%Y-%m-%d}",
        "category": str(CategoryFactory(organ=organ).pk),
        "validity": "not_applicable",
        **NO_ROWS,
        **fields,
    }


def test_the_form_begins_with_what_was_recognised(desk, form):
    page = desk.get(form)

    initial = page.context["form"].initial
    assert (initial["title"], initial["document_number"]) == (LINES[1], LINES[0])
    assert initial["body"] == "<p>各学校：</p><p>请照办。</p><p>2026年8月3日</p>"
    assert "主送机关 各学校" in text_of(page)
    assert Item.objects.count() == 0


def test_the_confirmed_document_is_saved_with_its_file(desk, organ, form):
    desk.post(form, sent(desk.get(form), organ, keeps_original="on"))

    item = Item.objects.get()
    assert (item.title, item.attachments.get().title) == (LINES[1], "通知")


def test_the_file_is_left_out_when_it_is_not_wanted(desk, organ, form):
    desk.post(form, sent(desk.get(form), organ))

    assert Item.objects.get().attachments.count() == 0


def test_a_document_serves_once(desk, organ, form):
    desk.post(form, sent(desk.get(form), organ))

    assert "这份文件已不在服务器上" in text_of(desk.get(form))


def test_a_file_that_is_no_document_is_refused(desk):
    file = io.BytesIO(b"x")
    file.name = "通知.doc"

    page = desk.post(URL, {"file": file})

    assert "不是 DOCX 文件" in text_of(page)
