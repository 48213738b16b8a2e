"""The facts of the checks as text for a terminal, and as the page docs/checks.md."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copykit.checks.facts import FAMILIES, CheckFacts, Family

__all__ = ["checks_page", "explain_text", "list_text"]

WIDTH = 100
_HEAD = """\
# The checks

Each check looks at a text with your guide in hand and reports findings. An **error** must not ship, a
**warning** deserves a change, a **suggestion** is worth a look. "Own" means copy that copykit writes;
"brought" means a text that you hand to `copykit check`. A finding names the line of the guide, the
format or the published source that it comes from; a plain slip, such as a merge tag that never closes, has
none. One fault on one spot is told once: where an ad policy and a switch of house style see it, or a term
and a worn phrase, the graver of the two stands.

Readability, keywords and consistency are scored (see [scores.md](scores.md)); what has the area
*format* (limits, law, leftovers) is not. `copykit explain CHECK` tells any of these in the terminal;
`checks.yaml` sets how grave each one is, and where ([control.md](control.md)).

<!-- Made from copykit/checks/facts/. To renew it: python tests/checks/test_facts.py -->
"""


def checks_page() -> str:
    """The page docs/checks.md."""
    return "\n".join([_HEAD, *(_family(family) for family in FAMILIES)])


def _family(family: Family) -> str:
    parts = [f"## {family.title}"]
    if family.about:
        parts.append(family.about)
    rows = ["| id | what it sees, and why | severity | threshold | setting |", "|---|---|---|---|---|"]
    rows += [_row(facts) for facts in family.checks]
    parts.append("\n".join(rows))
    examples = [_example(facts) for facts in family.checks if facts.hit]
    if examples:
        parts.append("\n".join(examples))
    if family.notes:
        parts.append(family.notes)
    return "\n\n".join(parts) + "\n"


def _row(facts: CheckFacts) -> str:
    sees = f"{facts.sees}. {facts.why}" + (f" *Fix:* {facts.fix}." if facts.fix else "")
    cells = [f"`{facts.id}`", sees, facts.severity, facts.source, facts.setting]
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))


def _example(facts: CheckFacts) -> str:
    fine = f"; not in {_code(facts.miss)}" if facts.miss else ""
    return f"- `{facts.id}` in {_code(facts.hit)}{fine}"


def _code(text: str) -> str:
    inner = " ".join(text.split())
    return f"`` {inner} ``" if "`" in inner else f"`{inner}`"


def explain_text(facts: CheckFacts) -> str:
    """All that is known of a check, for a terminal."""
    # Of ids that users make, all are meant: they are set by their family's name.
    name = facts.id.removesuffix(".*")
    said = [
        ("sees", facts.sees),
        ("why", facts.why),
        ("severity", facts.severity),
        ("counts", "against no score" if facts.area == "format" else f"against the score of {facts.area}"),
        ("threshold", facts.source),
        ("setting", facts.setting),
        ("fix", facts.fix or "none: it takes a writer"),
        ("flags", facts.hit),
        ("leaves", facts.miss),
        ("turn off", f"checks.yaml: checks: {{{name}: off}} (or error, warning, suggestion)"),
    ]
    lines = [f"{facts.id}: {facts.title}"]
    lines += [_line(name, text) for name, text in said if text]
    return "\n".join(lines) + "\n"


def _line(name: str, text: str) -> str:
    import textwrap

    plain = " ".join(text.replace("`", "").replace("*", "").split())
    return textwrap.fill(
        plain, width=WIDTH, initial_indent=f"  {name + ':':<11}", subsequent_indent=" " * 13,
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip


def list_text(families: Iterable[Family] = FAMILIES) -> str:
    """Every check with its title, family by family."""
    blocks = []
    for family in families:
        rows = [f"  {facts.id:<28} {facts.title}" for facts in family.checks]
        blocks.append("\n".join([family.title, *rows]))
    return "\n\n".join(blocks) + "\n"
