# Every target sets up what it needs; doing it again when nothing changed takes no time.
#   make demo    a chat in this terminal, no token, no server
#   make test    the tests, on memory, SQLite and a real PostgreSQL
#   make check   lint, format, types, import fences, docs
#   make fix     what the tools can put right by themselves
#   make bench   the figures, as ratios in one run
#   make fuzz    broken files by the thousand, which must be read or refused; a million messages
#   make simulate  a hundred thousand months in which everything goes wrong, or a piece of
#                  them: make simulate FIRST=20000 SEEDS=5000
#   make mutants   faults planted in the code one by one: the simulation must find each
#   make chaos     replicas killed every 0.3 s on a real PostgreSQL: nothing lost, nothing doubled
#   make teams-playground  the bot on Teams as Microsoft's Agents Playground shows it, in a browser
#   make leanings  learn again from tests/leaning what words lean to (language/leanings.tsv)
#   make pins    newest versions into requirements/*.txt

PYTHON := $(shell for p in python3.12 python3.13 python3.14 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/ready

.PHONY: setup demo test check fix bench fuzz simulate mutants chaos teams-playground leanings pins clean

setup: $(READY)

$(READY): requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Planbot needs Python 3.12 or newer, with venv; none was found on the PATH." >&2; exit 1; }
	@echo "Setting up .venv with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: setup
	@$(BIN)/planbot demo

test: setup
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -q tests/docs

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup
	$(BIN)/python -m benchmarks

fuzz: setup
	$(BIN)/python -m pytest tests/plans/test_guard.py -k changed --hypothesis-profile=fuzz
	$(BIN)/python -m tests.language.mutating 1000000

chaos: setup
	$(BIN)/python -m tests.chaos

simulate: setup
	$(BIN)/python -m tests.simulation $(or $(SEEDS),100000) --first $(or $(FIRST),0)

mutants: setup
	$(BIN)/python -m tests.simulation.mutants

teams-playground: setup
	$(BIN)/python -m tests.playground

leanings: setup
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/leanings.txt
	$(BIN)/python -m tests.leaning.fitting

pins: setup
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.12 --generate-hashes \
		--no-emit-index-url --no-header --quiet --extra teams pyproject.toml \
		-o requirements/run.txt
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.12 --generate-hashes \
		--no-emit-index-url --no-header --quiet --group build -o requirements/build.txt
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.12 --generate-hashes \
		--no-emit-index-url --no-header --quiet --group leanings -o requirements/leanings.txt
	$(BIN)/uv pip compile --upgrade --universal --python-version 3.12 --generate-hashes \
		--no-emit-index-url --no-header --quiet -c requirements/run.txt --group dev pyproject.toml \
		-o requirements/dev.txt

clean:
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
