"""Home addresses beside a person's name or number, as lists of persons have them.

个人信息保护法第二十八条: data of a child under fourteen is sensitive; a list of aided
or enrolled children names no address, family or health.
"""

import re
from collections.abc import Iterator

from gongkai.publishing.screening.hits import Hit

NAME = "home_address"
LABEL = "家庭住址"
ADVICE = "名单里不写住址；确需写的，只写到乡镇、街道。"

_ADDRESS = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}(?:省|市|自治区|县|区))?[\u4e00-\u9fff]{2,8}(?:乡|镇|街道|办事处)"
    r"[\u4e00-\u9fff0-9]{1,12}(?:村|社区|路|街|巷|小区|庄)"
    r"[\u4e00-\u9fff0-9-]{0,12}?(?:[0-9]+(?:号楼|单元|号|室|户|组|栋)){1,4}"
)
_PERSONAL = ("住址", "家庭地址", "家庭住址", "现住", "户籍地", "户籍所在地")
_NEAR = 30
_KEPT = 6


def find(text: str) -> Iterator[Hit]:
    """Yield addresses down to a house that stand in a row of a list of persons.

    An address alone is an office's or a school's; it is a hit in the line of a word
    such as 家庭住址, or in a line with an identity or mobile number.
    """
    for found in _ADDRESS.finditer(text):
        if _is_a_persons(text, found.start(), found.end()):
            shown = found[0][:_KEPT] + "*" * (len(found[0]) - _KEPT)
            yield Hit(found.start(), found.end(), NAME, found[0], shown, ADVICE)


def _is_a_persons(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", 0, start) + 1
    before = text[max(line_start, start - _NEAR) : start]
    if any(word in before for word in _PERSONAL):
        return True
    line = text[line_start : (text.find("\n", end) + 1) or None]
    return re.search(r"1[3-9][0-9]{9}|[1-8][0-9]{16}[0-9Xx]", line) is not None
