"""Notices (告知书 and their like): kinds, required elements, wording, numbers.

条例第二十九条 to 第四十二条 say what has to be told; ``kinds`` holds each notice as
data, ``composing`` sets it, ``document_number`` numbers it.
"""

from gongkai.statute.notices.composing import (
    NoticeText,
    compose,
    missing_elements,
    revocation,
)
from gongkai.statute.notices.document_number import (
    DocumentNumber,
    parse_document_number,
)
from gongkai.statute.notices.elements import Element
from gongkai.statute.notices.example import example_of
from gongkai.statute.notices.kinds import (
    NoticeKind,
    correction_kinds,
    notice_for_outcome,
    notice_kind,
    notice_kinds,
    notices_for_step,
    worded_kind,
    worded_kinds,
)
from gongkai.statute.notices.wording import place_labels, with_wording, wording_of

__all__ = [
    "DocumentNumber",
    "Element",
    "NoticeKind",
    "NoticeText",
    "compose",
    "correction_kinds",
    "example_of",
    "missing_elements",
    "notice_for_outcome",
    "notice_kind",
    "notice_kinds",
    "notices_for_step",
    "parse_document_number",
    "place_labels",
    "revocation",
    "with_wording",
    "worded_kind",
    "worded_kinds",
    "wording_of",
]
