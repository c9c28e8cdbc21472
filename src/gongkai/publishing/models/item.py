from django.conf import settings
from django.db import models

from gongkai.organs.models import RegisterRecord
from gongkai.statute.disclosure import DeadlineKind
from gongkai.statute.outcomes import Outcome
from gongkai.statute.review import ReviewState


class ItemStatus(models.TextChoices):
    """Where an item stands on its way to the public."""

    DRAFT = "draft", "草稿"
    PUBLISHED = "published", "已发布"
    WITHDRAWN = "withdrawn", "已撤下"


class Validity(models.TextChoices):
    """Whether a document still holds (有效性)."""

    NOT_APPLICABLE = "not_applicable", "不适用"
    IN_FORCE = "in_force", "现行有效"
    AMENDED = "amended", "已修改"
    LAPSED = "lapsed", "失效"
    REPEALED = "repealed", "废止"


class DisclosureAttribute(models.TextChoices):
    """Whether a document is public, decided when it is made (条例第十三条)."""

    PROACTIVE = "proactive", "主动公开"
    ON_REQUEST = "on_request", "依申请公开"
    NOT_DISCLOSED = "not_disclosed", "不予公开"


class Overturning(models.TextChoices):
    """What became of a published penalty decision (行政处罚法第四十八条第二款)."""

    REVOKED = "revoked", "撤销"
    CHANGED = "changed", "变更"
    UNLAWFUL = "unlawful", "确认违法"
    VOID = "void", "确认无效"


#: 条例第十四条至第十六条: why a document is not for disclosure.
GROUNDS = [
    (outcome.value, outcome.label)
    for outcome in Outcome
    if outcome.group == "withheld"
    and outcome is not Outcome.WITHHELD_ADMINISTRATIVE_INQUIRY
]


class Item(RegisterRecord):
    """A piece of government information; ``number`` is its index number (索引号).

    ``review_state`` and ``review_level`` are copies of what ``statute.review`` says
    of its trail (``ReviewEntry``), ``due_on`` of what ``statute.disclosure`` says of
    its days: kept by ``publishing.services`` for lists. ``publish_at`` and
    ``expire_at`` are appointments; ``disclosed_on`` and ``published_at`` say since
    when the public has it.
    """

    title = models.CharField("标题", max_length=300)
    summary = models.TextField("内容概述", blank=True)
    body = models.TextField("正文", blank=True)
    category = models.ForeignKey(
        "catalogue.Category",
        verbose_name="目录",
        on_delete=models.PROTECT,
        related_name="items",
    )
    office = models.ForeignKey(
        "organs.Office",
        verbose_name="责任股室",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="items",
    )
    document_number = models.CharField("发文字号", max_length=80, blank=True)
    source = models.CharField("来源", max_length=120, blank=True)
    formed_on = models.DateField("成文日期")
    disclosed_on = models.DateField("公开日期", null=True, blank=True)
    validity = models.CharField(
        "有效性",
        max_length=20,
        choices=Validity.choices,
        default=Validity.NOT_APPLICABLE,
    )
    status = models.CharField(
        "状态", max_length=20, choices=ItemStatus.choices, default=ItemStatus.DRAFT
    )
    duty = models.ForeignKey(
        "catalogue.Duty",
        verbose_name="公开事项",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="items",
    )
    attribute = models.CharField(
        "公开属性",
        max_length=20,
        choices=DisclosureAttribute.choices,
        default=DisclosureAttribute.PROACTIVE,
    )
    ground = models.CharField(
        "不予公开依据", max_length=50, choices=GROUNDS, blank=True
    )
    interprets = models.ForeignKey(
        "self",
        verbose_name="解读的文件",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="interpretations",
    )
    reappraise_on = models.DateField("下次评估日期", null=True, blank=True)
    deadline_kind = models.CharField(
        "公开期限类别",
        max_length=30,
        choices=[(kind.value, kind.label) for kind in DeadlineKind],
        default=DeadlineKind.GENERAL.value,
    )
    changed_on = models.DateField(
        "变更（批复、答复）日期",
        null=True,
        blank=True,
        help_text="公开期限从这一天起算；不填的从成文日期起算。",
    )
    due_on = models.DateField("公开期限", null=True, blank=True, editable=False)
    joint_organs = models.CharField("联合制作机关", max_length=300, blank=True)
    confirmation = models.CharField(
        "会商确认",
        max_length=300,
        blank=True,
        help_text="内容涉及其他机关的，写明与哪个机关、何时确认（《条例》第十一条）。",
    )
    theme = models.CharField("主题分类", max_length=80, blank=True)
    keywords = models.CharField("关键词", max_length=200, blank=True)
    genre = models.CharField("体裁", max_length=40, blank=True)
    audience = models.CharField("公开对象", max_length=60, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="起草人",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    review_state = models.CharField(
        "审核状态",
        max_length=20,
        choices=[(state.value, state.label) for state in ReviewState],
        default=ReviewState.DRAFT.value,
        editable=False,
    )
    review_level = models.PositiveSmallIntegerField(null=True, editable=False)
    waiting_since = models.DateTimeField(null=True, editable=False)
    publish_at = models.DateTimeField("定时发布", null=True, blank=True)
    expire_at = models.DateTimeField("定时撤下", null=True, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, editable=False)
    withdrawn_at = models.DateTimeField("撤下时间", null=True, editable=False)
    withdrawal_reason = models.CharField(
        "撤下理由", max_length=200, blank=True, editable=False
    )
    overturned_on = models.DateField(
        "决定被撤销（变更）日期", null=True, editable=False
    )
    overturned_how = models.CharField(
        "决定被", max_length=20, choices=Overturning.choices, blank=True, editable=False
    )
    withdraw_by = models.DateField("撤下期限", null=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(RegisterRecord.Meta):
        verbose_name = "公开信息"
        verbose_name_plural = "公开信息"
        ordering = ["-disclosed_on", "-pk"]
        indexes = [
            models.Index(
                fields=["organ", "status", "disclosed_on", "id", "category"],
                name="item_disclosed",
            ),
            models.Index(fields=["-disclosed_on", "-id"], name="item_newest"),
            models.Index(fields=["category", "-disclosed_on"], name="item_category"),
            models.Index(
                fields=["duty", "-disclosed_on"],
                condition=models.Q(duty__isnull=False),
                name="item_duty",
            ),
            models.Index(
                fields=["organ", "review_state", "review_level"], name="item_review"
            ),
            models.Index(fields=["organ", "title"], name="item_title"),
            models.Index(
                fields=["due_on"],
                condition=models.Q(status="draft"),
                name="item_draft_due",
            ),
            models.Index(
                fields=["publish_at"],
                condition=models.Q(publish_at__isnull=False, status="draft"),
                name="item_scheduled",
            ),
            models.Index(
                fields=["expire_at"],
                condition=models.Q(expire_at__isnull=False, status="published"),
                name="item_expiring",
            ),
            models.Index(
                fields=["withdraw_by"],
                condition=models.Q(withdraw_by__isnull=False, status="published"),
                name="item_overturned",
            ),
            models.Index(
                fields=["reappraise_on"],
                condition=models.Q(reappraise_on__isnull=False),
                name="item_reappraisal",
            ),
        ]
        constraints = [
            *RegisterRecord.Meta.constraints,
            models.CheckConstraint(
                name="item_published_has_date",
                condition=~models.Q(status="published")
                | models.Q(disclosed_on__isnull=False),
                violation_error_message="已发布的信息必须有公开日期。",
            ),
            models.CheckConstraint(
                name="item_published_is_proactive",
                condition=~models.Q(status="published")
                | models.Q(attribute="proactive"),
                violation_error_message="只有主动公开的信息能够发布，请核对公开属性。",
            ),
            models.CheckConstraint(
                name="item_withheld_has_ground",
                condition=(models.Q(attribute="not_disclosed") & ~models.Q(ground=""))
                | (~models.Q(attribute="not_disclosed") & models.Q(ground="")),
                violation_error_message="不予公开的信息要选依据，其他的不选。",
            ),
        ]

    def __str__(self) -> str:
        return self.title
