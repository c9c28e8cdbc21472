"""What reading a file gives: passages to screen, what else was seen, what was not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Passage:
    """A paragraph, a table's row or a page, with its place in officers' words."""

    place: str
    text: str


@dataclass(frozen=True)
class Sight:
    """Something in a file that is no text: comments, an author, a hidden sheet.

    ``can_stay`` says whether an officer may keep it with a reason.
    """

    check: str
    place: str
    shown: str
    advice: str
    is_blocking: bool = True
    can_stay: bool = True


@dataclass
class FileReading:
    """A file as screening sees it; ``unread`` says why its text could not be read."""

    passages: list[Passage] = field(default_factory=list)
    sights: list[Sight] = field(default_factory=list)
    unread: str = ""

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.passages)


class HeldFileError(Exception):
    """A file that is not taken; ``sight`` says why and what to do."""

    def __init__(self, check: str, shown: str, advice: str) -> None:
        super().__init__(f"{shown}{advice}")
        self.sight = Sight(check, "文件", shown, advice, can_stay=False)


#: The sights by their names, in officers' words.
SIGHT_LABELS: dict[str, str] = {
    "macro": "宏",
    "zip_bomb": "压缩包异常",
    "encrypted": "加密文件",
    "broken": "文件损坏",
    "wrong_type": "类型不符",
    "unread": "没有读到文字",
    "comment": "批注",
    "tracked_change": "修订痕迹",
    "hidden_text": "隐藏内容",
    "author": "作者信息",
    "embedded_object": "嵌入对象",
    "image_location": "拍摄信息",
    "missing_alternative": "图片没有说明",
    "broken_link": "失效链接",
}

Element = Any  # an lxml element; its stubs do not reach into namespaced trees
