"""The example's organs can compose their replies at once."""

from pathlib import Path

import pytest

from factories.notices import SEARCH, case_with_applicant
from factories.organs import OrganFactory
from gongkai.casework.models import CaseworkSettings
from gongkai.casework.notices import draft_notice, fill_notice, notice_text
from gongkai.exchange.casework_settings import load_casework_settings
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ORGANS = {"yunxi-2021": ("YX", "YXJYJ"), "suiping-2021": ("411728", "SPJYJ")}


@pytest.mark.parametrize("example", ORGANS)
def test_every_organ_of_an_example_has_its_settings(example):
    for code in ORGANS[example]:
        OrganFactory(code=code)

    load_casework_settings(EXAMPLES / example)

    told = CaseworkSettings.objects.values_list("organ__code", flat=True)
    assert sorted(told) == sorted(ORGANS[example])


def test_decision_can_be_composed_with_them():
    organs = {code: OrganFactory(code=code) for code in ORGANS["yunxi-2021"]}
    load_casework_settings(EXAMPLES / "yunxi-2021")
    case = case_with_applicant(organs["YXJYJ"])
    notice = draft_notice(disclosure_request=case, kind="none", actor=None)
    fill_notice(notice=notice, elements=SEARCH, actor=None)

    remedy = notice_text(notice).remedy

    assert "云溪县人民政府（示例）" in remedy
    assert "云溪县人民法院（示例）" in remedy


def test_folder_without_settings_tells_none(tmp_path):
    assert load_casework_settings(tmp_path) == 0


@pytest.mark.parametrize(
    "text",
    [
        "[[organ",
        'organ = "YX"',
        '[[organ]]\ncode = "Z"',
        '[[organ]]\norgan_word = "云"',
    ],
)
def test_settings_that_are_none_are_refused(tmp_path, text):
    (tmp_path / "settings.toml").write_text(text, "utf-8")

    with pytest.raises(GongkaiError, match=r"settings\.toml"):
        load_casework_settings(tmp_path)

    assert not CaseworkSettings.objects.exists()


def test_field_that_does_not_exist_is_refused(tmp_path):
    OrganFactory(code="YX")
    (tmp_path / "settings.toml").write_text('[[organ]]\ncode = "YX"\ncolour = "1"\n')

    with pytest.raises(GongkaiError, match="办理设置的各项"):
        load_casework_settings(tmp_path)
