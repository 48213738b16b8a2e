"""Checks the labelled sets by themselves and prints the table of sizes that ../README.md shows.

Run it by hand after a change: `python benchmarks/data/validate.py`. It needs copykit only to load the guide
that claims.jsonl is judged by, and stops at the first fault.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from terms import cases

from copykit.guide import Guide, load_guide
from copykit.guide.types import Claim, Offer, Standing, Story

HERE = Path(__file__).parent
HELD = "# ===== held half"
# What a verdict asks of the claim or offer that it names.
STANDINGS = {
    "expired": Standing.EXPIRED,
    "withdrawn": Standing.WITHDRAWN,
    "not-yet": Standing.NOT_YET,
    "out-of-region": Standing.REGION,
    "out-of-channel": Standing.CHANNEL,
    "supported": Standing.USABLE,
    "expiring": Standing.USABLE,
}
SOON = 14  # days, as the header of claims.jsonl says
Row = dict[str, Any]


class FaultError(Exception):
    """A label that can't be right."""


def _hold(true: object, why: str) -> None:
    if not true:
        raise FaultError(why)


def rows(name: str) -> Iterator[Row]:
    """The lines of a set, each known to stand in the half that it names."""
    half = "tune"
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            half = "held" if line.startswith(HELD) else half
            continue
        row: Row = json.loads(line)
        _hold(row["half"] == half, f"{name}:{number} stands in the other half")
        yield row


def _span(text: str, span: list[int], quote: str, id: str) -> None:
    _hold(len(span) == 2 and 0 <= span[0] < span[1] <= len(text), f"{id}: the span {span} is not in the text")
    _hold(text[span[0] : span[1]] == quote, f'{id}: {span} is not "{quote}"')
    _hold(quote == quote.strip(), f'{id}: "{quote}" has white space at an end')


def _passive(row: Row) -> str:
    text: str = row["text"]
    _hold(row["passive"] == bool(row["phrases"]), f"{row['id']}: label and phrases differ")
    for phrase in row["phrases"]:
        _span(text, phrase["span"], phrase["quote"], row["id"])
        for start, end in [phrase["participle"], *phrase.get("further", [])]:
            _hold(text[start:end].replace("-", "").isalpha(), f"{row['id']}: {text[start:end]!r} is no word")
        _hold(phrase["participle"][1] == phrase["span"][1], f"{row['id']}: a phrase ends with its participle")
    return "passive" if row["passive"] else "not passive"


def _sentences(row: Row) -> str:
    end = 0
    for span, sentence in zip(row["spans"], row["sentences"], strict=True):
        _span(row["text"], span, sentence, row["id"])
        _hold(span[0] >= end, f"{row['id']}: sentences overlap")
        end = span[1]
    return "one sentence" if len(row["spans"]) == 1 else "several sentences"


def _claims(guide: Guide) -> Callable[[Row], str]:
    today = guide.brand.as_of
    if today is None:
        raise FaultError("the guide needs as_of")
    parts: Mapping[str, Claim | Offer | Story] = {
        part.id: part for part in (*guide.claims, *guide.offers, *guide.stories)
    }

    def judge(row: Row) -> str:
        place, last = row["context"], 0
        for said in row["statements"]:
            _span(row["text"], said["span"], said["quote"], row["id"])
            _hold(said["span"][0] >= last, f"{row['id']}: statements overlap")
            last, verdict = said["span"][1], said["verdict"]
            if (of := said.get("of")) is None:
                _hold(verdict in ("unproven", "cited"), f"{row['id']}: {verdict} of what?")
                continue
            if of == "fact":
                _hold(place.get("facts"), f"{row['id']}: there are no facts")
                continue
            part = parts[of]
            if isinstance(part, Story):
                wrong = part.nameable(today) == (verdict == "no-permission")
                _hold(not wrong, f"{row['id']}: {verdict} differs from the story's permission")
                continue
            if verdict in STANDINGS and of != "prices":
                standing = part.standing(today, region=place["region"], channel=place["channel"])
                _hold(standing == STANDINGS[verdict], f"{row['id']}: {of} is {standing}, not {verdict}")
            if verdict in ("supported", "expiring"):
                soon = part.valid_to is not None and (part.valid_to - today).days <= SOON
                _hold(soon == (verdict == "expiring"), f"{row['id']}: {of} ends on {part.valid_to}")
        return "states something" if row["statements"] else "promises nothing"

    return judge


def _keywords(row: Row) -> str:
    for match in row["matches"]:
        _span(row["text"], match["span"], match["quote"], row["id"])
    _hold(row["count"] == len(row["matches"]), f"{row['id']}: count and matches differ")
    return "match" if row["matches"] else "no match"


def _invented(row: Row) -> str:
    _hold(row["brand"] in ("dewclaw", "oatwhistle"), f"{row['id']}: there is no brand {row['brand']}")
    _hold(row["place"] in ("body", "headline"), f"{row['id']}: there is no place {row['place']}")
    return "invents something" if row["invented"] else "invents nothing"


def _table(name: str, found: Counter[tuple[str, str]]) -> Iterator[str]:
    for label in dict.fromkeys(label for label, _ in found):
        tune, held = found[label, "tune"], found[label, "held"]
        _hold(abs(tune - held) <= max(12, 0.06 * (tune + held)), f"{name}: the halves of {label} are unlike")
        yield f"| `{name}` | {label} | {tune} | {held} | {tune + held} |"


def main() -> None:
    """Checks every set and prints the sizes by label and half."""
    guide = load_guide(HERE / "claims-guide")
    lines = ["| set | label | tune | held | all |", "|---|---|---:|---:|---:|"]
    verdicts: dict[str, Counter[tuple[str, str]]] = {}
    sets: tuple[tuple[str, Callable[[Row], str]], ...] = (
        ("passive.jsonl", _passive), ("sentences.jsonl", _sentences), ("claims.jsonl", _claims(guide)),
        ("claims-more.jsonl", _claims(guide)), ("claims-third.jsonl", _claims(guide)),
        ("keywords.jsonl", _keywords), ("invented.jsonl", _invented),
        ("invented-names.jsonl", _invented), ("invented-plain.jsonl", _invented),
    )  # fmt: skip
    for name, judge in sets:
        found: Counter[tuple[str, str]] = Counter()
        seen: set[str] = set()
        for row in rows(name):
            _hold(row["id"] not in seen, f"{row['id']} is there twice")
            seen.add(row["id"])
            found[judge(row), row["half"]] += 1
            for said in row.get("statements", ()):
                verdicts.setdefault(name, Counter())[said["verdict"], row["half"]] += 1
        lines += _table(name, found)
    for case in cases():
        for hit in (*case.hits, *case.quoted):
            _span(case.text, [hit.start, hit.end], hit.quote, case.id)
    labels: Counter[tuple[str, str]] = Counter()
    labels.update(("hit" if case.hits else "no hit", case.half) for case in cases())
    lines += _table("terms.py", labels)
    for name, those in verdicts.items():
        lines += ["", f"| verdict in `{name}` | tune | held | all |", "|---|---:|---:|---:|"]
        for verdict in dict.fromkeys(verdict for (verdict, _), _ in those.most_common()):
            tune, held = those[verdict, "tune"], those[verdict, "held"]
            lines.append(f"| {verdict} | {tune} | {held} | {tune + held} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
