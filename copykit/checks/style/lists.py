"""The stops of list items, as a brand has decided on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.style.page import Page, Rule
from copykit.checks.style.serial import FINITE, WORD
from copykit.findings import Finding, Severity
from copykit.text.build import BlockKind
from copykit.text.wordset import word_set

__all__ = ["LISTS"]

_STOPPED = re.compile(r"[.!?…][”\"’')]*\Z")
_JOINED = re.compile(r"[;,](?: (?:and|or))?\Z")
# A line as long as this that has a verb is a sentence; ours.
LEAST_WORDS_OF_A_SENTENCE = 4


def check_list_stops(page: Page) -> Iterator[Finding]:
    """`style.list-stops`: a list item with a full stop where the brand has none, without one, or with “;”."""
    wanted = page.style.list_stops
    for block in page.document.blocks:
        if block.kind is not BlockKind.ITEM:
            continue
        start, end = block.start, block.end
        said = page.text[start:end].rstrip()
        end = start + len(said)
        if not said or page.is_off(end - 1, end):
            continue
        joined = _JOINED.search(said)
        if joined:
            at = start + joined.start()
            yield page.told(
                "list_stops", at, end, "A list item ends without “;” or “,”: the line end is enough.",
                fix="." if wanted == "all" else "",
                title="Take it out" if wanted != "all" else "Put a full stop",
                safe=True, severity=Severity.SUGGESTION,
            )  # fmt: skip
            continue
        if said.endswith(":") or page.is_said(end - 1, end):
            continue
        stopped = bool(_STOPPED.search(said))
        several = page.document.sentence_at(end - 1).start > start
        sentence = several or _is_sentence(page, start, end)
        if said.endswith(".") and not said.endswith("..") and not several:
            phrase = wanted == "sentences" and not sentence and len(said.split()) < LEAST_WORDS_OF_A_SENTENCE
            if (wanted == "none" or phrase) and not re.search(
                r"\b(?:etc|Inc|Ltd|[ap]\.m|U\.S|Co|Jr|Sr)\.\Z", said
            ):
                yield page.told(
                    "list_stops", end - 1, end, "This list item needs no full stop.", fix="",
                    # Without its stop a short line with a figure is a slogan, which needs proof.
                    title="Take it out", safe=not any(map(str.isdigit, said)), severity=Severity.SUGGESTION,
                )  # fmt: skip
            continue
        ends = said[-1].isalnum() or said[-1] in ")%”\"'’"
        if ends and not stopped and (several or wanted == "all" or (wanted == "sentences" and sentence)):
            at = max(start, end - len(said.rsplit(None, 1)[-1]))
            yield page.told(
                "list_stops", at, end, "End this list item with a full stop.", fix=page.text[at:end] + ".",
                title="Put a full stop", safe=True, severity=Severity.SUGGESTION,
            )  # fmt: skip


def _is_sentence(page: Page, start: int, end: int) -> bool:
    """Whether a line surely is a sentence: it begins with a subject and goes on with its verb."""
    words = WORD.findall(page.folded, start, end)
    if len(words) < LEAST_WORDS_OF_A_SENTENCE:
        return False
    return words[0] in _SUBJECTS and (bool(FINITE & set(words[:4])) or words[0] in _CLAUSE_SUBJECTS)


_CLAUSE_SUBJECTS = word_set("i you we they he she it")
_SUBJECTS = _CLAUSE_SUBJECTS | word_set("the our your their this that these those there a an")

LISTS: dict[str, Rule] = {"list_stops": check_list_stops}
