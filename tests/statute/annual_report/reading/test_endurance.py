"""Prose of any length and sense is read to its end."""

import pytest

from gongkai.statute.annual_report.reading.fees import collected_fees
from gongkai.statute.annual_report.reading.remedies import remedy_cases
from gongkai.statute.annual_report.reading.requests import received_requests


@pytest.mark.parametrize(
    "text",
    [
        "无" + "因" * 2000,
        "没有" + "因政府信息公开" * 300,
        "收到申请" + "共计" * 1000 + "余件",
        "信息处理费" + "共计" * 1000 + "免",
        "未收到" + "有关的" * 1000,
        "没有发生" + "行政复议、" * 1000 + "行政复议败诉",
        "其中" * 2000 + "收到申请3件上年结转",
    ],
)
def test_repetition_is_read_to_its_end(text):
    sections = [("overview", text)]

    found = (
        *received_requests(sections, 2022),
        *remedy_cases(sections, 2022),
        *collected_fees(sections, 2022),
    )

    assert found == ()
