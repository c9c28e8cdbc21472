"""Making WordprocessingML elements, shortly."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any


def make(tag: str, *children: Element | None, **attributes: object) -> Element:
    """Return ``<w:tag>`` with children and ``w:`` attributes; None is left out.

    >>> make("tcW", w=100, type="dxa").tag.rpartition("}")[2]
    'tcW'
    """
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        if value is not None:
            element.set(qn(f"w:{name}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def text(words: str) -> Element:
    """Return ``<w:t>`` that keeps its spaces."""
    element = OxmlElement("w:t")
    element.text = words
    element.set(qn("xml:space"), "preserve")
    return element
