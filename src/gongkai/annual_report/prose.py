"""Prose with live figures.

A section is kept as text in which a figure is a mark: ``⟦items.government_website⟧``
is counted anew each time it is shown; ``⟦items.government_website|65⟧`` was typed
over with 65 by a person, and is shown as such. An officer edits the text as it
reads, figures and all; ``absorb_edit`` finds out which figures he left alone.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

_MARK = re.compile(r"⟦([a-z0-9_.]+)(?:\|([^⟦⟧|]*))?⟧")
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|.", re.DOTALL)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Segment:
    """A piece of prose: words (``key`` empty) or a figure.

    ``typed`` is what a person wrote in place of the counted value, if he did.
    """

    text: str = ""
    key: str = ""
    typed: str | None = None

    def shown(self, values: Mapping[str, str]) -> str:
        """Return the words, or the figure as it reads with these values."""
        if not self.key:
            return self.text
        return values.get(self.key, "") if self.typed is None else self.typed

    def mark(self) -> str:
        """Return the segment as it is kept."""
        if not self.key:
            return self.text
        return f"⟦{self.key}⟧" if self.typed is None else f"⟦{self.key}|{self.typed}⟧"


@dataclass(frozen=True)
class TypedOver:
    """A figure that a person wrote by hand where the records say ``counted``."""

    key: str
    typed: str
    counted: str


def segments(marked: str) -> tuple[Segment, ...]:
    """Take a marked text apart.

    >>> segments("公开信息⟦items.disclosed⟧条")[1]
    Segment(text='', key='items.disclosed', typed=None)
    """
    return tuple(_segments(marked))


def figure_keys(marked: str) -> tuple[str, ...]:
    """Return the keys of the figures in a text, each once, as they stand.

    >>> figure_keys("⟦a.b⟧和⟦c.d|5⟧和⟦a.b⟧")
    ('a.b', 'c.d')
    """
    return tuple(dict.fromkeys(part.key for part in _segments(marked) if part.key))


def shown(marked: str, values: Mapping[str, str]) -> str:
    """Return the text as it reads with these values.

    >>> shown("公开信息⟦items.disclosed⟧条", {"items.disclosed": "64"})
    '公开信息64条'
    """
    return "".join(part.shown(values) for part in _segments(marked))


def typed_over(marked: str, values: Mapping[str, str]) -> tuple[TypedOver, ...]:
    """Return the figures that were written by hand."""
    return tuple(
        TypedOver(part.key, part.typed, values.get(part.key, ""))
        for part in _segments(marked)
        if part.typed is not None
    )


def restore(marked: str, key: str) -> str:
    """Let the records speak again for a figure that was typed over.

    >>> restore("⟦a.b|65⟧条", "a.b")
    '⟦a.b⟧条'
    """
    return "".join(
        Segment(key=key).mark() if part.key == key else part.mark()
        for part in _segments(marked)
    )


def absorb_edit(marked: str, values: Mapping[str, str], edited: str) -> str:
    """Return the edited text with its figures marked again.

    ``edited`` is the text as a person left it after he was shown ``marked`` with
    ``values``. A figure he left alone stays live; one he replaced by another number
    becomes typed over; one he took out with its words is gone.

    >>> absorb_edit("共⟦a.b⟧条。", {"a.b": "64"}, "一共64条。")
    '一共⟦a.b⟧条。'
    >>> absorb_edit("共⟦a.b⟧条。", {"a.b": "64"}, "共65条。")
    '共⟦a.b|65⟧条。'
    """
    before = _tokens_of(_segments(marked), values)
    after = [match.group() for match in _TOKEN.finditer(_plain(edited))]
    new_marks = _carried_marks(before, after, values)
    return "".join(new_marks.get(i, token) for i, token in enumerate(after))


def _segments(marked: str) -> Iterator[Segment]:
    end = 0
    for match in _MARK.finditer(marked):
        if match.start() > end:
            yield Segment(text=marked[end : match.start()])
        yield Segment(key=match.group(1), typed=match.group(2))
        end = match.end()
    if end < len(marked):
        yield Segment(text=marked[end:])


@dataclass(frozen=True)
class _Token:
    text: str
    figure: Segment | None = None


def _tokens_of(parts: Iterator[Segment], values: Mapping[str, str]) -> list[_Token]:
    tokens: list[_Token] = []
    for part in parts:
        text = part.shown(values)
        if part.key:
            tokens.append(_Token(text, part))
        else:
            tokens += [_Token(match.group()) for match in _TOKEN.finditer(text)]
    return tokens


def _plain(edited: str) -> str:
    """Return the text without marks: a person's text cannot smuggle one in."""
    return edited.replace("\r\n", "\n").replace("⟦", "").replace("⟧", "")


def _carried_marks(
    before: list[_Token], after: list[str], values: Mapping[str, str]
) -> dict[int, str]:
    """Return the places in ``after`` that are figures, with their marks."""
    matcher = SequenceMatcher(
        None, [token.text for token in before], after, autojunk=False
    )
    marks: dict[int, str] = {}
    for kind, start, stop, new_start, new_stop in matcher.get_opcodes():
        if kind == "equal":
            for offset in range(stop - start):
                figure = before[start + offset].figure
                if figure is not None:
                    marks[new_start + offset] = figure.mark()
        elif kind == "replace":
            figures = [t.figure for t in before[start:stop] if t.figure is not None]
            numbers = [
                i for i in range(new_start, new_stop) if _NUMBER.fullmatch(after[i])
            ]
            for figure, place in zip(figures, numbers, strict=False):
                marks[place] = _retyped(figure, after[place], values)
    return marks


def _retyped(figure: Segment, typed: str, values: Mapping[str, str]) -> str:
    same = typed == values.get(figure.key)
    return Segment(key=figure.key, typed=None if same else typed).mark()
