"""Finds words that leave people out or hurt them: gender, ability, age, culture, images of violence."""

from __future__ import annotations

from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.checks.lexicon import severity_of, spots, tell
from copykit.findings import Finding
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


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


INCLUSIVE: tuple[Check, ...] = (check_inclusive,)
