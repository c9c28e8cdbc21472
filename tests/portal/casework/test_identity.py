import pytest

from gongkai.portal.casework.identity import doubt_about

VALID_CODE = "91350100M000100Y43"  # the example of GB 32100—2015


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("id_card", "11010519491231002X"),  # the example of GB 11643—1999
        ("credit_code", VALID_CODE),
        ("passport", "E00000000"),
        ("other", "示例1号"),
    ],
)
def test_number_that_can_be_right_is_not_asked_about(kind, number):
    assert doubt_about(kind, number) == ""


@pytest.mark.parametrize(
    "number", ["110105194912310021", "11010519491231002", "1101051949123100XX", ""]
)
def test_resident_number_that_cannot_be_right_is_asked_about(number):
    assert doubt_about("id_card", number) != ""


@pytest.mark.parametrize("place", range(18))
def test_one_wrong_digit_of_a_resident_number_is_found(place):
    right = "11010519491231002X"
    digit = "1" if right[place] != "1" else "2"

    assert doubt_about("id_card", right[:place] + digit + right[place + 1 :]) != ""


@pytest.mark.parametrize(
    "code", [VALID_CODE[:-1] + "4", VALID_CODE[:17], "I" + VALID_CODE[1:]]
)
def test_credit_code_that_cannot_be_right_is_asked_about(code):
    assert doubt_about("credit_code", code) != ""


def test_doubt_says_what_to_do():
    assert doubt_about("id_card", "110105194912310021") == (
        "居民身份证号码的最后一位与前17位对不上，可能有一位写错。"
        "请对照证件核对。确认没有写错的，再点一次“继续”。"
    )
