from typing import Any

from django.core.management.base import BaseCommand

from gongkai.publishing.extraction import extract_waiting
from gongkai.publishing.models import TextState


class Command(BaseCommand):
    """Read the text of the attachments that wait: after taking in many at once."""

    help = "提取附件文字，列出不能读取的。导入附件以后运行一次，多运行几次没有妨碍。"

    def handle(self, *_: Any, **__: Any) -> None:
        done = extract_waiting(lambda _done, _total=None: None)
        for one in done.failed:
            self.stdout.write(f"{one['title']}\t{one['problem']}")
        counts = [
            f"{state.label}{done.counts[state.value]}件"
            for state in TextState
            if done.counts[state.value]
        ]
        self.stdout.write(f"{'，'.join(counts) or '没有待提取的附件'}。")
