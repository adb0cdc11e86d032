# From a fresh clone, `make replay` and `make test` set up what they need. That takes Python 3.11 or later, and make.
#
#   make test PYTHON=python3.12 VENV=.venv312    with another interpreter, in another place

VENV ?= .venv
BIN := $(VENV)/bin
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
UV_VERSION := 0.13.9

.PHONY: help replay test test-browser docs pages lint format schemas lock bench differential clean
.DELETE_ON_ERROR:

help:
	@echo "make replay         replay the government formation of 2023, with a verdict on every step"
	@echo "make test           lint, types and tests"
	@echo "make test-browser   look at the pages in Chromium, which must be installed"
	@echo "make docs           build the documentation site, build/docs/index.html"
	@echo "make pages          write anew the pages and pictures that are made from code, law and logs"
	@echo "make lint           ruff and mypy only"
	@echo "make format         let ruff put the code in order"
	@echo "make schemas        write the JSON Schemas anew after the law, the words or the keys of files changed"
	@echo "make lock           write the locks anew (UPGRADE=--upgrade takes newer releases)"
	@echo "make bench          measure beside the peers, growth, workers and memory; writes docs/explanation/performance.md"
	@echo "make differential   hold the plan of sweeps against the replay over 200,000 acts"
	@echo "make clean          remove the virtual environment and all caches"

replay: $(VENV)/.runtime
	@$(BIN)/procedure replay

test: lint
	$(BIN)/python -m pytest -q -n 2

# Not a part of `make test`, which needs no browser. Screenshots are for people: `make test-browser SCREENSHOTS=folder`.
test-browser: docs $(VENV)/.browser
	$(BIN)/python -m pytest -q -n 2 tests/browser $(if $(SCREENSHOTS),--screenshots $(SCREENSHOTS))

# Whole each time, because its pages are also made from what the package says: it takes a few seconds.
docs: $(VENV)/.docs
	@$(BIN)/python -m sphinx -q -n -W --keep-going -E -b html -d build/doctrees docs build/docs
	@echo "The site begins at build/docs/index.html" >&2

pages: $(VENV)/.runtime
	for tool in accuracy python_reference pictures lesson_keys; do $(BIN)/python tools/make_$$tool.py || exit; done

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict procedure pytest_procedure.py

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schemas: $(VENV)/.dev
	$(BIN)/python tools/make_schemas.py

# The stamps: the set-up runs again only where a lock or pyproject.toml is newer. The dev lock holds the other two.
$(VENV)/.runtime: $(VENV)/.made requirements/runtime.lock requirements/build.lock pyproject.toml
	@echo "Setting up $(VENV) from requirements/runtime.lock" >&2
	@$(PIP) install --require-hashes -r requirements/runtime.lock -r requirements/build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.made requirements/dev.lock pyproject.toml
	@echo "Setting up $(VENV) from requirements/dev.lock" >&2
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.runtime $@

$(VENV)/.docs: $(VENV)/.runtime requirements/docs.lock
	@echo "Setting up $(VENV) from requirements/docs.lock" >&2
	@$(PIP) install --require-hashes -r requirements/docs.lock
	@touch $@

$(VENV)/.browser: $(VENV)/.dev requirements/browser.lock
	@echo "Setting up $(VENV) from requirements/browser.lock" >&2
	@$(PIP) install --require-hashes -r requirements/browser.lock
	@touch $@

$(VENV)/.made:
	@older=; bare=; \
	for python in $(PYTHONS); do \
	  "$$python" -c 'pass' 2>/dev/null || continue; \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { older="$$older $$python"; continue; }; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || { bare="$$bare $$python"; continue; }; \
	  echo "Making $(VENV) with $$python" >&2; \
	  "$$python" -m venv "$(VENV)" && touch "$@"; exit; \
	done; \
	echo "No suitable Python among: $(PYTHONS)." >&2; \
	test -z "$$older" || echo "Older than 3.11:$$older." >&2; \
	if test -n "$$bare"; then \
	  echo "Cannot make virtual environments, because the module venv or ensurepip is missing:$$bare." >&2; \
	  echo "On Debian or Ubuntu: apt install python3-venv." >&2; \
	else \
	  echo "Install Python 3.11 or later." >&2; \
	fi; \
	echo "Or name an interpreter: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; \
	exit 1

# The locks hold for every platform and for Python 3.11 and later. They carry the hashes of the public registry's files
# and name no index, whatever this machine is configured to use. uv lives in a place of its own, for this target alone.
UV_COMPILE = .lock-tools/bin/uv --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --custom-compile-command "make lock" $(UPGRADE)
unexport UV_INDEX UV_INDEX_URL UV_DEFAULT_INDEX UV_EXTRA_INDEX_URL UV_FIND_LINKS UV_CONSTRAINT UV_OVERRIDE

lock: .lock-tools/.uv-$(UV_VERSION)
	$(UV_COMPILE) pyproject.toml --output-file requirements/runtime.lock
	$(UV_COMPILE) --group pyproject.toml:build --output-file requirements/build.lock
	$(UV_COMPILE) pyproject.toml --group dev --constraint requirements/runtime.lock \
	  --constraint requirements/build.lock --output-file requirements/dev.lock
	$(UV_COMPILE) --group pyproject.toml:docs --constraint requirements/dev.lock --output-file requirements/docs.lock
	$(UV_COMPILE) --group pyproject.toml:browser --constraint requirements/dev.lock \
	  --constraint requirements/docs.lock --output-file requirements/browser.lock

.lock-tools/.uv-$(UV_VERSION): | $(VENV)/.made
	@$(BIN)/python -m venv --clear .lock-tools
	@.lock-tools/bin/python -m pip --disable-pip-version-check -qq install uv==$(UV_VERSION)
	@touch $@

# The peers live in an environment of their own: pm4py is AGPL and sismic LGPL, and neither is a dependency.
.bench/.made: benchmarks/requirements.txt
	@python3 -m venv --clear .bench
	@.bench/bin/python -m pip --disable-pip-version-check -qq install -r benchmarks/requirements.txt
	@touch $@

bench: $(VENV)/.dev .bench/.made
	$(BIN)/python -m benchmarks $(or $(LOGS),10000) $(MANY)

differential: $(VENV)/.dev
	$(BIN)/python -m benchmarks.differential $(or $(ACTS),200000)

clean:
	rm -rf $(VENV) .lock-tools build dist docs/_drawn .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
