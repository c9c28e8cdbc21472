import pytest

from factories.reports import numbered_report
from gongkai.exchange.formats import FORMATS, SUFFIXES, export_report
from gongkai.statute.errors import GongkaiError

OPENINGS = {
    ".docx": b"PK",
    ".pdf": b"%PDF",
    ".xlsx": b"PK",
    ".html": b"<!DOCTYPE html>",
    ".json": b"{",
}


def test_five_formats_are_made():
    assert set(SUFFIXES) == set(OPENINGS)
    assert all(kind.label and kind.media_type for kind in FORMATS.values())


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".json", ".HTML"])
def test_suffix_chooses_the_format(suffix):
    content = export_report(numbered_report(), suffix)

    assert content.startswith(OPENINGS[suffix.lower()])


@pytest.mark.parametrize(
    ("suffix", "named"), [(".wps", "“.wps”"), ("", "没有扩展名的"), ("docx", "“docx”")]
)
def test_unknown_suffix_is_refused_with_those_there_are(suffix, named):
    with pytest.raises(GongkaiError) as refusal:
        export_report(numbered_report(), suffix)

    assert refusal.value.message == (
        f"不能生成{named}文件；可以生成的有：.docx、.pdf、.xlsx、.html、.json。"
    )
