"""文书范本: the list, the form beside its example, and the way back."""

import pytest
from django.urls import reverse

from desk.pages import english_in, text_of
from gongkai.casework.models import NoticeWording
from gongkai.casework.notices import set_wording
from gongkai.statute.notices import worded_kind, worded_kinds, wording_of

pytestmark = pytest.mark.django_db

SLOT = "refuse:withheld.internal_affairs"
TEXT = wording_of(worded_kind(SLOT))
OURS = TEXT.replace("经审查，", "经本局审查，")


def url(name, slot=SLOT):
    return reverse(f"case:{name}", args=[slot])


def test_list_tells_which_notices_the_organ_words_itself(desk, organ, officer):
    set_wording(organ=organ, slot=SLOT, text=OURS, actor=officer)

    page = desk.get(reverse("case:wordings"))

    chips = {row.kind.slot: row.chip.word for row in page.context["rows"]}
    assert chips == {kind.slot: "默认" for kind in worded_kinds()} | {SLOT: "已改"}
    assert english_in(text_of(page)) == []


def test_form_shows_the_text_and_the_example_it_makes(desk, organ):
    page = desk.get(url("wording"))

    assert page.context["form"]["text"].value() == TEXT
    assert "后勤管理方面的内部事务" in text_of(page)
    assert english_in(text_of(page)) == []


def test_preview_sets_what_is_typed_and_keeps_nothing(desk, organ):
    shown = desk.post(url("wording_preview"), {"text": OURS})

    assert "经本局审查，" in text_of(shown)
    assert not NoticeWording.objects.exists()


def test_saved_wording_is_kept_with_its_history(desk, organ, officer):
    desk.post(url("wording"), {"text": OURS})

    kept = NoticeWording.objects.get()
    page = desk.get(url("wording"))
    assert (kept.organ, kept.slot, kept.text, kept.made_by) == (
        organ,
        SLOT,
        OURS,
        officer,
    )
    assert list(page.context["history"]) == [kept]


def test_unlawful_wording_is_refused_and_stays_in_the_form(desk, organ):
    wrong = TEXT.replace("{内部事务的性质}", "内部事务")

    page = desk.post(url("wording"), {"text": wrong})

    assert page.context["form"].errors["text"] == [
        (
            "“政府信息公开告知书（不予公开）”的范本缺少法定要素：内部事务的性质。"
            "请依照《政府信息公开条例》第十六条第一款、"
            "《政府信息公开条例》第三十六条第（三）项补上。"
        )
    ]
    assert page.context["form"]["text"].value() == wrong


def test_way_back_leads_to_the_default(desk, organ, officer):
    set_wording(organ=organ, slot=SLOT, text=OURS, actor=officer)

    desk.post(url("wording_reset"))

    assert desk.get(url("wording")).context["form"]["text"].value() == TEXT


def test_notice_that_does_not_exist_has_no_wording(desk, organ):
    assert desk.get(url("wording", "nothing")).status_code == 404
