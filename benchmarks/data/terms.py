"""Makes more than 2,000 cases of (avoided terms, text, expected hits) from hand-written words and frames.

Run it to print them as JSON lines; import `cases` to have them. Nothing is drawn at random: every run gives
the same cases in the same order. Our own text, Apache-2.0.

Labelling rules:

- A term is what `terms.yaml` calls one: `avoid` (words or phrases), `unless`, `inflect`, `case`.
- A hit is an avoided word in any of its inflections, in any case unless `case` is set, in running text:
  also in a heading, a list, emphasis, a link's text, or over a line break inside a paragraph. All forms were
  written out by hand below.
- The span of a hit is the form without a possessive ending ("stakeholder" in "stakeholder's"). A finding that
  begins at the same place has found it.
- Where two terms begin at the same word, only the longest is a hit. `term`: the index of the rule that hits.
- No hit: a form of another word that holds the letters ("flame" for "lame"), words of the same family that
  are no inflection ("shipment" for "ship"), the term inside a phrase that `unless` lists word for word, other
  forms where `inflect` is off, other case where `case` is on, and anything in code, a code block, a URL, an
  email address, a file path or a merge tag.
- Quoted speech with a speaker is nobody's house style: what stands in it is listed under `quoted` and is no
  hit. A checker may tell of it in a lower voice.
- `half`: the words of each list alternate between tune and held, so that held has words that tune has not.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Literal

__all__ = ["Case", "Half", "Hit", "Rule", "cases"]

Half = Literal["tune", "held"]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """An avoided term, with the settings of `terms.yaml`."""

    avoid: tuple[str, ...]
    unless: tuple[str, ...] = ()
    inflect: bool = True
    case: bool = False


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A place that should be found: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str
    term: int = 0


@dataclass(frozen=True, kw_only=True)
class Case:
    """One text (Markdown), the terms that it is held against, and what should be found."""

    id: str
    half: Half
    kind: str
    rules: tuple[Rule, ...]
    text: str
    hits: tuple[Hit, ...]
    quoted: tuple[Hit, ...] = field(default=())


# ── Words, each with all of its forms: base, third person, past, participle(s), -ing ────────────────────
VERBS = """
leverage leverages leveraged leveraged leveraging
utilize utilizes utilized utilized utilizing
facilitate facilitates facilitated facilitated facilitating
empower empowers empowered empowered empowering
streamline streamlines streamlined streamlined streamlining
commence commences commenced commenced commencing
terminate terminates terminated terminated terminating
supercharge supercharges supercharged supercharged supercharging
onboard onboards onboarded onboarded onboarding
disrupt disrupts disrupted disrupted disrupting
amplify amplifies amplified amplified amplifying
diversify diversifies diversified diversified diversifying
ship ships shipped shipped shipping
submit submits submitted submitted submitting
refer refers referred referred referring
unplug unplugs unplugged unplugged unplugging
drive drives drove driven driving
undertake undertakes undertook undertaken undertaking
overcome overcomes overcame overcome overcoming
rewrite rewrites rewrote rewritten rewriting
shrink shrinks shrank shrunk shrinking
seek seeks sought sought seeking
withdraw withdraws withdrew withdrawn withdrawing
catch catches caught caught catching
crush crushes crushed crushed crushing
whizz whizzes whizzed whizzed whizzing
channel channels channelled channelled channelling
mimic mimics mimicked mimicked mimicking
freeze freezes froze frozen freezing
forecast forecasts forecast forecast forecasting
"""
# singular, plural
NOUNS = """
stakeholder stakeholders
synergy synergies
deliverable deliverables
paradigm paradigms
touchpoint touchpoints
takeaway takeaways
guru gurus
ninja ninjas
analysis analyses
criterion criteria
matrix matrices
salesman salesmen
housewife housewives
hero heroes
learning learnings
bandwidth bandwidths
journey journeys
granny grannies
pitch pitches
mouse mice
foreman foremen
hack hacks
vendor vendors
box boxes
thief thieves
resource resources
crisis crises
goose geese
"""
# positive, comparative, superlative
ADJECTIVES = """
easy easier easiest
cheap cheaper cheapest
lame lamer lamest
crazy crazier craziest
big bigger biggest
simple simpler simplest
bad worse worst
hip hipper hippest
savvy savvier savviest
sleek sleeker sleekest
dumb dumber dumbest
sexy sexier sexiest
"""
PHRASES = """
reach out, reaches out, reached out, reaching out
touch base, touches base, touched base, touching base
circle back, circles back, circled back, circling back
drill down, drills down, drilled down, drilling down
move the needle, moves the needle, moved the needle, moving the needle
think outside the box, thinks outside the box, thought outside the box, thinking outside the box
go the extra mile, goes the extra mile, went the extra mile, gone the extra mile
take it offline, takes it offline, took it offline, taking it offline
double down, doubles down, doubled down, doubling down
boil the ocean, boils the ocean, boiled the ocean, boiling the ocean
lean in, leans in, leant in, leaning in
break the mold, breaks the mold, broke the mold, breaking the mold
pain point, pain points
quick win, quick wins
pet parent, pet parents
game changer, game changers
fur baby, fur babies
low-hanging fruit, low-hanging fruits
point of contact, points of contact
best practice, best practices
"""
ACRONYMS = "KPI FAQ SME CTA PDF NGO CEO API RFP GIF".split()
# term: words that hold its letters and are other words
LOOKALIKES = """
lame: flame blame lament
ship: relationship worship shipment
hip: chip hippo whip
man: mango manage human
hack: shack hackney whack
easy: queasy uneasy greasy
box: boxer boxwood outbox
crush: crusher
mice: micelle
hero: heroine heroic
pitch: pitcher pitchfork
rat: rate scratch ratio
use: useful house fuse
art: start artist cartoon
old: gold folder
own: town brown owner
age: page agent cabbage
bad: badge badger Sinbad
act: actual factory contact
host: hostage ghost hostel
seat: seaton unseat
tire: entire satire attire
bit: rabbit bitter orbit
cheap: cheapskate
guru: Gurung
rank: Frank crank rankle
tool: stool toolbox
sexy: unsexy
new: news sinew renew
"""
# avoided, a phrase in which it is fine, a sentence with the phrase, a sentence without
EXCEPTIONS = (
    ("deploy", "deploy code", "We deploy code on Tuesdays.", "We deploy a clown on Tuesdays."),
    ("drive", "hard drive", "The hard drive hums.", "They drive results and buses."),
    ("log in", "log in to the VPN", "First log in to the VPN.", "You log in with a fish."),
    ("fight", "fire fight", "It was a fire fight and a half.", "We fight prices."),
    ("crazy", "crazy paving", "Our crazy paving is popular.", "That is a crazy idea."),
    ("solution", "saline solution", "Rinse it in saline solution.", "Here is a solution for soup."),
    ("kill", "kill switch", "Press the kill switch.", "We kill germs."),
    ("master", "master key", "Dee has the master key.", "He will master the oboe."),
    ("blind", "blind spot", "Mind the blind spot.", "It was a blind guess."),
    ("resource", "resource page", "See the resource page.", "A good resource never sleeps."),
    ("journey", "train journey", "The train journey takes a day.", "Begin your journey here."),
    ("dead", "dead end", "The lane is a dead end.", "The old plan is dead."),
    ("guys", "wise guys", "The film is about wise guys.", "Hello guys, sit down."),
    ("hack", "hack saw", "Pass me the hack saw.", "A hack for tired cooks."),
    ("platform", "platform shoes", "Her platform shoes got stuck.", "Our platform grows."),
    ("ecosystem", "pond ecosystem", "Frogs help the pond ecosystem.", "Join our ecosystem."),
    ("leverage", "financial leverage", "The bank fears financial leverage.", "We leverage teapots."),
    ("native", "native plants", "We grow native plants.", "She is a native of the app."),
    ("crush", "crush hour", "It is crush hour at the bar.", "We crush quotas."),
    ("target", "target practice", "Archers love target practice.", "We target bakers."),
)
# a short term, a longer one that begins with it
NESTED = (
    ("customer", "customer journey"), ("data", "data lake"), ("growth", "growth hacking"),
    ("thought", "thought leader"), ("pain", "pain point"), ("user", "user experience"),
    ("change", "change agent"), ("key", "key takeaway"), ("value", "value proposition"),
    ("brand", "brand evangelist"), ("deep", "deep dive"), ("hard", "hard stop"),
    ("team", "team player"), ("mind", "mind share"), ("silver", "silver bullet"), ("swim", "swim lane"),
    ("guard", "guard rail"), ("road", "road map"), ("soft", "soft launch"), ("sand", "sand box"),
)  # fmt: skip
# written so, not so: only the first is avoided, since `case` is on
CASED = (
    ("US", "us"), ("IT", "it"), ("Excel", "excel"), ("Polish", "polish"), ("WHO", "who"), ("AIDS", "aids"),
    ("Swift", "swift"), ("Slack", "slack"), ("March", "march"), ("Java", "java"), ("Turkey", "turkey"),
    ("Teams", "teams"), ("SAT", "sat"), ("Notion", "notion"),
)  # fmt: skip

# ── Frames; "{}" is where the form stands, "{^}" where it begins a sentence ───────────────────────────
BASE = ("Please don't {} it before lunch.", "Who will {} them first?", "We {} it whenever Dee is away.")
THIRD = ("She {} it every Monday.", "Nobody here {} that but Karl.", "The new baker {} them without a map.")
PAST = ("Last year we {} it twice.", "The committee {} them over tea.", "My uncle {} it in 1994, sadly.")
PARTICIPLE = ("It has been {} before.", "Anything {} by noon counts, says the sign.")
GERUND = ("They keep {} it.", "{^} them takes a whole afternoon.", "Before {} anything, ask Dee.")
SINGULAR = ("Every {} needs a hat.", "Is that the {}, or are you tired?", "The last {} left at noon.")
PLURAL = ("Most {} sleep late.", "{^} cost money, so we have few.", "We counted forty {}; none of them sang.")
OWNER = ("The {}'s hat fell off.", "Some {}’s lunch is sacred.")
OWNERS = ("The {}' hats fell off.", "Both {}’ lunches were late.")
ADJECTIVE = ("It was a rather {} lamp.", "{^} lamps sell out.", "Nothing here looks {}, we hope.")
COMPARED = ("Is this one {} than that?", "One {} day followed.", "{^} still: the door was pink.")
UTMOST = ("The {} of them all wore green.", "It was her {} coat.", "Whose is the {}?")
WITH_PHRASE = (
    "Mostly, the word for it is {}, and no one laughs.", "{^}, they said, and went home.", "Not {} again!",
)  # fmt: skip
ACRONYM = ("Our {} is late.", "Ask about the ({}) on page nine.", "{}: read it aloud.")
ACRONYMS_MANY = ("Too many {}s spoil the soup.", "All {}s, big or small, go here.")
MARKED = (
    "# {^} for beginners", "- {}\n- soup\n- rope", "It is *{}*, and that's that.", "It is **{}**: so what?",
    "Why {}? Why not soup?", "1. {^}\n2. Soup",
    "Meet the [{} of the year](https://www.oats.example/a) tonight.",
)  # fmt: skip
SHAPES = ("{}", "({})", "{},", "{}.", "{}!", "…{}")
HIDDEN = (
    "Type `{}` and press the key.", "Run `soup --{} --now` twice.",
    "See https://www.oats.example/{}/menu for more.", "Write to {}@oats.example today.",
    "Open /usr/share/{}/notes.txt first.", "Dear {{{{ {} }}}}, the soup is ready.",
    "Dear *|{}|*, the soup is ready.", "```\nlet {} = soup\n```\n\nThat was code.",
    "Have a look at www.{}.example today.", "The page is [over here](https://www.oats.example/{}).",
    "Save it as C:\\soup\\{}\\menu.doc and close it.", "![a bowl](img/{}.png)",
)  # fmt: skip
# "{}" in running text, "<>" where it does not count
BOTH = (
    "The word {} is `<>` in code.", "The {} lives at https://www.oats.example/<>.html for now.",
    "Dear {{ <> }}, what is the {}?",
)  # fmt: skip
SPOKEN = (
    "“We had the {} once,” says Nora Vale, who sells ladders.", '"It was all {} to me," said Karl.',
    "“Every {} is a surprise.” – Ama Cole, baker", "Karl said, “Bring me the {}.”",
)  # fmt: skip
STRAY = (
    "The {} stood in the rain.", "Nobody had seen the {} since noon.",
    "It is all about {}, as the poets say.",
)  # fmt: skip

Found = tuple[str, tuple[Hit, ...]]


def _fill(frame: str, form: str, *, term: int = 0) -> Found:
    """The frame with the form in each blank, and a hit for each."""
    text, hits = "", []
    for piece in re.split(r"(\{\^?\})", frame):
        if piece not in ("{}", "{^}"):
            text += piece
            continue
        word = form[0].upper() + form[1:] if piece == "{^}" else form
        hits.append(Hit(start=len(text), end=len(text) + len(word), quote=word, term=term))
        text += word
    return text, tuple(hits)


def _lines(block: str) -> Iterator[list[str]]:
    return (line.split() for line in block.strip().splitlines())


def _half(index: int) -> Half:
    return "held" if index % 2 else "tune"


Draft = tuple[Half, str, tuple[Rule, ...], str, tuple[Hit, ...], tuple[Hit, ...]]


def _each(half: Half, kind: str, rule: Rule, frames: Iterable[str], form: str) -> Iterator[Draft]:
    for frame in frames:
        text, hits = _fill(frame, form)
        yield half, kind, (rule,), text, hits, ()


def _inflected() -> Iterator[Draft]:
    for index, (base, third, past, participle, gerund) in enumerate(_lines(VERBS)):
        rule, half = Rule(avoid=(base,)), _half(index)
        table: Sequence[tuple[Sequence[str], str]] = (
            (BASE, base), (THIRD, third), (PAST, past), (PARTICIPLE, participle), (GERUND, gerund),
        )  # fmt: skip
        for frames, form in table:
            yield from _each(half, "verb", rule, frames, form)
    for index, (one, many) in enumerate(_lines(NOUNS)):
        rule, half = Rule(avoid=(one,)), _half(index)
        yield from _each(half, "noun", rule, SINGULAR, one)
        yield from _each(half, "noun", rule, PLURAL, many)
        yield from _each(half, "possessive", rule, OWNER, one)
        # "salesmen's", but "stakeholders'"
        yield from _each(half, "possessive", rule, OWNERS if many.endswith("s") else OWNER[:1], many)
    for index, forms in enumerate(_lines(ADJECTIVES)):
        for frames, form in zip((ADJECTIVE, COMPARED, UTMOST), forms, strict=True):
            yield from _each(_half(index), "adjective", Rule(avoid=(forms[0],)), frames, form)
    for index, line in enumerate(PHRASES.strip().splitlines()):
        forms = line.split(", ")
        rule = Rule(avoid=(forms[0],))
        for form in forms:
            yield from _each(_half(index), "phrase", rule, WITH_PHRASE, form)
        wrapped = forms[-1].replace(" ", "\n", 1)
        yield from _each(_half(index), "line break", rule, WITH_PHRASE[:1], wrapped)
        first, last = forms[0].split(" ", 1)
        for text in (f"The {first}, they say, is not the {last}.", f"We like the {first} and also {last}."):
            yield _half(index), "phrase apart", (rule,), text, (), ()
    for index, name in enumerate(ACRONYMS):
        rule, half = Rule(avoid=(name,)), _half(index)
        yield from _each(half, "acronym", rule, ACRONYM, name)
        yield from _each(half, "acronym", rule, OWNER, name)
        for frame in ACRONYMS_MANY:
            text, (hit,) = _fill(frame, name)
            plural = Hit(start=hit.start, end=hit.end + 1, quote=name + "s")
            yield half, "acronym", (rule,), text, (plural,), ()
        for frame in ("Room X{} is locked.", "The {}X is a boat.", "We sail the {}LAND on Sundays."):
            yield half, "acronym look-alike", (rule,), frame.format(name), (), ()


def _written() -> Iterator[Draft]:
    """Case, punctuation and markup around a term, and the places where it does not count."""
    words = [forms[0] for forms in _lines(NOUNS)]
    for index, word in enumerate(words):
        rule, half = Rule(avoid=(word,)), _half(index)
        yield from _each(half, "markup", rule, MARKED, word)
        shape = SHAPES[index % len(SHAPES)]
        for form in (word.upper(), word.capitalize()):
            yield from _each(half, "case", rule, (f"So they wrote {shape} in chalk.",), form)
        for frame in HIDDEN:
            yield half, "hidden", (rule,), frame.format(word), (), ()
        for frame in BOTH:
            text, hits = _fill(frame.replace("<>", word), word)
            yield half, "hidden and open", (rule,), text, hits, ()
        for frame in SPOKEN:
            text, hits = _fill(frame, word)
            yield half, "quoted", (rule,), text, (), hits


def _settled() -> Iterator[Draft]:
    """What the settings of a term change: `unless`, `inflect`, `case`, a longer term beside it."""
    for index, (word, phrase, fine, wrong) in enumerate(EXCEPTIONS):
        excepted, half = (Rule(avoid=(word,), unless=(phrase,)),), _half(index)
        start = wrong.lower().index(word)
        hit = Hit(start=start, end=start + len(word), quote=wrong[start : start + len(word)])
        yield half, "exception", excepted, fine, (), ()
        yield half, "exception", excepted, wrong, (hit,), ()
        yield half, "exception", excepted, f"{wrong} {fine}", (hit,), ()
        moved = Hit(start=start + len(fine) + 1, end=hit.end + len(fine) + 1, quote=hit.quote)
        yield half, "exception", excepted, f"{fine} {wrong}", (moved,), ()
    for index, (short, long) in enumerate(NESTED):
        half = _half(index)
        for rules, of in (
            ((Rule(avoid=(short,)), Rule(avoid=(long,))), 1),
            ((Rule(avoid=(long,)), Rule(avoid=(short,))), 0),
        ):
            text, hits = _fill("Here comes the {} again.", long, term=of)
            yield half, "longest", rules, text, hits, ()
            text, hits = _fill("They only said {}, nothing else.", short, term=1 - of)
            yield half, "longest", rules, text, hits, ()
            text, hits = _fill("Draw me a {} on a napkin, please.", long, term=of)
            second = f" By {short} I mean soup."
            at = len(text) + 4
            more = Hit(start=at, end=at + len(short), quote=short, term=1 - of)
            yield half, "longest", rules, text + second, (*hits, more), ()
    for index, (written, other) in enumerate(CASED):
        rule, half = Rule(avoid=(written,), case=True, inflect=False), _half(index)
        frames = ("They wrote about {} again.", "{} is the word.", "Nearly {}?")
        yield from _each(half, "cased", rule, frames, written)
        for text in (f"They wrote about {other} again.", f"We had {other}, then soup.", f"Is it {other}?"):
            yield half, "cased", (rule,), text, (), ()
    for index, (base, third, past, _, gerund) in enumerate(_lines(VERBS)):
        rule, half = Rule(avoid=(base,), inflect=False), _half(index)
        yield from _each(half, "no inflection", rule, BASE[:1], base)
        others = ((THIRD, third), (GERUND, gerund)) + (((PAST, past),) if past != base else ())
        for sentences, form in others:
            yield half, "no inflection", (rule,), _fill(sentences[0], form)[0], (), ()
    for index, line in enumerate(LOOKALIKES.strip().splitlines()):
        word, others_named = line.split(": ")
        for other in others_named.split():
            for frame in STRAY:
                yield _half(index), "look-alike", (Rule(avoid=(word,)),), _fill(frame, other)[0], (), ()


def cases() -> tuple[Case, ...]:
    """All cases, in a fixed order, each once."""
    made: dict[tuple[tuple[Rule, ...], str], Case] = {}
    for half, kind, rules, text, hits, quoted in (*_inflected(), *_written(), *_settled()):
        case = Case(
            id=f"t{len(made) + 1:04}", half=half, kind=kind, rules=rules, text=text, hits=hits, quoted=quoted
        )
        made.setdefault((rules, text), case)
    return tuple(made.values())


def main() -> None:
    """Prints the cases as JSON lines."""
    for case in cases():
        sys.stdout.write(json.dumps(asdict(case), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
