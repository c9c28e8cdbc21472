"""The faces of official documents, and the fonts of this machine that can stand in.

GB/T 9704 names 小标宋, 仿宋, 黑体, 楷体 and 宋体. DOCX names these fonts: officers
have them. A PDF carries its glyphs with it, so it takes what is found here, in the
order below; free fonts come after the official ones.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import typst

from gongkai.statute.errors import GongkaiError

FONT_DIR_VARIABLE = "GONGKAI_FONT_DIR"


class Face(StrEnum):
    """What a piece of text is, to the eye."""

    TITLE = "title"  # 小标宋
    BODY = "body"  # 仿宋
    HEADING = "heading"  # 黑体, 一、
    LEAD = "lead"  # 楷体, （一）
    TABLE = "table"  # 宋体, also page numbers


@dataclass(frozen=True)
class OfficialFont:
    """A font as Word calls it; ``alternate`` is what newer Windows has instead."""

    name: str
    alternate: str


OFFICIAL = {
    Face.TITLE: OfficialFont("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
    Face.BODY: OfficialFont("仿宋_GB2312", "仿宋"),
    Face.HEADING: OfficialFont("黑体", "SimHei"),
    Face.LEAD: OfficialFont("楷体_GB2312", "楷体"),
    Face.TABLE: OfficialFont("宋体", "SimSun"),
}

_XIAOBIAOSONG = (
    "方正小标宋简体",
    "FZXiaoBiaoSong-B05S",
    "方正小标宋_GBK",
    "FZXiaoBiaoSong-B05",
)
_SONG = (
    "宋体",
    "SimSun",
    "Songti SC",
    "STSong",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "思源宋体",
    "FandolSong",
    "AR PL UMing CN",
    "AR PL SungtiL GB",
)
_HEI = (
    "黑体",
    "SimHei",
    "Heiti SC",
    "STHeiti",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "思源黑体",
    "FandolHei",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
_FANGSONG = (
    "仿宋_GB2312",
    "FangSong_GB2312",
    "仿宋",
    "FangSong",
    "STFangsong",
    "方正仿宋_GBK",
    "方正仿宋简体",
    "Zhuque Fangsong",
    "FandolFang",
)
_KAI = (
    "楷体_GB2312",
    "KaiTi_GB2312",
    "楷体",
    "KaiTi",
    "Kaiti SC",
    "STKaiti",
    "方正楷体_GBK",
    "AR PL UKai CN",
    "AR PL KaitiM GB",
    "LXGW WenKai",
    "FandolKai",
)
# The serif comes before the sans everywhere but in headings: a document is prose.
PREFERENCES = {
    Face.TITLE: (*_XIAOBIAOSONG, *_SONG, *_HEI),
    Face.BODY: (*_FANGSONG, *_SONG, *_HEI),
    Face.HEADING: (*_HEI, *_SONG),
    Face.LEAD: (*_KAI, *_SONG, *_HEI),
    Face.TABLE: (*_SONG, *_HEI),
}
_BY_DESIGN = {
    Face.TITLE: _XIAOBIAOSONG,
    Face.HEADING: ("黑体", "SimHei", "Heiti SC", "STHeiti"),
    Face.LEAD: _KAI,
}

_NO_FONT = (
    "本机没有中文字体，无法生成PDF。请安装字体（Debian、Ubuntu："
    "apt-get install fonts-noto-cjk），或者把字体文件放进一个目录，"
    f"用环境变量 {FONT_DIR_VARIABLE} 指明该目录。"
)


@dataclass(frozen=True)
class FoundFonts:
    """The fonts a PDF is set in: for each face the families, best first.

    ``bold`` faces are set bold, because their family is a stand-in that would
    otherwise not differ from the body; ``has_own`` tells that the organ brought
    fonts itself.
    """

    library: typst.Fonts
    families: dict[Face, tuple[str, ...]]
    bold: frozenset[Face]
    has_own: bool


def find_fonts() -> FoundFonts:
    """Return the Chinese fonts of this machine and of GONGKAI_FONT_DIR.

    Raises GongkaiError if there is none: a page of empty boxes is no document.
    """
    return fonts_with(os.environ.get(FONT_DIR_VARIABLE, ""))


@cache
def fonts_with(font_dir: str) -> FoundFonts:
    """Return the Chinese fonts of this machine and of ``font_dir``, if one is given."""
    own = _own_families(font_dir)
    library = typst.Fonts(
        include_embedded_fonts=False, font_paths=[font_dir] if font_dir else []
    )
    present = frozenset(library.families())
    families = {face: choose(face, present, own) for face in Face}
    if not all(families.values()):
        raise GongkaiError(_NO_FONT)
    bold = {
        face for face, names in _BY_DESIGN.items() if families[face][0] not in names
    }
    return FoundFonts(library, families, frozenset(bold), has_own=bool(own))


def choose(
    face: Face, present: Iterable[str], own: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the families to set ``face`` in, best first; ``own`` come last.

    >>> choose(Face.LEAD, {"Noto Serif CJK SC", "AR PL UKai CN", "DejaVu Sans"})
    ('AR PL UKai CN', 'Noto Serif CJK SC')
    """
    there = frozenset(present)
    known = [name for name in PREFERENCES[face] if name in there]
    return tuple(dict.fromkeys((*known, *own)))


def _own_families(font_dir: str) -> tuple[str, ...]:
    if not font_dir:
        return ()
    if not Path(font_dir).is_dir():
        raise GongkaiError(
            f"环境变量 {FONT_DIR_VARIABLE} 指明的字体目录不存在：{font_dir}。"
            "请改正目录，或者去掉这个变量。"
        )
    library = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_dir]
    )
    return tuple(library.families())
