# Two commands: `make extract` and `make test`. Each makes .venv first, from the lock; nothing else is needed.

CORPUS ?= corpus
OUT ?= outputs

BIN := .venv/bin
MADE := .venv/.made
DEV := .venv/.made-dev

.DEFAULT_GOAL := help
.PHONY: help setup extract test lint types clean evaluate compare dictionary lock database notebooks pictures

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  make extract CORPUS=my-folder OUT=my-tables reads another folder."

setup: $(DEV) ## Make .venv with the locked packages, those for development too
	@:

# With uv where it is installed, else with pip, which holds each package against its hash; that of setuptools, which
# builds ours, is in the lock too.
$(MADE): uv.lock requirements.lock pyproject.toml
	@set -e; \
	if command -v uv >/dev/null 2>&1; then \
		uv sync --frozen --no-dev --compile-bytecode; \
	else \
		python=; \
		for name in python3.13 python3.12 python3.11 python3; do \
			if "$$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; then \
				python=$$name; break; \
			fi; \
		done; \
		if [ -z "$$python" ]; then \
			echo "No Python 3.11, 3.12 or 3.13 found: install one, or uv, which brings its own." >&2; exit 1; \
		fi; \
		echo "Making .venv with $$("$$python" --version); the first time takes a minute or two"; \
		"$$python" -m venv --clear .venv; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .; \
	fi
	@$(BIN)/python -m compileall -q extractors pipeline  # a third of a second of each start where Python may not keep it
	@touch $(MADE)

# What tests, notebooks and checks need besides.
$(DEV): $(MADE) requirements-dev.lock
	@if command -v uv >/dev/null 2>&1; then \
		uv sync --frozen; \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock; \
	fi
	@touch $(DEV)

extract: $(MADE) ## Read CORPUS (corpus) and write the tables to OUT (outputs), as pipeline.toml says if there is one
	@$(BIN)/ukgov-extract run "$(CORPUS)" --out "$(OUT)" $(if $(wildcard pipeline.toml),--config pipeline.toml)

test: setup ## Run the tests
	@$(BIN)/python -m pytest

lint: setup ## Check style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## Check types
	@$(BIN)/mypy

database: $(MADE) ## Write the tables in OUT, with views for dashboards, to OUT/ukgov.duckdb
	@$(BIN)/ukgov-extract database "$(OUT)"

evaluate: $(MADE) ## Score the corpus against its gold, write docs/accuracy.md, fail below the floors
	@$(BIN)/python -m pipeline.evaluation.accuracy

compare: $(MADE) ## Print what the tables in B gained, lost and changed against those in A
	$(if $(and $(A),$(B)),,$(error Name both outputs: make compare A=before B=after))
	@$(BIN)/ukgov-extract compare "$(A)" "$(B)"

dictionary: $(MADE) ## Write docs/data-dictionary.md anew
	@$(BIN)/ukgov-extract schema > docs/data-dictionary.md.new
	@mv docs/data-dictionary.md.new docs/data-dictionary.md

notebooks: setup ## Make the .ipynb of each notebook anew from its .py and run it over the tables in outputs
	@$(BIN)/jupytext --quiet --to notebook --update --set-kernel python3 notebooks/0*.py
	@$(BIN)/python -m pytest -n 0 --nbmake notebooks

pictures: setup ## Draw the pictures of docs/images anew from the tables in outputs
	@PYTHONPATH=notebooks $(BIN)/python notebooks/pictures.py outputs docs/images

lock: ## Lock the packages anew from pyproject.toml; needs uv
	@uv lock
	@for name in requirements-dev requirements; do \
		{ echo '# Made from uv.lock by `make lock`, for pip with --require-hashes.'; \
		  uv export --frozen --quiet --no-emit-project --no-header --format requirements-txt \
			$$(test $$name = requirements && echo --no-dev); } > $$name.lock.new && mv $$name.lock.new $$name.lock; \
	done

clean: ## Remove .venv and what tools leave behind; the tables stay
	@rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis *.lock.new
	@find extractors pipeline tests -name __pycache__ -type d -prune -exec rm -rf {} +
