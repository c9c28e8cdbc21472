from datetime import date

import pytest
from django.core.files.base import ContentFile

from factories.casework import decided, registered, take_steps
from gongkai.audit.models import AuditEntry
from gongkai.casework.models import (
    Applicant,
    CaseFile,
    DisclosureRequest,
    RequestChannel,
)
from gongkai.casework.selectors import cases_of_letter, clock_of
from gongkai.casework.services import split_letter
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 28)
SUBJECTS = ("2021年部门决算。", "2021年教师招聘方案。", "2021年校车检查结果。")


def split(case, subjects=SUBJECTS, **how):
    return split_letter(
        disclosure_request=case, subjects=subjects, actor=None, today=DAY, **how
    )


def test_a_letter_becomes_cases_of_one_receipt():
    cases = split(registered(DAY))

    assert [case.subject for case in cases] == list(SUBJECTS)
    assert [case.number for case in cases] == ["2022-0001", "2022-0002", "2022-0003"]
    assert {case.letter for case in cases} == {"2022-0001"}
    assert {(case.received_on, case.due_on) for case in cases} == {
        (DAY, date(2022, 4, 25))
    }


def test_each_part_knows_the_others():
    first, second, third = split(registered(DAY))

    assert cases_of_letter(second) == [first, third]
    assert cases_of_letter(registered(DAY)) == []


def test_each_part_has_the_applicant_and_the_confirmed_receipt():
    _, second, _ = split(registered(DAY, channel=RequestChannel.FAX))

    names = [row.name for row in Applicant.objects.all()]
    assert names == ["林小满"] * 3
    assert [step.kind for step in second.steps.all()] == ["receipt_confirmed"]
    assert clock_of(second, as_of=DAY).received_on == DAY


def test_each_part_has_the_files_of_the_letter_and_none_twice_on_disk():
    case = registered(DAY)
    kept = CaseFile(disclosure_request=case, kind="submitted", title="来信.pdf")
    kept.file.save("x.pdf", ContentFile(b"%PDF-1.7"))

    parts = split(case)

    titles = [file.title for part in parts for file in part.files.all()]
    assert titles == ["来信.pdf"] * 3
    assert set(CaseFile.objects.values_list("file", flat=True)) == {kept.file.name}


def test_each_part_ends_in_an_outcome_of_its_own():
    first, second, _ = split(registered(DAY))

    take_steps(second, decided(date(2022, 4, 1), "unavailable.not_held"))

    first.refresh_from_db()
    assert (first.outcome, second.outcome) == ("", "unavailable.not_held")


def test_an_unconfirmed_letter_can_be_split():
    cases = split(registered(DAY, channel=RequestChannel.FAX, received_on=None))

    assert [case.received_on for case in cases] == [None] * 3


def test_splitting_is_journaled():
    split(registered(DAY), SUBJECTS[:2])

    entries = AuditEntry.objects.order_by("pk")[1:]
    assert [(entry.action, entry.subject_key) for entry in entries] == [
        ("登记", "2022-0002"),
        ("拆分来件", "2022-0001"),
    ]


@pytest.mark.parametrize("subjects", [(), ("一项",), ("一项", " ")])
def test_splitting_needs_two_subjects(subjects):
    with pytest.raises(GongkaiError, match="至少要有两项"):
        split(registered(DAY), subjects)


def test_a_case_in_hand_is_not_split():
    case = take_steps(registered(DAY), decided(DAY))

    with pytest.raises(GongkaiError, match="已经开始办理"):
        split(case)

    assert DisclosureRequest.objects.count() == 1


def test_a_letter_that_a_colleague_just_split_is_not_split_again():
    case = registered(DAY)
    split(case, version=0)

    with pytest.raises(GongkaiError, match="另一位同事"):
        split(case, version=0)
