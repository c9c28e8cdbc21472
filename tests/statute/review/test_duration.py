"""How long a stage took: working days, and hours within a day."""

from datetime import datetime

import pytest

from gongkai.statute.calendar import WorkingDays
from gongkai.statute.review.duration import stage_time


@pytest.mark.parametrize(
    ("began", "ended", "text"),
    [
        ("2024-09-30T09:00", "2024-09-30T09:20", "当天，不到1小时"),
        ("2024-09-30T09:00", "2024-09-30T14:30", "当天，5小时"),
        ("2024-09-27T17:00", "2024-09-28T09:00", "休息日内"),
        ("2024-09-26T09:00", "2024-09-27T08:00", "1个工作日"),
        ("2024-09-30T09:00", "2024-10-10T09:00", "3个工作日"),
    ],
)
def test_a_stage_is_told_in_working_time(began, ended, text):
    moments = (datetime.fromisoformat(began), datetime.fromisoformat(ended))

    assert stage_time(*moments, WorkingDays.load_all()).text == text
