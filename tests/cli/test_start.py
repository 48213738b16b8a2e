"""What a plain `copykit check` reads before it begins: a hook or an editor starts it for every file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

# The packages of others that every check needs: the command line, the guide's types, YAML and Markdown.
NEEDED = {
    "annotated_types", "click", "pydantic", "pydantic_core", "pyromark", "typing_extensions",
    "typing_inspection", "yaml",
}  # fmt: skip
# Rooms that a page without a format, a baseline or a comment has no use for.
UNUSED = (
    "copykit.audit", "copykit.baseline", "copykit.brand_check", "copykit.checks.freehand",
    "copykit.checks.held",
    "copykit.checks.outside", "copykit.draft_file", "copykit.formats", "copykit.guide.saving",
    "copykit.improve", "copykit.orders", "copykit.readiness", "copykit.sources.tables",
    "copykit.templates", "copykit.ui", "copykit.writers", "copykit.writing",
)  # fmt: skip
CODE = """\
import sys
before = set(sys.modules)
from copykit.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*sorted(set(sys.modules) - before), sep="\\n", file=sys.stderr)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The modules that a check of one short page has loaded."""
    page = tmp_path_factory.mktemp("page") / "page.md"
    page.write_text("# A page\n\nIt was used by 500 teams.\n", encoding="utf-8")
    command = [sys.executable, "-c", CODE, "check", str(page), "--brand", "brand/dewclaw"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "claims.unproven" in told.stdout
    return told.stderr.split()


def test_a_check_loads_no_package_that_it_does_not_need(loaded: list[str]) -> None:
    packages = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"copykit"}
    # Compiled code brings modules of its own names, such as Cython's.
    assert {name for name in packages if not name.startswith(("_", "cython"))} <= NEEDED


def test_a_check_opens_no_room_that_it_does_not_need(loaded: list[str]) -> None:
    assert "copykit.checks.claims" in loaded
    assert [name for name in loaded if name.startswith(UNUSED)] == []
