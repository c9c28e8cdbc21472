from datetime import date

import pytest

from factories.corrections import examined, received
from factories.notices import organ_with_settings
from gongkai.casework.corrections import Conclusion, conclude_correction, letter_text
from gongkai.statute.corrections import CorrectionResult
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

ON = date(2024, 9, 10)
TO = {"right_organ": "云溪县公安局", "right_organ_contact": "电话0396-2900110"}


def ended(power, result, **words):
    correction, officer = examined(power, organ_with_settings())
    conclusion = Conclusion(result, ON, **words)
    conclude_correction(correction=correction, conclusion=conclusion, actor=officer)
    return correction


def test_the_letter_says_what_was_corrected():
    correction = ended("held", CorrectionResult.CORRECTED, explanation="改为1991年")

    text = letter_text(correction)

    assert (text.title, text.addressee) == ("政府信息更正告知书", "林小满：")
    assert text.paragraphs == (
        (
            "本机关于2024年9月2日收到您更正政府信息记录的申请（编号：GZ2024-0001），"
            "要求更正：学籍卡，出生日期误记为1990年，应为1991年。"
            "您提交的证据：居民身份证、户口簿复印件。"
        ),
        "经审核属实。根据《政府信息公开条例》第四十一条的规定，本机关已经更正：改为1991年。",
    )
    assert "云溪县人民政府" in text.remedy


@pytest.mark.parametrize(
    ("power", "result", "words", "title"),
    [
        ("held", CorrectionResult.REFUSED, {"explanation": "无误"}, "不予更正告知书"),
        ("not_held", CorrectionResult.FORWARDED, TO, "更正申请转送告知书"),
        (
            "not_held",
            CorrectionResult.ELSEWHERE,
            TO,
            "更正申请告知书（向有权机关提出）",
        ),
        (
            "held",
            CorrectionResult.WITHDRAWN,
            {"explanation": "书面"},
            "更正申请撤回确认书",
        ),
    ],
)
def test_every_result_has_its_letter(power, result, words, title):
    correction = ended(power, result, **words)

    assert letter_text(correction).title == f"政府信息{title}"


def test_the_letter_names_the_organ_that_has_the_power():
    correction = ended("not_held", CorrectionResult.FORWARDED, **TO)

    last = letter_text(correction).paragraphs[-1]

    assert last.endswith(
        "已于2024年9月10日将您的申请转送有权更正的行政机关处理：云溪县公安局，电话0396-2900110。"
    )


def test_there_is_no_letter_before_the_end():
    correction, _ = received()

    with pytest.raises(GongkaiError, match="还没有办结，没有告知书"):
        letter_text(correction)
