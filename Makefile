# The two commands of the README, and those of who works on it.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
SERVE ?= yes
HOST ?= 127.0.0.1:8000

.PHONY: help demo test test-long mutate follow dev check bench lock

help:  ## Say what there is to run
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /: /'

.venv/ran: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --disable-pip-version-check --progress-bar on --require-hashes -r requirements.lock
	$(BIN)/pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/tested: .venv/ran requirements-dev.lock
	$(BIN)/pip install --disable-pip-version-check --progress-bar on --require-hashes -r requirements-dev.lock
	@touch $@

demo: .venv/ran  ## Build the demonstration and serve it on http://127.0.0.1:8000 (SERVE=no stops before)
	$(BIN)/lantoa demonstrate
ifeq ($(SERVE),yes)
	$(BIN)/gunicorn --no-control-socket --bind $(HOST) --threads 4 --access-logfile /dev/null lantoa.wsgi
endif

dev: .venv/tested  ## Serve the pages while they are worked on
	LANTOA_DEBUG=1 $(BIN)/lantoa runserver $(HOST)

check: .venv/tested  ## Format, lint, types and contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml lantoa
	$(BIN)/lint-imports
	$(BIN)/lantoa makemigrations --check --dry-run

test: .venv/tested  ## Every test, on SQLite and where it answers on PostgreSQL, and in a real browser
	$(BIN)/python -m tests

test-long: .venv/tested  ## The same with many more random histories, and ten minutes of mutated files of each kind
	LANTOA_TEST_LONG=1 $(BIN)/python -m tests

follow: .venv/tested  ## Follow docs/installing.md to a copy proven, in memory over this machine (needs root, nginx, systemd-analyze)
	unshare --mount --net --pid --fork --kill-child $(BIN)/python -m tests.running.following

mutate: .venv/tested  ## Change the code in a fixed sample of places and see whether a test notices (docs/mutation.md)
	$(BIN)/python -m tests.mutation

bench: .venv/tested  ## Measure, each figure beside a peer of the same run
	$(BIN)/python -m bench

lock: .venv/tested  ## Write the lock files anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group build --group dev -o requirements-dev.lock
