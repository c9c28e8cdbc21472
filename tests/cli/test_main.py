import subprocess
import sys

import pytest

from gongkai.cli.main import main


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    told = capsys.readouterr()
    return leaving.value.code, told.out, told.err


def test_help_speaks_chinese_and_names_every_command(capsys):
    status, told, _ = run(capsys, "--help")

    assert status == 0
    assert told.startswith("用法：gongkai")
    assert "Usage" not in told
    assert "Options" not in told
    assert "工作日" in told


def test_an_unknown_command_is_refused_with_the_ones_there_are(capsys):
    status, _, told = run(capsys, "nonsense")

    assert status == 2
    assert told.startswith("没有“nonsense”这个命令，可用的有：demo、serve、report")


def test_an_unknown_option_is_refused(capsys):
    status, _, told = run(capsys, "serve", "--what")

    assert status == 2
    assert told.startswith("没有“--what”这个选项。")


def test_an_option_without_its_value_is_refused(capsys):
    status, _, told = run(capsys, "serve", "--port")

    assert status == 2
    assert told.startswith("选项 --port 后面要写值。")


def test_commands_of_the_law_do_not_import_django():
    script = (
        "import sys\n"
        "from gongkai.cli.main import main\n"
        "try:\n"
        "    main(['workdays', '2024-09-25', '20'])\n"
        "except SystemExit as leaving:\n"
        "    assert leaving.code == 0\n"
        "assert 'django' not in sys.modules\n"
    )

    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
