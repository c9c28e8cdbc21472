import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from gongkai.cli.fee import fee


def run(*arguments: str) -> Result:
    return CliRunner().invoke(fee, arguments)


def test_fee_of_requests_is_told_tier_by_tier():
    result = run("--requests", "15")

    assert result.exit_code == 0
    assert result.stdout == (
        "信息处理费500元（按件计收）。\n"
        "  第1至10件，不收费。\n"
        "  第11至15件，5件×100元，计500元。\n"
        "依据：《政府信息公开信息处理费管理办法》第四条。\n"
    )


def test_fee_of_pages_is_one_json_document():
    result = run("--pages", "31", "--json")

    article = "《政府信息公开信息处理费管理办法》第五条"
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "way": "by_pages",
        "total_yuan": 10,
        "tiers": [
            {
                "from": 1,
                "to": 30,
                "count": 30,
                "rate": 0,
                "yuan": 0,
                "article": article,
                "text": "第1至30页，不收费",
            },
            {
                "from": 31,
                "to": 31,
                "count": 1,
                "rate": 10,
                "yuan": 10,
                "article": article,
                "text": "第31页，1页×10元，计10元",
            },
        ],
    }


def test_nothing_costs_nothing():
    assert run("--requests", "0").stdout == "信息处理费0元（按件计收）。\n"


@pytest.mark.parametrize("text", ["-1", "1.5", "十五", "", "\uff11\uff15", "1e3"])
def test_what_is_not_a_count_is_refused(text):
    result = run("--requests", text)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == f"“{text}”不是件数。请写0或者正整数，例如15。\n"


def test_too_many_pages_are_refused():
    result = run("--pages", "99999999")

    assert result.exit_code == 2
    assert result.stderr == ("页数应为0至1000000的整数，现为99999999。请改正后再算。\n")


@pytest.mark.parametrize("arguments", [(), ("--requests", "1", "--pages", "1")])
def test_exactly_one_count_is_wanted(arguments):
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stderr == (
        "应在--requests（件数）和--pages（页数）中选一项，不能同时按两种标准"
        "计算，例如：gongkai fee --requests 15。\n"
    )


def test_the_command_works_by_its_name_and_without_django():
    program = (
        "import sys; from gongkai.cli.main import main\n"
        "try: main(['fee', '--pages', '500'])\n"
        "finally: print('django' in sys.modules)"
    )

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "信息处理费14700元（按量计收）。"
    assert done.stdout.splitlines()[-1] == "False"
