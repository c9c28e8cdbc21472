"""Run a task in a process of its own, so that memory and caches begin anew.

As a program: ``children.py TASK JSON`` sets Django up, runs the task with the
arguments and prints its answer as the last line.
"""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any


def run_task(
    task: str, arguments: Mapping[str, Any], environ: Mapping[str, str]
) -> Any:
    """Run a task elsewhere and return its answer; its failure is ours."""
    command = [sys.executable, __file__, task, json.dumps(arguments)]
    settings = {"DJANGO_SETTINGS_MODULE": "gongkai.project.settings"}
    done = subprocess.run(
        command,
        env={**os.environ, **settings, **environ},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def _main() -> None:
    import django  # noqa: PLC0415 - the parent stays small

    task, arguments = sys.argv[1:]
    django.setup()
    answer = importlib.import_module(f"tasks.{task}").run(**json.loads(arguments))
    print(json.dumps(answer))


if __name__ == "__main__":
    _main()
