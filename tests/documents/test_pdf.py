from pathlib import Path

import pytest

from gongkai import exchange
from gongkai.documents import fonts
from gongkai.documents.pdf import refusal, typeset
from gongkai.statute.errors import GongkaiError


def available() -> bool:
    try:
        fonts.find_fonts()
    except GongkaiError:
        return False
    return True


def test_character_without_a_glyph_is_named():
    message = 'PDF/A-2a error: the text `"𪚥"` could not be displayed with font `"甲"`'

    assert refusal(message).message == (
        "本机的字体里没有“𪚥”（U+2A6A5），PDF无法显示。"
        "请改写这个字，安装有这个字的字体，或者改用DOCX。"
    )


def test_character_that_was_spelt_as_a_code_is_named():
    message = r'PDF/A-2a error: the PDF contains the codepoint `"\u{e123}"`'

    assert "没有“\ue123”（U+E123），" in refusal(message).message


def test_other_trouble_is_told_with_a_way_out():
    assert (
        refusal("no such label").message
        == "PDF排版没有成功（no such label），请改用DOCX。"
    )


@pytest.mark.skipif(not available(), reason="本机没有中文字体（fonts-noto-cjk）")
def test_template_without_its_data_is_one_sentence():
    template = Path(exchange.__file__).parent / "pdf" / "report.typ"

    with pytest.raises(GongkaiError, match="PDF排版没有成功"):
        typeset(template, {}, made_on=None)
