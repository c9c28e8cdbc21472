from datetime import date

import pytest

from gongkai.documents.prose import em_width
from gongkai.documents.signature import chinese_date, sealed_indents, signature_indents

LINE = 28


def start(words: str, indent: float) -> float:
    return LINE - indent - em_width(words)


def test_date_has_no_zeros():
    assert chinese_date(date(2022, 1, 8)) == "2022年1月8日"


def test_long_name_stands_two_characters_from_the_right():
    organ, day = "临河县人民政府办公室", "2022年1月8日"

    indents = signature_indents(organ, day)

    assert indents[0] == 2
    assert start(day, indents[1]) - start(organ, indents[0]) == 2


def test_long_date_stands_two_characters_from_the_right():
    organ, day = "县政府", "2022年12月28日"

    indents = signature_indents(organ, day)

    assert indents[1] == 2
    assert start(day, indents[1]) - start(organ, indents[0]) == 2


@pytest.mark.parametrize(
    ("organ", "indents"),
    [
        ("云溪县教育局", (4.0, 4.0)),
        ("云溪县人民政府办公室", (2.0, 4.0)),
        ("云溪县住房和城乡建设与城市管理综合行政执法局", (0.0, 8.0)),
    ],
)
def test_sealed_organ_is_centred_on_its_date(organ, indents):
    assert sealed_indents(organ, "2026年3月9日") == indents
