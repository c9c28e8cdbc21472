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

_SIGN = re.compile(
    r"(?:绝\s?密|机\s?密|秘\s?密)\s*★\s*(?:长期|[\d一二三四五六七八九十]+\s*[年月])?"
)
_ALONE = re.compile(r"^[ \u3000]*(?:绝密|机密|秘密)[ \u3000]*$", re.MULTILINE)
_INTERNAL = re.compile(
    r"内部(?:资料|文件|材料|传阅|使用)[，,、 ]?(?:注意保存|不得外传|请勿外传|严禁外传)?"
    r"|(?:不得|请勿|严禁)(?:对外)?(?:外传|公开|转发)|此件不(?:予)?公开|未经.{0,12}不得公开"
)


def find(text: str) -> Iterator[Hit]:
    """Yield classification signs and marks that say that a document is internal."""
    for pattern in (_SIGN, _ALONE, _INTERNAL):
        for found in pattern.finditer(text):
            mark = found[0].strip()
            start = found.start() + found[0].index(mark)
            yield Hit(start, start + len(mark), NAME, mark, mark, ADVICE)
