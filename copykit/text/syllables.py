"""Counts the syllables of English words by learned rules and a table of their exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from copykit.text.by_word import LONGEST, by_word
from copykit.text.wordset import word_set

_VOWELS = re.compile(r"[aeiouy]+|(?:[^aeiouy']|^)(?=(?:sm|thm)$)|^mc(?=[^aeiouy])|(?<=[dst])(?=n't$)")
_LETTERS = re.compile(r"[a-z']+")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|ce|se|ge|ze)$")
_CAMEL = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z']+(?:[A-Z](?![A-Za-z]))?|[A-Z]")
# Acronyms that hold vowels and are spelled out all the same, as "API" is and "NASA" is not.
_SPELLED = word_set(
    "ai api aws ceo cfo cio cmo coo cta cto diy eu faq gui ide iot ipo kpi roi seo sla uae ui uk"
    " url usa usb usd usp ux"
)
_DATA = Path(__file__).with_name("syllables.txt")

Rules = Mapping[tuple[str, ...], int]


def contexts(word: str, start: int, end: int) -> Iterator[tuple[str, ...]]:
    """What is known of a run of vowels in a word, from the most exact to the least: its neighbours."""
    left = ("^^^" + word)[start : start + 3]
    right = (word + "$$$")[end : end + 3]
    run = word[start:end]
    yield (left, run, right)
    yield (left, run, right[:2])
    yield (left[1:], run, right)
    yield (left[1:], run, right[:2])
    yield (left[1:], run, right[:1])
    yield (left[2:], run, right[:2])
    yield (left[2:], run, right[:1])
    yield ("", run, right[:1])
    yield (left[2:], run, "")
    yield ("", run, "")


def runs(word: str) -> list[tuple[int, int]]:
    """The places in a word in lower case where a syllable may have its vowel."""
    return [match.span() for match in _VOWELS.finditer(word)]


def count_by_rules(word: str, rules: Rules) -> int:
    """The syllables of a word in lower case by rules alone; at least 1."""
    total = 0
    for start, end in runs(word):
        for context in contexts(word, start, end):
            found = rules.get(context)
            if found is not None:
                total += found
                break
        else:
            total += 1
    return max(1, total)


@cache
def _tables() -> tuple[Rules, Mapping[str, int]]:
    rules: dict[tuple[str, ...], int] = {}
    exceptions: dict[str, int] = {}
    text = _DATA.read_text(encoding="ascii")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        kind, number, rest = line.split(" ", 2)
        if kind == "rule":
            for item in rest.split(" "):
                left, run, right = item.split("|")
                rules[left, run, right] = int(number)
        else:
            exceptions.update(dict.fromkeys(rest.split(" "), int(number)))
    return rules, exceptions


@by_word
def syllables(word: str) -> int:
    """How many syllables a word has when read aloud; at least 1.

    Words of the CMU Pronouncing Dictionary are counted right (any of its pronunciations); others by rules
    that were learned from it. Hyphenated words and names such as "PostgreSQL" are the sum of their parts,
    an acronym in capitals without a vowel is spelled out, and a figure counts as one, for Flesch advises
    to leave figures out.
    """
    if "-" in word or "‑" in word:
        return sum(syllables(part) for part in re.split("[-‑]", word) if part) or 1
    lower = word.lower().replace("’", "'")
    if len(word) > LONGEST:  # no word: read plainly, for names in names would go on for ever
        return max(1, sum(_count(part) for part in _LETTERS.findall(lower)))
    if word.isupper() and 1 < len(word) < 6 and (lower in _SPELLED or not re.search("[aeiouy]", lower)):
        return sum(3 if letter == "w" else 1 for letter in lower if letter.isalpha()) or 1
    exceptions = _tables()[1]
    known = exceptions.get(lower)
    if known is not None:
        return known
    if lower.endswith(("'s", "s'")) and lower not in ("let's", "it's"):
        stem = lower[:-2] if lower.endswith("'s") else lower[:-1]
        extra = 1 if lower.endswith("'s") and _SIBILANT.search(stem) else 0
        return (syllables(stem) if stem else 1) + extra
    if word[1:] != lower[1:] and not word.isupper() and word.isascii():
        parts = _CAMEL.findall(word)
        if len(parts) > 1:
            return sum(syllables(part) for part in parts)
    if not lower.isascii():
        lower = _plain(lower)
    return max(1, sum(_count(part) for part in _LETTERS.findall(lower)))


def _count(word: str) -> int:
    rules, exceptions = _tables()
    return exceptions.get(word) or count_by_rules(word, rules)


def _plain(word: str) -> str:
    """The word without accents; "é" is always heard: "café", "résumé"."""
    import unicodedata

    heard = re.sub("éé?e?", "ay", unicodedata.normalize("NFC", word))
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", heard) if not unicodedata.combining(letter)
    )
