"""The articles of the Regulation, so that a citation can be checked and quoted.

《中华人民共和国政府信息公开条例》（国务院令第711号, 2019-04-03 修订, 2019-05-15 施行）:
all 56 articles verbatim, in ``regulation.toml``. A reference in this code is a number
with its parts in brackets: ``33(2)`` is 第三十三条第二款; 第三十六条 is one paragraph
that lists items, so ``36(4)`` is 第三十六条第（四）项.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.errors import StatuteError

_REFERENCE = re.compile(r"([1-9][0-9]?)(?:\(([1-9][0-9]?)\))?(?:\(([1-9][0-9]?)\))?")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Paragraph:
    """One 款: its text, and the text of its 项, if it lists any."""

    text: str
    items: tuple[str, ...] = ()

    @property
    def full_text(self) -> str:
        """The paragraph with its items as they are printed."""
        numbered = (
            f"（{in_chinese(place)}）{item}" for place, item in enumerate(self.items, 1)
        )
        return "\n".join((self.text, *numbered))


@dataclass(frozen=True)
class Article:
    """One 条; ``heading`` is ours, the Regulation gives none."""

    number: int
    chapter: str
    heading: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The whole article, verbatim."""
        return "\n".join(paragraph.full_text for paragraph in self.paragraphs)

    @property
    def is_one_list(self) -> bool:
        """Whether the article is one paragraph that lists items."""
        return len(self.paragraphs) == 1 and bool(self.paragraphs[0].items)


def article(number: int) -> Article:
    """Return an article of the Regulation by its number.

    >>> article(26).heading
    '主动公开的期限'
    """
    try:
        return _regulation()[number]
    except KeyError:
        raise StatuteError(
            f"《政府信息公开条例》没有第{number}条，共56条。请核对条号。"
        ) from None


def cite(reference: str) -> str:
    """Return a reference as a notice would print it.

    >>> cite("33(2)")
    '《政府信息公开条例》第三十三条第二款'
    >>> cite("36(4)")
    '《政府信息公开条例》第三十六条第（四）项'
    """
    number, paragraph, item = _resolve(reference)
    words = f"《政府信息公开条例》第{in_chinese(number)}条"
    if paragraph and not article(number).is_one_list:
        words += f"第{in_chinese(paragraph)}款"
    return f"{words}第（{in_chinese(item)}）项" if item else words


def quote(reference: str) -> str:
    """Return the verbatim text that a reference points to.

    >>> quote("36(4)")
    '经检索没有所申请公开信息的，告知申请人该政府信息不存在；'
    """
    number, paragraph, item = _resolve(reference)
    cited = article(number)
    if not paragraph:
        return cited.text
    if not item:
        return cited.paragraphs[paragraph - 1].full_text
    return cited.paragraphs[paragraph - 1].items[item - 1]


def in_chinese(number: int) -> str:
    """Write a number from 1 to 99 as the law counts its articles.

    >>> in_chinese(10), in_chinese(15), in_chinese(56)
    ('十', '十五', '五十六')
    """
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "" if tens == 1 else _DIGITS[tens]
    return f"{head}十{_DIGITS[ones] if ones else ''}"


def _resolve(reference: str) -> tuple[int, int, int]:
    """Return article, paragraph and item; zero where the reference stops short."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise StatuteError(f"“{reference}”不是条款。请写成33、33(2)或50(1)(4)的样子。")
    number, first, second = (int(part or 0) for part in match.groups())
    cited = article(number)
    if cited.is_one_list and first:
        paragraph, item, surplus = 1, first, second
    else:
        paragraph, item, surplus = first, second, 0
    if surplus or not _has(cited, paragraph, item):
        raise StatuteError(f"《政府信息公开条例》没有“{reference}”所指的款项。请核对。")
    return number, paragraph, item


def _has(cited: Article, paragraph: int, item: int) -> bool:
    if paragraph > len(cited.paragraphs):
        return False
    return not item or item <= len(cited.paragraphs[paragraph - 1].items)


@cache
def _regulation() -> dict[int, Article]:
    text = files("gongkai.statute").joinpath("regulation.toml").read_text("utf-8")
    articles = (_article(table) for table in tomllib.loads(text)["article"])
    return {each.number: each for each in articles}


def _article(table: dict[str, Any]) -> Article:
    paragraphs = tuple(
        Paragraph(each["text"], tuple(each.get("items", ())))
        for each in table["paragraph"]
    )
    return Article(table["number"], table["chapter"], table["heading"], paragraphs)
