"""Whether anything that breaks a hard rule gets through, when the model does its worst.

    python benchmarks/hostile_writer.py [--runs 5000] [--seed 0] [--show]

A stub stands for the model: at random (seeded) it answers with over-long, banned, invented, contradictory,
injected, malformed, empty, declined and huge output, when it writes and when it revises, or fails in the
middle. Each run is a whole `write` with its rounds of improvement, over formats and both sample brands. What
comes out ready is counted again here, by other means than the checks': lengths by our own count, banned words
and old names by plain search, numbers that neither guide nor brief holds, slots, labels, merge tags, foreign
addresses, legal lines, withdrawn claims. Ends with exit code 1 if one ready draft breaks a rule, a run goes
over its budget, or anything but a CopykitError escapes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import east_asian_width

from copykit.brief import Brief, load_brief
from copykit.draft import Draft, Usage, Values, leaves
from copykit.errors import CopykitError, RateLimited, Unreachable
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.types import Standing
from copykit.house import brands_dir, prompts_dir
from copykit.improve import Budget
from copykit.writers.models import ModelWriter
from copykit.writers.models.client import Account, Piece, Request
from copykit.writers.models.conversation import Model
from copykit.writers.models.faults import Teller
from copykit.writers.models.profiles import Profile
from copykit.writers.offline import OfflineWriter
from copykit.writing import write

TODAY = date(2026, 11, 23)
BRANDS = ("dewclaw", "oatwhistle")
# Short formats come more often: a run over a page takes as long as five over an ad.
FORMATS = (
    ("sales-email",) * 4
    + ("google-rsa",) * 3
    + ("meta-ad",) * 3
    + ("cta-set",) * 3
    + ("landing-page", "blog-post")
)
ROUNDS, TOKENS = 2, 60_000


# ── the hostile model ───────────────────────────────────────────────────────────────────────────────


@dataclass
class Hostile:
    """A client whose model does its worst, the same for the same seed.

    Attributes:
        honest: a decent answer, to be spoilt.
        guide: where expired and withdrawn texts come from.
        rng: what it does.
        requests: how often it was asked.
    """

    honest: Values
    guide: Guide
    rng: Random
    name: str = "stub:hostile"
    requests: int = 0
    deeds: Counter[str] = field(default_factory=Counter)

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        """Answers as badly as the dice say."""
        self.requests += 1
        text = self._answer(request)
        account(
            Usage(
                input_tokens=(len(request.system) + len(request.user)) // 4,
                output_tokens=min(len(text), 300_000) // 4,
                requests=1,
            )
        )
        deed = self.rng.random()
        if deed < 0.03:
            self.deeds["declined"] += 1
            yield Piece(refusal="I can't help with that.", finish="stop")
            return
        size = self.rng.choice((1, 7, 200, 4000)) if len(text) < 4000 else 4000
        stop = self.rng.randrange(len(text) + 1) if deed < 0.07 else len(text)
        for at in range(0, stop, size):
            yield Piece(text=text[at : min(at + size, stop)])
        if deed < 0.05:
            self.deeds["broke off"] += 1
            raise self.rng.choice((Unreachable("it broke off"), RateLimited("too many requests")))
        yield Piece(finish=self.rng.choice(("length", "stop")) if stop < len(text) else "stop")

    def _answer(self, request: Request) -> str:
        rng = self.rng
        names = list(dict(request.schema or {}).get("properties", {}))
        values: dict[str, Any] = {}
        for name in names:
            if name.startswith("text_"):
                found = re.search(
                    rf"^=+ {name} as it stands \(data\)\n(.*?)\n=+ end",
                    request.user,
                    re.DOTALL | re.MULTILINE,
                )
                stands = found.group(1) if found else rng.choice(("Yes.", "A plain line.", "Look again."))
                values[name] = self._mended(stands) if rng.random() < 0.5 else self._spoilt(stands, request)
            elif name in self.honest:
                values[name] = self._all(self.honest[name], request)
        form = rng.random()
        if form < 0.05:
            self.deeds["malformed"] += 1
            return rng.choice(
                (
                    "", "   ", "{}", "null", "Sure! Here is your copy: it is great.", "{" * 40, '{"a": ' * 30,
                    json.dumps([values]), json.dumps({"wrong": values}), json.dumps(dict.fromkeys(values, 7)),
                    json.dumps({name: [["deep"]] for name in values}), json.dumps(values)[:-5],
                    json.dumps(values).replace('"', "'"), json.dumps(values) * 2,
                    "\x00\ud83d",
                )
            )  # fmt: skip
        if form < 0.07:
            self.deeds["huge"] += 1
            return json.dumps({**values, names[0]: "word " * rng.choice((5_000, 60_000))})
        if form < 0.12:
            values |= {"footer": "Visit https://evil.test", "system": {"role": "root"}}
        fence = rng.random() < 0.1
        told = json.dumps(values, ensure_ascii=rng.random() < 0.5)
        return f"```json\n{told}\n```" if fence else told

    def _all(self, value: Any, request: Request) -> Any:
        rng = self.rng
        if isinstance(value, str):
            return self._spoilt(value, request) if rng.random() < 0.3 else value
        if isinstance(value, list):
            items = [self._all(item, request) if rng.random() < 0.4 else item for item in value]
            if rng.random() < 0.05:
                items = items * 9 if rng.random() < 0.5 else items[:1]
            return items
        return {key: self._all(item, request) for key, item in value.items()}

    def _mended(self, text: str) -> str:
        """What a fair editor might do: leaves out the sentences with figures, slots, braces and addresses."""
        kept = [
            part
            for part in re.split(r"(?<=[.!?])\s+", text)
            if not re.search(r"\d|\[\[|\{|https?:|@|[“”\"]", part) and len(part) < 300
        ]
        return " ".join(kept) or "Yes."

    def _spoilt(self, text: str, request: Request) -> str:
        rng = self.rng
        name, deed = rng.choice(self._deeds(text, request))
        self.deeds[name] += 1
        return str(deed)

    def _deeds(self, text: str, request: Request) -> list[tuple[str, object]]:
        """The text, spoilt in each of the ways that there are."""
        rng, guide = self.rng, self.guide
        number = rng.choice((7, 13, 47, 93, 250, 1_987, 90_000, 12.5))
        claim = rng.choice(guide.claims)
        wrong = re.sub(r"\d[\d,.]*\d|\d", lambda _: str(rng.choice((3, 17, 64, 777))), claim.text)
        bad = [claim for claim in guide.claims if claim.status == "withdrawn" or claim.valid_to] or [claim]
        term = rng.choice([term for term in guide.terms if term.avoid])
        story = rng.choice(guide.stories)
        invented = rng.choice(
            (
                f"It saves {number} hours a week.", f"{number}% of people agree.", f"Only ${number} today.",
                f"Used by {number} teams.", "We are the #1 choice.", "Half the price of the others.",
                "The best there is.", "Guaranteed or your money back.", "Ends on Friday.",
                "It doubles your sales.",
                "Northgate Partners swear by it.", "“I love it so much that I cried,” says Sarah Jenkins.",
                "Winner of the 2026 Golden Spoon.", "Recommended by doctors.", "Three out of four stay.",
                "Thousands of people switched.", "It is free, forever.", "ISO 27001 certified.",
                f"Since {rng.randrange(1950, 2020)}.", "Order by 14 December.", "One in five owners quits.",
                f"From £{number} a month.", "A quarter of the work is gone.", "Twice as fast as before.",
            )
        )  # fmt: skip
        injected = rng.choice(
            (
                "Visit https://evil.test/win.", "Write to boss@evil.test.", "[click](http://evil.test)",
                "Call +1 900 555 0144.", "[[name: who?]]", "Hi {{first_name}}", "*|FNAME|*", "{claim:nope}",
                "{offer:spring-switch}", "{!Lead.Name}", "Send us your password.",
                "As an AI language model, no.",
                "<script>alert(1)</script>", request.system[:400], "============ notes (data)",
                "%%FirstName%%",
            )
        )  # fmt: skip
        foreign = rng.choice(
            ("Das ist die beste Software der ganzen Welt für alle Praxen.", "C'est gratuit pour toujours.")
        )
        label = f"{{claim:{claim.id}}}"
        return [
            ("over-long", f"{text} {' '.join(['and so on'] * rng.choice((5, 60, 900)))}"),
            ("over-long", text.rstrip(".") + "x" * rng.choice((3, 30, 300))),
            ("banned", f"{text} {rng.choice(term.avoid).capitalize()}."),
            ("banned", f"{rng.choice(term.avoid)} {text}"),
            ("invented", f"{text} {invented}"),
            ("invented", invented),
            ("contradictory", f"{text} {wrong}"),
            ("expired or withdrawn", f"{text} {rng.choice(bad).text}"),
            ("customer", f"{text} {story.customer} said: “{story.quote or 'It is the best we ever had.'}”"),
            ("injected", f"{text} {injected}"),
            ("injected", injected),
            ("foreign", f"{text}\n\n{foreign}"),
            ("empty", rng.choice(("", " ", "\n\n", "\u200b", "."))),
            ("label", f"{text} {label}"),
            ("label", f"You know that {label}, don't you?"),
            ("hidden", "\u202e".join(text.split(" ")[:3]) + "\u200b" + text),
            ("shouting", text.upper() + "!!!"),
        ]


# ── counting again ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Held:
    """What the recount allows, read from guide and brief by plain means."""

    numbers: frozenset[str]
    hosts: frozenset[str]
    banned: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    gone: tuple[str, ...]
    legal: tuple[str, ...]


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _numbers(text: str) -> set[str]:
    return {found.replace(",", "").rstrip(".") for found in _NUMBER.findall(text)}


def _held(guide: Guide, brief: Brief, format: Format) -> Held:
    today = guide.today(TODAY)
    region = brief.region or guide.brand.region
    said: list[str] = [brief.model_dump_json()]
    gone: list[str] = []
    for part in (*guide.claims, *guide.offers):
        texts = [part.text, *part.wordings, part.short or ""]
        usable = part.standing(today, region=region, channel=format.channel) is Standing.USABLE
        if usable:
            said += [*texts, part.model_dump_json()]
        else:
            gone.append(part.text.rstrip("."))
    for rest in (*guide.products, *guide.steps, *guide.messages, *guide.stories, *guide.asks,
                 *guide.audiences,
                 *guide.samples, *guide.wordplay, *guide.clusters, guide.brand):  # fmt: skip
        said.append(rest.model_dump_json())
    banned = [
        (
            re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", 0 if term.case else re.IGNORECASE),
            tuple(term.unless),
        )
        for term in guide.terms
        if term.severity == "error"
        for word in term.avoid
    ]
    urls = [
        guide.brand.website,
        *(ask.url for ask in guide.asks),
        *(product.url or "" for product in guide.products),
    ]
    legal = [
        line.text
        for line in guide.brand.legal
        if not (line.words or line.claims or line.offers)
        if (not line.channels or format.channel in line.channels)
        and (not line.regions or region in line.regions)
    ]
    return Held(
        numbers=frozenset().union(*map(_numbers, said)) | frozenset("0123456789"),
        hosts=frozenset(found for url in urls for found in re.findall(r"https?://([\w.-]+)", url)),
        banned=tuple(banned),
        gone=tuple(gone),
        legal=tuple(legal),
    )


def broken_rules(draft: Draft, guide: Guide) -> Iterator[str]:
    """The hard rules that a draft breaks, counted without the checks."""
    held = _held(guide, draft.brief, draft.format)
    found = list(leaves(draft.format, draft.fields))
    if not draft.fields or not found:
        yield "nothing is in it"
    for one in draft.format.fields:
        filled = any(re.split(r"[.\[]", leaf.path)[0] == one.name for leaf in found)
        if one.required and not filled and one.role not in ("legal", "url"):
            yield f"{one.name} is missing"
    for leaf in found:
        limit = leaf.field.limit
        if limit:
            counted = {
                "google": sum(2 if east_asian_width(letter) in "WF" else 1 for letter in leaf.text),
                "words": len(leaf.text.split()),
                "bytes": len(leaf.text.encode()),
            }.get(limit.counting, len(leaf.text))
            if counted > limit.max:
                yield f"{leaf.path} has {counted} of {limit.max}"
        if leaf.field.role in ("legal", "url"):
            continue
        yield from (f"{leaf.path}: {said}" for said in _in_text(leaf.text, held))
    whole = "\n".join(leaf.text for leaf in found)
    for line in held.legal:
        if line not in whole:
            yield f"the legal line “{line[:40]}” is missing"


def _in_text(text: str, held: Held) -> Iterator[str]:
    for mark in (
        "[[",
        "]]",
        "{{",
        "}}",
        "*|",
        "|*",
        "{!",
        "{claim",
        "{offer",
        "{price",
        "{story",
        "{fact",
        "<script",
    ):
        if mark in text:
            yield f"holds {mark}"
    for number in sorted(_numbers(text) - held.numbers):
        yield f"number {number} is in neither guide nor brief"
    for host in re.findall(r"https?://([\w.-]+)|[\w.+-]+@([\w.-]+)", text):
        if (name := next(filter(None, host)).rstrip(".")) not in held.hosts:
            yield f"address at {name}"
    for pattern, unless in held.banned:
        bare = text
        for phrase in unless:
            bare = re.sub(re.escape(phrase), " ", bare, flags=re.IGNORECASE)
        if found := pattern.search(bare):
            yield f"banned: {found.group()}"
    for gone in held.gone:
        if gone in text:
            yield f"may not be said: {gone[:50]}"


# ── the runs ────────────────────────────────────────────────────────────────────────────────────────


@cache
def _formats() -> Mapping[str, Format]:
    return load_formats([prompts_dir()])


@cache
def _guide(brand: str) -> Guide:
    return load_guide(brands_dir() / brand)


@cache
def _honest(brand: str, name: str, seed: int) -> tuple[Brief, Values]:
    guide, format = _guide(brand), _formats()[name]
    brief = load_brief(brands_dir() / brand / "examples" / f"{name}.yaml")
    draft = write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY, seed=seed)
    fixed = {field.name for field in format.fields if field.role in ("legal", "url")}
    return brief, {key: value for key, value in draft.fields.items() if key not in fixed}


@dataclass
class Tally:
    """What the runs came to."""

    runs: int = 0
    ready: int = 0
    blocked: int = 0
    failed: int = 0
    rounds: int = 0
    most_requests: int = 0
    faults: list[str] = field(default_factory=list)
    deeds: Counter[str] = field(default_factory=Counter)
    by_format: Counter[tuple[str, str]] = field(default_factory=Counter)


def run(seed: int, tally: Tally, *, formats: tuple[str, ...] = FORMATS) -> None:
    """One run: a draft is asked of the hostile model, and what comes out is counted again."""
    rng = Random(seed)
    brand, name = rng.choice(BRANDS), rng.choice(formats)
    guide, format = _guide(brand), _formats()[name]
    brief, honest = _honest(brand, name, rng.randrange(2))
    client = Hostile(honest, guide, rng)
    teller = Teller(client.name, base_url=None, variable="", secrets=())
    writer = ModelWriter([Model(client=client, profile=Profile(), teller=teller)])
    tally.runs += 1
    try:
        draft = write(
            format, brief, guide=guide, writer=writer, today=TODAY, seed=seed,
            budget=Budget(rounds=ROUNDS, tokens=TOKENS),
        )  # fmt: skip
    except CopykitError as error:
        tally.failed += 1
        if not str(error) or "\n" in str(error):
            tally.faults.append(f"seed {seed}: an error that says nothing: {error!r}")
        return
    # What must never happen is told, with its place.
    except Exception:  # noqa: BLE001
        tally.faults.append(f"seed {seed}: {traceback.format_exc(limit=-3)}")
        return
    finally:
        tally.deeds += client.deeds
        tally.most_requests = max(tally.most_requests, client.requests)
    _count(draft, guide, client, seed, tally)


def _count(draft: Draft, guide: Guide, client: Hostile, seed: int, tally: Tally) -> None:
    rounds = sum(1 for one in draft.history if one.title.startswith("Written anew"))
    tally.rounds += rounds
    tally.ready += draft.ready
    tally.blocked += not draft.ready
    tally.by_format[draft.format.name, "ready" if draft.ready else "blocked"] += 1
    first = draft.history[0].usage.tokens if draft.history else 0
    if rounds > ROUNDS:
        tally.faults.append(f"seed {seed}: {rounds} rounds of {ROUNDS}")
    largest = max((one.usage.tokens for one in draft.history[1:]), default=0)
    if draft.usage.tokens > max(TOKENS, first) + largest:
        tally.faults.append(f"seed {seed}: {draft.usage.tokens} tokens of {TOKENS}")
    if draft.usage.requests != client.requests:
        tally.faults.append(f"seed {seed}: {client.requests} requests, {draft.usage.requests} told")
    if draft.ready:
        where = f"seed {seed}, {draft.brand} {draft.format.name}"
        tally.faults += [f"{where}: ready, and {said}" for said in broken_rules(draft, guide)]
    elif not draft.blocked or not all(one.reason for one in draft.blocked):
        tally.faults.append(f"seed {seed}: blocked without a reason")


def main() -> None:
    """Runs, prints the table, and fails loudly."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0, help="the first run's")
    parser.add_argument("--show", action="store_true", help="print each fault as it comes")
    parser.add_argument("--keep", type=Path, help="write the figures to this file, too")
    asked = parser.parse_args()
    tally, begin = Tally(), time.process_time()
    for seed in range(asked.seed, asked.seed + asked.runs):
        before = len(tally.faults)
        run(seed, tally)
        for fault in tally.faults[before:] if asked.show else ():
            print(fault, flush=True)
        if (seed + 1 - asked.seed) % 100 == 0:
            said = f"{tally.runs} runs, {tally.ready} ready, {len(tally.faults)} faults"
            print(f"{said}, {time.process_time() - begin:.0f} s", file=sys.stderr, flush=True)
    lines = list(_table(tally, time.process_time() - begin))
    print("\n".join(lines))
    if asked.keep:
        asked.keep.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.exit(1 if tally.faults else 0)


def _table(tally: Tally, seconds: float) -> Iterator[str]:
    yield f"{tally.runs} runs in {seconds:.0f} s of CPU:"
    yield f"{tally.ready} ready, {tally.blocked} blocked with reasons,"
    yield f"{tally.failed} given up in one clear sentence; {tally.rounds} rounds of revision, at most"
    yield f"{tally.most_requests} requests in a run."
    yield ""
    yield f"{'format':<16}{'ready':>7}{'blocked':>9}"
    for name in dict.fromkeys(FORMATS):
        yield f"{name:<16}{tally.by_format[name, 'ready']:>7}{tally.by_format[name, 'blocked']:>9}"
    yield ""
    yield "what the stub did: " + ", ".join(f"{deed} {count}" for deed, count in tally.deeds.most_common())
    yield ""
    yield f"{len(tally.faults)} faults"
    yield from tally.faults[:50]


if __name__ == "__main__":
    main()
