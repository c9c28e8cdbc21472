"""The organ's own wording is used by its drafts, and by organs below without one."""

import pytest

from factories.notices import (
    SEARCH,
    case_with_applicant,
    director_of,
    finished_notice,
    officer_of,
    organ_with_settings,
    today,
)
from factories.organs import OrganFactory
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import NoticeWording
from gongkai.casework.notices import (
    current_text,
    draft_notice,
    fill_notice,
    finish_notice,
    history_of_wording,
    notice_text,
    reset_wording,
    set_wording,
    wording_in_force,
    wordings_in_force,
)
from gongkai.statute.errors import GongkaiError
from gongkai.statute.notices import notice_kind, wording_of

pytestmark = pytest.mark.django_db

NONE = wording_of(notice_kind("none"))
OURS = NONE.replace("检索方法", "检索所用的方法")


def ours(organ, text=OURS):
    return set_wording(organ=organ, slot="none", text=text, actor=None)


def third_paragraph(case):
    notice = draft_notice(disclosure_request=case, kind="none", actor=None)
    fill_notice(notice=notice, elements=SEARCH, actor=None)
    return notice_text(notice).paragraphs[1]


def test_notice_is_worded_as_the_organ_has_it():
    case = case_with_applicant()
    ours(case.organ)

    assert "检索所用的方法：以“教师招聘”" in third_paragraph(case)


def test_organ_below_uses_the_nearest_wording_above():
    county = OrganFactory()
    case = case_with_applicant()
    case.organ.parent = county
    case.organ.save()
    ours(county)

    assert "检索所用的方法" in third_paragraph(case)
    ours(case.organ, NONE.replace("检索方法", "怎样检索"))
    assert "怎样检索" in third_paragraph(case)
    reset_wording(organ=case.organ, slot="none", actor=None)
    assert "检索所用的方法" in third_paragraph(case)


def test_organ_beside_keeps_the_default():
    ours(organ_with_settings())

    assert "检索方法" in third_paragraph(case_with_applicant(organ_with_settings()))


def test_final_notice_keeps_the_text_it_was_composed_with():
    notice = finished_notice()
    before = notice_text(notice)

    ours(notice.disclosure_request.organ)

    notice.refresh_from_db()
    assert notice_text(notice) == before


def test_element_dropped_by_a_later_wording_does_not_stop_a_draft():
    case = case_with_applicant()
    notice = draft_notice(disclosure_request=case, kind="none", actor=None)
    given = SEARCH | {"history": "本机关已告知补正"}
    fill_notice(notice=notice, elements=given, actor=None)

    ours(case.organ, NONE.replace("{办理经过}。\n", ""))
    finish_notice(notice=notice, dated_on=today(), actor=None)

    assert "告知补正" not in "".join(notice_text(notice).paragraphs)


def test_history_keeps_every_version():
    organ = organ_with_settings()
    officer = officer_of(organ)
    set_wording(organ=organ, slot="none", text=OURS, actor=officer)
    reset_wording(organ=organ, slot="none", actor=officer)

    history = history_of_wording(organ, "none")

    assert [row.text for row in history] == ["", OURS]
    assert {row.made_by for row in history} == {officer}
    assert wording_in_force(organ, "none") is None
    assert current_text(organ, notice_kind("none")) == NONE
    actions = AuditEntry.objects.filter(subject="casework.noticewording")
    assert [one.action for one in actions] == ["恢复文书范本", "修改文书范本"]


def test_wording_that_breaks_the_law_is_not_kept():
    with pytest.raises(GongkaiError, match="缺少法定要素：检索的方法"):
        ours(organ_with_settings(), NONE.replace("{检索的方法}", "略"))

    assert not NoticeWording.objects.exists()


def test_nothing_is_kept_where_nothing_changed():
    organ = organ_with_settings()

    with pytest.raises(GongkaiError, match="没有改动"):
        ours(organ, NONE)
    with pytest.raises(GongkaiError, match="不用恢复"):
        reset_wording(organ=organ, slot="none", actor=None)


def test_who_does_not_handle_requests_does_not_word_them():
    organ = organ_with_settings()

    with pytest.raises(GongkaiError, match="权限"):
        set_wording(organ=organ, slot="none", text=OURS, actor=director_of(organ))


def test_all_wordings_cost_one_query(django_assert_num_queries):
    organ = organ_with_settings()
    ours(organ)

    with django_assert_num_queries(1):
        found = wordings_in_force(organ)

    assert list(found) == ["none"]
