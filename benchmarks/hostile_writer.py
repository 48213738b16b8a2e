"""Whether anything that breaks a hard rule gets through, when the model does its worst.

    python benchmarks/hostile_writer.py [--runs 5000] [--seed 0] [--show]

A stub stands for the model: at random (seeded) it answers with over-long, banned, invented, contradictory,
injected, malformed, empty, declined and huge output, when it writes and when it revises, or fails in the
middle. Each run is a whole `write` with its rounds of improvement, over all formats and both sample brands;
one run in ten writes single lines of a composed piece, as a small model does. What comes out ready is counted
again here, by other means than the checks': lengths and numbers of items by the table of offline.py, banned
words, old names and rivals by plain search, every sentence that the stub is known to have made up or to
have been talked into, numbers that neither guide nor brief holds, customers who did not agree, slots,
labels, merge tags, hidden letters, foreign addresses, buttons that are no ask of the guide, legal lines,
withdrawn claims. Ends with exit code 1 if one ready draft breaks a rule, a run goes over its budget, or
anything but a CopykitError escapes. `--format` tries one format alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Collection, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import category

from offline import limit_breaches

from copykit.brief import Brief, load_brief
from copykit.draft import Draft, Usage, Values, leaves
from copykit.errors import CopykitError, RateLimited, Unreachable
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.types import Standing, Story
from copykit.house import brands_dir, prompts_dir
from copykit.improve import Budget
from copykit.readiness import verdict
from copykit.writers import Writer
from copykit.writers.models import ModelWriter
from copykit.writers.models.client import Account, Piece, Request
from copykit.writers.models.conversation import Model
from copykit.writers.models.faults import Teller
from copykit.writers.models.profiles import Profile
from copykit.writers.models.slots import SlotWriter
from copykit.writers.offline import OfflineWriter
from copykit.writing import write

TODAY = date(2026, 11, 23)
BRANDS = ("dewclaw", "oatwhistle")
# Short formats come more often: a run over a page takes as long as five over an ad.
LONG = ("landing-page", "blog-post", "app-store-listing", "play-store-listing")
SHORT = (
    "sales-email", "cta-set", "google-rsa", "microsoft-rsa", "performance-max", "meta-ad", "linkedin-ad",
    "tiktok-ad", "reddit-ad", "linkedin-post", "x-post", "pinterest-pin", "sms",
)  # fmt: skip
FORMATS = SHORT * 3 + LONG * 2
ROUNDS, TOKENS = 2, 60_000
LINES = 0.1  # share of the runs in which single lines are asked for
INVENTED = Path(__file__).parent / "data" / "invented.jsonl"


# ── the hostile model ───────────────────────────────────────────────────────────────────────────────


@dataclass
class Hostile:
    """A client whose model does its worst, the same for the same seed.

    Attributes:
        honest: a decent answer, to be spoilt.
        guide: where expired and withdrawn texts come from.
        rng: what it does.
        requests: how often it was asked.
        made_up: what it has said that nobody may say, word for word.
    """

    honest: Values
    guide: Guide
    rng: Random
    name: str = "stub:hostile"
    requests: int = 0
    made_up: set[str] = field(default_factory=set)
    deeds: Counter[str] = field(default_factory=Counter)

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        """Answers as badly as the dice say."""
        self.requests += 1
        text = self._line(request) if request.one_line else self._answer(request)
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

    def _line(self, request: Request) -> str:
        """A line, when single lines are asked for."""
        asked = re.findall(r"^Line: (.*)$", request.user, re.MULTILINE)
        stands = asked[-1] if asked else "A plain line."
        if self.rng.random() < 0.4:
            return self.rng.choice(("Fresh: ", "", '"')) + stands.replace(" the ", " that ")
        return self._spoilt(stands, request)

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
        name, deed, made_up = rng.choice(self._deeds(text, request))
        self.deeds[name] += 1
        if made_up:
            self.made_up.add(made_up)
        return deed

    def _deeds(self, text: str, request: Request) -> list[tuple[str, str, str]]:
        """The text, spoilt in each of the ways that there are, with what of it nobody may say."""
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
                *invented_of(guide.brand.name.lower()),
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
        untold = [story.customer for story in guide.stories if not story.permission.granted] or [
            "Harrow and Sons"
        ]
        rivals = [rival.name for rival in guide.competitors] or ["Northgate Porridge"]
        gone = rng.choice(bad).text
        stranger = f"{rng.choice(untold)} has used it for years."
        rival = f"{rng.choice(rivals)} can't do that."
        return [
            ("over-long", f"{text} {' '.join(['and so on'] * rng.choice((5, 60, 900)))}", ""),
            ("over-long", text.rstrip(".") + "x" * rng.choice((3, 30, 300)), ""),
            ("wide letters", text + rng.choice(("犬", "🐶", "한", "ｗ", "😀")) * rng.choice((1, 4, 12)), ""),
            ("banned", f"{text} {rng.choice(term.avoid).capitalize()}.", ""),
            ("banned", f"{rng.choice(term.avoid)} {text}", ""),
            ("invented", f"{text} {invented}", invented),
            ("invented", invented, invented),
            ("invented", f"{invented} {text}", invented),
            ("contradictory", f"{text} {wrong}", ""),
            ("expired or withdrawn", f"{text} {gone}", ""),
            (
                "customer",
                f"{text} {story.customer} said: “{story.quote or 'It is the best we ever had.'}”",
                "",
            ),
            ("customer", f"{text} {stranger}", stranger),
            ("rival", f"{text} {rival}", rival),
            ("injected", f"{text} {injected}", injected),
            ("injected", injected, injected),
            ("foreign", f"{text}\n\n{foreign}", foreign),
            ("empty", rng.choice(("", " ", "\n\n", "\u200b", ".")), ""),
            ("label", f"{text} {label}", ""),
            ("label", f"You know that {label}, don't you?", ""),
            ("hidden", "\u202e".join(text.split(" ")[:3]) + "\u200b" + text, ""),
            ("shouting", text.upper() + "!!!", ""),
        ]


@cache
def invented_of(brand: str) -> tuple[str, ...]:
    """What the labelled set says a model might invent about a brand: the half that may be read."""
    rows = [json.loads(line) for line in INVENTED.read_text(encoding="utf-8").splitlines() if line[:1] == "{"]
    return tuple(
        row["text"] for row in rows if row["invented"] and row["half"] == "tune" and row["brand"] == brand
    )


# ── counting again ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Held:
    """What the recount allows, read from guide and brief by plain means."""

    numbers: frozenset[str]
    hosts: frozenset[str]
    banned: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    gone: tuple[str, ...]
    legal: tuple[str, ...]
    asks: frozenset[str]
    urls: frozenset[str]
    nameless: tuple[str, ...]
    words: str  # all that may be said, one after another


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
    nameless = [story.customer for story in guide.stories if not _may_be_named(story, today)]
    nameless += [
        name
        for rival in guide.competitors
        if rival.policy == "never"
        for name in (rival.name, *rival.aliases)
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
        asks=frozenset(
            _bare(text) for ask in guide.asks for text in (ask.text, *ask.wordings, ask.question, ask.line)
        ),
        urls=frozenset(url for url in urls if url),
        nameless=tuple(nameless),
        words=_bare(" ".join(said)),
    )


def _may_be_named(story: Story, today: date) -> bool:
    given = story.permission
    return given.granted and (given.until is None or today <= given.until)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def broken_rules(draft: Draft, guide: Guide, made_up: Collection[str] = ()) -> Iterator[str]:
    """The hard rules that a draft breaks, counted without the checks.

    Args:
        made_up: sentences that may not be in it, whatever else is.
    """
    held = _held(guide, draft.brief, draft.format)
    found = list(leaves(draft.format, draft.fields))
    if not draft.fields or not found:
        yield "nothing is in it"
    for one in draft.format.fields:
        filled = any(re.split(r"[.\[]", leaf.path)[0] == one.name and leaf.text.strip() for leaf in found)
        if one.required and not filled and one.role not in ("legal", "url"):
            yield f"{one.name} is missing"
    # A length by the table of the platforms' limits; subjects of emails and the like have none there.
    yield from limit_breaches(draft)
    yield from _rule_breaches(draft)
    for leaf in found:
        if not re.search(r"\w|[\U0001f300-\U0001ffff]", leaf.text):
            yield f"{leaf.path} is blank"
        limit = leaf.field.limit
        if limit and limit.counting == "characters" and len(leaf.text) > limit.max:
            yield f"{leaf.path} has {len(leaf.text)} of {limit.max}"
        if leaf.field.role == "url" and leaf.text not in held.urls:
            yield f"{leaf.path} leads to {leaf.text}"
        if leaf.field.role == "ask" and _bare(leaf.text) not in held.asks:
            yield f"{leaf.path} asks “{leaf.text}”, and no ask of the guide does"
        if leaf.field.role in ("legal", "url"):
            continue
        yield from (f"{leaf.path}: {said}" for said in _in_text(leaf.text, held))
    whole = "\n".join(leaf.text for leaf in found)
    for line in held.legal:
        if line not in whole:
            yield f"the legal line “{line[:40]}” is missing"
    bare = f" {_bare(' '.join(leaf.text for leaf in found if leaf.field.role != 'legal'))} "
    for said in made_up:
        # A word or two prove nothing; and an approved text may say the same.
        words = _bare(said)
        if words.count(" ") > 1 and f" {words} " in bare and words not in held.words:
            yield f"says “{said[:80]}”"


def _rule_breaches(draft: Draft) -> Iterator[str]:
    """What Google and the format's own lists rule out."""
    must_differ = {rule.field for rule in draft.format.rules if rule.kind == "differ"}
    for name, value in draft.fields.items():
        items = [value] if isinstance(value, str) else [item for item in value if isinstance(item, str)]
        same = Counter(_bare(item) for item in items)
        if name in must_differ and max(same.values(), default=0) > 1:
            yield f"{name} says one thing twice"
        if name == "headlines" and draft.format.name in ("google-rsa", "performance-max"):
            yield from (f"{name}: “{item}” has an exclamation mark" for item in items if "!" in item)
    if draft.fields.get("path2") and not draft.fields.get("path1"):
        yield "path2 is there without path1"


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
    hidden = {letter for letter in text if category(letter) in ("Cf", "Cc", "Co", "Cs") and letter != "\n"}
    if hidden - {"\u200d"}:
        yield f"holds {sorted(hex(ord(letter)) for letter in hidden)}"
    for name in held.nameless:
        if re.search(rf"\b{re.escape(name)}\b", text):
            yield f"names {name}"
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
        if re.search(rf"{re.escape(gone)}(?!\w)", text):
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
    by_lines: int = 0
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
    model = Model(client=client, profile=Profile(), teller=teller)
    writer: Writer = ModelWriter([model])
    if rng.random() < LINES:
        writer = SlotWriter([model], verdict=verdict)
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
        tally.by_lines += isinstance(writer, SlotWriter)
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
        tally.faults += [f"{where}: ready, and {said}" for said in broken_rules(draft, guide, client.made_up)]
    elif not draft.blocked or not all(one.reason for one in draft.blocked):
        tally.faults.append(f"seed {seed}: blocked without a reason")


def main() -> None:
    """Runs, prints the table, and fails loudly."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0, help="the first run's")
    parser.add_argument("--format", action="append", choices=sorted({*FORMATS}), help="one of them alone")
    parser.add_argument("--show", action="store_true", help="print each fault as it comes")
    parser.add_argument("--keep", type=Path, help="write the figures to this file, too")
    asked = parser.parse_args()
    tally, begin = Tally(), time.process_time()
    for seed in range(asked.seed, asked.seed + asked.runs):
        before = len(tally.faults)
        run(seed, tally, formats=tuple(asked.format or FORMATS))
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
    yield f"{tally.most_requests} requests in a run;"
    yield f"{tally.by_lines} of them line by line."
    yield ""
    yield f"{'format':<20}{'ready':>7}{'blocked':>9}"
    for name in dict.fromkeys(FORMATS):
        yield f"{name:<20}{tally.by_format[name, 'ready']:>7}{tally.by_format[name, 'blocked']:>9}"
    yield ""
    yield "what the stub did: " + ", ".join(f"{deed} {count}" for deed, count in tally.deeds.most_common())
    yield ""
    yield f"{len(tally.faults)} faults"
    yield from tally.faults[:50]


if __name__ == "__main__":
    main()
