from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from gongkai.statute.review import ReviewAct, ReviewLevel, ReviewRules, ReviewStep

_LEVELS = [(level.value, level.label) for level in ReviewLevel]
_NOBODY = "system"
_CHOICES_OF_LEVELS = [
    ("123", "一审、二审、三审"),
    ("23", "二审、三审"),
    ("3", "三审"),
]


def _rules(levels: str, *, resumes: bool) -> ReviewRules:
    return ReviewRules(
        tuple(ReviewLevel(int(level)) for level in levels), resumes_at_return=resumes
    )


class ReviewEntry(models.Model):
    """One act on an item's way to the public: the trail is evidence (条例第十七条).

    ``content`` is the fingerprint of what the person had before him; ``marks`` are
    the passages that he marked when he returned it. ``levels`` and
    ``resumes_at_return`` are the rules by which a submission is reviewed, so that a
    later setting does not touch it.
    """

    item = models.ForeignKey(
        "publishing.Item",
        verbose_name="公开信息",
        on_delete=models.PROTECT,
        related_name="review_entries",
    )
    position = models.PositiveIntegerField("次序")
    act = models.CharField(
        "事项", max_length=20, choices=[(act.value, act.label) for act in ReviewAct]
    )
    level = models.PositiveSmallIntegerField(
        "级次", choices=_LEVELS, null=True, blank=True
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="办理人",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    instead_of = models.ForeignKey(
        "organs.Person",
        verbose_name="代理",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    content = models.CharField("内容校验", max_length=64, blank=True)
    reason = models.TextField("意见", blank=True)
    marks = models.JSONField("标出的文字", default=list, blank=True)
    levels = models.CharField("审核级次", max_length=5, blank=True)
    resumes_at_return = models.BooleanField("退回后从退回级继续", default=False)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "审核记录"
        verbose_name_plural = "审核记录"
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"], name="review_position_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display() or ''}{self.get_act_display()}"

    def as_step(self) -> ReviewStep:
        """Return the act as the review takes it; persons by their accounts."""
        return ReviewStep(
            act=ReviewAct(self.act),
            by=str(self.account_id or _NOBODY),
            on=self.at.date(),
            content=self.content,
            level=ReviewLevel(self.level) if self.level else None,
            instead_of=_account_of(self.instead_of),
            reason=self.reason,
            rules=_rules(self.levels, resumes=self.resumes_at_return)
            if self.levels
            else None,
        )


def _account_of(person: "models.Model | None") -> str:
    return str(getattr(person, "account_id", "") or "")


class ReviewSettings(models.Model):
    """How many levels an organ reviews, for all its items or for one category.

    The nearest setting counts: the category's, the organ's, that of an organ above;
    without any all three levels.
    """

    organ = models.ForeignKey(
        "organs.Organ",
        verbose_name="机关",
        on_delete=models.PROTECT,
        related_name="review_settings",
    )
    category = models.ForeignKey(
        "catalogue.Category",
        verbose_name="目录",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="review_settings",
    )
    levels = models.CharField(
        "审核级次",
        max_length=5,
        default="123",
        choices=_CHOICES_OF_LEVELS,
    )
    resumes_at_return = models.BooleanField("退回后从退回级继续", default=False)

    class Meta:
        verbose_name = "审核设置"
        verbose_name_plural = "审核设置"
        ordering = ["organ", "category"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "category"], name="review_settings_once"
            ),
            models.UniqueConstraint(
                fields=["organ"],
                condition=models.Q(category__isnull=True),
                name="review_settings_once_for_all",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category or self.organ}审核设置"

    def rules(self) -> ReviewRules:
        """Return the rules as the review takes them."""
        return _rules(self.levels, resumes=self.resumes_at_return)


class StandIn(models.Model):
    """A person who reviews at a level in another's place, for a time."""

    principal = models.ForeignKey(
        "organs.Person",
        verbose_name="被代理人",
        on_delete=models.CASCADE,
        related_name="stand_ins",
    )
    deputy = models.ForeignKey(
        "organs.Person",
        verbose_name="代理人",
        on_delete=models.CASCADE,
        related_name="stands_in_for",
    )
    level = models.PositiveSmallIntegerField("级次", choices=_LEVELS)
    first_on = models.DateField("自")
    last_on = models.DateField("至")
    reason = models.CharField("事由", max_length=200, blank=True)

    class Meta:
        verbose_name = "审核代理"
        verbose_name_plural = "审核代理"
        ordering = ["-first_on", "pk"]

    def __str__(self) -> str:
        return f"{self.deputy}代{self.principal}"

    def clean(self) -> None:
        if self.first_on and self.last_on and self.last_on < self.first_on:
            raise ValidationError({"last_on": "代理期止早于期起，请改正其中一个。"})
        if self.principal_id and self.principal_id == self.deputy_id:
            raise ValidationError({"deputy": "代理人不能是本人，请另选。"})
