# copykit: make app starts the page, make test tests all. Each sets up what it needs; .ci/prepare.py does the work.

ARGS ?=
PREPARE := @sh .ci/python .ci/prepare.py

.PHONY: help app test check lint lock clean
.DEFAULT_GOAL := help
export COPYKIT_PYTHON PORT ADDRESS

help:
	@echo "make app     set up, then start copykit on http://localhost:8501 (PORT=8600 for another port)"
	@echo "make test    set up, then run every test (ARGS='-k offers' for some)"
	@echo "make check   ruff, mypy and the tests"
	@echo "make lint    ruff and mypy"
	@echo "make lock    pin all packages anew from requirements.txt (ARGS=--upgrade for new versions)"
	@echo "make clean   remove what these made, .venv too"
	@echo "COPYKIT_PYTHON=/path/to/python3.12 with any of them chooses the Python (3.11 to 3.13)."

app:
	$(PREPARE) app $(ARGS)

test:
	$(PREPARE) test $(ARGS)

check:
	$(PREPARE) check $(ARGS)

lint:
	$(PREPARE) lint

lock:
	$(PREPARE) lock $(ARGS)

clean:
	rm -rf .venv build dist htmlcov .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
