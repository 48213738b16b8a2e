"""How the cost of the whole suite grows on texts made to slow it down, by syntax and by what they repeat.

    python benchmarks/hostile.py [--small 5000] [--large 40000] [--syntax PLAIN] [--from N] [--json]

Each text is one piece over and over, without a line end unless the piece has one: letters, digits, brackets,
quotes, marks, spaces, mark-up left open or nested, addresses, merge tags, and the words that wake each family
of checks. The guide is Dewclaw's with 200 terms, 60 claims, every switch of house style, and Vale rules with
greedy patterns. A cost that grew with the square would come out as 8 times as much a character; what is told
is all that comes out as more than 1.5, or dearer than 40 µs a character.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from copykit.checks import Context, check
from copykit.guide import Guide, load_guide
from copykit.guide.style import Style
from copykit.text import Syntax, parse

sys.path.insert(0, str(Path(__file__).parent))
from speed import large_guide

TODAY = date(2026, 11, 23)
GROWS, DEAR = 1.5, 40.0

# What the texts repeat, a JSON string to a line.
PIECES: Sequence[str] = tuple(
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "hostile.txt").read_text(encoding="utf-8").splitlines()
)

STYLE = {
    "headline_case": "sentence", "heading_stops": False, "serial_comma": True, "exclamation_marks": 0,
    "repeated_marks": False, "dashes": "em", "quotes": "curly", "apostrophes": "curly", "percent": "percent",
    "numbers": "words to nine", "number_starts": False, "ordinals": "words", "ranges": "en dash",
    "thousands": "comma", "dates": "September 30, 2026", "date_ordinals": False, "times": "9 a.m.",
    "zero_minutes": False, "time_zones": ["ET"], "money": "symbol", "money_zeros": False,
    "phones": ["555-010-0199"], "ampersands": False, "slashes": False, "ellipses": "character",
    "all_caps": False, "acronyms": ["VAT"], "emoji": 0, "contractions": "prefer", "list_stops": "none",
    "double_spaces": False, "vague_links": False, "latin": False, "hyphenation": ["sign-up", "homepage"],
}  # fmt: skip
_RULES = {
    "Greedy": "extends: existence\nmessage: x\nnonword: true\ntokens: ['a.*b', '\\w+@\\w+', '\"[^\"]+\"x']\n",
    "Nested": "extends: existence\nmessage: x\nnonword: true\ntokens: ['(?:\\w+\\s)+end', '(?:a|b)+c']\n",
    "Twice": "extends: repetition\nmessage: x\ntokens: ['[^\\s]+']\nexceptions: [mea culpa]\n",
    "Title": "extends: capitalization\nmessage: x\nmatch: $title\n",
    "If": "extends: conditional\nmessage: x\nfirst: '[A-Z]+'\nsecond: '(?:[A-Z]\\w+ )+\\(([A-Z]+)\\)'\n",
    "Row": "extends: sequence\nmessage: x\ntokens: [{pattern: a, skip: 9}, {pattern: q, skip: 9}]\n",
}


def hostile_guide(folder: Path) -> Guide:
    """A guide in which every family has something to do."""
    brand = large_guide(folder)
    styles = brand / "styles" / "Hostile"
    styles.mkdir(parents=True, exist_ok=True)
    for name, rule in _RULES.items():
        (styles / f"{name}.yml").write_text(rule, encoding="utf-8")
    guide = load_guide(brand)
    style = Style.model_validate(STYLE)
    return replace(guide, brand=guide.brand.model_copy(update={"style": style}))


def seconds(text: str, syntax: Syntax, contexts: Sequence[Context]) -> float:
    """CPU seconds of reading and checking a text, collecting garbage left out."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        for context in contexts:
            check(parse(text, name="hostile", syntax=syntax), context)
        return time.process_time() - start
    finally:
        gc.enable()


def measure(
    *, small: int, large: int, syntaxes: Sequence[Syntax] = tuple(Syntax), pieces: Sequence[str] = PIECES
) -> Iterator[tuple[Syntax, str, float, float]]:
    """Syntax, piece, how many times as much a character of the large text costs, and µs a character of it."""
    with tempfile.TemporaryDirectory() as made:
        guide = hostile_guide(Path(made))
        contexts = [Context(guide=guide, today=TODAY, channel=channel) for channel in ("page", "email")]
        seconds("We save 500 teams a day.", Syntax.PLAIN, contexts)
        for syntax in syntaxes:
            for piece in pieces:
                one, other = (
                    seconds((piece * (size // len(piece) + 1))[:size], syntax, contexts) / size
                    for size in (small, large)
                )
                yield syntax, piece, other / max(one, 1e-9), 1e6 * other / len(contexts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints what grows or is dear, and the worst of all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", type=int, default=5_000)
    parser.add_argument("--large", type=int, default=40_000)
    parser.add_argument("--syntax", choices=[one.name for one in Syntax], action="append")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the number of the first piece")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    syntaxes = [Syntax[name] for name in asked.syntax or Syntax.__members__]
    rows = []
    for row in measure(small=asked.small, large=asked.large, syntaxes=syntaxes, pieces=PIECES[asked.first :]):
        rows.append(row)
        syntax, piece, grows, cost = row
        if not asked.json and (grows > GROWS or cost > DEAR):
            print(f"{syntax.name:<9}{piece!r:<44}{grows:>6.2f}×{cost:>8.1f} µs a character", flush=True)
    worst, dearest = max(rows, key=lambda row: row[2]), max(rows, key=lambda row: row[3])
    if asked.json:
        print(json.dumps([{"syntax": a.name, "piece": b, "grows": c, "cost": d} for a, b, c, d in rows]))
    else:
        print(
            f"{len(rows)} texts; the worst grows {worst[2]:.2f}× ({worst[1]!r}), the dearest costs"
            f" {dearest[3]:.1f} µs a character ({dearest[1]!r})"
        )


if __name__ == "__main__":
    main()
