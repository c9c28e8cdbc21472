# Gongkai: `make run` starts it, `make test` proves it, `make help` tells the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTEST_ARGS ?=
export PYTHONDONTWRITEBYTECODE ?=

.DEFAULT_GOAL := help
.PHONY: help setup run demo lint test bench lock clean

help: ## Tell what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

setup: $(VENV)/.dev ## Build .venv with everything for running, testing and linting

$(VENV)/.base: requirements/base.txt pyproject.toml
	@PYTHON='$(PYTHON)' UV='$(UV)' tools/install.sh base

$(VENV)/.dev: requirements/dev.txt requirements/base.txt pyproject.toml
	@PYTHON='$(PYTHON)' UV='$(UV)' tools/install.sh dev

$(VENV)/.app: $(if $(wildcard $(VENV)/.dev),$(VENV)/.dev,$(VENV)/.base)
	@touch $@

run: $(VENV)/.app ## Set everything up, load the example, serve on 127.0.0.1:8000
	@$(BIN)/gongkai demo --once
	@$(BIN)/gongkai serve

demo: $(VENV)/.app ## Compare the example's counted report with the published one
	@$(BIN)/gongkai demo

lint: setup ## Ruff, mypy, floors, migrations, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@GONGKAI_DATA_DIR=$$(mktemp -d) $(BIN)/python -m django makemigrations --check --dry-run --settings gongkai.project.test
	@$(BIN)/curlylint src

test: setup ## The whole test suite, browser and all, on the default database
	@tools/install-browser.sh
	$(BIN)/pytest -n auto -q $(PYTEST_ARGS)

bench: setup ## Measure; docs/benchmarks.md tells how to read the figures
	$(BIN)/python bench/run.py

lock: ## Lock the dependencies anew, with hashes and without a registry's host
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 requirements/base.in -o requirements/base.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 -c requirements/base.txt requirements/dev.in -o requirements/dev.txt

clean: ## Remove what was built; the data in var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
