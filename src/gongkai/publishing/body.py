"""The body of an item as both surfaces show it.

Plain text is escaped and gets its headings and signature; HTML is cleaned.
"""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from gongkai.publishing.rich_text import clean_html, is_rich, text_of_body

_HEADING = re.compile(r"^[一二三四五六七八九十]{1,3}、[^。；]{1,38}$")
_SUBHEADING = re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)][^。；]{1,34}$")
_DATE_LINE = re.compile(r"^(19|20)\d\d年\d{1,2}月\d{1,2}日$")
_END_MARK = re.compile(r"[（(]此件[^（()）]{0,30}公开[^（()）]{0,30}[）)]\s*$")
_LONGEST_SIGNATURE = 30
#: How far from its end a body is searched for its signature, in paragraphs.
_LONGEST_TAIL = 12
_PLAIN = re.compile(r"\s*<p>[^<]*")


def body_html(body: str) -> SafeString:
    """Return the body as HTML that is safe to show."""
    text = body.strip()
    if is_rich(text):
        return _with_table_boxes(_with_signature(clean_html(text)))
    return _paragraphs([line.strip() for line in text.splitlines() if line.strip()])


def has_end_mark(body: str) -> bool:
    """Say whether the body itself ends in a mark such as （此件公开发布）."""
    return bool(_END_MARK.search(text_of_body(body).strip()))


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


def heading_element(line: str) -> str:
    """Return the element of a line: ``h2`` for 一、, ``h3`` for （一）, else ``p``."""
    if _HEADING.match(line):
        return "h2"
    return "h3" if _SUBHEADING.match(line) else "p"


def _element(line: str, *, is_signature: bool) -> tuple[str, SafeString]:
    if is_signature:
        return "p", format_html(' class="{}"', "signature")
    if heading_element(line) != "p":
        return heading_element(line), SafeString()
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


def _with_signature(html: str) -> str:
    """Mark the signature among the plain paragraphs in which HTML ends."""
    *before, after = html.split("</p>")
    tail: list[str] = []
    while before and len(tail) < _LONGEST_TAIL and _PLAIN.fullmatch(before[-1]):
        tail.insert(0, before.pop().strip().removeprefix("<p>"))
    if after.strip() or not tail:
        return html
    start = _signature_start(tail)
    signed = (
        f'<p class="signature">{line}</p>' if at >= start else f"<p>{line}</p>"
        for at, line in enumerate(tail)
    )
    return "".join([*(f"{piece}</p>" for piece in before), *signed])


def _with_table_boxes(html: str) -> SafeString:
    boxed = html.replace("<table>", '<div class="table-box"><table>').replace(
        "</table>", "</table></div>"
    )
    # Only elements of the sanitiser are left in it; the box is our own.
    return mark_safe(boxed)  # noqa: S308
