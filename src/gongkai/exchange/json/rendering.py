"""A report as the exchange document: for other programs, and to be kept."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gongkai.exchange.printing import RenderOptions, organ_of, year_of
from gongkai.statute.annual_report.cells import empty_report
from gongkai.statute.annual_report.format import load_format

_HEAD = ("schema", "format", "organ", "year", "published_on", "sections", "figures")


def render(report: Mapping[str, Any], options: RenderOptions | None = None) -> bytes:
    """Return the document in UTF-8, its keys in the order of the form.

    Money stays as exact as it came; ``options`` change nothing.
    """
    del options
    form = load_format(report.get("format", ""))
    model = dict.fromkeys(_HEAD) | empty_report(organ_of(report), year_of(report), form)
    text = json.dumps(
        _ordered(report, model), ensure_ascii=False, indent=2, default=_plain
    )
    # Half a surrogate pair has no UTF-8; JSON can still spell it.
    return f"{text}\n".encode(errors="backslashreplace")


def _ordered(value: object, model: object) -> object:
    """Return ``value`` with its keys as in ``model``; the others follow, sorted."""
    if not isinstance(value, Mapping):
        return value
    known = model if isinstance(model, Mapping) else {}
    keys = [key for key in known if key in value]
    keys += sorted(key for key in value if key not in known)
    return {key: _ordered(value[key], known.get(key)) for key in keys}


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
