from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gongkai.casework.services import recompute_open


class Command(BaseCommand):
    """Work out the open requests anew: once a night, or after taking in a ledger."""

    help = "重算在办申请的状态和到期日，列出有变动的。每天夜里运行一次。"

    def handle(self, *_: Any, **__: Any) -> None:
        done = recompute_open(today=timezone.localdate())
        for one in done.told:
            what = one.problem or f"{one.was or '无'} → {one.now or '无'}"
            self.stdout.write(f"{one.organ}\t{one.number}\t{what}")
        untold = done.moved + done.problems - len(done.told)
        if untold:
            self.stdout.write(f"另有{untold}件没有列出，见留痕“重算期限”。")
        self.stdout.write(f"到期日变动{done.moved}件，算不出的{done.problems}件。")
