"""The one sanitiser of bodies: what Word, WPS and web pages paste, without its dress.

A body is plain text, a paragraph a line, or HTML of the elements listed here. It is
cleaned when it is saved and once more when it is shown.
"""

import re
from collections.abc import Iterator
from html import unescape

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

_CLOSING_BLOCK = re.compile(r"</(p|div|table|ul|ol|h[1-6])\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ELEMENTS = {
    *("p", "br", "hr", "blockquote", "ul", "ol", "li"),
    *("h2", "h3", "h4", "h5", "h6"),
    *("strong", "b", "em", "i", "u", "sub", "sup", "a", "img"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
}
_NOTHING = re.compile(r"<br>|&nbsp;|\s")
_SPAN = re.compile(r"[1-9][0-9]{0,2}")
_DROPPED_WITH_CONTENT = {
    *("script", "style", "template", "noscript", "iframe", "svg", "math", "head"),
    *("object", "xml", "title"),
}
#: Inside these a loose line is already in its place.
_BLOCKS = ("div", "p", "table", "ul", "ol", "h2", "h3", "h4", "h5", "h6")


def is_rich(body: str) -> bool:
    """Say whether a body is HTML rather than plain text."""
    return bool(_CLOSING_BLOCK.search(body))


def clean_body(body: str) -> str:
    """Return a body as it is stored: plain text as it is, HTML cleaned.

    Lines end as they do here, not as browsers send them.
    """
    text = body.replace("\r\n", "\n")
    return clean_html(text) if is_rich(text) else text


def clean_html(html: str) -> str:
    """Keep tables, lists, headings, links and pictures; nothing else comes through.

    >>> clean_html('<p class="MsoNormal" style="mso-x:1">甲<o:p></o:p></p>')
    '<p>甲</p>'
    """
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(_DROPPED_WITH_CONTENT):
        tag.decompose()
    for node in list(soup.descendants):
        # Comments, CDATA and declarations end elsewhere for a browser than here.
        if isinstance(node, PreformattedString):
            node.extract()
    for picture in soup.find_all("img"):
        if not _is_picture(str(picture.get("src", ""))):
            picture.decompose()
    for tag in soup.find_all("h1"):
        tag.name = "h2"
    for tag in list(_loose_blocks(soup)):
        tag.name = "p"
    cleaned = nh3.clean(
        str(soup),
        tags=_ELEMENTS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        clean_content_tags=_DROPPED_WITH_CONTENT - {"head", "title", "object", "xml"},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return _without_empty_end(cleaned)


def text_of_body(body: str) -> str:
    r"""Return the words of a body, a block a line: for comparing and searching.

    >>> text_of_body("<p>甲<b>乙</b></p><table><tr><td>丙</td><td>丁</td></tr></table>")
    '甲乙\n丙 丁'
    """
    if not is_rich(body):
        return body
    spaced = re.sub(r"</t[dh]>\s*(?=<t[dh])", " ", body)
    lined = re.sub(r"</(p|li|tr|h[2-6]|caption)>|<br ?/?>|<hr ?/?>", "\n", spaced)
    lines = (line.strip() for line in unescape(_TAG.sub("", lined)).splitlines())
    return "\n".join(line for line in lines if line)


def _without_empty_end(html: str) -> str:
    """Leave out the empty paragraphs that editors put behind a table."""
    kept = html.strip()
    while kept.endswith("</p>"):
        start = kept.rfind("<p>")
        if _NOTHING.sub("", kept[start + 3 : -4]):
            break
        kept = kept[:start].rstrip()
    return kept


def _attribute(_tag: str, name: str, value: str) -> str | None:
    if name in {"colspan", "rowspan"} and not _SPAN.fullmatch(value):
        return None
    return value


def _is_picture(address: str) -> bool:
    """Allow pictures of this site only: nothing else is loaded by its pages."""
    return address.startswith("/") and not address.startswith("//")


def _loose_blocks(soup: BeautifulSoup) -> Iterator[Tag]:
    """Yield each div that serves as a paragraph."""
    for tag in soup.find_all("div"):
        if not tag.find(_BLOCKS):
            yield tag
