"""XML parts of office packages: parsed without entities, masked in place."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from gongkai.publishing.screening.files.guards import broken
from gongkai.publishing.screening.files.reading import Element, Passage


def parse(content: bytes) -> Element:
    """Return the root of a part; raise ``HeldFileError`` when it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise broken() from error


def part(package: zipfile.ZipFile, name: str) -> bytes:
    """Return one entry of a package; raise ``HeldFileError`` when it is damaged."""
    try:
        return package.read(name)
    except (KeyError, zipfile.BadZipFile, OSError, EOFError) as error:
        raise broken() from error


def serialised(root: Element) -> bytes:
    """Return a part as it is written in a package."""
    content: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return content


@dataclass(frozen=True)
class Strand:
    """A passage in the pieces that hold it; a piece without element separates."""

    place: str
    pieces: tuple[tuple[Element | None, str], ...]

    @property
    def text(self) -> str:
        """The passage as one text."""
        return "".join(text for _, text in self.pieces)

    @property
    def passage(self) -> Passage:
        """The passage as the checks read it."""
        return Passage(self.place, self.text)

    def rewrite(self, text: str) -> None:
        """Write another text of the same length back into the pieces."""
        at = 0
        for element, old in self.pieces:
            if element is not None:
                element.text = text[at : at + len(old)]
            at += len(old)


def drop(elements: Iterable[Element]) -> int:
    """Take elements out of their tree, what follows them stays; return how many."""
    found = list(elements)
    for element in found:
        parent = element.getparent()
        if parent is not None:
            _keep_tail(element, parent)
            parent.remove(element)
    return len(found)


def unwrap(elements: Iterable[Element]) -> int:
    """Put the children of elements in their place; return how many."""
    found = list(elements)
    for element in found:
        parent = element.getparent()
        at = parent.index(element)
        for child in reversed(list(element)):
            parent.insert(at, child)
        _keep_tail(element, parent)
        parent.remove(element)
    return len(found)


def _keep_tail(element: Element, parent: Element) -> None:
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail


def joined(strands: Iterable[Strand], place: str) -> Iterator[Strand]:
    """Yield the strands of a row as one, cells apart by a tab, unless it is empty."""
    pieces: list[tuple[Element | None, str]] = []
    for strand in strands:
        pieces += ([(None, "\t")] if pieces else []) + list(strand.pieces)
    if any(element is not None for element, _ in pieces):
        yield Strand(place, tuple(pieces))
