from datetime import date

import pytest

from factories.corrections import examined, received
from gongkai.audit.models import AuditEntry
from gongkai.casework.corrections import (
    Conclusion,
    conclude_correction,
    record_finding,
    record_told,
    take_back_conclusion,
)
from gongkai.statute.corrections import CorrectionResult
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

ON = date(2024, 9, 10)
CORRECTED = Conclusion(CorrectionResult.CORRECTED, ON, "出生日期由1990年改为1991年")
FORWARDED = Conclusion(
    CorrectionResult.FORWARDED,
    ON,
    right_organ="云溪县公安局",
    right_organ_contact="云溪县政和路5号，0396-2900110",
)


def test_an_organ_with_the_power_corrects_what_proves_true():
    correction, officer = examined("held")

    conclude_correction(correction=correction, conclusion=CORRECTED, actor=officer)

    assert (correction.result, correction.ended_on) == ("corrected", ON)


def test_an_organ_without_the_power_forwards_and_says_to_whom():
    correction, officer = examined("not_held")

    conclude_correction(correction=correction, conclusion=FORWARDED, actor=officer)

    assert (correction.result, correction.right_organ) == ("forwarded", "云溪县公安局")


@pytest.mark.parametrize(
    ("power", "conclusion"),
    [("held", FORWARDED), ("not_held", CORRECTED)],
)
def test_the_power_decides_what_may_come_of_it(power, conclusion):
    correction, officer = examined(power)

    with pytest.raises(GongkaiError, match=f"不能以“{conclusion.result.label}”办结"):
        conclude_correction(correction=correction, conclusion=conclusion, actor=officer)


def test_nothing_is_corrected_before_it_was_examined():
    correction, officer = received()

    with pytest.raises(GongkaiError, match="还没有审核本机关是否有权更正"):
        conclude_correction(correction=correction, conclusion=CORRECTED, actor=officer)


@pytest.mark.parametrize(
    ("power", "result", "wanted"),
    [
        ("held", CorrectionResult.CORRECTED, "原内容和更正后的内容"),
        ("held", CorrectionResult.REFUSED, "不予更正的理由"),
        ("not_held", CorrectionResult.FORWARDED, "有权更正的机关和联系方式"),
        ("not_held", CorrectionResult.ELSEWHERE, "有权更正的机关和联系方式"),
        ("held", CorrectionResult.WITHDRAWN, "怎样撤回的"),
    ],
)
def test_every_ending_says_what_the_person_has_to_know(power, result, wanted):
    correction, officer = examined(power)

    with pytest.raises(GongkaiError, match=f"要写明{wanted}"):
        conclude_correction(
            correction=correction, conclusion=Conclusion(result, ON), actor=officer
        )


def test_a_withdrawal_needs_no_finding():
    correction, officer = received()
    withdrawn = Conclusion(CorrectionResult.WITHDRAWN, ON, "签名的撤回申请")

    conclude_correction(correction=correction, conclusion=withdrawn, actor=officer)

    assert correction.result == "withdrawn"


def test_two_officers_do_not_end_one_correction_twice():
    correction, officer = examined("held")
    seen = correction.version
    again = {"power": "held", "finding": "又核对了一次", "actor": officer}

    record_finding(correction=correction, **again, version=seen)
    with pytest.raises(GongkaiError, match="另一位同事刚刚办理了这件更正"):
        conclude_correction(
            correction=correction, conclusion=CORRECTED, actor=officer, version=seen
        )


def test_an_ending_is_taken_back_with_a_reason_until_it_was_told():
    correction, officer = examined("held")
    conclude_correction(correction=correction, conclusion=CORRECTED, actor=officer)

    take_back_conclusion(correction=correction, reason="选错了结果", actor=officer)

    assert (correction.result, correction.ended_on) == ("", None)


def test_what_was_told_stays():
    correction, officer = examined("held")
    conclude_correction(correction=correction, conclusion=CORRECTED, actor=officer)
    record_told(
        correction=correction, told_on=ON, reply_number="云教〔2024〕9号", actor=officer
    )

    with pytest.raises(GongkaiError, match="还没有告知申请人的更正可以撤销办结"):
        take_back_conclusion(correction=correction, reason="选错了", actor=officer)


def test_nobody_is_told_what_is_not_decided():
    correction, officer = examined("held")

    with pytest.raises(GongkaiError, match="还没有办结"):
        record_told(correction=correction, told_on=ON, actor=officer)


def test_the_journal_tells_days_and_results_and_nothing_of_the_person():
    correction, officer = examined("held")
    conclude_correction(correction=correction, conclusion=CORRECTED, actor=officer)

    entries = AuditEntry.objects.filter(subject_key=correction.number)

    told = [(entry.action, entry.detail) for entry in entries.order_by("pk")]
    assert told == [
        ("登记", {"channel": "in_person", "received_on": "2024-09-02"}),
        ("登记审核情况", {"power": "held"}),
        ("更正", {"on": "2024-09-10"}),
    ]
