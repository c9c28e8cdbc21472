from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from gongkai.jobs.models import Job
from gongkai.jobs.registry import handler_of
from gongkai.jobs.runner import run
from gongkai.jobs.scheduling import run_due


class Command(BaseCommand):
    """Run what has fallen due, to its end: for cron or systemd, every few minutes."""

    help = "运行到点的定时任务，运行完才退出。供 cron、systemd 每隔几分钟调用。"

    def handle(self, *_: Any, **__: Any) -> None:
        begun = run_due(timezone.now(), begin=lambda job: run(job.pk))
        for job in begun:
            self._tell(job)
        if not begun:
            self.stdout.write("没有到点的任务。")

    def _tell(self, job: Job) -> None:
        job.refresh_from_db()
        handler = handler_of(job.kind)
        title = handler.title if handler else job.kind
        self.stdout.write(f"{title}\t{job.get_state_display()}\t{job.message}".rstrip())
