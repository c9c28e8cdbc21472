"""The body of an item as safe HTML.

A body is plain text, a paragraph a line, or simple HTML from a paste. Plain text is
escaped; of HTML only the elements of a list are kept, without style and script.
"""

import re
from collections.abc import Iterator
from html import unescape

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.whitelist import (
    Whitelister,
    allow_without_attributes,
    attribute_rule,
    check_url,
)

_CLOSING_BLOCK = re.compile(r"</(p|div|table|ul|ol|h[1-6])\s*>", re.IGNORECASE)
_HEADING = re.compile(r"^[一二三四五六七八九十]{1,3}、[^。；]{1,38}$")
_SUBHEADING = re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)][^。；]{1,34}$")
_DATE_LINE = re.compile(r"^(19|20)\d\d年\d{1,2}月\d{1,2}日$")
_END_MARK = re.compile(r"[（(]此件[^（()）]{0,30}公开[^（()）]{0,30}[）)]\s*$")
_LONGEST_SIGNATURE = 30
_DROPPED_WITH_CONTENT = ("script", "style", "template", "noscript", "iframe", "svg")


def body_html(body: str) -> SafeString:
    """Return the body as HTML that is safe to show."""
    text = body.strip()
    if _CLOSING_BLOCK.search(text):
        return _clean(text)
    return _paragraphs([line.strip() for line in text.splitlines() if line.strip()])


def has_end_mark(body: str) -> bool:
    """Say whether the body itself ends in a mark such as （此件公开发布）."""
    return bool(_END_MARK.search(unescape(re.sub(r"<[^>]*>", "", body)).strip()))


def _paragraphs(lines: list[str]) -> SafeString:
    signature = _signature_start(lines)
    return format_html_join(
        "\n",
        "<{0}{1}>{2}</{0}>",
        (
            (*_element(line, is_signature=at >= signature), line)
            for at, line in enumerate(lines)
        ),
    )


def _element(line: str, *, is_signature: bool) -> tuple[str, SafeString]:
    if is_signature:
        return "p", format_html(' class="{}"', "signature")
    if _HEADING.match(line):
        return "h2", SafeString()
    if _SUBHEADING.match(line):
        return "h3", SafeString()
    if line.endswith(("：", ":")) and len(line) <= _LONGEST_SIGNATURE:
        return "p", format_html(' class="{}"', "salutation")
    return "p", SafeString()


def _signature_start(lines: list[str]) -> int:
    """Return where the signature (落款) begins: the date and the organs above it."""
    dates = [at for at, line in enumerate(lines) if _DATE_LINE.match(line)]
    if not dates:
        return len(lines)
    rest = lines[dates[-1] + 1 :]
    if any(not _END_MARK.match(line) for line in rest):
        return len(lines)
    start = dates[-1]
    while start and _is_signatory(lines[start - 1]):
        start -= 1
    return start


def _is_signatory(line: str) -> bool:
    return len(line) <= _LONGEST_SIGNATURE and not re.search(r"[。；：，:]", line)


_PLAIN_ELEMENTS = (
    *("p", "br", "hr", "blockquote", "ul", "ol", "li"),
    *("h2", "h3", "h4", "h5", "h6"),
    *("strong", "b", "em", "i", "sub", "sup"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr"),
)


class _ItemWhitelister(Whitelister):
    element_rules = {
        "[document]": allow_without_attributes,
        "a": attribute_rule({"href": check_url}),
        **dict.fromkeys(_PLAIN_ELEMENTS, allow_without_attributes),
        "th": attribute_rule({"colspan": True, "rowspan": True, "scope": True}),
        "td": attribute_rule({"colspan": True, "rowspan": True}),
    }


def _clean(html: str) -> SafeString:
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(_DROPPED_WITH_CONTENT):
        tag.decompose()
    for node in list(soup.descendants):
        # Comments, CDATA and declarations end elsewhere for a browser than here.
        if isinstance(node, PreformattedString):
            node.extract()
    for tag in soup.find_all("h1"):
        tag.name = "h2"
    for tag in list(_loose_blocks(soup)):
        tag.name = "p"
    cleaned = _ItemWhitelister().clean(str(soup))
    return _with_table_boxes(cleaned)


def _loose_blocks(soup: BeautifulSoup) -> Iterator[Tag]:
    """Yield each div that serves as a paragraph."""
    for tag in soup.find_all("div"):
        if not tag.find(("div", "p", "table", "ul", "ol")):
            yield tag


def _with_table_boxes(html: str) -> SafeString:
    boxed = html.replace("<table>", '<div class="table-box"><table>').replace(
        "</table>", "</table></div>"
    )
    # Only elements of the whitelist are left in it; the box is our own.
    return mark_safe(boxed)  # noqa: S308
