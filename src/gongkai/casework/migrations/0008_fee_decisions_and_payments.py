import django.db.models.deletion
import gongkai.ledger.models.money
import gongkai.organs.encryption
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0007_joint_applicants"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="caseworksettings",
            name="fee_account",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="开户银行和账号（国库渠道）"
            ),
        ),
        migrations.AddField(
            model_name="caseworksettings",
            name="fee_channel",
            field=models.CharField(blank=True, max_length=300, verbose_name="缴款方式"),
        ),
        migrations.AddField(
            model_name="caseworksettings",
            name="fee_payee",
            field=models.CharField(
                blank=True, max_length=120, verbose_name="信息处理费收款单位"
            ),
        ),
        migrations.CreateModel(
            name="FeeDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("is_charged", models.BooleanField(verbose_name="收取")),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("by_requests", "按件计收"), ("by_pages", "按量计收")],
                        max_length=20,
                        verbose_name="计收方式",
                    ),
                ),
                (
                    "ordinal",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="当月第几件"
                    ),
                ),
                (
                    "pages",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="页数"
                    ),
                ),
                (
                    "amount",
                    gongkai.ledger.models.money.YuanField(
                        default=0, verbose_name="金额（元）"
                    ),
                ),
                (
                    "reason",
                    gongkai.organs.encryption.EncryptedTextField(
                        blank=True, verbose_name="理由"
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="决定日期")),
                (
                    "decided_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="登记时间"),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="决定人",
                    ),
                ),
                (
                    "disclosure_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fee_decisions",
                        to="casework.disclosurerequest",
                        verbose_name="公开申请",
                    ),
                ),
            ],
            options={
                "verbose_name": "收费决定",
                "verbose_name_plural": "收费决定",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("amount", 0),
                                ("is_charged", False),
                                ("ordinal__isnull", True),
                                ("pages__isnull", True),
                                ("way", ""),
                            ),
                            models.Q(
                                ("amount__gt", 0),
                                ("is_charged", True),
                                ("ordinal__isnull", False),
                                ("pages__isnull", True),
                                ("way", "by_requests"),
                            ),
                            models.Q(
                                ("amount__gt", 0),
                                ("is_charged", True),
                                ("ordinal__isnull", True),
                                ("pages__isnull", False),
                                ("way", "by_pages"),
                            ),
                            _connector="OR",
                        ),
                        name="fee_counted_one_way",
                        violation_error_message="按件、按量只选一种，金额应当大于0元。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FeePayment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("is_refund", models.BooleanField(default=False, verbose_name="退费")),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "amount",
                    gongkai.ledger.models.money.YuanField(verbose_name="金额（元）"),
                ),
                (
                    "receipt_number",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="票据号码"
                    ),
                ),
                (
                    "reason",
                    gongkai.organs.encryption.EncryptedTextField(
                        blank=True, verbose_name="理由"
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="登记时间"),
                ),
                (
                    "disclosure_request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fee_payments",
                        to="casework.disclosurerequest",
                        verbose_name="公开申请",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fee_payment",
                        to="casework.casestep",
                        verbose_name="办理步骤",
                    ),
                ),
            ],
            options={
                "verbose_name": "缴费退费",
                "verbose_name_plural": "缴费退费",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="fee_payment_is_money",
                        violation_error_message="金额应当大于0元。",
                    )
                ],
            },
        ),
    ]
