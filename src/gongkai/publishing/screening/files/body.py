"""The body of an item: its visible text, pictures without words, links that fail.

A body is plain text or, from the editor, markup. Screening reads what is seen;
masking writes back into the markup, sign by sign.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from gongkai.publishing.screening.files.reading import Sight

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);")
_BREAKS = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|table|tr|br|blockquote)\b", re.IGNORECASE
)
_CELL = re.compile(r"</t[dh]\b", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/?#]+\.[^\s/?#]+", re.IGNORECASE)
#: Attributes that a reader, or his program, gets to see.
_TELLING = ("alt", "title", "href")
_UNSAFE = ("javascript:", "data:", "vbscript:", "file:")


@dataclass(frozen=True)
class VisibleText:
    """What is seen of a body, and where in it each sign stands (-1: nowhere)."""

    text: str
    places: tuple[tuple[int, int], ...] = ()

    def masked(self, raw: str, masked: str) -> str:
        """Return the body with a masked text of the same length in its place."""
        if not self.places:
            return masked
        parts, at = [], 0
        for old, new, (start, end) in zip(self.text, masked, self.places, strict=True):
            if old != new and start >= 0:
                parts += [raw[at:start], new]
                at = end
        return "".join([*parts, raw[at:]])


def visible(raw: str) -> VisibleText:
    """Return what is seen of a body; a plain one is seen as it is.

    >>> visible("139<b>0000</b>1234").text
    '13900001234'
    """
    if not _TAG.search(raw):
        return VisibleText(raw)
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for tag in _TAG.finditer(raw):
        _take(raw, at, tag.start(), signs, places)
        gap = "\n" if _BREAKS.match(tag[0]) else "\t" if _CELL.match(tag[0]) else ""
        if gap:
            signs.append(gap)
            places.append((-1, -1))
        at = tag.end()
    _take(raw, at, len(raw), signs, places)
    return VisibleText("".join(signs), tuple(places))


def _take(
    raw: str, start: int, end: int, signs: list[str], places: list[tuple[int, int]]
) -> None:
    at = start
    while at < end:
        entity = _ENTITY.match(raw, at, end) if raw[at] == "&" else None
        sign = unescape(entity[0]) if entity else raw[at]
        stop = entity.end() if entity else at + 1
        if len(sign) == 1:
            signs.append(sign)
            places.append((at, stop))
        at = stop


@dataclass
class _Seen(HTMLParser):
    """The pictures and links of a body."""

    sights: list[Sight] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        self.told += [given[name] for name in _TELLING if given.get(name)]
        if tag == "img" and not given.get("alt", "").strip():
            self.sights.append(_picture(given.get("src", "")))
        if tag == "a" and "href" in given:
            self.links.append(given["href"].strip())


def body_sights(raw: str) -> list[Sight]:
    """Return the pictures without alternative text and the links that lead nowhere.

    Only what can be seen without the network: the form of an address, and anchors of
    this page.
    """
    seen = _seen(raw)
    links = [_link(link) for link in seen.links if not _leads(link, seen.anchors)]
    return seen.sights + links


def attributes_of(raw: str) -> str:
    """Return what pictures and links say beside the text, one to a line."""
    return "\n".join(_seen(raw).told)


def _seen(raw: str) -> _Seen:
    seen = _Seen()
    seen.feed(raw if _TAG.search(raw) else "")
    return seen


def _picture(source: str) -> Sight:
    name = source.rpartition("/")[2][:60] or "图片"
    advice = "给图片写一句说明（替代文字），读屏的人靠它知道内容。"
    return Sight("missing_alternative", "正文", name, advice)


def _link(link: str) -> Sight:
    shown = link[:80] or "（空链接）"
    return Sight("broken_link", "正文", shown, "改正或者去掉这个链接。")


def _leads(link: str, anchors: set[str]) -> bool:
    if link.startswith("#"):
        return link[1:] in anchors
    if link.lower().startswith(_UNSAFE) or not link or any(map(str.isspace, link)):
        return False
    if link.lower().startswith(("mailto:", "tel:")):
        return True
    return bool(_WEB.match(link)) or (link.startswith("/") and link[1:2] != "/")
