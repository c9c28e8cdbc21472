"""The channels of an official catalogue, a closed checklist of thirteen words.

国办发〔2019〕54号: a catalogue prints them all, ■ before those that are used and □
before the others. They are kept as the used words, parted by “；”.
"""

import re

from gongkai.statute.errors import StatuteError

CHANNELS = (
    "政府网站",
    "政府公报",
    "两微一端",
    "发布会/听证会",
    "广播电视",
    "纸质媒体",
    "公开查阅点",
    "政务服务中心",
    "便民服务站",
    "入户/现场",
    "社区/企事业单位/村公示栏（电子屏）",
    "精准推送",
    "其他",
)
USED, UNUSED = "■", "□"
_SEVERAL = "；"
_PARTS = re.compile(r"[；;\n]|(?=[■□])")


def channels_in(text: str) -> tuple[str, ...]:
    """Return the used channels of a cell, in the order of the checklist.

    Raises ``StatuteError`` for a word that the checklist does not have.

    >>> channels_in("■政府网站 □政府公报 ■公开查阅点")
    ('政府网站', '公开查阅点')
    >>> channels_in("公开查阅点；政府网站")
    ('政府网站', '公开查阅点')
    """
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    named = [
        _known(part.removeprefix(USED)) for part in parts if not part.startswith(UNUSED)
    ]
    return tuple(channel for channel in CHANNELS if channel in named)


def kept(channels: tuple[str, ...]) -> str:
    """Return the used channels as they are kept."""
    return _SEVERAL.join(channels)


def checklist(channels: tuple[str, ...]) -> str:
    """Return the whole checklist as an official catalogue prints it.

    >>> checklist(("政府网站",))[:11]
    '■政府网站 □政府公报'
    """
    return " ".join(
        f"{USED if channel in channels else UNUSED}{channel}" for channel in CHANNELS
    )


def _known(word: str) -> str:
    plain = _plain(word)
    for channel in CHANNELS:
        if _plain(channel) == plain:
            return channel
    raise StatuteError(
        f"“{word.strip()}”不在公开渠道里。可填：{'、'.join(CHANNELS)}。"
        "几个渠道用“；”隔开，或者照官方目录在所用渠道前写■。"
    )


def _plain(word: str) -> str:
    return re.sub(r"\s", "", word).replace("(", "（").replace(")", "）")
