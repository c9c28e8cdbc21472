#!/usr/bin/env bash
# Build .venv in the repository root with the locked requirements: base or dev.
set -euo pipefail
cd "$(dirname "$0")/.."
what=$1
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "需要 Python 3.11 或更新版本。请安装后再运行，或用 make PYTHON=/路径/python3.11 指定。" >&2
  echo "Python 3.11 or newer is needed; name one with make PYTHON=/path/to/python3.11." >&2
  exit 1
fi

if [ -n "${UV:-}" ]; then
  [ -x .venv/bin/python ] || "$UV" venv -q --python "$python" .venv
  echo "正在用 uv 安装依赖（$what）……"
  "$UV" pip install -q --python .venv/bin/python --require-hashes -r "requirements/$what.txt"
  "$UV" pip install -q --python .venv/bin/python --no-deps --no-build-isolation -e .
else
  [ -x .venv/bin/pip ] || "$python" -m venv .venv
  echo "正在用 pip 安装依赖（$what）……"
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "requirements/$what.txt"
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
fi
touch ".venv/.$what"
[ "$what" = dev ] && touch .venv/.base
touch .venv/.app
