# Every command of this repository. `make` alone lists them.
# Needed on the machine: Python 3.11 or newer with venv, make and a shell.

PYTHON ?= $(or $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; \
	done),python3)
VENV := .venv/bin
PY := $(VENV)/python
UV := $(VENV)/uv

.DEFAULT_GOAL := help
.PHONY: help run test soak check bench startup dev frontend format requirements handbook clean

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1|/' | \
		awk -F'|' '{printf "%-22s %s\n", $$1, $$2}'

run: python  ## the application with demo data on http://127.0.0.1:8000/ (PORT, DATA_DIR)
	@exec $(PYTHON) -m tools.run

test: dev  ## all tests, in legs: SQLite, PostgreSQL + Redis, browser
	@exec $(PY) -m tools.test_legs

soak: dev  ## the long tests: killed workers, flushed brokers
	@exec $(PY) -m tools.test_legs soak

check: dev  ## what CI runs before the tests: style, types, layers, settings, migrations
	@exec $(PY) -m tools.check

bench: dev frontend  ## closing a year, and the pages of a generated city against two floors
	@$(PY) -m bench.closing && exec $(PY) -m bench

startup: dev  ## time the first and the second `make run` of a fresh clone
	@exec $(PY) -m bench.startup

dev: python  # the environment with what tests and checks need
	@$(PYTHON) -m tools.environment dev

frontend: python  ## build static/dist with npm
	@$(PYTHON) -m tools.frontend

format: dev  ## let ruff lay out the code
	@$(VENV)/ruff format . && $(VENV)/ruff check --fix .

requirements: dev  ## compile the hashed lists from requirements*.in
	@test -x $(UV) || $(PY) -m pip install --quiet uv
	@for name in requirements requirements-dev requirements-node; do \
		$(UV) pip compile --quiet --generate-hashes --no-header --no-strip-extras --python-version 3.11 \
			$$name.in --output-file $$name.txt || exit 1; done

handbook: dev  ## write docs/lifecycles.md again from the tables in the code
	@exec $(PY) -m tools.lifecycles

clean:  ## remove everything that make made, demo data included
	rm -rf .venv node_modules static/dist var artifacts htmlcov .coverage .coverage.* \
		.mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.PHONY: python
python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "Er is geen Python gevonden: installeer Python 3.11 of nieuwer." >&2; exit 1; }
