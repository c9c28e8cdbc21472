import io
import zipfile
from datetime import date

from gongkai.documents.archive import settled

CORE = (
    '<core><dcterms:created xsi:type="t">2026-01-02T03:04:05Z</dcterms:created>'
    '<dcterms:modified xsi:type="t">2026-01-02T03:04:05Z</dcterms:modified></core>'
)


def packed(second: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in (("docProps/core.xml", CORE), ("word/a.xml", "甲")):
            moment = (2026, 1, 2, 3, 4, second)
            archive.writestr(zipfile.ZipInfo(name, moment), text)
    return content.getvalue()


def read(archive: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(archive)).read(name).decode()


def test_same_content_gives_the_same_bytes():
    day = date(2022, 1, 18)

    assert settled(packed(2), day) == settled(packed(58), day)


def test_properties_carry_the_given_day():
    core = read(settled(packed(2), date(2022, 1, 18)), "docProps/core.xml")

    assert core == CORE.replace("2026-01-02T03:04:05Z", "2022-01-18T00:00:00Z")


def test_properties_carry_no_day_if_none_is_given():
    core = read(settled(packed(2), None), "docProps/core.xml")

    assert core == "<core></core>"


def test_other_parts_stay_as_they_are():
    assert read(settled(packed(2), None), "word/a.xml") == "甲"
