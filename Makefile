.PHONY: bib test check format golden accuracy bench train clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

bib: $(READY)
	$(BIN)/python -m citekit extract seeds -o bib

test: $(READY)
	$(BIN)/python -m pytest

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
