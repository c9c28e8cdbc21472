from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gongkai.casework.services import recompute_open


class Command(BaseCommand):
    """Work out the open requests anew: once a night, or after taking in a ledger."""

    help = "重算在办申请的状态和到期日，列出有变动的。每天夜里运行一次。"

    def handle(self, *_: Any, **__: Any) -> None:
        found = recompute_open(today=timezone.localdate())
        for one in found:
            what = one.problem or f"{one.was or '无'} → {one.now or '无'}"
            case = one.disclosure_request
            self.stdout.write(f"{case.organ.code}\t{case.number}\t{what}")
        problems = sum(1 for one in found if one.problem)
        self.stdout.write(
            f"到期日变动{len(found) - problems}件，算不出的{problems}件。"
        )
