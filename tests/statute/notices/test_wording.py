"""An organ's own wording: the law's elements stay, the words are its own."""

import pytest

from gongkai.statute.errors import StatuteError
from gongkai.statute.notices import (
    compose,
    example_of,
    missing_elements,
    notice_kind,
    with_wording,
    worded_kind,
    worded_kinds,
    wording_of,
)

EVERY = pytest.mark.parametrize("kind", worded_kinds(), ids=lambda kind: kind.slot)


@EVERY
def test_default_wording_is_itself_a_lawful_wording(kind):
    assert with_wording(kind, wording_of(kind)) == kind


@EVERY
def test_every_notice_has_an_example_without_open_places(kind):
    text = example_of(kind)

    assert "{" not in "".join(text.paragraphs)
    assert missing_elements(kind, {e.key: e.example for e in kind.elements}) == []


@EVERY
def test_no_required_element_can_be_left_out(kind):
    text = wording_of(kind)

    for element in kind.required:
        place = f"{{{element.label}}}"
        if place in text:
            with pytest.raises(StatuteError, match=f"缺少法定要素：{element.label}"):
                with_wording(kind, text.replace(place, "某某"))


def test_refusal_names_the_article():
    kind = notice_kind("extend")
    text = wording_of(kind).replace("《政府信息公开条例》第三十三条第二款", "有关")

    with pytest.raises(StatuteError) as refused:
        with_wording(kind, text)

    assert refused.value.message == (
        "“政府信息公开申请延期答复告知书”的范本没有引用第三十三条第二款。"
        "请依照《政府信息公开条例》第三十三条第二款补上。"
    )


def test_own_words_stand_around_the_elements():
    kind = notice_kind("repeat")
    text = wording_of(kind).replace("经查，", "经本机关认真核查，")

    composed = example_of(with_wording(kind, text))

    assert composed.paragraphs[2].startswith("经本机关认真核查，您曾申请")


@pytest.mark.parametrize(
    ("place", "advice"),
    [
        ("收到申请日", "是不是“收到申请之日”？"),
        ("request_text.__class__", "可以用的有："),
        ("0", "可以用的有："),
        ("救济途径", "请删去{救济途径}"),
        ("收件人", "由程序写在正文以外"),
    ],
)
def test_unknown_place_is_refused_with_a_suggestion(place, advice):
    kind = notice_kind("repeat")

    with pytest.raises(StatuteError) as refused:
        with_wording(kind, f"{wording_of(kind)}\n另告{{{place}}}。")

    assert advice in refused.value.message


@pytest.mark.parametrize("line", ["{收到申请之日", "收到}", "{{收到申请之日}}", "{}"])
def test_braces_that_are_no_place_are_refused(line):
    kind = notice_kind("repeat")

    with pytest.raises(StatuteError):
        with_wording(kind, f"{wording_of(kind)}\n{line}")


def test_full_width_braces_are_taken_as_braces():
    kind = notice_kind("repeat")
    wide = wording_of(kind).translate({ord("{"): 0xFF5B, ord("}"): 0xFF5D})

    assert with_wording(kind, wide) == kind


def test_element_that_may_stay_empty_takes_no_required_one_with_it():
    kind = notice_kind("amend")
    text = wording_of(kind).replace(
        "个工作日内提交补正后的申请。\n补正的最后一日为{补正截止日}。",
        "个工作日内（至{补正截止日}）提交补正后的申请。",
    )

    with pytest.raises(StatuteError, match=r"“补正截止日”可以不填.*“补正期限”"):
        with_wording(kind, text)


def test_element_that_has_no_place_any_more_is_not_asked_for():
    kind = notice_kind("amend")
    text = wording_of(kind).replace("补正的最后一日为{补正截止日}。\n", "")

    worded = with_wording(kind, text)

    assert "amend_by" not in {element.key for element in worded.elements}


def test_remedies_are_told_whatever_the_wording():
    kind = notice_kind("repeat")
    text = wording_of(kind).replace("经查", "经核查")

    assert example_of(with_wording(kind, text)).remedy == example_of(kind).remedy


def test_revoked_notice_is_told_last():
    kind = worded_kind("repeat")
    elements = {element.key: element.example for element in kind.elements}

    text = compose(kind, elements, revokes="本机关作出的某告知书同时撤销。")

    assert text.paragraphs[-1] == "本机关作出的某告知书同时撤销。"


def test_wording_of_another_name_is_refused():
    with pytest.raises(StatuteError, match="没有“refuse”这种文书的范本"):
        worded_kind("refuse")


def test_wording_that_is_too_long_is_refused():
    with pytest.raises(StatuteError, match="超过8000字"):
        with_wording(notice_kind("repeat"), "长" * 8001)
