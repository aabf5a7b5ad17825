# make demo   set up, build the sample articles' timeline, print it
# make test   set up, check style and types, run every test
# make bench  speed of reading, speed and growth of the date expressions, speed of the exports

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= out/demo
READY  := $(VENV)/.ready
SAMPLES := tests/data/articles

.PHONY: demo test bench golden clean

demo: $(READY)
	@$(BIN)/timeline build $(SAMPLES) --output $(OUT)
	@$(BIN)/timeline show $(OUT)/timeline.json
	@printf '\nThe calendar to subscribe to, the feeds and the timeline are in %s:\n' '$(OUT)'
	@ls -1 $(OUT)

test: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

# Write the expected outputs and the README's examples anew; read the difference before you commit it.
golden: $(READY)
	$(BIN)/timeline build $(SAMPLES) --output tests/data/expected
	GOLDEN=write $(BIN)/pytest tests/exports
	$(BIN)/python -m tests.readme

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV) || { echo 'python3-venv is missing: apt-get install python3-venv' >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

clean:
	rm -rf $(VENV) out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
