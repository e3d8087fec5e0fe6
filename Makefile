# Everything goes into .venv, locked with hashes. `make run` needs Python >= 3.11, make and git, nothing else.
# Another interpreter: make run PYTHON=/path/to/python3.12

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The newest that is really there: a name alone may be a version manager's that leads to nothing.
find_python = for python in python3.13 python3.12 python3.11 python3; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done
# Looked for once, and only by a target that makes .venv.
PYTHON ?= $(eval PYTHON := $(shell $(find_python)))$(PYTHON)

# Two workers on two cores; a file stays with one worker, so that what it starts is started once.
TEST_WORKERS ?= auto
PYTEST_ARGS ?=
PYTEST := $(BIN)/python -m pytest

LOCK := uv pip compile pyproject.toml --group build --universal --generate-hashes --no-emit-index-url --no-header --quiet

.PHONY: run test check bench campaign screenshots gallery lock clean help

help: ## what can be done here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.run ## install what is missing and start the bot with the practice room
	@$(BIN)/paja serve

test: $(VENV)/.dev ## every test but the long campaigns
	$(PYTEST) -n $(TEST_WORKERS) --maxprocesses 4 --dist loadfile $(PYTEST_ARGS)

check: $(VENV)/.dev ## style, types, architecture, content
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/paja check

bench: $(VENV)/.dev ## measure everything beside its stock framework, and write docs/performance.md
	$(BIN)/python -m tests.benchmarks

campaign: $(VENV)/.dev ## the long crash and chance campaigns
	$(PYTEST) -m slow --timeout 3600 $(PYTEST_ARGS)

screenshots: $(VENV)/.dev ## take the pictures of the README anew (needs a Chromium)
	$(BIN)/python -m tests.screenshots

gallery: $(VENV)/.dev ## draw every picture and every card of every workshop into docs/gallery (needs a Chromium)
	$(BIN)/python -m tests.gallery

lock: $(VENV)/.dev ## choose newer versions within the bounds of pyproject.toml
	$(BIN)/$(LOCK) --upgrade --output-file requirements/run.txt
	$(BIN)/$(LOCK) --upgrade --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt
	@! grep -nE '://|^--(index|extra-index|find-links|trusted)' requirements/run.txt requirements/dev.txt

clean: ## remove what make has made (not .env, not the database)
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis tests/node/node_modules
	find bot dialogs content adaptive_cards tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: a second `make run` has nothing to install. The project itself is installed as a link to this folder.
$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found. Say which: make run PYTHON=..." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(PYTHON) is not Python 3.11 or newer." >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear $(VENV) \
		|| { echo "$(PYTHON) cannot make a virtual environment (on Debian and Ubuntu: install python3-venv)." >&2; exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.python requirements/run.txt pyproject.toml
	@echo "Installing what the bot needs into $(VENV) ..."
	@$(PIP) install --require-hashes --prefer-binary -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --require-hashes --prefer-binary -r requirements/dev.txt
	@touch $@
