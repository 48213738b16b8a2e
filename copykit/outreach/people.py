"""What a list says of people and companies, made fit to be read: names, placeholders, who works together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = [
    "ADDRESS", "firm_key", "group_firms", "is_yes", "mail_domain", "mended_name", "real", "region_of",
    "split_name",
]  # fmt: skip

ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)  # HTML's, with a dot

# What people and exports write into a cell that has nothing to say.
_PLACEHOLDERS = frozenset(
    "n/a|#n/a|#ref!|#value!|#name?|-|--|–|—|?|??|.|unknown|undefined|(blank)|[blank]|tbd|tba|not available"
    "|not provided|[not provided]|no data|null|none|nil|nan".split("|")
)
_SURNAMES = frozenset(("null", "none", "nil", "nan"))  # people are called so
_HONORIFIC = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|rev|herr|frau)\.?\s+", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?:,\s*(?:[A-Z][A-Za-z]{0,2}\.?){1,4}|,?\s+(?:Jr|Sr|II|III|IV)\.?)+$")
_YES = frozenset(("1", "true", "yes", "y", "x", "opted out", "unsubscribed", "opt-out", "do not contact"))
_NO_FIRM = frozenset(
    "self employed|selfemployed|freelance|freelancer|independent|retired|student|stealth|home|private".split(
        "|"
    )
)
_FORM = frozenset(
    "inc incorporated llc ltd limited gmbh corp corporation co company plc pllc pc pa lp llp sa sas sarl ag"
    " kg bv nv ab oy as spa srl pty the and".split()
)
_FREE_MAIL = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|msn|icloud|me|mac|aol|proton|protonmail|pm|gmx|web|mail"
    r"|yandex|qq|163|126|zoho|comcast|att|verizon|sbcglobal|cox|bellsouth|btinternet|btopenworld|sky|virginmedia"
    r"|talktalk|orange|free|wanadoo|laposte|sfr|t-online|freenet|libero|fastmail|hey|tutanota|rediffmail)"
    r"\.(?:com|co\.uk|net|org|de|fr|it|es|ca|com\.au|co\.in|at|ch|me|ru|nl|be|ie|co\.nz)"
)
_COUNTRIES = {
    "US": "us|usa|u.s.|u.s.a.|united states|united states of america|america",
    "UK": "uk|gb|gbr|u.k.|united kingdom|great britain|britain|england|scotland|wales|northern ireland",
    "CA": "ca|can|canada",
    "EU": "eu|european union|austria|at|belgium|be|bulgaria|bg|croatia|hr|cyprus|cy|czechia|czech republic|cz"
    "|denmark|dk|estonia|ee|finland|fi|france|fr|germany|deutschland|de|greece|gr|hungary|hu|ireland|ie|italy|it"
    "|latvia|lv|lithuania|lt|luxembourg|lu|malta|mt|netherlands|the netherlands|holland|nl|poland|pl|portugal"
    "|pt|romania|ro|slovakia|sk|slovenia|si|spain|es|sweden|se",
}
_REGIONS = {country: region for region, names in _COUNTRIES.items() for country in names.split("|")}


def real(value: str, *, surname: bool = False) -> str:
    """A cell's value, or nothing where it only says that there is none ("N/A", "-", "unknown")."""
    folded = value.strip().casefold()
    empty = folded in _PLACEHOLDERS and not (surname and folded in _SURNAMES)
    return "" if empty or value.strip() == "NA" else value.strip()


def is_yes(value: str) -> bool:
    """Whether a cell of a yes-or-no column says yes."""
    return value.strip().casefold() in _YES


def split_name(whole: str) -> tuple[str, str]:
    """First and last name of "Joanne Pruitt", "Pruitt, Joanne" or "Dr. Joanne Pruitt, DVM"."""
    name = _HONORIFIC.sub("", whole.strip(), count=1) if _HONORIFIC.match(whole.strip()) else whole.strip()
    name = _CREDENTIALS.sub("", name)
    last, comma, first = name.partition(",")
    if comma and first.strip():
        return _HONORIFIC.sub("", first.strip(), count=1), last.strip()
    first, _, last = name.rstrip(",").partition(" ")
    return first, last.strip()


def mended_name(name: str) -> str:
    """A first name as one greets with it: no title before it, no emoji, not all capitals or small letters."""
    bare = "".join(letter for letter in name if unicodedata.category(letter) not in ("So", "Sk", "Cs"))
    bare = " ".join(bare.split()).strip(" ,;|")
    if match := _HONORIFIC.match(bare):
        bare = bare[match.end() :]
    if len(bare) > 2 and (bare.isupper() or bare.islower()):
        bare = re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), bare)
    return bare


def mail_domain(email: str) -> str:
    """The domain of a company's own addresses; nothing for a free-mail provider's."""
    domain = email.rpartition("@")[2].casefold() if "@" in email else ""
    return "" if _FREE_MAIL.fullmatch(domain) else domain


def firm_key(company: str) -> str:
    """A company's name without its legal form, case and marks; nothing for "self-employed" and the like."""
    apart = unicodedata.normalize("NFKD", company.casefold()).replace("&", " and ")
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", re.sub("['’.]", "", bare))
    core = [word for word in words if word not in _FORM] or words
    key = " ".join(core)
    return "" if key in _NO_FIRM else key


def group_firms(people: Sequence[tuple[str, str]]) -> list[int]:
    """For each (company, email) the number of its company; -1 for somebody of whom no company is known.

    Two belong together who share a company's name (legal form, case and marks apart) or an email domain that
    is no free-mail provider's.
    """
    first_with: dict[str, int] = {}
    above = list(range(len(people)))

    def root(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    known = [False] * len(people)
    for number, (company, email) in enumerate(people):
        firm, domain = firm_key(company), mail_domain(email)
        keys = [f"name {firm}"] * bool(firm) + [f"mail {domain}"] * bool(domain)
        for key in keys:
            known[number] = True
            other = first_with.setdefault(key, number)
            one, two = root(number), root(other)
            above[max(one, two)] = min(one, two)
    return [root(number) if known[number] else -1 for number in range(len(people))]


def region_of(country: str) -> str:
    """The region that a country belongs to as guides name it (US, UK, CA, EU); else the country itself."""
    return _REGIONS.get(country.strip().casefold(), country.strip())
