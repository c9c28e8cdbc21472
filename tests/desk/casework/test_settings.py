"""办理设置: what notices name, and the organ's readings of the law."""

from datetime import date

import pytest

from desk.pages import english_in, text_of
from factories.casework import DisclosureRequestFactory
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import CaseworkSettings
from gongkai.desk.casework.settings_form import READINGS
from gongkai.statute.clock import ClockSettings

pytestmark = pytest.mark.django_db

URL = "/desk/cases/settings/"


def sent(**fields):
    """Return the form as it stands at first."""
    defaults = ClockSettings()
    readings = {name: getattr(defaults, name) for name in READINGS}
    kept = {name: value for name, value in readings.items() if value is not False}
    head = {
        "number_series": "公开告",
        "head_form": "letter",
        "head_colour": "red",
        "seal_diameter": "42",
        "reminder_days": "3",
        "correction_working_days": "20",
    }
    return {"approval_levels": "1", **head, **kept} | fields


def test_every_reading_of_the_clock_is_asked_for(desk, organ):
    readings = set(ClockSettings.__dataclass_fields__)

    # a year without notice always goes by weekends on the desk, and says so
    assert set(READINGS) == readings - {"provisional"}
    assert english_in(text_of(desk.get(URL))) == []


def test_only_what_differs_is_kept_and_journaled(desk, organ):
    desk.post(URL, sent(organ_word="云教", amendment_working_days="15"))

    kept = CaseworkSettings.objects.get(organ=organ)
    assert (kept.organ_word, kept.clock) == ("云教", {"amendment_working_days": 15})
    assert AuditEntry.objects.first().subject == "casework.caseworksettings"


def test_a_second_saving_changes_the_same_settings(desk, organ):
    desk.post(URL, sent(amendment_working_days="15"))

    desk.post(URL, sent(organ_word="云教"))

    kept = CaseworkSettings.objects.get()
    assert (kept.organ_word, kept.clock) == ("云教", {})


def test_open_cases_are_counted_anew(desk, organ, today):
    case = DisclosureRequestFactory(
        organ=organ,
        channel="in_person",
        received_on=date(2022, 2, 5),
        due_on=date(2022, 3, 4),
        state="registered",
    )

    answer = desk.post(URL, sent(rest_day_receipt_moves="on"), follow=True)

    case.refresh_from_db()
    assert case.due_on == date(2022, 3, 7)
    assert "1件在办申请的期限随之改变" in text_of(answer)


@pytest.mark.parametrize("days", ["4", "16", "十"])
def test_a_period_to_amend_out_of_reason_is_refused(desk, organ, days):
    answer = desk.post(URL, sent(amendment_working_days=days))

    assert "应为5至15个工作日" in text_of(answer)
    assert not CaseworkSettings.objects.exists()
