"""Names of persons beside their numbers, as rows of a list have them."""

import re
from collections.abc import Iterator

from gongkai.publishing.screening.hits import Hit
from gongkai.publishing.screening.masking import mask
from gongkai.publishing.screening.numbers import line_around

NAME = "person_name"
LABEL = "姓名与号码同列"
ADVICE = "号码遮蔽以后，姓名是否公开按名单的用途核对。"

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
    "苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝"
    "龚邵万钱严覃武戴莫孔向汤"
)
_CELL = re.compile(
    rf"(?:(?<![^\s,，、;；:：|（(])|(?<=联系人)|(?<=负责人))[{_SURNAMES}](?!某)[\u4e00-\u9fff]{{1,3}}(?=[\s,，、;；|（(]|$)"
)
_NUMBER = re.compile(r"1[3-9][0-9]{9}|[1-8][0-9]{16}[0-9Xx]|62[0-9]{14,17}")


def find(text: str) -> Iterator[Hit]:
    """Yield the first name in each line that has a person's number.

    Told, not stopped: a list may have to name those it is about.
    """
    behind = -1
    for number in _NUMBER.finditer(text):
        if number.start() < behind:
            continue
        line = line_around(text, number.start(), number.end())
        behind = line[1]
        if name := _CELL.search(text, *line):
            shown = mask(name[0], head=1)
            yield Hit(
                name.start(),
                name.end(),
                NAME,
                name[0],
                shown,
                ADVICE,
                is_blocking=False,
            )
