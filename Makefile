# `make` alone lists the targets; each is one line. On a machine without make, run what the line says.
.PHONY: help demo test check fmt lint type golden scores bench faults laws docs browser lock
BIN = .venv/bin

help: ; @sed -n 's/^\([a-z]*\):.* \{2\}## /\1	/p' $(MAKEFILE_LIST) | expand -t 10
demo: ; python3 dev.py demo  ## write a brief from the example reports
test: ; python3 dev.py test  ## run the test suite
check: ; python3 dev.py check  ## what CI runs: format, lint, types, imports, tests with coverage
fmt: $(BIN) ; $(BIN)/ruff check --fix-only --quiet && $(BIN)/ruff format  ## format the code, apply safe fixes
lint: $(BIN) ; $(BIN)/ruff check && $(BIN)/lint-imports  ## style and import directions
type: $(BIN) ; $(BIN)/mypy  ## types, of source and tests
golden: $(BIN) ; $(BIN)/python -m pytest tests/golden --golden-update  ## write the golden files again
scores: $(BIN) ; $(BIN)/memcon evaluate --write docs/explanation/scores.md  ## measure quality and publish it
bench: $(BIN) ; $(BIN)/python -m bench --write docs/explanation/speed.md  ## measure speed and publish it
faults: $(BIN) ; $(BIN)/python -m pytest -m slow tests/faults  ## kill, corrupt and fill the disk, at length
laws: $(BIN) ; $(BIN)/python -m pytest tests/property --hypothesis-profile=searching  ## look for examples that break a law, others each time
docs: $(BIN) ; $(BIN)/python -m docs.build && $(BIN)/python docs/outputs.py  ## generate the reference, run the examples again
browser: ; python3 dev.py browser  ## tests in a real browser (needs chromium)
lock: ; python3 dev.py lock  ## resolve the dependencies again (needs uv)

$(BIN): ; python3 dev.py setup
