"""Home addresses beside a person's name or number, as lists of persons have them.

个人信息保护法第二十八条: data of a child under fourteen is sensitive; a list of aided
or enrolled children names no address, family or health.
"""

import re
from collections.abc import Iterator

from gongkai.publishing.screening.hits import Hit
from gongkai.publishing.screening.numbers import line_around

NAME = "home_address"
LABEL = "家庭住址"
ADVICE = "名单里不写住址；确需写的，只写到乡镇、街道。"

#: Where an address ends: a house, a flat, a villagers' group. Its sign is rarer than
#: digits are, so the signs are looked for, and the digits before them.
_SIGN = re.compile(r"[号单室户组栋](?<=[0-9].)")
_HOUSE = re.compile(
    r"[0-9]+(?:号楼|单元|号|室|户|组|栋)(?:[0-9]+(?:号楼|单元|号|室|户|组|栋))*"
)
_WAY_THERE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|县|区)){0,3}"
    r"[\u4e00-\u9fff]{2,8}?(?:乡|镇|街道|办事处)"
    r"[\u4e00-\u9fff0-9]{1,12}?(?:村|社区|路|街|巷|小区|庄)[\u4e00-\u9fff0-9-]{0,12}$"
)
_TOWN = re.compile("[乡镇道处]")
_PERSONAL = ("住址", "家庭地址", "现住", "户籍地", "户籍所在地")
_PERSONS_NUMBER = re.compile(r"1[3-9][0-9]{9}|[1-8][0-9]{16}[0-9Xx]")
_LONGEST = 50
_NEAR = 30
_KEPT = 6


def find(text: str) -> Iterator[Hit]:
    """Yield addresses down to a house that stand in a row of a list of persons.

    An address alone is an office's or a school's; it is a hit in the line of a word
    such as 家庭住址, or in a line with an identity or mobile number.
    """
    behind = 0
    for sign in _SIGN.finditer(text):
        house = _HOUSE.match(text, _first_digit(text, sign.start()))
        if house is None or house.start() < behind:
            continue
        line = line_around(text, house.start(), house.end())
        before = text[max(behind, line[0], house.start() - _LONGEST) : house.start()]
        way = _TOWN.search(before) and _WAY_THERE.search(before)
        if way and _is_a_persons(text, house.start() - len(way[0]), line):
            start = house.start() - len(way[0])
            behind = house.end()
            yield _hit(text[start:behind], start)


def _first_digit(text: str, end: int) -> int:
    """Return where the digits that end here begin."""
    while end and "0" <= text[end - 1] <= "9":
        end -= 1
    return end


def _hit(address: str, start: int) -> Hit:
    shown = address[:_KEPT] + "*" * (len(address) - _KEPT)
    return Hit(start, start + len(address), NAME, address, shown, ADVICE)


def _is_a_persons(text: str, start: int, line: tuple[int, int]) -> bool:
    before = text[max(line[0], start - _NEAR) : start]
    if any(word in before for word in _PERSONAL):
        return True
    return _PERSONS_NUMBER.search(text, *line) is not None
