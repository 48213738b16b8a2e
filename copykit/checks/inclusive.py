"""Finds words that leave people out or hurt them: gender, ability, age, culture, images of violence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.checks.finding import found
from copykit.checks.lexicon import lowered, severity_of, spots, tell
from copykit.findings import Finding
from copykit.guide.manner import Inclusive
from copykit.guide.types import Level
from copykit.text import Document

__all__ = ["INCLUSIVE"]

_CHECKS = {
    "gender": "inclusive.gender", "ability": "inclusive.ability", "age": "inclusive.age",
    "culture": "inclusive.culture", "violence": "inclusive.violence",
}  # fmt: skip


def check_inclusive(document: Document, context: Context) -> Iterator[Finding]:
    """Words that leave people out, each area as grave as the guide says.

    `inclusive.gender`, `inclusive.ability`, `inclusive.age`, `inclusive.culture`, `inclusive.violence`.
    """
    rules = context.guide.brand.inclusive
    levels: dict[str, Level] = {
        "gender": rules.gender, "ability": rules.ability, "age": rules.age, "culture": rules.culture,
        "violence": rules.violence,
    }  # fmt: skip
    lists = [check for area, check in _CHECKS.items() if levels[area] != "off"]
    for spot in spots(document, context.guide, *lists):
        area = spot.entry.list.partition(".")[2]
        severity = severity_of(levels[area])
        if severity is None:
            continue
        said = " ".join(document.text[spot.start : spot.end].split())
        yield from tell(
            document, spot, check=_CHECKS[area], severity=severity,
            advice=f"“{said}”: {_small(spot.entry.reason)} Write {spot.entry.advised}.",
            reference=rules.reference(f"inclusive: {area}", key=area, quote=f"{area}: {levels[area]}"),
            spoken=context.channel == "call",
        )  # fmt: skip
    yield from _pronouns(document, context, rules)


# ── one pronoun for everybody ───────────────────────────────────────────────────────────────────────

_PERSON = (
    r"(?:user|customer|client|reader|subscriber|visitor|buyer|shopper|employee|worker|manager|owner|student"
    r"|pupil|teacher|nurse|doctor|patient|developer|engineer|designer|marketer|writer|driver|member|person"
    r"|child|citizen|applicant|candidate|tenant|landlord|player|guest|parent|caller|rider|cook|chef|farmer"
    r"|founder|leader|boss|colleague|co-?worker|seller|vendor|supplier|agent|expert|professional|beginner"
    r"|sender|recipient|donor|volunteer|resident|lawyer|accountant|investor|borrower|lender|taxpayer)"
)
_IS = r"(?= (?:who |[a-z]+ly )?(?:is|(?!was\b)[a-z]{2,}s|can|may|must|will|should|might)\b)"
# Somebody in particular may be a "he": "a customer told us about his van". Meant here is anybody.
_ANYBODY = re.compile(
    rf"\b(?:(?:each|every|any|no) (?:[a-z-]+ )?{_PERSON}\b"
    r"|(?:everyone|everybody|anyone|anybody|no one|nobody) (?:who|can|may|must|should|has to|needs to|gets)\b"
    rf"|(?:if|when|whenever|once|unless|until|before|after) an? (?:[a-z-]+ )?{_PERSON}{_IS}"
    rf"|(?:a|the) (?:good|great|typical|average|smart|busy|modern) {_PERSON}{_IS})"
)
_PRONOUNS = frozenset("he his him himself she her hers herself".split())
_OF_ONE = re.compile(
    r"\b(?:man|men|woman|women|guy|boy|girl|father|mother|son|daughter|husband|wife|brother|sister|king|queen"
    r"|mr|mrs|ms|lady|uncle|aunt|dad|mum|mom|god|he|his|him|she|her|hers)\b"
)
_PAIRED = re.compile(r"\s?(?:/|\(|or (?:he|she|his|her|him|they|their|them)\b)")
_NAMED = re.compile(r"[^.!?\s]\s[A-Z][a-z]")
REACH = 160  # characters between a person and the pronoun; ours
_THEIRS = {
    "he": "they", "she": "they", "his": "their", "him": "them", "her": "their", "hers": "theirs",
    "himself": "themselves", "herself": "themselves",
}  # fmt: skip


def _pronouns(document: Document, context: Context, rules: Inclusive) -> Iterator[Finding]:
    """`inclusive.gender`: “he” or “she” for a customer, a nurse, anybody at all."""
    severity = severity_of(rules.gender)
    if severity is None or document.vocabulary.isdisjoint(_PRONOUNS):
        return
    folded, text = document.folded, document.text
    told = -1
    for start in sorted(at for word in document.vocabulary & _PRONOUNS for at in document.occurrences[word]):
        if start < told:
            continue
        sentence = document.sentence_at(start)
        who = _ANYBODY.search(folded, max(sentence.start, start - REACH), start)
        if who is None:
            continue
        end = next(at for at in range(start, len(folded) + 1) if not folded[at : at + 1].isalpha())
        # "Each driver knows her": she was named before.
        if who.group().startswith(("each", "every", "any", "no ")) and (
            folded[start:end] in ("him", "herself", "himself")
            or (folded[start:end] == "her" and not folded[end : end + 2].strip().isalpha())
        ):
            continue
        # One who was named or spoken of before is somebody in particular.
        if _OF_ONE.search(folded, max(0, who.start() - REACH), start):
            continue
        if _NAMED.search(text, who.start(), start) or document.is_shielded(start, end):
            continue
        if _PAIRED.match(folded, end) or folded[max(0, start - 4) : start].endswith((" or ", "/")):
            continue
        told = sentence.end
        judged = lowered(severity) if document.is_quoted(start, end) else severity
        if judged is None or document.text[start:end].casefold() in rules.allow:
            continue
        said = document.text[start:end]
        yield found(
            document, start, end, check="inclusive.gender", severity=judged,
            advice=f"“{said}” stands for people of any gender here: write “{_THEIRS[said.lower()]}”,"
            " or speak of several.",
            reference=rules.reference("inclusive: gender", key="gender", quote=f"gender: {rules.gender}"),
        )  # fmt: skip


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


INCLUSIVE: tuple[Check, ...] = (check_inclusive,)
