"""Reading a page of the desk as a person sees it."""

import re
from html.parser import HTMLParser
from typing import Any

ENGLISH = re.compile(r"[A-Za-z]{4,}")
#: Names of file formats.
ALLOWED = frozenset({"XLSX", "Excel"})
#: What the tests themselves write, and the names that files in a ZIP must have.
INVENTED = re.compile(r"account\d+|nobody|zzz|“items\.xlsx”|“attachments”")


class _Text(HTMLParser):
    """Collects what is printed: text, and the attributes that are read out."""

    silent = ("script", "style", "title", "svg")

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in self.silent
        for name, value in attrs:
            if name in {"placeholder", "title", "aria-label", "alt"} and value:
                self.parts.append(value)

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self.silent

    def handle_data(self, data: str) -> None:
        if not self.hidden and data.strip():
            self.parts.append(data.strip())


def text_of(response: Any) -> str:
    """Return the visible text of a page."""
    reader = _Text()
    reader.feed(response.content.decode())
    return " ".join(reader.parts)


def english_in(text: str) -> list[str]:
    """Return the English words of a text that nobody allowed."""
    words = ENGLISH.findall(INVENTED.sub("", text))
    return [word for word in words if word not in ALLOWED]
