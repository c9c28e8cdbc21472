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


def body_html(body: str) -> SafeString:
    """Return the body as HTML that is safe to show."""
    text = body.strip()
    if is_rich(text):
        return _with_table_boxes(clean_html(text))
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


def _with_table_boxes(html: str) -> SafeString:
    boxed = html.replace("<table>", '<div class="table-box"><table>').replace(
        "</table>", "</table></div>"
    )
    # Only elements of the sanitiser are left in it; the box is our own.
    return mark_safe(boxed)  # noqa: S308
