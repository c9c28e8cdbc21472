from django.conf import settings
from django.db import models


class JobState(models.TextChoices):
    """How far a job has come."""

    QUEUED = "queued", "等待开始"
    RUNNING = "running", "正在进行"
    DONE = "done", "已完成"
    FAILED = "failed", "没有完成"
    INTERRUPTED = "interrupted", "中断"


LIVE = (JobState.QUEUED, JobState.RUNNING)


class Job(models.Model):
    """A piece of long work, queued by name (``jobs/registry.py``).

    ``runner`` names the process that has it and ``seen_at`` its last sign of life;
    by both one tells a job whose process died (``selectors.as_it_stands``).
    """

    kind = models.CharField("任务", max_length=60)
    params = models.JSONField("参数", default=dict, blank=True)
    state = models.CharField(
        "状态", max_length=12, choices=JobState.choices, default=JobState.QUEUED
    )
    done = models.PositiveIntegerField("已处理", default=0)
    total = models.PositiveIntegerField("总数", null=True, blank=True)
    message = models.CharField("说明", max_length=400, blank=True)
    result = models.JSONField("结果", default=dict, blank=True)
    runner = models.CharField(max_length=120, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="发起人",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField("发起时间", auto_now_add=True)
    started_at = models.DateTimeField("开始时间", null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField("结束时间", null=True, blank=True)

    class Meta:
        verbose_name = "后台任务"
        verbose_name_plural = "后台任务"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["kind", "-created_at"], name="job_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_live(self) -> bool:
        """Whether more is still to come."""
        return self.state in LIVE


class ScheduledRun(models.Model):
    """The last time that a task of the schedule fell due and was begun.

    ``due_at`` is moved forward by whichever process takes the task; nobody takes
    the same moment twice.
    """

    kind = models.CharField("任务", max_length=60, unique=True)
    due_at = models.DateTimeField("应当运行", null=True, blank=True)
    run_at = models.DateTimeField("最近运行", null=True, blank=True)
    job = models.ForeignKey(
        Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = "定时任务"
        verbose_name_plural = "定时任务"
        ordering = ["kind"]

    def __str__(self) -> str:
        return self.kind
