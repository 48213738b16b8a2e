"""Which audience a person belongs to, by title, industry and company size, with the reason in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copykit.guide import Guide
from copykit.guide.types import Audience, Size
from copykit.text.inflect import bases, spellings
from copykit.wording import listed

__all__ = ["Person", "Verdict", "barred", "find_audience", "headcount"]

# How much each speaks for an audience. A title tells more than an industry, which all of a brand's
# audiences may share; our own choice.
TITLE, INDUSTRY, SIZE, TRIGGER = 4.0, 2.0, 1.0, 0.5
PARTLY = 0.5  # of that, when only a part of the words is there
LEAST = INDUSTRY * PARTLY  # what has to speak for an audience at least

# What job titles shorten (common knowledge of CRM lists).
_SHORT = dict(
    row.strip().split(": ")
    for row in """
mgr: manager|mngr: manager|mgmt: management|dir: director|sr: senior|jr: junior|vp: vice president|
svp: senior vice president|evp: executive vice president|asst: assistant|assoc: associate|
exec: executive|ops: operations|tech: technician|techs: technicians|admin: administrator|
coord: coordinator|supv: supervisor|hr: human resources|ceo: chief executive officer|
cfo: chief financial officer|coo: chief operating officer|cto: chief technology officer|
cmo: chief marketing officer|it: information technology|vet: veterinary|vets: veterinary|
veterinarian: veterinary|med: medical|dept: department|mktg: marketing|eng: engineering|
gm: general manager|md: managing director|coowner: owner|cofounder: founder|hosp: hospital
""".replace("\n", "|").split("|")
    if row.strip()
)
_SMALL = frozenset(
    "a an and at by de for in of on the to und y & service services company other general".split()
)
_COUNT = re.compile(r"(\d[\d,. ’']*\d|\d)\s*([kKmM]?)(?![\w%])")


@dataclass(frozen=True, kw_only=True)
class Person:
    """What a row tells of somebody; "" for what it does not.

    Attributes:
        more: further text about them in which triggers and disqualifiers are looked for.
    """

    title: str = ""
    industry: str = ""
    size: str = ""
    company: str = ""
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The audience that somebody belongs to.

    Attributes:
        audience: its id; "" when none fits.
        reason: why, or why none.
        disqualified: whether a disqualifier of the guide rules them out.
    """

    audience: str
    reason: str
    disqualified: bool = False


def find_audience(person: Person, guide: Guide) -> Verdict:
    """The audience whose `fit` speaks most for a person; of two that are equal, the guide's first.

    A disqualifier, a company outside of the size, and a title or an industry that is known and is none of the
    audience's rule it out, whatever else speaks for it.
    """
    best: tuple[float, Audience, list[str]] | None = None
    out: dict[str, bool] = {}
    for audience in guide.audiences:
        worth, reasons, against = _speaks(person, audience)
        if worth < LEAST:
            continue
        if reason := barred(person, audience):
            out[reason] = True
        elif against:
            continue
        elif outside := _outside(person.size, audience.fit.size):
            out[f"{outside} for {audience.plural}"] = False
        elif best is None or worth > best[0]:
            best = worth, audience, reasons
    if best:
        return Verdict(audience=best[1].id, reason=listed(best[2]))
    if any(out.values()):
        return Verdict(audience="", reason=next(one for one in out if out[one]), disqualified=True)
    return Verdict(audience="", reason="; ".join(out) or _nobody(person))


def barred(person: Person, audience: Audience) -> str:
    """The disqualifier of an audience that a person meets, with its place in the guide; "" when none."""
    whole = _whole(person)
    for one in audience.fit.disqualifiers:
        if _holds(whole, one):
            place = audience.fit.place
            return f"“{one}” is a disqualifier ({place.at('disqualifiers').path}:{place.of('disqualifiers')})"
    return ""


def _whole(person: Person) -> list[str]:
    return _words(" ".join((person.title, person.industry, person.company, person.more)))


def _nobody(person: Person) -> str:
    said = [
        f"{what} “{value}”"
        for what, value in (("title", person.title), ("industry", person.industry))
        if value
    ]
    if not said:
        return "neither a title nor an industry is known"
    return f"no audience of the guide fits {listed(said)}"


def _speaks(person: Person, audience: Audience) -> tuple[float, list[str], bool]:
    """How much speaks for an audience, what does, the most telling first, and whether something does not."""
    fit = audience.fit
    worth, reasons, against = 0.0, list[str](), False
    for value, wanted, weight, name in (
        (person.title, fit.titles, TITLE, "title"),
        (person.industry, fit.industries, INDUSTRY, "industry"),
    ):
        share, match = _likest(value, wanted, strict=name == "title")
        if share:
            worth += weight * share
            nearly = "" if share == 1 else "nearly "
            same = _words(value) == _words(match)
            reasons.append(f"{name} “{value}”" if same else f"{name} “{value}” ({nearly}“{match}”)")
        elif value and wanted:
            against = True
    if worth:
        if person.size and _inside(person.size, fit.size):
            worth += SIZE
            reasons.append(f"size {person.size}")
        whole = _whole(person)
        for trigger in fit.triggers:
            if _holds(whole, trigger):
                worth += TRIGGER
                reasons.append(f"“{trigger}”")
    return worth, reasons, against


def _likest(value: str, wanted: Iterable[str], *, strict: bool) -> tuple[float, str]:
    """How far a value is one of those wanted (1, a part, or 0), and which.

    A part takes more than half of the words, or more than a third where it need not be strict: industries
    are named in many ways ("Animal hospital", "Emergency hospitals").
    """
    have = frozenset(_words(value))
    best = (0.0, 0.0, "")
    for one in wanted:
        need = frozenset(_words(one))
        shared = len(have & need)
        if not shared:
            continue
        alike = shared / len(have | need)
        if need <= have:
            share = 1.0
        elif have < need or shared * (2 if strict else 3) > len(need):
            share = PARTLY
        else:
            continue
        if (share, alike) > best[:2]:
            best = (share, alike, one)
    return best[0], best[2]


def _holds(have: Sequence[str], phrase: str) -> bool:
    """Whether a text has all words of a phrase close together, in any form."""
    need = _words(phrase)
    if not need:
        return False
    room = len(need) + 2  # words that may stand between
    return any(set(need) <= set(have[at : at + room]) for at in range(len(have)))


def _words(text: str) -> list[str]:
    """The words that carry a title's or an industry's meaning, each in its base form and one spelling."""
    found: list[str] = []
    folded = text.casefold().replace("_", " ").replace("co-", "co")
    for word in re.findall(r"[^\W\d_]+", folded):
        for part in _SHORT.get(word, word).split():
            if part not in _SMALL:
                base = bases(part)[0]
                # "clinics" is many of a clinic here; "logistics" is cut on both sides alike.
                base = base[:-1] if base.endswith("ics") else base
                found.append(min(spellings(base)))
    return found


# ── Company size ────────────────────────────────────────────────────────────────────────────────────


def headcount(text: str) -> tuple[int, int | None] | None:
    """The least and the most people that "12", "11-50", "1,001+", "5K" or "51 to 200 people" speak of.

    None for the most means that there is no end; None alone, that no number is there.
    """
    numbers = [_number(*match.groups()) for match in _COUNT.finditer(text)]
    if not numbers:
        return None
    if len(numbers) > 1:
        return min(numbers[:2]), max(numbers[:2])
    folded = text.casefold()
    if "+" in text or "more" in folded or "over" in folded or ">" in text:
        return numbers[0], None
    if "<" in text or "under" in folded or "fewer" in folded or "less" in folded or "up to" in folded:
        return 1, numbers[0]
    return numbers[0], numbers[0]


def _number(digits: str, unit: str) -> int:
    # "1.5k" has a decimal point, "1.500" a mark of thousands.
    bare = re.sub(r"[,. ’'](?=\d{3}(?!\d))", "", digits).replace(" ", "").replace(",", ".")
    try:
        value = float(bare)
    except ValueError:
        value = float(re.sub(r"\D", "", digits) or 0)
    return int(value * {"k": 1_000, "m": 1_000_000}.get(unit.casefold(), 1))


def _inside(said: str, size: Size) -> bool:
    return bool(size.min or size.max) and headcount(said) is not None and not _outside(said, size)


def _outside(said: str, size: Size) -> str:
    """Why a company's size is none for an audience; "" when it is, or is not known."""
    found = headcount(said)
    if found is None:
        return ""
    least, most = found
    if size.max is not None and least > size.max:
        return f"size {said} is more than {size.max}"
    if size.min is not None and most is not None and most < size.min:
        return f"size {said} is less than {size.min}"
    return ""
