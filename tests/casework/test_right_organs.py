import pytest

from factories.catalogue import GuideFactory
from factories.notices import case_with_applicant, organ_with_settings
from factories.organs import OrganFactory
from gongkai.casework.models import CaseworkSettings
from gongkai.casework.notices import draft_notice, fill_notice, missing
from gongkai.casework.right_organs import (
    find_right_organ,
    organs_to_choose,
    outside_organs,
)

pytestmark = pytest.mark.django_db

OUTSIDE = (
    "云溪县供电公司，云溪县示例路2号，0000-2900020\n\n云溪县烟草专卖局\t0000-2900021"
)


def test_an_organ_of_the_tree_is_found_by_name_short_name_or_code():
    organ = OrganFactory()
    other = OrganFactory(
        code="JT-1",
        name="云溪县交通运输局",
        short_name="县交通局",
        phone="0000-2900022",
    )
    GuideFactory(organ=other, work_body="县交通运输局办公室")

    found = {
        str(find_right_organ(organ, words))
        for words in ("JT-1", "云溪县交通运输局", "县交通局")
    }

    assert found == {"云溪县交通运输局，县交通运输局办公室，电话：0000-2900022"}


def test_two_of_one_short_name_are_nobody():
    organ = OrganFactory()
    for _ in range(2):
        OrganFactory(short_name="县局", phone="0000-2900023")

    assert find_right_organ(organ, "县局") is None


def test_organs_outside_the_tree_are_kept_a_line_each():
    organ = organ_with_settings(outside_organs=OUTSIDE)

    assert [str(one) for one in outside_organs(organ)] == [
        "云溪县供电公司，云溪县示例路2号，0000-2900020",
        "云溪县烟草专卖局，0000-2900021",
    ]
    assert organs_to_choose(organ)[0] == "云溪县供电公司"


def test_a_notice_that_it_is_not_ours_names_the_right_organ_or_says_why_not():
    case = case_with_applicant()
    notice = draft_notice(
        disclosure_request=case, kind="not_ours", ground="36(5)", actor=None
    )
    fill_notice(notice=notice, elements={"why_not_ours": "由交通局制作"}, actor=None)

    before = [element.key for element in missing(notice)]
    unknown = {"right_organ_unknown": "查阅部门职责，没有查到"}
    fill_notice(notice=notice, elements=unknown, actor=None)

    assert before == ["right_organ"]
    assert missing(notice) == []


def test_a_petition_is_told_where_to_go_or_the_notice_is_not_finished():
    case = case_with_applicant()
    told = {"petition_part": "要求处分某教师"}

    notice = draft_notice(disclosure_request=case, kind="petition", actor=None)
    fill_notice(notice=notice, elements=told, actor=None)

    assert [element.key for element in missing(notice)] == ["petition_channel"]


def test_the_petition_office_of_the_settings_is_filled_in():
    organ = organ_with_settings(
        petition_office="云溪县信访局", petition_phone="0000-2900024"
    )
    case = case_with_applicant(organ)

    notice = draft_notice(disclosure_request=case, kind="petition", actor=None)

    assert "petition_channel" not in {element.key for element in missing(notice)}
    assert CaseworkSettings.objects.get().petition_channel() == (
        "云溪县信访局，电话：0000-2900024"
    )
