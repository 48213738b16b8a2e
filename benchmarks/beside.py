"""Whether what a model makes up can hide beside what the guide says, with a stop between them or without.

    python benchmarks/beside.py [--tries 10000] [--seed 0]

Half of the tries for each sample brand. A try puts a made-up sentence (of a list here, or of the tune half
of `data/invented.jsonl`) before or behind an approved claim, an offer, a message, a pain or a product's
description, in one of seven ways, into the heading or the text of a page's section, and has it judged as a
model's draft. It got through if no error of a claim, an offer, a name, an address or an ask is told. Ends
with exit code 1 if one did.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hostile_writer import BRANDS, TODAY, invented_of

from copykit.brief import load_brief
from copykit.draft import Draft, set_leaf
from copykit.formats import load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.types import Standing
from copykit.house import brands_dir, prompts_dir
from copykit.readiness import UNJUDGED, judge

WAYS = (
    "{told} {made}.", "{made}. {told}", "{bare} {made}.", "{made} {told}", "{made}.", "{bare}, {made}.",
    "{bare}: {made}.",
)  # fmt: skip
MADE_UP = (
    "It saves 47 hours a week.", "93% of people agree.", "Used by 250 teams.", "We are the #1 choice.",
    "Half the price of the others.", "The best there is.", "Guaranteed or your money back.",
    "Ends on Friday.", "It doubles your sales.", "Northgate Partners swear by it.",
    "Winner of the 2026 Golden Spoon.", "Recommended by doctors.", "Three out of four stay.",
    "Thousands of people switched.", "It is free, forever.", "ISO 27001 certified.", "Since 1987.",
    "Order by 14 December.", "One in five owners quits.", "From £13 a month.",
    "A quarter of the work is gone.", "Twice as fast as before.",
)  # fmt: skip
FAMILIES = ("claims.", "offers.", "terms.", "asks.", "format.foreign", "format.prompt", "messages.competitor")


def told_by(guide: Guide) -> list[str]:
    """What may be said of a brand today, word for word."""
    today = guide.today(TODAY)
    claims = [one for one in guide.claims if one.standing(today) is Standing.USABLE]
    return [
        *(text for one in claims for text in (one.text, *one.wordings, one.short) if text),
        *(one.text for one in guide.offers if one.standing(today) is Standing.USABLE),
        *(one.text for one in guide.messages),
        *(one.text for one in guide.products),
        *(pain.you for one in guide.audiences for pain in one.pains),
    ]


def got_through(brand: str, tries: int, rng: Random) -> Sequence[str]:
    """The texts of which nothing was told."""
    guide = load_guide(brands_dir() / brand)
    page = Draft(
        format=load_formats([prompts_dir()])["landing-page"], brand=guide.brand.name,
        brief=load_brief(guide.folder / "examples" / "landing-page.yaml"), fields={}, writer="stub:beside",
        seed=0, guide_version=guide.version, report=UNJUDGED, ready=False,
    )  # fmt: skip
    made_up, told = (*MADE_UP, *invented_of(guide.brand.name.lower())), told_by(guide)
    passed = []
    for _ in range(tries):
        way, made, said = rng.choice(WAYS), rng.choice(made_up).rstrip("."), rng.choice(told)
        if way.startswith("{bare}") and way[6] in ",:":
            made = made[0].lower() + made[1:]
        text = way.format(made=made, told=said, bare=said.rstrip("."))
        heading = rng.random() < 0.4
        path = "sections[0].heading" if heading else "sections[0].body"
        fields = set_leaf({}, path, text.rstrip(".") if heading else text)
        judged = judge(replace(page, fields=fields), guide=guide, today=guide.today(TODAY))
        if not any(one.check.startswith(FAMILIES) for one in judged.report.errors):
            passed.append(f"{brand}, {path}: {text}")
    return passed


def main() -> None:
    """Tries, prints what got through, and fails loudly."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    rng = Random(asked.seed)
    passed = [text for brand in BRANDS for text in got_through(brand, asked.tries // len(BRANDS), rng)]
    print("\n".join([*passed, f"{asked.tries} tries, {len(passed)} got through"]))
    sys.exit(1 if passed else 0)


if __name__ == "__main__":
    main()
