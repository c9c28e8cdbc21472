"""Security classification marks (国家秘密标志) and internal marks on documents.

保守国家秘密法第二十二条: 机关、单位对承载国家秘密的载体作出国家秘密标志.
GB/T 9704-2012, 7.2.2: 密级和保密期限 joined by ★.
"""

import re
from collections.abc import Iterator

from gongkai.publishing.screening.hits import Hit

NAME = "security_mark"
LABEL = "密级、内部标志"
ADVICE = "确认文件不涉密、已解密或者可以公开；拿不准的，报请保密确认。"

_MARK = re.compile(
    r"绝\s?密(?:\s*★\s*(?:长期|[\d一二三四五六七八九十]+\s*[年月])?)?"
    r"|[机秘]\s?密(?:\s*★\s*(?:长期|[\d一二三四五六七八九十]+\s*[年月])?)?"
    r"|内部(?:资料|文件|材料|传阅|使用)[，,、 ]?"
    r"(?:注意保存|不得外传|请勿外传|严禁外传)?"
    r"|(?:不得|请勿|严禁)(?:对外)?外传|此件不(?:予)?公开"
    r"|未经[^。\n]{0,12}不得(?:对外)?公开"
)
_ALONE_ONLY = ("绝", "机", "秘", "内")
_CLEAR = ("★", "保存", "外传")
_EDGES = frozenset("\n\t 　（）()【】[]《》：:")


def find(text: str) -> Iterator[Hit]:
    """Yield classification signs and marks that say that a document is internal.

    秘密 or 内部资料 within a sentence is a word; alone on its line it is a mark.
    """
    for found in _MARK.finditer(text):
        mark = found[0].strip()
        is_word = mark[0] in _ALONE_ONLY and not any(sign in mark for sign in _CLEAR)
        if is_word and not _stands_alone(
            text, found.start(), found.start() + len(mark)
        ):
            continue
        yield Hit(found.start(), found.start() + len(mark), NAME, mark, mark, ADVICE)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start] if start else ""
    return (not before or before in _EDGES) and (
        end == len(text) or text[end] in _EDGES
    )
