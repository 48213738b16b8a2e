"""A text that has been checked leaves nothing behind."""

from __future__ import annotations

import gc
import tracemalloc
from datetime import date
from random import Random
from weakref import ref

import pytest

from copykit.checking import Desk
from copykit.checks.competing import Pages
from copykit.formats import load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.text import Syntax, parse

PAGE = """\
---
format: {format}
keywords: shift planning
---

# Shift planning for clinics

It was used by 500 teams, and it is the best in the world. Write to "us" (or don't), says Ann Lee, CEO.

## Subject

Re: Save 12% on 3 May, {{{{ first_name }}}}

- One, two and three
- [Click here](https://dewclaw.example)
"""


@pytest.mark.parametrize("format", ["none-of-ours", "sales-email", "landing-page", "blog-post"])
def test_a_checked_document_is_forgotten(format: str) -> None:
    desk = Desk(
        guide=load_guide(brands_dir() / "dewclaw"),
        formats=load_formats([prompts_dir()]),
        today=date(2026, 11, 26),
        deep=True,
        pages=Pages(),
    )
    checked = desk.check(parse(PAGE.format(format=format), name="page.md", syntax=Syntax.MARKDOWN))
    assert checked.report.findings
    gone = ref(checked.document)
    del checked
    gc.collect()
    assert gone() is None


def test_what_is_no_word_is_not_kept() -> None:
    """A page may hold a megabyte without a space; tables of words keep none of it."""
    desk = Desk(
        guide=load_guide(brands_dir() / "dewclaw"), formats={}, today=date(2026, 11, 26), pages=Pages()
    )

    def check(seed: int) -> int:
        letters = Random(seed).choices("abcdefghijklmnopqrstuvwxyz", k=80_000)
        blob = "".join(letters[:50_000])
        words = " ".join("".join(letters[at : at + 1000]) for at in range(50_000, 80_000, 1000))
        desk.check(parse(f"# We say {blob}\n\nand {words}.\n", name="page.md", syntax=Syntax.MARKDOWN))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    check(0)
    tracemalloc.start()
    try:
        before, after = check(1), check(2)
    finally:
        tracemalloc.stop()
    assert after - before < 20_000


def test_a_guide_that_nobody_holds_is_forgotten() -> None:
    guide = load_guide(brands_dir() / "dewclaw")
    desk = Desk(guide=guide, formats={}, today=date(2026, 11, 26))
    desk.check(parse(PAGE.format(format="x"), name="page.md", syntax=Syntax.MARKDOWN))
    gone = ref(guide)
    del guide, desk
    gc.collect()
    assert gone() is None
