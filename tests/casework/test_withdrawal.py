from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.casework import decided, registered, take_steps
from factories.notices import organ_with_settings
from gongkai.casework.notices import draft_notice, elements_of
from gongkai.casework.withdrawal import WithdrawalProof, withdraw_request
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

ON = date(2022, 4, 1)
PAPER = WithdrawalProof.SIGNED_PAPER


def withdrawn(case, **fields):
    given = {"proof": PAPER, "note": "原件在案卷第3页", "on": ON, "actor": None}
    return withdraw_request(disclosure_request=case, **(given | fields))


def test_a_withdrawn_request_ends_under_the_last_leaf():
    case = registered()

    step = withdrawn(case)

    assert (case.outcome, case.closed_on) == ("other.other", ON)
    assert step.note == "签名（盖章）的书面撤回申请，原件在案卷第3页"


def test_the_paper_goes_into_the_case(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = registered()

    withdrawn(case, note="", file=SimpleUploadedFile("撤回.pdf", b"%PDF-1.7"))

    assert [(file.kind, file.title) for file in case.files.all()] == [
        ("evidence", "撤回凭证 撤回.pdf")
    ]


def test_without_proof_nothing_is_withdrawn():
    case = registered()

    with pytest.raises(GongkaiError, match="撤回要有书面凭证"):
        withdrawn(case, note=" ")

    assert (case.closed_on, case.steps.count()) == (None, 0)


def test_a_false_file_leaves_the_case_open():
    case = registered()

    with pytest.raises(GongkaiError, match="内容不是PDF文件"):
        withdrawn(case, file=SimpleUploadedFile("撤回.pdf", b"MZ"))

    case.refresh_from_db()
    assert case.closed_on is None


def test_after_the_decision_it_is_too_late():
    case = take_steps(registered(), decided(date(2022, 3, 30)))

    with pytest.raises(GongkaiError):
        withdrawn(case)


def test_the_confirmation_says_when_and_how():
    case = registered(organ=organ_with_settings())
    withdrawn(case)

    notice = draft_notice(disclosure_request=case, kind="withdrawn", actor=None)

    told = elements_of(notice)
    assert (told["withdrawn_on"], told["withdrawn_how"]) == (
        "2022年4月1日",
        "签名（盖章）的书面撤回申请，原件在案卷第3页",
    )
