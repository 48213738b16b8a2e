"""Whether ten thousand pieces that were written without a model keep every promise.

    python benchmarks/offline.py [--pieces 10000] [--processes 2] [--briefs DIR] [--today 2026-09-30]

Every brief under DIR (a folder for each sample brand) is written with as many seeds as it takes. A breach is

- a piece that is ready and has a finding of severity error, or is not ready and does not say why;
- a length beyond its platform's limit, or a list with too few or too many items. Limits stand in a table of
  this file and are counted by code of this file, apart from copykit's own;
- a claim or an offer that has ended, is withdrawn or is for another region, word for word in a ready piece;
- a blank, a slot or a broken join that was left in a ready piece;
- two pieces of one brief that are the same but for an address; or two of its first 24 that are ready and
  share more than half of their word trigrams (Jaccard), addresses left out, unless both must tell the same:
  the brief's own source or, in a text message, which has room for little else, the offer that it asks for;
- a ready piece that does not make the offer that its brief asks for.

It prints a row for each brand and format, then the breaches, and ends with exit code 1 when there are any.
"alike" is the most that two of the first 24 ready pieces of a brief share; "told" the same where both have to
tell the same.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import combinations
from pathlib import Path

from copykit.brief import load_brief
from copykit.draft import Draft, Value
from copykit.formats import load_formats
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.writers.offline import OfflineWriter
from copykit.writing import write

BRIEFS = Path(__file__).parent / "briefs"
TODAY = date(2026, 9, 30)
BLOCK = 24  # seeds that are promised to differ by half
MOST_ALIKE = 0.5
SHOWN = 20

# (least items, most items, the most, how it is counted), typed from the platforms' own pages: Google Ads
# help, "About responsive search ads", and the Performance Max asset requirements; Microsoft's page on
# responsive search ads; Meta's ads guide, feed image; LinkedIn's a426534; X's twitter-text; TikTok's,
# Reddit's and Pinterest's specifications; pages on the two app stores. "wide" is for scripts that count
# double, "emoji" for those and emoji, "link" for a link of 23, "parts" for those of a
# text message.
LIMITS = {
    ("google-rsa", "headlines"): (3, 15, 30, "wide"),
    ("google-rsa", "descriptions"): (2, 4, 90, "wide"),
    ("google-rsa", "path1"): (0, 1, 15, "wide"),
    ("google-rsa", "path2"): (0, 1, 15, "wide"),
    ("microsoft-rsa", "headlines"): (3, 15, 30, "emoji"),
    ("microsoft-rsa", "descriptions"): (2, 4, 90, "emoji"),
    ("microsoft-rsa", "path1"): (0, 1, 15, "emoji"),
    ("microsoft-rsa", "path2"): (0, 1, 15, "emoji"),
    ("performance-max", "headlines"): (3, 15, 30, "wide"),
    ("performance-max", "long_headlines"): (1, 5, 90, "wide"),
    ("performance-max", "descriptions"): (2, 5, 90, "wide"),
    ("performance-max", "business_name"): (1, 1, 25, "wide"),
    ("meta-ad", "primary_texts"): (1, 5, 2200, ""),
    ("meta-ad", "headlines"): (1, 5, 255, ""),
    ("meta-ad", "descriptions"): (0, 5, 255, ""),
    ("linkedin-ad", "introductions"): (1, 3, 3000, ""),
    ("linkedin-ad", "headlines"): (1, 3, 200, ""),
    ("linkedin-ad", "descriptions"): (0, 2, 300, ""),
    ("linkedin-post", "body"): (1, 1, 3000, ""),
    ("x-post", "post"): (1, 1, 280, "link"),
    ("tiktok-ad", "captions"): (1, 5, 100, "wide"),
    ("tiktok-ad", "brand_name"): (1, 1, 20, "wide"),
    ("reddit-ad", "posts"): (1, 3, 300, ""),
    ("pinterest-pin", "title"): (1, 1, 100, ""),
    ("pinterest-pin", "description"): (1, 1, 500, ""),
    ("sms", "message"): (1, 1, 10, "parts"),
    ("app-store-listing", "name"): (1, 1, 30, ""),
    ("app-store-listing", "subtitle"): (1, 1, 30, ""),
    ("app-store-listing", "promotional_text"): (1, 1, 170, ""),
    ("app-store-listing", "description"): (1, 1, 4000, ""),
    ("app-store-listing", "keywords"): (0, 1, 100, "bytes"),
    ("app-store-listing", "whats_new"): (0, 1, 4000, ""),
    ("play-store-listing", "title"): (1, 1, 30, ""),
    ("play-store-listing", "short_description"): (1, 1, 80, ""),
    ("play-store-listing", "full_description"): (1, 1, 4000, ""),
    ("sales-email", "subject"): (1, 1, 150, ""),
}
SHORT = {
    ("performance-max", "headlines"): 15,
    ("performance-max", "descriptions"): 60,
}  # at least one of them
# The alphabet of text messages, typed from 3GPP TS 23.038; those after the bar count twice.
PLAIN, TWICE = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà|^{}\\[~]€"
).split("|")
BROKEN = re.compile(
    r"\{\{|\}\}|\{%|\[\[|\]\]|\bNone\b|\bnull\b|  +\S|[,;:]{2,}|\.\.(?!\.)|[!?],| [,.;:!?]|\(\)|\bundefined\b"
)


@dataclass
class Tally:
    """What was seen of one brand and format."""

    briefs: int = 0
    pieces: int = 0
    ready: int = 0
    blocked: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    alike: float = 0.0
    told_alike: float = 0.0
    same: int = 0
    seconds: float = 0.0
    breaches: list[str] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        self.briefs += other.briefs
        self.pieces += other.pieces
        self.ready += other.ready
        self.blocked += other.blocked
        self.findings += other.findings
        self.alike = max(self.alike, other.alike)
        self.told_alike = max(self.told_alike, other.told_alike)
        self.same += other.same
        self.seconds += other.seconds
        self.breaches += other.breaches
        return self


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes, recounts, prints the table; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pieces", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--briefs", type=Path, default=BRIEFS)
    parser.add_argument("--today", type=date.fromisoformat, default=TODAY)
    parser.add_argument("--first-seed", type=int, default=0)
    given = parser.parse_args(arguments)
    begin = time.perf_counter()
    tallies = run(
        given.briefs,
        pieces=given.pieces,
        processes=given.processes,
        today=given.today,
        first=given.first_seed,
    )
    breaches = show(tallies)
    print(f"\n{time.perf_counter() - begin:.0f} s on {given.processes} processes")
    return 1 if breaches else 0


def run(
    briefs: Path, *, pieces: int, processes: int, today: date, first: int = 0
) -> dict[tuple[str, str], Tally]:
    """The tallies by brand and format."""
    paths = sorted(briefs.glob("*/*.yaml"))
    shares = [pieces // len(paths) + (at < pieces % len(paths)) for at in range(len(paths))]
    work = [(path, share) for path, share in zip(paths, shares, strict=True) if share]
    one = partial(write_brief, today=today, first=first)
    if processes > 1:
        with ProcessPoolExecutor(processes) as pool:
            made = list(pool.map(one, *zip(*work, strict=True)))
    else:
        made = [one(path, share) for path, share in work]
    tallies: dict[tuple[str, str], Tally] = {}
    for (path, _), tally in zip(work, made, strict=True):
        key = (path.parent.name, path.stem.rpartition("-")[0])
        tallies.setdefault(key, Tally()).__iadd__(tally)
    return tallies


def write_brief(path: Path, pieces: int, *, today: date, first: int = 0) -> Tally:
    """Writes a brief with some seeds and looks at every piece."""
    guide = load_guide(brands_dir() / path.parent.name)
    brief = load_brief(path)
    format = load_formats([prompts_dir()])[brief.format]
    writer, tally = OfflineWriter(), Tally(briefs=1)
    barred = tuple(barred_texts(guide, brief.region or guide.brand.region, guide.today(today)))
    asked = offer_texts(guide, brief.offer, barred)
    seen: dict[str, int] = {}
    block: list[set[tuple[str, ...]]] = []
    for seed in range(first, first + pieces):
        begin = time.process_time()
        draft = write(format, brief, guide=guide, writer=writer, today=today, seed=seed)
        tally.seconds += time.process_time() - begin
        tally.pieces += 1
        tally.ready += draft.ready
        tally.findings.update(finding.check for finding in draft.report.findings)
        where = f"{path.parent.name}/{path.name} --seed {seed}"
        tally.breaches += [f"{where}: {told}" for told in breaches_of(draft, barred)]
        if not draft.ready:
            tally.blocked.update({one.reason for one in draft.blocked})
        elif asked and not any(text in flatten(draft) for text in asked):
            tally.breaches.append(f"{where}: the offer {brief.offer} is not in it")
        whole = "\n".join(re.sub(r"https?://\S+", "", text) for _, text in texts_of(draft))
        if whole in seen:
            tally.same += 1
            tally.breaches.append(f"{where}: the same as with --seed {seen[whole]}")
        seen.setdefault(whole, seed)
        if seed - first < BLOCK and draft.ready:
            block.append(trigrams(draft))
    most = max(
        (len(one & other) / len(one | other) for one, other in combinations(block, 2) if one | other),
        default=0.0,
    )
    if brief.source or (asked and format.name == "sms"):
        tally.told_alike = most
    else:
        tally.alike = most
        if most > MOST_ALIKE:
            tally.breaches.append(f"{path.parent.name}/{path.name}: two ready pieces share {most:.0%}")
    return tally


def breaches_of(draft: Draft, barred: Sequence[str]) -> Iterator[str]:
    """Each promise that a piece breaks."""
    if not draft.ready:
        if not draft.blocked or any(not one.reason.strip() for one in draft.blocked):
            yield "not ready, and no reason is told"
        return
    for finding in draft.report.errors:
        yield f"ready with an error: {finding.check}: {finding.advice}"
    if draft.blocked:
        yield "ready and blocked at once"
    yield from limit_breaches(draft)
    for name, text in texts_of(draft):
        if found := BROKEN.search(re.sub(r"https?://\S+", "", text)):
            yield f"{name}: {found.group()!r} is left in {text[:80]!r}"
        for one in barred:
            if one in text.casefold():
                yield f"{name}: says {one!r}, which may not be said"


def limit_breaches(draft: Draft) -> Iterator[str]:
    """Lengths and numbers of items beyond this file's own table."""
    format = draft.format.name
    for one in draft.format.fields:
        if one.limit is not None and (format, one.name) not in LIMITS:
            yield f"{one.name}: its limit is not in this file's table"
    for (name, key), (least, most, longest, counted) in LIMITS.items():
        if name != format:
            continue
        value = draft.fields.get(key, [])
        items = [value] if isinstance(value, str) else value
        if not least <= len(items) <= most:
            yield f"{key}: {len(items)} of them, and {least} to {most} are allowed"
        sizes = [size(item, counted) for item in items if isinstance(item, str)]
        for text, long in zip(items, sizes, strict=True):
            if long > longest:
                yield f"{key}: {long} of {longest}: {text!r}"
        if min(sizes, default=0) > SHORT.get((name, key), longest):
            yield f"{key}: the shortest has {min(sizes)}"


def size(text: str, counted: str) -> int:
    """Code points of a text; some twice, links otherwise, or parts of a text message instead."""
    if counted == "parts":
        return parts(text)
    if counted == "bytes":
        return len(text.encode())
    if counted == "link":
        bare, links = re.subn(r"https?://\S+", "", text)
        light = sum(ord(one) < 4352 or 8192 <= ord(one) <= 8223 or 8242 <= ord(one) <= 8247 for one in bare)
        return 23 * links + 2 * len(bare) - light
    points = len(text.encode("utf-32-le")) // 4
    if counted:
        wide = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "FULLWIDTH")
        points += sum(unicodedata.name(one, "").startswith(wide) for one in text)
    if counted == "emoji":
        points += sum(ord(one) >= 0x1F300 for one in text)
    return points


def parts(text: str) -> int:
    """Parts of a text message: 160 or 153 each in the plain alphabet, else 70 or 67."""
    if set(text) <= {*PLAIN, *TWICE}:
        units, whole, each = len(text) + sum(one in TWICE for one in text), 160, 153
    else:
        units, whole, each = len(text.encode("utf-16-le")) // 2, 70, 67
    return 1 if units <= whole else -(-units // each)


def texts_of(draft: Draft) -> Iterator[tuple[str, str]]:
    """Every text with the name of its field, addresses left out."""
    addresses = {"url"}
    for name, value in draft.fields.items():
        if name not in addresses:
            yield from ((name, text) for text in flat(value, addresses))


def flat(value: Value, but: set[str]) -> Iterator[str]:
    """The texts of a field."""
    for item in [value] if isinstance(value, str) else value:
        if isinstance(item, str):
            yield item
        else:
            for name, inner in item.items():
                if name not in but:
                    yield from flat(inner, but)


def flatten(draft: Draft) -> str:
    """All that a piece says, in small letters, on one line."""
    return " ".join(" ".join(text.split()) for _, text in texts_of(draft)).casefold()


def offer_texts(guide: Guide, name: str, barred: Sequence[str]) -> list[str]:
    """The approved ways to make an offer; none where it may not be made."""
    return [
        text.casefold().rstrip(".")
        for offer in guide.offers
        if offer.id == name and offer.text.casefold() not in barred
        for text in (offer.text, offer.short, *offer.wordings)
    ]


def trigrams(draft: Draft) -> set[tuple[str, ...]]:
    """Three words at a time, counted apart from copykit's own counting; addresses are not read as words."""
    found: set[tuple[str, ...]] = set()
    for name, text in texts_of(draft):
        if name != "legal":
            bare = re.sub(r"https?://\S+", " ", text.lower())
            words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", bare)
            found.update(zip(words, words[1:], words[2:], strict=False))
    return found


def barred_texts(guide: Guide, region: str, today: date) -> Iterator[str]:
    """Claims and offers that may not be made: ended, not begun, withdrawn, or for other regions."""
    allowed: set[str] = set()
    barred: set[str] = set()
    for part in (*guide.claims, *guide.offers):
        texts = {text for text in (part.text, part.short, *part.wordings) if text}
        over = (part.valid_to is not None and today > part.valid_to) or (
            part.valid_from is not None and today < part.valid_from
        )
        elsewhere = bool(part.regions) and region not in part.regions
        withdrawn = getattr(part, "status", "approved") == "withdrawn"
        (barred if over or elsewhere or withdrawn else allowed).update(text.casefold() for text in texts)
    yield from sorted(barred - allowed)


def show(tallies: dict[tuple[str, str], Tally]) -> int:
    """Prints the table; the number of breaches."""
    head = ("brand", "format", "briefs", "pieces", "ready", "same", "alike", "told", "ms", "breaches")
    print("{:<12}{:<19}{:>7}{:>8}{:>8}{:>6}{:>7}{:>10}{:>6}{:>10}".format(*head))
    total, reasons, findings = Tally(), Counter[str](), Counter[str]()
    for (brand, name), one in sorted(tallies.items()):
        print(_row(brand, name, one))
        reasons += one.blocked
        findings += one.findings
        total += one
    print(_row("all", "", total))
    print("\nwhy pieces are not ready:")
    for reason, count in reasons.most_common():
        print(f"{count:>7}  {reason}")
    print("\nwhat was found, warnings and suggestions included:")
    for check, count in findings.most_common():
        print(f"{count:>7}  {check}")
    if total.breaches:
        print(f"\n{len(total.breaches)} breaches, the first of them:")
        print("\n".join(total.breaches[:SHOWN]))
    return len(total.breaches)


def _row(brand: str, name: str, one: Tally) -> str:
    each = 1000 * one.seconds / one.pieces if one.pieces else 0
    return (
        f"{brand:<12}{name:<19}{one.briefs:>7}{one.pieces:>8}{one.ready:>8}{one.same:>6}{one.alike:>7.2f}"
        f"{one.told_alike:>10.2f}{each:>6.0f}{len(one.breaches):>10}"
    )


if __name__ == "__main__":
    sys.exit(main())
