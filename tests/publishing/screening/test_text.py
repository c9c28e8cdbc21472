"""What the checks find in a text, and what they leave alone."""

import pytest

from gongkai.publishing.screening import (
    LexiconEntry,
    lexicon_check,
    mask,
    masked_text,
    screen,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("身份证11010519491231002X。", [("identity_number", "110105************")]),
        ("号码 110105 19491231 002X", [("identity_number", "110105 ******** ****")]),
        ("编号110105194912310021，不是身份证号", []),
        ("身份证号：110105194912310021", [("identity_number", "110105************")]),
        ("身份证号130503670401001", [("identity_number", "130503*********")]),
        ("文件130503670401001号", []),
        ("办件编号202111280000123456789", []),
        ("生于19490230的11010519490230002X", []),
        ("电话13900001234", [("mobile_number", "139******34")]),
        ("电话+86 139-0000-1234", [("mobile_number", "+86 1**-****-**34")]),
        ("电话0396-1234567", []),
        ("金额13900001234.50元", [("mobile_number", "139******34")]),
        ("卡号6222020000000000001", []),
        ("卡号6222 0200 0000 0000 000", [("bank_card", "6222 **** **** ***0 000")]),
        (
            "家庭住址：云溪县城关镇示例村3组12号",
            [("home_address", "云溪县城关镇********")],
        ),
        ("学校地址：云溪县城关镇示例路8号", []),
        (
            "身份证１１０１０５１９４９１２３１００２Ｘ",
            [("identity_number", "110105************")],
        ),
        ("号\t110105\t19491231\t002X", [("identity_number", "110105\t********\t****")]),
        ("手机\t139\t0000\t1234", [("mobile_number", "139\t****\t**34")]),
        ("人数\t139\t2003\t2104", []),
        (
            "手机\t1\t3\t9\t0\t0\t0\t0\t1\t2\t3\t4",
            [("mobile_number", "1\t3\t9\t*\t*\t*\t*\t*\t*\t3\t4")],
        ),
        (
            "住址：云溪县城关镇示例路8号楼2单元301室",
            [("home_address", "云溪县城关镇*************")],
        ),
        (
            "张小满\t13900001234\t云溪县城关镇示例村3组12号",
            [
                ("person_name", "张**"),
                ("mobile_number", "139******34"),
                ("home_address", "云溪县城关镇********"),
            ],
        ),
        (
            "联系人张小满，电话13900001234",
            [("person_name", "张**"), ("mobile_number", "139******34")],
        ),
        ("张小满负责解释，公示三天。", []),
        ("涉及商业秘密的，行政机关不得公开。", []),
        ("房屋内部使用面积80平方米", []),
        ("（内部资料）", [("security_mark", "内部资料")]),
        ("机密★1年", [("security_mark", "机密★1年")]),
        ("附件\n秘密\n通知", [("security_mark", "秘密")]),
        ("做好国家秘密保护工作", []),
        ("内部资料，请勿外传", [("security_mark", "内部资料，请勿外传")]),
    ],
)
def test_a_text_is_screened(text, found):
    assert [(hit.check, hit.shown) for hit in screen(text)] == found


def test_hits_in_a_long_list_keep_the_order_of_the_text():
    row = "张小满\t11010519491231002X\t13900001234\n"

    hits = screen(row * 200)

    assert [hit.check for hit in hits] == [
        "person_name",
        "identity_number",
        "mobile_number",
    ] * 200
    assert hits == sorted(hits)


def test_a_text_without_line_breaks_keeps_names_to_their_neighbourhood():
    far = "张小满 " + "文" * 2000 + " 13900001234"

    assert [hit.check for hit in screen(far)] == ["mobile_number"]


def test_masking_leaves_the_rest_of_a_text_as_it_is():
    text = "张某，身份证11010519491231002X，电话13900001234。"

    masked = masked_text(text, screen(text))

    assert masked == "张某，身份证110105************，电话139******34。"
    assert screen(masked) == []


def test_a_short_word_is_masked_but_for_its_first_sign():
    assert mask("张小满", head=1) == "张**"


def test_the_lexicon_finds_the_longest_word_and_leaves_the_right_one():
    check = lexicon_check(
        [
            LexiconEntry("按排", "安排"),
            LexiconEntry("按排表", "安排表", is_blocking=True),
            LexiconEntry("义教", "义教优质均衡"),
        ]
    )

    hits = list(check("按排表已发。义教优质均衡。义教工作。"))

    assert [(hit.text, hit.start, hit.is_blocking) for hit in hits] == [
        ("按排表", 0, True),
        ("义教", 13, False),
    ]


def test_an_empty_lexicon_finds_nothing():
    assert list(lexicon_check([])("按排")) == []
