"""Holds the detectors against the labelled sets in data/ and prints precision, recall and F1 by half.

    python benchmarks/accuracy.py [SET ...] [--json] [--misses]
    python benchmarks/accuracy.py --rules FILE.json --brand DIR [--json]
    python benchmarks/accuracy.py --golden pysbd-0.3.3.tar.gz

Sets: passive, sentences, claims, claims-more, claims-third, invented, invented-names,
invented-plain, terms, keywords; all that are there when none is named.
README.md beside this file tells how each is scored. `--misses` lists what went wrong in the tune half; the
held half's cases are never shown. `--rules` tries a brand's guide on sentences that break its rules and
sentences that keep them; a file of sentences in context (`items`) is judged by the labelled word.
`--golden` tries the English golden rules of pysbd's source distribution (pip download pysbd==0.3.3
--no-deps --no-binary :all:).
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from copykit.brief import Brief, load_brief
from copykit.checks import Context, check
from copykit.checks.claims import verdicts
from copykit.checks.passive import find_passives
from copykit.draft import Draft, set_leaf
from copykit.findings import Finding, Severity
from copykit.formats import load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.types import Term
from copykit.house import brands_dir, prompts_dir
from copykit.readiness import judge
from copykit.text import Phrase, Phrasebook, Syntax, parse
from copykit.text.sentences import split_sentences
from copykit.writers.offline import OfflineWriter
from copykit.writing import write

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 9, 15)
HALVES = ("tune", "held")
Row = Mapping[str, Any]


@dataclass(kw_only=True)
class Tally:
    """Counts of one half of a set.

    Attributes:
        hits: what was found and is there.
        alarms: what was found and is not there.
        misses: what is there and was not found.
        right: cases, or verdicts, that are right as a whole.
        judged: of how many.
        wrong: what to look at; filled for the tune half only.
    """

    hits: int = 0
    alarms: int = 0
    misses: int = 0
    right: int = 0
    judged: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.alarms) if self.hits + self.alarms else 0.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def share(self) -> float:
        return self.right / self.judged if self.judged else 0.0


def rows(name: str) -> Iterator[Row]:
    """The cases of a set; lines that begin with "#" are comments."""
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield json.loads(line)


def note(tally: Tally, half: str, said: str) -> None:
    """Keeps a line about what went wrong, unless it is from the half that stays unread."""
    if half == "tune":
        tally.wrong.append(said)


# ── the sets ────────────────────────────────────────────────────────────────────────────────────────


def passive(row: Row, tally: Tally) -> None:
    """By sentences; `right` counts the phrases whose participle lies in a found span."""
    text = row["text"]
    document = parse(text, name=row["id"], syntax=Syntax.PLAIN)
    found = [one for sentence in document.sentences for one in find_passives(document.text, *sentence[:2])]
    if found and row["passive"]:
        tally.hits += 1
    elif found:
        tally.alarms += 1
        note(tally, row["half"], f"{row['id']} false alarm: {text}")
    elif row["passive"]:
        tally.misses += 1
        note(tally, row["half"], f"{row['id']} missed: {text}")
    for phrase in row["phrases"]:
        start, end = phrase["participle"]
        tally.judged += 1
        tally.right += any(one.start <= start and end <= one.end for one in found)


_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)]|[a-z]\))\s+")


def sentences(row: Row, tally: Tally) -> None:
    """By spans; `right` counts the texts whose whole list of sentences is right, list marks apart."""
    document = parse(row["text"], name=row["id"], syntax=Syntax.PLAIN)
    found = [_bare(document.text[start:end]) for start, end, _ in document.sentences]
    wanted = [_bare(sentence) for sentence in row["sentences"]]
    tally.judged += 1
    tally.right += found == wanted
    common = len(set(found) & set(wanted))
    tally.hits += common
    tally.alarms += len(set(found)) - common
    tally.misses += len(set(wanted)) - common
    if found != wanted:
        note(tally, row["half"], f"{row['id']} {found}")


def _bare(sentence: str) -> str:
    return " ".join(_MARK.sub("", sentence).split())


# The verdict of each check about claims and offers; `reworded` has several names.
VERDICTS = {
    "expired": "expired", "ended": "expired", "not-yet": "not-yet", "withdrawn": "withdrawn",
    "region": "out-of-region", "channel": "out-of-channel", "permission": "no-permission",
    "cited": "cited", "unproven": "unproven", "testimonial": "unproven", "contradicted": "wrong-number",
    "reworded": "reworded", "overstated": "reworded", "expiring": "expiring",
}  # fmt: skip


@cache
def _claims_guide() -> Guide:
    return load_guide(DATA / "claims-guide")


def claims(row: Row, tally: Tally) -> None:
    """By statements; `right` counts the found ones whose verdict is right."""
    place = row["context"]
    facts = list(place.get("facts", ()))
    context = Context(
        guide=_claims_guide(),
        today=TODAY,
        brief=Brief(region=place["region"], facts=facts),
        channel=place["channel"],
    )
    document = parse(row["text"], name=row["id"], syntax=Syntax.MARKDOWN)
    told = [
        (one.location.start, one.location.end, VERDICTS[one.check.partition(".")[2]])
        for one in check(document, context).findings
        if one.check.startswith(("claims.", "offers.")) and one.check.partition(".")[2] in VERDICTS
    ]
    held = [document.locate(fact.start, fact.end) for fact in verdicts(document, context).facts]
    supported = [(one.start, one.end, "supported") for one in held]
    met: set[tuple[int, int, str]] = set()
    for statement in row["statements"]:
        low, high = statement["span"]
        here = [one for one in told if one[0] < high and low < one[1]]
        met.update(here)
        here += [one for one in supported if one[0] < high and low < one[1]]
        if not here:
            tally.misses += 1
            note(tally, row["half"], f"{row['id']} missed “{statement['quote']}” in: {row['text']}")
            continue
        tally.hits += 1
        tally.judged += 1
        right = here[0][2] == statement["verdict"]
        tally.right += right
        if not right:
            said = f"{here[0][2]}, not {statement['verdict']}, of “{statement['quote']}”"
            note(tally, row["half"], f"{row['id']} {said} in: {row['text']}")
    for alarm in sorted({one[:2] for one in told} - {one[:2] for one in met}):
        tally.alarms += 1
        said = row["text"][slice(*alarm)]
        note(tally, row["half"], f"{row['id']} false alarm “{said}” in: {row['text']}")


# What an error may be called that is about what a sentence says, and not about the page around it.
_SAID = ("claims.", "offers.", "terms.", "format.foreign", "format.prompt", "asks.unapproved")


@cache
def _model_page(brand: str) -> tuple[Guide, Draft]:
    """A sample brand, and a page for it that a model is said to have written."""
    guide = load_guide(brands_dir() / brand)
    format = load_formats([prompts_dir()])["landing-page"]
    brief = load_brief(brands_dir() / brand / "examples" / "landing-page.yaml")
    draft = write(format, brief, guide=guide, writer=OfflineWriter(), today=TODAY)
    return guide, replace(draft, writer="test:model")


def invented(row: Row, tally: Tally) -> None:
    """By sentences, each alone in a page; `right` counts those held back or left alone as they should be."""
    guide, draft = _model_page(row["brand"])
    path = "sections[0].heading" if row["place"] == "headline" else "sections[0].body"
    page = replace(draft, fields=set_leaf({}, path, row["text"]))
    errors = judge(page, guide=guide, today=guide.today(TODAY)).report.errors
    told = sorted({one.check for one in errors if one.check.startswith(_SAID)})
    tally.judged += 1
    tally.right += bool(told) == row["invented"]
    tally.hits += bool(told) and row["invented"]
    if row["invented"] and not told:
        tally.misses += 1
        note(tally, row["half"], f"{row['id']} missed ({row['kind']}): {row['text']}")
    if told and not row["invented"]:
        tally.alarms += 1
        said = next(one.quote for one in errors if one.check.startswith(_SAID))
        note(tally, row["half"], f"{row['id']} false alarm {told} “{said}” in: {row['text']}")


def keywords(row: Row, tally: Tally) -> None:
    """By matches with equal spans; `right` counts the texts without a slip."""
    phrases = (row["keyphrase"], *row["variants"], *row["synonyms"])
    book = Phrasebook([Phrase("keyword", phrase, loose=True) for phrase in phrases])
    document = parse(row["text"], name=row["id"], syntax=Syntax.PLAIN)
    places = [document.locate(hit.start, hit.end) for hit in book.find(document)]
    found = {(place.start, place.end) for place in places}
    wanted = {(match["span"][0], match["span"][1]) for match in row["matches"]}
    tally.hits += len(found & wanted)
    tally.alarms += len(found - wanted)
    tally.misses += len(wanted - found)
    tally.judged += 1
    tally.right += found == wanted
    for start, end in sorted(found ^ wanted):
        kind = "missed" if (start, end) in wanted else "false alarm"
        said = f"{row['id']} {kind} “{row['text'][start:end]}” for {phrases} in: {row['text']}"
        note(tally, row["half"], said)


def terms(row: Row, tally: Tally) -> None:
    """By the starts of hits; `right` counts the cases whose starts and rules are all right."""
    rules: Sequence[Row] = row["rules"]
    made = [
        Term(
            avoid=list(rule["avoid"]),
            unless=list(rule["unless"]),
            inflect=rule["inflect"],
            case=rule["case"],
            reason=f"Rule {number}.",
        )
        for number, rule in enumerate(rules)
    ]
    document = parse(row["text"], name=row["id"], syntax=Syntax.MARKDOWN)
    context = Context(guide=replace(_claims_guide(), terms=tuple(made)), today=TODAY)
    found = {
        (one.location.start, int(one.advice.rpartition("Rule ")[2].rstrip(".")))
        for one in check(document, context).findings
        if one.check in ("terms.avoid", "terms.banned") and "Rule " in one.advice
    }
    quoted = {(hit["start"], hit["term"]) for hit in row["quoted"]}
    wanted = {(hit["start"], hit["term"]) for hit in row["hits"]}
    found -= quoted
    tally.hits += len(found & wanted)
    tally.alarms += len(found - wanted)
    tally.misses += len(wanted - found)
    tally.judged += 1
    tally.right += found == wanted
    if found != wanted:
        said = f"{row['id']} {row['kind']}: {[rule['avoid'] for rule in rules]} in: {row['text']}"
        note(tally, row["half"], said)


def _terms() -> Iterator[Row]:
    """The cases that data/terms.py makes, as rows."""
    import runpy
    from dataclasses import asdict

    for case in runpy.run_path(str(DATA / "terms.py"))["cases"]():
        yield asdict(case)


SETS: Mapping[str, tuple[Callable[[], Iterable[Row]], Callable[[Row, Tally], None], str]] = {
    "passive": (lambda: rows("passive"), passive, "phrases covered"),
    "sentences": (lambda: rows("sentences"), sentences, "texts all right"),
    "claims": (lambda: rows("claims"), claims, "verdicts right"),
    "claims-more": (lambda: rows("claims-more"), claims, "verdicts right"),
    "claims-third": (lambda: rows("claims-third"), claims, "verdicts right"),
    "invented": (lambda: rows("invented"), invented, "sentences right"),
    "invented-names": (lambda: rows("invented-names"), invented, "sentences right"),
    "invented-plain": (lambda: rows("invented-plain"), invented, "sentences right"),
    "terms": (_terms, terms, "cases right"),
    "keywords": (lambda: rows("keywords"), keywords, "texts right"),
}


def is_there(name: str) -> bool:
    """Whether a set's file exists."""
    return any((DATA / f"{name}{ending}").is_file() for ending in (".jsonl", ".py"))


def score(name: str, *, most: int | None = None) -> Mapping[str, Tally]:
    """Runs a set; `most` cuts each half to its first cases."""
    read, judge, _ = SETS[name]
    tallies = {half: Tally() for half in HALVES}
    seen = dict.fromkeys(HALVES, 0)
    for row in read():
        half = row["half"]
        seen[half] += 1
        if most is None or seen[half] <= most:
            judge(row, tallies[half])
    return tallies


# ── a guide's rules ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A rule or a case, whether it came out right, and if not why."""

    id: str
    right: bool
    why: str = ""


def _found(text: str, guide: Guide) -> tuple[Finding, ...]:
    document = parse(text, name="sentence", syntax=Syntax.MARKDOWN)
    return check(document, Context(guide=guide, today=guide.today(TODAY))).findings


def try_rules(rules: Iterable[Row], guide: Guide) -> list[Tried]:
    """A rule is right if every bad sentence is flagged and no good one is.

    Where a rule names `checks`, only findings of these flag a bad sentence; a good one must have none at all.
    """
    tried: list[Tried] = []
    for rule in rules:
        wanted = tuple(rule.get("checks", ()))
        why: list[str] = []
        for text in rule["bad"]:
            told = sorted({one.check for one in _found(text, guide)})
            if not any(one in wanted or not wanted for one in told):
                why.append(f"not flagged ({', '.join(told) or 'nothing'}): {text}")
        for text in rule["good"]:
            alarms = [f"{one.check} “{one.quote}”" for one in _found(text, guide)]
            if alarms:
                why.append(f"flagged ({'; '.join(alarms)}): {text}")
        tried.append(Tried(id=rule["id"], right=not why, why="\n      ".join(why)))
    return tried


def try_items(items: Iterable[Row], guide: Guide) -> list[Tried]:
    """A sentence is right if its labelled word is flagged as a violation, or left alone where it is fine.

    What is only suggested in quoted speech counts as left alone; borderline sentences are left out.
    """
    tried: list[Tried] = []
    for number, item in enumerate(items, 1):
        if item["label"] == "borderline":
            continue
        text, term = item["sentence"], item["term"]
        flagged = any(
            re.search(rf"\b{re.escape(term)}", one.quote, re.IGNORECASE)
            for one in _found(text, guide)
            if one.severity is not Severity.SUGGESTION and one.check.startswith(("terms.", "custom."))
        )
        right = flagged == (item["label"] == "violation")
        why = "" if right else f"{'flagged' if flagged else 'left alone'}, {item['label']}: {text}"
        tried.append(Tried(id=f"{term} {number}", right=right, why=why))
    return tried


def _try(path: Path, guide: Guide) -> list[Tried]:
    tree = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(tree, dict):
        return try_items(tree["items"], guide) if "items" in tree else try_rules(tree["rules"], guide)
    return try_rules(tree, guide)


def try_golden(path: Path) -> list[Tried]:
    """The English golden rules of pysbd's source distribution, by our splitter of plain text.

    A rule is right if all its sentences are, white space apart, as pysbd's own benchmark has it.
    """
    with tarfile.open(path) as packed:
        (name,) = [one for one in packed.getnames() if one.endswith("benchmarks/english_golden_rules.py")]
        member = packed.extractfile(name)
        assert member is not None
        tree = ast.parse(member.read().decode("utf-8"))
    (assigned,) = [node for node in tree.body if isinstance(node, ast.Assign)]
    tried = []
    for number, (text, wanted) in enumerate(ast.literal_eval(assigned.value), 1):
        found = [" ".join(text[start:end].split()) for start, end in split_sentences(text)]
        right = found == [" ".join(one.split()) for one in wanted]
        tried.append(Tried(id=f"rule {number}", right=right, why="" if right else str(found)))
    return tried


# ── printing ────────────────────────────────────────────────────────────────────────────────────────


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _print_sets(names: Sequence[str], *, misses: bool) -> None:
    print(f"{'set':<13}{'half':<6}{'found':>6}{'alarms':>8}{'missed':>8}{'P %':>8}{'R %':>8}{'F1 %':>8}")
    for name in names:
        for half, tally in score(name).items():
            print(
                f"{name:<13}{half:<6}{tally.hits:>6}{tally.alarms:>8}{tally.misses:>8}"
                f"{_percent(tally.precision):>8}{_percent(tally.recall):>8}{_percent(tally.f1):>8}"
                f"   {SETS[name][2]}: {tally.right}/{tally.judged} = {_percent(tally.share)} %"
            )
            for line in tally.wrong if misses else ():
                print(f"      {line}")


def _figures(tally: Tally, of: str) -> dict[str, object]:
    return {
        "found": tally.hits,
        "alarms": tally.alarms,
        "missed": tally.misses,
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        of: round(tally.share, 4),
        "judged": tally.judged,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table, or JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}")
    parser.add_argument("--rules", type=Path, help="a JSON file of rules or of sentences in context")
    parser.add_argument("--brand", type=Path, help="the brand folder that --rules is tried on")
    parser.add_argument("--golden", type=Path, help="pysbd's source distribution, whose rules are tried")
    parser.add_argument("--misses", action="store_true", help="list the tune half's slips")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.rules or asked.golden:
        if asked.rules and not asked.brand:
            parser.error("--rules needs --brand")
        file = asked.rules or asked.golden
        tried = _try(file, load_guide(asked.brand)) if asked.rules else try_golden(file)
        right = sum(one.right for one in tried)
        if asked.json:
            wrong = {one.id: one.why for one in tried if not one.right}
            print(json.dumps({"right": right, "of": len(tried), "wrong": wrong}, ensure_ascii=False))
            return
        print(f"{file.name}: {right} of {len(tried)} right")
        for one in tried:
            if not one.right:
                print(f"  {one.id}: {one.why}")
        return
    unknown = set(asked.sets) - SETS.keys()
    if unknown:
        parser.error(f"there is no set {', '.join(sorted(unknown))}")
    names = [name for name in asked.sets or SETS if is_there(name)]
    if asked.json:
        told = {
            name: {half: _figures(tally, SETS[name][2]) for half, tally in score(name).items()}
            for name in names
        }
        json.dump(told, sys.stdout, indent=1)
        print()
        return
    _print_sets(names, misses=asked.misses)


if __name__ == "__main__":
    main()
