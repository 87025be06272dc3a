# Everything that is done here is one word: `make serve`, `make test`. `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

# Material for MkDocs prints a notice about MkDocs 2 at every start otherwise.
export NO_MKDOCS_2_WARNING := 1
# The tests start hundreds of programs, each of which would compile the engine anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install serve build card pdf test pytest sweep check bench format requirements clean

help: ## list the words
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 22

install: $(READY) ## install what is pinned into .venv, and no more

serve: $(READY) ## build the site and serve it, with live reload; elsewhere: SERVE='-a localhost:8001'
	$(BIN)/mkdocs serve $(SERVE)

build: $(READY) ## build the site into site/
	$(BIN)/mkdocs build --strict

pdf: build ## build the site, and print the whole article into site/edition.pdf; with every word: PDF=--vocabulary
	@CHROMIUM=$$(tests/browser/provide $(BIN)/python) && export CHROMIUM && $(BIN)/edition pdf $(PDF)

card: $(READY) ## draw docs/assets/card.png anew: the picture that stands for the edition where links to it are shown
	@CHROMIUM=$$(tests/browser/provide $(BIN)/python) && export CHROMIUM && $(BIN)/edition card

check: $(READY) ## what is wrong in the notes and in the code, without running the tests
	$(BIN)/edition check $(CHECK)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	@tests/npm/check $(BIN)

# In the order of tests/conftest.py.
SHARED_OUT := -n auto --dist loadfile --no-loadscope-reorder

test: $(READY) ## install what the tests need (browsers, fonts, what npm has) and run them all
	@tests/npm/provide $(BIN)
	@$(MAKE) --no-print-directory --jobs 2 check pytest

pytest: # the browsers come, and the tests begin, beside `make check`
	@tests/materialx/provide $(BIN)
	@CHROMIUM=$$(tests/browser/provide $(BIN)/python firefox webkit java) && export CHROMIUM && $(BIN)/pytest $(SHARED_OUT) -m "not swept"

sweep: $(READY) ## run in each browser the further widths, sections, editions and examples of what `make test` tries once: some 12 minutes
	@tests/npm/provide $(BIN)
	@CHROMIUM=$$(tests/browser/provide $(BIN)/python firefox webkit) && export CHROMIUM && $(BIN)/pytest $(SHARED_OUT) -m "swept or hypothesis" --hypothesis-profile further

bench: $(READY) ## measure: reading, saving, building, against plain Material (and against footnotes)
	@CHROMIUM=$$(tests/browser/provide $(BIN)/python) && export CHROMIUM && $(BIN)/python -m tests.benchmarks.pages
	$(BIN)/python -m tests.benchmarks.bench

format: $(READY) ## lay out the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	@tests/npm/check $(BIN) --write

PINNING := --quiet pyproject.toml --generate-hashes --universal --python-version 3.11 --no-annotate \
	--custom-compile-command "make requirements"
requirements: $(READY) ## pin anew what pyproject.toml asks for; for editions, what the engine runs on alone
	$(BIN)/uv pip compile $(PINNING) --group dev --extra links --extra pdf --upgrade --output-file requirements.txt
	$(BIN)/uv pip compile $(PINNING) --constraint requirements.txt --output-file hooks/edition/requirements.txt

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# In half of the time that pip takes; where it finds no way to the packages, as behind a mirror that only pip is told of, pip does.
UV := $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python
HASHED := --require-hashes --requirement

clean: ## delete what was built and installed
	rm -rf .venv site

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is wanted; found $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing: sudo apt-get install python3-venv" >&2; exit 1; }
	@echo "Making .venv ..."
	@$(PYTHON) -m venv .venv
	@echo "Installing what is pinned ..."
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.txt > .venv/uv.txt
	@{ $(PIP) $(HASHED) .venv/uv.txt && $(UV) $(HASHED) requirements.txt; } || $(PIP) $(HASHED) requirements.txt
	@echo "Installing the engine ..."
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
