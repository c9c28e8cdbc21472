from django.db import migrations, models


def tell_days(apps, _editor):
    """Put on the steps of amended requests the days on which they were sent."""
    amended = apps.get_model("casework", "AmendedRequest")
    for one in amended.objects.exclude(step=None).select_related("step").iterator():
        one.step.sent_on = one.submitted_on
        one.step.save(update_fields=["sent_on"])


class Migration(migrations.Migration):
    dependencies = [("casework", "0018_evidence_of_receipt")]

    operations = [
        migrations.AddField(
            model_name="casestep",
            name="sent_on",
            field=models.DateField(
                blank=True,
                help_text="网上补正的提交日期：补正是否逾期看这一天。",
                null=True,
                verbose_name="提交日期",
            ),
        ),
        migrations.RunPython(tell_days, migrations.RunPython.noop),
    ]
