"""Put the numbers that notices have into the register, and approvals in rounds."""

import re
from collections import Counter

from django.db import migrations

_NUMBER = re.compile(r"〔(\d{4})〕(\d+)号$")


def register_numbers(apps, schema_editor):
    notices = apps.get_model("casework", "Notice").objects.exclude(number="")
    numbers = apps.get_model("casework", "NoticeNumber").objects
    rows = notices.order_by("pk").values_list(
        "pk", "number", "disclosure_request__organ_id"
    )
    for pk, number, organ_id in rows.iterator():
        if found := _NUMBER.search(number):
            year, serial = map(int, found.groups())
            taken = numbers.filter(organ_id=organ_id, year=year, serial=serial)
            if not taken.exists():
                numbers.create(
                    organ_id=organ_id,
                    year=year,
                    serial=serial,
                    number=number,
                    notice_id=pk,
                )


def count_rounds(apps, schema_editor):
    """Every return began a new round."""
    approvals = apps.get_model("casework", "NoticeApproval").objects
    notices = apps.get_model("casework", "Notice").objects
    returned = Counter()
    for each in approvals.order_by("pk").iterator():
        before = returned[each.notice_id]
        if before:
            approvals.filter(pk=each.pk).update(round=before + 1)
        if not each.is_approved:
            returned[each.notice_id] += 1
    for pk, count in returned.items():
        notices.filter(pk=pk).update(round=count + 1)


class Migration(migrations.Migration):
    dependencies = [('casework', '0009_numbers_and_wordings_of_notices')]

    operations = [
        migrations.RunPython(register_numbers, migrations.RunPython.noop),
        migrations.RunPython(count_rounds, migrations.RunPython.noop),
    ]
