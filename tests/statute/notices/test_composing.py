from datetime import date

import pytest

from gongkai.statute.articles import cite
from gongkai.statute.errors import StatuteError
from gongkai.statute.fees import fee_by_requests
from gongkai.statute.notices import (
    NoticeText,
    compose,
    correction_kinds,
    missing_elements,
    notice_for_outcome,
    notice_kind,
    notice_kinds,
)
from gongkai.statute.outcomes import Outcome
from gongkai.statute.remedies import (
    Body,
    ReconsiderationBody,
    remedy_paragraph,
    remedy_rule,
)

KINDS = [
    *notice_kinds(),
    *correction_kinds(),
    *(notice_for_outcome(outcome) for outcome in notice_kind("refuse").outcomes),
]
each_kind = pytest.mark.parametrize(
    "kind", KINDS, ids=lambda kind: f"{kind.key}-{','.join(kind.outcomes)}"
)
LETTER = {
    "addressee": "孟小满",
    "received_on": "2026年3月2日",
    "case_number": "2026-0017",
    "request_text": "2025年全县教师招聘岗位表。",
    "contact": "联系人：何青，电话：0000-1234567",
}
DECISION = LETTER | {"channel": "网上", "remedy": "（救济途径）"}


def whole(kind):
    """Return something for every element of the kind."""
    return {element.key: f"【{element.label}】" for element in kind.elements}


def repeat(**elements):
    return compose(
        notice_kind("repeat"),
        DECISION | {"earlier_reply": "遂教公开告〔2026〕2号"} | elements,
    )


@each_kind
def test_a_whole_notice_says_everything(kind):
    elements = whole(kind)

    text = compose(kind, elements)

    assert len(text.paragraphs) == len(kind.paragraphs)
    printed = "\n".join((text.addressee, *text.paragraphs, text.remedy, text.contact))
    assert [key for key, value in elements.items() if value not in printed] == []


@each_kind
def test_a_notice_without_any_required_element_cannot_be_finished(kind):
    for element in kind.required:
        elements = whole(kind) | {element.key: " "}

        assert missing_elements(kind, elements) == [element]
        with pytest.raises(StatuteError) as refusal:
            compose(kind, elements)
        assert refusal.value.message == (
            f"“{kind.title}”还缺：{element.label}。请补上再生成文书。"
        )


@each_kind
def test_only_the_required_elements_are_enough(kind):
    firsts = {group[0] for group in kind.any_of}
    needed = {element.key for element in kind.required} | firsts
    elements = {key: value for key, value in whole(kind).items() if key in needed}

    assert missing_elements(kind, elements) == []
    assert compose(kind, elements).paragraphs


def test_an_amendment_notice_reads_so():
    text = compose(
        notice_kind("amend"),
        LETTER
        | {
            "missing_parts": "没有写明学校名称",
            "guidance": "写明学校名称，例如“某某县第一小学”",
            "amend_days": "10",
        },
    )

    assert text == NoticeText(
        key="amend",
        title="政府信息公开申请补正告知书",
        addressee="孟小满：",
        paragraphs=(
            (
                "本机关于2026年3月2日收到您提交的政府信息公开申请（编号：2026-0017），"
                "申请公开：“2025年全县教师招聘岗位表。”"
            ),
            "经审查，申请有下列内容缺少或者不明确：没有写明学校名称。",
            (
                "根据《政府信息公开条例》第二十九条第二款、第三十条的规定，请您补正："
                "写明学校名称，例如“某某县第一小学”。"
            ),
            "请自收到本告知书之日起10个工作日内提交补正后的申请。",
            (
                "本告知书一次性告知全部补正事项。答复期限自本机关收到补正的申请之日起计算。"
                "无正当理由逾期不补正的，视为放弃申请，本机关不再处理。"
            ),
        ),
        closing="特此告知。",
        remedy="",
        contact="联系人：何青，电话：0000-1234567",
    )


def test_a_refusal_reads_so():
    outcome = Outcome.WITHHELD_PROCESS_INFORMATION
    remedy = remedy_paragraph(
        remedy_rule(outcome, ["16(2)"], date(2026, 3, 20)),
        bodies={ReconsiderationBody.GOVERNMENT: Body("清河县人民政府")},
        court=Body("清河县人民法院"),
    )

    text = compose(
        notice_for_outcome(outcome),
        DECISION
        | {
            "process_nature": "招聘方案的第二稿，属于过程稿",
            "no_rule_requires": "教师法、教师资格条例均无此规定",
            "reasons": "方案尚未定稿，公开会妨碍讨论",
            "remedy": remedy,
        },
    )

    assert text.title == "政府信息公开告知书（不予公开）"
    assert text.paragraphs[1:] == (
        (
            "经审查，所申请的信息属于过程性信息：招聘方案的第二稿，属于过程稿。"
            "法律、法规、规章没有规定应当公开：教师法、教师资格条例均无此规定。"
            "不予公开的理由：方案尚未定稿，公开会妨碍讨论。"
        ),
        (
            "根据《政府信息公开条例》第十六条第二款、第三十六条第（三）项的规定，"
            "本机关决定不予公开。"
        ),
    )
    assert text.remedy.startswith("如对本告知书不予公开的决定不服，应当自收到之日起")


def test_a_fee_notice_carries_the_account():
    account = fee_by_requests(1, already=11)

    text = compose(
        notice_kind("fee"),
        LETTER
        | {
            "fee_tariff": "按件计收，第11至30件每件100元",
            "fee_counted": "您2026年3月的第12件申请",
            "fee_account": account.text,
            "fee_total": f"{account.total_yuan}元",
            "fee_payment": "县政务服务大厅非税窗口",
        },
    )

    assert text.paragraphs[2:4] == (
        "收费标准：按件计收，第11至30件每件100元。计费数量：您2026年3月的第12件申请。",
        "计算：第12件，1件×100元，计100元。合计100元。应缴金额：100元。",
    )
    assert text.remedy == ""


def test_what_is_public_already_is_told_by_its_place_alone():
    text = compose(
        notice_kind("disclose"),
        DECISION | {"public_at": "https://gk.example.cn/2026/17"},
    )

    assert text.paragraphs[1:] == (
        (
            "经查，所申请的信息已经主动公开。根据《政府信息公开条例》第三十六条第（一）项的"
            "规定，告知您获取的方式、途径：https://gk.example.cn/2026/17。"
        ),
    )


def test_a_group_wants_one_of_its_elements():
    kind = notice_kind("disclose")

    assert [each.key for each in missing_elements(kind, DECISION)] == ["public_at"]
    with pytest.raises(StatuteError) as refusal:
        compose(kind, DECISION)

    assert refusal.value.message == (
        "“政府信息公开告知书（予以公开）”还缺：已公开的网址或者地点或者提供的信息。"
        "请补上再生成文书。"
    )


def test_the_refusal_names_everything_that_is_missing_and_the_articles():
    with pytest.raises(StatuteError) as refusal:
        compose(notice_kind("none"), LETTER)

    assert refusal.value.message == (
        "“政府信息公开告知书（政府信息不存在）”还缺：提交方式、检索的日期、检索的范围、"
        "检索的方法、救济途径。请补上再生成文书。"
    )
    assert refusal.value.article == cite("36(4)")


@pytest.mark.parametrize("text", ["", " ", "　", "。", "；\n"])
def test_blanks_and_stops_are_not_an_element(text):
    elements = DECISION | {"earlier_reply": text}

    labels = [each.label for each in missing_elements(notice_kind("repeat"), elements)]
    assert labels == ["以前的答复"]


def test_an_unknown_element_is_refused():
    with pytest.raises(StatuteError) as refusal:
        repeat(earlier_replies="遂教公开告〔2026〕2号")

    assert refusal.value.message == (
        "“政府信息公开告知书（不予重复处理）”没有这些要素：earlier_replies。"
        "请核对要素的名称。"
    )


def test_a_procedural_notice_takes_no_remedy():
    elements = whole(notice_kind("extend")) | {"remedy": "可以申请行政复议。"}

    with pytest.raises(StatuteError):
        compose(notice_kind("extend"), elements)


def test_a_stop_at_the_end_of_an_element_is_not_doubled():
    plain, stopped = repeat(), repeat(earlier_reply="遂教公开告〔2026〕2号。")

    assert plain == stopped


def test_the_request_is_quoted_as_it_is():
    assert (
        repeat(request_text="怎么还不给我？")
        .paragraphs[0]
        .endswith("申请公开：“怎么还不给我？”。")
    )


def test_an_element_of_several_lines_makes_several_paragraphs():
    text = repeat(history="3月5日告知补正；\n\n3月9日收到补正")

    assert text.paragraphs[1:3] == ("3月5日告知补正；", "3月9日收到补正。")


def test_braces_in_an_element_stay_as_they_are():
    assert repeat(earlier_reply="{you}").paragraphs[1].endswith("已经答复：{you}。")


def test_an_organisation_is_addressed_as_such():
    text = repeat(addressee="青禾教育研究中心：", you="你单位")

    assert text.addressee == "青禾教育研究中心："
    assert text.paragraphs[0].startswith("本机关于2026年3月2日收到你单位通过网上提交的")


def test_a_letter_to_a_third_party_must_not_name_the_applicant():
    kind = notice_kind("third")
    elements = whole(kind) | {"information": "孟小满申请的中标合同"}

    with pytest.raises(StatuteError) as refusal:
        compose(kind, elements, keep_secret=["", "孟小满"])

    assert refusal.value.message == (
        "“政府信息公开征求第三方意见书”写到了申请人的身份。请删去后再发。"
    )
    assert compose(kind, whole(kind), keep_secret=["", "孟小满"]).key == "third"


def test_the_applicant_may_be_named_in_his_own_notice():
    text = compose(
        notice_kind("repeat"),
        DECISION | {"earlier_reply": "遂教公开告〔2026〕2号"},
        keep_secret=["孟小满"],
    )

    assert text.addressee == "孟小满："
