import pytest
import typst

from gongkai.documents import fonts
from gongkai.documents.fonts import Face, choose, find_fonts
from gongkai.statute.errors import GongkaiError

Library = typst.Fonts


@pytest.fixture(autouse=True)
def _look_again(monkeypatch):
    """Fonts are looked up once for each directory; a test has its own look."""
    monkeypatch.delenv(fonts.FONT_DIR_VARIABLE, raising=False)
    fonts.fonts_with.cache_clear()
    yield
    fonts.fonts_with.cache_clear()


@pytest.fixture
def _no_system_fonts(monkeypatch):
    def bare(*, font_paths=(), **_options):
        return Library(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=list(font_paths),
        )

    monkeypatch.setattr(typst, "Fonts", bare)


def test_official_fonts_come_before_free_ones():
    present = {"Noto Serif CJK SC", "仿宋_GB2312", "FangSong"}

    assert choose(Face.BODY, present) == (
        "仿宋_GB2312",
        "FangSong",
        "Noto Serif CJK SC",
    )


def test_headings_prefer_a_sans_serif():
    present = {"Noto Serif CJK SC", "Noto Sans CJK SC"}

    assert choose(Face.HEADING, present)[0] == "Noto Sans CJK SC"
    assert choose(Face.LEAD, present)[0] == "Noto Serif CJK SC"


def test_fonts_of_another_script_do_not_count():
    assert choose(Face.BODY, {"DejaVu Sans", "Noto Serif CJK JP"}) == ()


def test_fonts_of_the_organ_come_last():
    assert choose(Face.BODY, {"FangSong", "机关自造字"}, ("机关自造字",)) == (
        "FangSong",
        "机关自造字",
    )


@pytest.mark.usefixtures("_no_system_fonts")
def test_machine_without_chinese_fonts_is_told_what_to_install():
    with pytest.raises(GongkaiError) as refusal:
        find_fonts()

    assert refusal.value.message == (
        "本机没有中文字体，无法生成PDF。请安装字体（Debian、Ubuntu："
        "apt-get install fonts-noto-cjk），或者把字体文件放进一个目录，"
        "用环境变量 GONGKAI_FONT_DIR 指明该目录。"
    )


@pytest.mark.usefixtures("_no_system_fonts")
def test_empty_font_directory_is_no_font(monkeypatch, tmp_path):
    monkeypatch.setenv("GONGKAI_FONT_DIR", str(tmp_path))

    with pytest.raises(GongkaiError, match="本机没有中文字体"):
        find_fonts()


def test_font_directory_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("GONGKAI_FONT_DIR", str(tmp_path / "字体"))

    with pytest.raises(GongkaiError) as refusal:
        find_fonts()

    assert refusal.value.message == (
        f"环境变量 GONGKAI_FONT_DIR 指明的字体目录不存在：{tmp_path / '字体'}。"
        "请改正目录，或者去掉这个变量。"
    )
