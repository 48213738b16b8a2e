"""docs/checks.md and `copykit explain` tell every check. To renew: python tests/checks/test_facts.py"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from copykit.checks import Context, check
from copykit.checks.facts import FAMILIES, CheckFacts, facts_about, known_families, known_ids
from copykit.exports.facts import checks_page
from copykit.guide import load_guide
from copykit.text import Syntax, parse

ROOT = Path(__file__).resolve().parents[2]
GUIDE = load_guide(ROOT / "brand" / "dewclaw")
PAGE = ROOT / "docs" / "checks.md"
_ID = re.compile(r"""["']([a-z]+\.[a-z][a-z0-9-]*[a-z0-9])["']""")
ALL = [facts for family in FAMILIES for facts in family.checks]


def ids_in_code() -> set[str]:
    """Every text in the package's code that has the form of a check's id, of a family that there is."""
    found: set[str] = set()
    for path in (ROOT / "copykit").rglob("*.py"):
        if "facts" not in path.parts and path.name not in ("facts.py", "titles.py"):
            found |= set(_ID.findall(path.read_text(encoding="utf-8")))
    return {id for id in found if id.partition(".")[0] in known_families() and not id.endswith(".yaml")}


def words_of(code: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z][\w-]*", code))


def test_the_docs_are_the_registry_s_own() -> None:
    assert PAGE.read_text(encoding="utf-8") == checks_page(), "run: python tests/checks/test_facts.py"


def test_every_check_in_the_code_has_its_facts() -> None:
    assert sorted(ids_in_code() - set(known_ids())) == []


def test_nothing_is_told_that_no_check_finds() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "copykit").rglob("*.py"))
    made = {id for id in known_ids() if not id.endswith(".*") and id not in ids_in_code()}
    # Some modules put family and name together, or take the name of the setting behind the check.
    words = words_of(code)
    names = {id: id.partition(".")[2] for id in sorted(made)}
    unused = [id for id, name in names.items() if not {name, name.replace("-", "_")} & words]
    assert unused == []


def test_no_id_is_told_twice() -> None:
    assert [id for id, times in Counter(known_ids()).items() if times > 1] == []


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: facts.id)
def test_what_is_told_is_told_well(facts: CheckFacts) -> None:
    assert facts.why.endswith((".", "!", "?")) and "\n" not in facts.why
    assert facts.sees and not facts.sees.endswith(".") and not facts.fix.endswith(".")
    assert facts.severity and facts.title[0].isupper()


def test_ids_that_users_make_find_their_family() -> None:
    assert facts_about("terms.avoid") is not None
    assert facts_about("terms.avoyd") is None


# Examples that need neither a brief nor a format, nor a switch that no sample brand sets.
ALONE = (
    "asks.more-than-one", "claims.cited", "claims.unproven", "document.language", "readability.passive",
    "terms.avoid", "terms.banned",
)  # fmt: skip


@pytest.mark.parametrize("id", ALONE)
def test_the_examples_are_true(id: str) -> None:
    facts = facts_about(id)
    assert facts is not None
    assert id in found_in(facts.hit) and id not in found_in(facts.miss)


def found_in(text: str) -> set[str]:
    """What the checks say of a text by a brand that has the terms of the examples."""
    document = parse(f"{text.partition(' (')[0]}\n", name="page.md", syntax=Syntax.MARKDOWN)
    context = Context(guide=GUIDE, today=date(2026, 9, 30), channel="email")
    return {finding.check for finding in check(document, context).findings}


if __name__ == "__main__":
    PAGE.write_text(checks_page(), encoding="utf-8")
