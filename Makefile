# The two commands that matter: `make bib` and `make test`. Both set up .venv first.
.PHONY: bib test check lint drift format golden rules accuracy bench train clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CODE := src tests bench training

# Extract the seeds into bib/: references, extraction, rendered bibliographies; then say what is
# wrong with the references, which is the seeds' own matter and stops nothing.
bib: $(READY)
	$(BIN)/python -m citekit extract seeds -o bib
	$(BIN)/python -m citekit check bib/references.bib seeds/*.txt --output-format concise --exit-zero

# The whole suite, in random order.
test: $(READY)
	$(BIN)/python -m pytest

# Everything that CI asks for.
check: lint test drift

lint: $(READY)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports

# bib/ must be what the seeds give, to the byte.
drift: bib
	git diff --exit-code --stat -- bib
	@new=$$(git status --porcelain --untracked-files=all -- bib); \
	if [ -n "$$new" ]; then echo "not committed in bib/:"; echo "$$new"; exit 1; fi

format: $(READY)
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

# Rewrite what is kept to be compared with; read the difference before committing.
golden: bib
	CITEKIT_UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/unit/formats/test_formats_golden.py
	git diff --stat -- bib tests/golden

# Write docs/rules.md anew from the manual pages of the rules.
rules: $(READY)
	$(BIN)/python -m citekit.pipeline.checking.rule_pages > docs/rules.md

# Against hand-made gold, where there is any (CITEKIT_DATA); see CONTRIBUTING.md.
accuracy: $(READY)
	$(BIN)/python -m pytest tests/accuracy -rs

# Start-up, and hostile inputs at full size; takes minutes.
bench: $(READY)
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/robustness.py

# Train the tagger anew from labelled strings (CITEKIT_DATA); see training/README.md.
TRAINING_DATA = --data "$${CITEKIT_DATA:?set CITEKIT_DATA}/parser-data" \
  --records "$$CITEKIT_DATA/records/records-10000.csl.json"
train: $(READY)
	$(BIN)/python -m pip install --quiet --group training
	$(BIN)/python training/train.py $(TRAINING_DATA) -o src/citekit/refparser/data/references.npz
	$(BIN)/python training/evaluate.py $(TRAINING_DATA) --card src/citekit/refparser/data/model.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests bench training -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@
