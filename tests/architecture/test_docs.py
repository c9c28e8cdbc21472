"""Every setting, command and dependency appears in the documentation."""

import importlib.util
import re
from pathlib import Path

import pytest

from gongkai.cli.main import cli, report
from gongkai.statute.annual_report.checks import RULES

ROOT = Path(__file__).resolve().parents[2]


def text_of(name):
    return (ROOT / name).read_text("utf-8")


def test_every_environment_variable_is_documented():
    settings = text_of("src/gongkai/project/settings.py")
    named = set(re.findall(r'environment\.\w+\(\s*"([A-Z_]+)"', settings))

    page = text_of("docs/administrators/settings.md")
    documented = set(re.findall(r"^\| `([A-Z_]+)`", page, re.MULTILINE))

    assert named <= documented


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_command_is_in_both_readmes(name):
    readme = text_of(name)

    missing = [
        f"gongkai {command}"
        for command in [
            *(c for c in cli.commands_by_name if c != "report"),
            *(f"report {c}" for c in report.commands_by_name),
        ]
        if f"gongkai {command}" not in readme
    ]

    assert missing == []


def test_every_direct_dependency_has_its_reason():
    reasons = text_of("docs/dependencies.md").lower()
    names = [
        re.split(r"[\[<>=]", line)[0]
        for file in ("base", "dev")
        for line in text_of(f"requirements/{file}.in").splitlines()
        if re.match(r"[a-z]", line)
    ]

    missing = [
        name
        for name in names
        if name not in reasons
        and name.split("-")[0] not in reasons
        and not name.startswith("types-")
    ]

    assert missing == []


def test_no_lock_file_names_a_host():
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text("utf-8"), lock.name


def test_every_check_of_a_report_is_documented():
    page = text_of("docs/report-rules.md")

    assert [rule.id for rule in RULES if f"`{rule.id}`" not in page] == []


def test_the_page_of_rules_is_the_generated_one():
    spec = importlib.util.spec_from_file_location(
        "write_report_rules", ROOT / "tools" / "write_report_rules.py"
    )
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert text_of("docs/report-rules.md") == tool.page()
