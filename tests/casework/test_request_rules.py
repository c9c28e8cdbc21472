"""Rules that trip up programs, as far as no other test shows them.

docs/developers/request-rules.md says which test shows which rule.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from factories.casework import applicant_data, registered, take_steps
from gongkai.casework.selectors import clock_of
from gongkai.casework.services import split_letter
from gongkai.statute.clock import Step, StepKind
from gongkai.statute.notices import notice_for_outcome
from gongkai.statute.outcomes import Outcome

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "developers" / "request-rules.md"
RECEIVED = date(2022, 3, 28)


def test_another_organs_information_is_answered_and_not_transferred():
    notice = notice_for_outcome(Outcome.UNAVAILABLE_NOT_HELD, "36(5)")

    groups = notice.any_of
    assert (notice.key, groups) == (
        "not_ours",
        (("right_organ", "right_organ_unknown"),),
    )


@pytest.mark.django_db
def test_the_request_part_of_a_petition_goes_on_with_the_same_receipt():
    case = registered(RECEIVED)

    petition, request = split_letter(
        disclosure_request=case,
        subjects=["要求处分某教师", "申请公开教师招聘方案"],
        actor=None,
        today=RECEIVED,
    )
    ended = Step(StepKind.DECIDED, RECEIVED, outcome="not_processed.petition")
    take_steps(petition, ended)

    request.refresh_from_db()
    assert (petition.outcome, request.outcome) == ("not_processed.petition", "")
    assert (request.received_on, request.due_on) == (RECEIVED, date(2022, 4, 25))


@pytest.mark.django_db
def test_a_request_without_proof_of_identity_is_registered_and_may_be_amended():
    nobody = applicant_data(identity_kind="", identity_number="", phone="")

    case = registered(RECEIVED, applicant=nobody)

    answer = clock_of(case, as_of=RECEIVED)
    offered = {step.kind for step in answer.next_steps}
    assert (case.state, case.applicant.fingerprint) == ("registered", "")
    assert offered >= {StepKind.AMENDMENT_REQUESTED}


@pytest.mark.django_db
def test_who_cannot_be_reached_is_registered_without_a_clock():
    case = registered(RECEIVED, channel="post_unsigned", received_on=None)

    assert (case.state, case.received_on, case.due_on) == ("submitted", None, None)


@pytest.mark.django_db
def test_help_for_who_reads_badly_is_no_amendment():
    case = registered(RECEIVED, applicant=applicant_data(needs_assistance=True))

    assert case.applicant.needs_assistance
    assert (case.steps.count(), case.amendment_noticed_on) == (0, None)


def test_every_rule_has_its_line():
    numbers = re.findall(r"^\| (\d+) \|", PAGE.read_text("utf-8"), re.MULTILINE)

    assert numbers == [str(number) for number in range(1, 23)]


def test_every_test_that_the_page_names_is_there():
    named = re.findall(r"`(tests/[^`]+)`", PAGE.read_text("utf-8"))

    assert named
    assert [name for name in named if not _is_there(name)] == []


def _is_there(name):
    path, _, function = name.partition("::")
    file = ROOT / path
    return file.exists() and f"def {function}" in (
        file.read_text("utf-8") if function else "def "
    )
