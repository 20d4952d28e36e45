# What developers of soa run. `make` alone lists it. An officer needs none of this: see README.md.

VENV := .venv
BIN := $(VENV)/bin
CLIENTS := tests/clients
PAGE := build/glenmore
SITE := build/glenmore-site
DRAFT := examples/glenmore-first-draft
PYTEST := $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

# The first of these that is Python 3.11 or newer and can make a virtual environment.
PYTHONS := $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14 python
USABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

.DEFAULT_GOAL := help
.PHONY: help demo test test-long check format generate pictures bench quality clean

help:
	@echo 'make demo       install, lint and publish examples/glenmore, and say where to look'
	@echo 'make test       install all that the tests need, and run them'
	@echo 'make test-long  the same with the long run of the generated cases'
	@echo 'make check      style, types, generated files, documentation'
	@echo 'make format     put the code into the form that make check asks for'
	@echo 'make generate   renew the files that are generated'
	@echo 'make pictures   renew the pictures of docs/pictures (needs Chromium)'
	@echo 'make bench      measure soa against yamllint, check-jsonschema and WeasyPrint'
	@echo 'make quality    measure the judgements on words against labelled statements'
	@echo 'make clean      remove what the other commands made'

demo: $(VENV)/publish.stamp
	@echo
	@echo '== soa lint examples/glenmore'
	@$(BIN)/soa lint examples/glenmore
	@echo
	@echo '== soa publish examples/glenmore'
	@$(BIN)/soa publish examples/glenmore --output $(PAGE)
	@$(BIN)/soa publish examples/glenmore --site $(SITE)
	@echo
	@echo '== soa lint examples/glenmore-first-draft (the weak draft it grew from; here only the last line)'
	@$(BIN)/soa lint $(DRAFT) | tail -n 1
	@echo
	@echo 'Where to look:'
	@echo '  $(CURDIR)/$(PAGE)/agreement.html'
	@echo '      the published agreement: open it in a browser; agreement.pdf and agreement.docx lie beside it'
	@echo '  $(CURDIR)/$(SITE)/index.html'
	@echo '      the same as a small website, with search and open data'
	@echo '  examples/glenmore'
	@echo '      the agreement they were made from; see its other documents with: $(BIN)/soa publish examples/glenmore --part all'
	@echo '  examples/glenmore-first-draft'
	@echo '      the weak draft; see all its points with: $(BIN)/soa lint $(DRAFT)'

test: $(VENV)/dev.stamp clients
	$(PYTEST)

test-long: $(VENV)/dev.stamp clients
	HYPOTHESIS_PROFILE=long $(PYTEST)

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@$(MAKE) --no-print-directory generated
	$(BIN)/mkdocs build --strict --site-dir build/site

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

generate: $(VENV)/dev.stamp
	$(BIN)/python -m soa.model.schema schemas
	$(BIN)/python -m soa.formats.json_v1_schema schemas
	$(BIN)/python -m soa.engine.configured schemas
	$(BIN)/python -m soa.model.pages docs/format.md
	$(BIN)/python docs/rules/make.py
	$(BIN)/soa lint --as-of 2013-06-30 $(DRAFT) > $(DRAFT)/expected.txt || [ $$? -eq 1 ]

pictures: $(VENV)/dev.stamp
	$(BIN)/python docs/pictures/make.py

# Generated files are made afresh beside the committed ones and compared.
.PHONY: generated
generated: $(VENV)/dev.stamp
	@rm -rf build/generated && mkdir -p build/generated
	$(BIN)/python -m soa.model.schema build/generated/schemas
	$(BIN)/python -m soa.formats.json_v1_schema build/generated/schemas
	$(BIN)/python -m soa.engine.configured build/generated/schemas
	$(BIN)/python -m soa.model.pages build/generated/format.md
	$(BIN)/python docs/rules/make.py build/generated/rules
	@diff -r schemas build/generated/schemas && diff docs/format.md build/generated/format.md && diff -r -x make.py -x requirements.csv docs/rules build/generated/rules || { echo 'Renew the generated files with: make generate'; exit 1; }

bench: $(VENV)/dev.stamp
	$(BIN)/python tests/bench/run.py

quality: $(VENV)/dev.stamp
	$(BIN)/python tests/quality/run.py

clean:
	rm -rf $(VENV) build dist site $(CLIENTS)/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

# -- set-up ----------------------------------------------------------------------------------------------------------

$(BIN)/python:
	@for python in $(PYTHONS); do \
	  if $$python -c '$(USABLE)' 2>/dev/null; then echo "Making $(VENV) with $$python"; exec $$python -m venv $(VENV); fi; \
	done; \
	echo 'soa needs Python 3.11 or newer with its venv module. On Debian or Ubuntu: sudo apt install python3 python3-venv' >&2; exit 1

$(VENV)/publish.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[publish]'
	@touch $@

$(VENV)/dev.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/publish.stamp

# Node.js trusts its own list of authorities; add those that this machine trusts, such as an office's proxy.
AUTHORITIES := $(wildcard /etc/ssl/certs/ca-certificates.crt)
TRUST := $(if $(AUTHORITIES),NODE_EXTRA_CA_CERTS=$${NODE_EXTRA_CA_CERTS:-$(AUTHORITIES)})

# The tests' outside clients from npm. Without npm, or without a network, the tests that need them say so.
.PHONY: clients
clients:
	@if ! command -v npm >/dev/null; then echo 'npm is not installed: tests that need it will be skipped'; \
	elif [ $(CLIENTS)/node_modules/.package-lock.json -nt $(CLIENTS)/package-lock.json ]; then :; \
	else $(TRUST) npm ci --prefix $(CLIENTS) --no-audit --no-fund --loglevel error || echo 'npm ci failed: tests that need it will be skipped'; fi
