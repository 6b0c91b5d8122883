# `make play` practises, `make test` checks everything. Both install what they need into .venv on first use.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help play test fit evaluate bench pictures curriculum lock wheel clean

help:            ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/'

play: $(VENV)/.installed ## practise a conversation; arguments through ARGS="…"
	@$(BIN)/deskside play $(ARGS) || test $$? -eq 1 # below the pass mark is no failure of make

test: $(VENV)/.installed-dev ## lint, types, import walls, course, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deskside check
	$(BIN)/deskside walk
	OMP_NUM_THREADS=1 $(BIN)/python -m scoring.fitting.evaluate --quick
	$(BIN)/pytest -n 2

fit: $(VENV)/.installed-dev ## fit the recognizer's weights anew
	OMP_NUM_THREADS=1 $(BIN)/python -m scoring.fitting

evaluate: $(VENV)/.installed-dev ## measure recognition by cross-validation over authors (minutes)
	OMP_NUM_THREADS=1 $(BIN)/python -m scoring.fitting.evaluate

bench: $(VENV)/.installed-dev ## how fast recognition is, beside raw rapidfuzz
	$(BIN)/python bench/recognition.py

pictures: $(VENV)/.installed-dev ## draw the README's pictures from the real program
	$(BIN)/python docs/pictures/make.py

curriculum: $(VENV)/.installed-dev ## write the table of docs/curriculum.md anew
	$(BIN)/python docs/make_curriculum.py

lock: $(VENV)/.installed-dev ## pin the newest versions of everything
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-annotate --no-header --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra dev --output-file requirements-dev.txt pyproject.toml

wheel: $(VENV)/.installed-dev ## build the wheel into dist/
	$(BIN)/python -m build --wheel

clean:           ## remove the virtual environment and all that was made
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/.installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Deskside needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make $@ PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Deskside into $(VENV) (once) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing the developers' tools into $(VENV) (once) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
