"""Headings that a brand has decided on: sentence or title case, and no stop at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.style.page import Page, Rule, touches
from copykit.findings import Finding, Severity
from copykit.grammar import title_case
from copykit.text.build import BlockKind
from copykit.text.easy import easy_words
from copykit.text.inflect import bases
from copykit.text.wordset import word_set

__all__ = ["HEADINGS"]

# Small in title case by every guide; words of four letters and more are capital in some and small in others.
_SMALL = word_set("a an and as at but by for if in nor of off on or per so the to up via vs yet")
_EITHER = word_set(
    "about above after along among around before behind below beneath beside between beyond down during from"
    " into like"
    " near onto out over past since than that through till toward towards under until upon versus when with"
    " within"
    " without is are am be it its not how who why all"
)
_WORD = re.compile(r"(?<!\w)[^\W\d_](?:[\w'’]|-(?=\w))*")
_OPENS = re.compile(r"[:.?!—–“\"(\[]\s*\Z|^\s*\Z")
_I = frozenset(("I", "I’m", "I'm", "I’ve", "I've"))
# More of the words than this must be capital before a heading is said to be in title case.
MOST = 0.5


class _Word:
    """A word of a heading: where it stands, and whether its capital says anything."""

    __slots__ = ("end", "free", "start", "text")

    def __init__(self, text: str, start: int, end: int, free: bool) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.free = free


def _words(page: Page, start: int, end: int) -> list[_Word]:
    """The words of a heading; free are those that are no name, acronym, quotation or opening word."""
    found: list[_Word] = []
    text = page.text
    ours = page.is_ours(start, end)
    for match in _WORD.finditer(text, start, end):
        low, high = match.span()
        said = match.group()
        free = not (_opens(text, start, low) or _has_inner_capital(said) or page.is_name_word(said))
        free = free and said not in _I and (ours or page.is_ours(low, high))
        found.append(_Word(said, low, high, free))
    return found


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a word begins a heading, or a part of it behind a mark."""
    if at - 2 >= start and text[at - 1] == " " and text[at - 2].isalnum():
        return False
    return at == start or _OPENS.search(text, max(start, at - 4), at) is not None


def _has_inner_capital(word: str) -> bool:
    rest = word[1:]
    return not rest.islower() and any(map(str.isupper, rest))


def check_headline_case(page: Page) -> Iterator[Finding]:
    """`style.headline-case`: a heading in title case where the brand has sentence case, or the other way."""
    title = page.style.headline_case == "title"
    done: list[tuple[int, int]] = []
    for start, end in page.headings:
        if touches(done, start, end):
            continue
        done.append((start, end))
        words = _words(page, start, end)
        if len(words) < 2 or page.text[start:end].isupper():
            continue
        made = _to_title(page, start, end, words) if title else _to_sentence(page, start, end, words)
        if made:
            yield made


def _is_common(page: Page, word: str) -> bool:
    """Whether a word is an everyday one, so that its capital is the heading's and no name's."""
    small = word.lower()
    if small in _CALENDAR:
        return False
    easy = easy_words()
    return small in easy or small in _SMALL or small in _EITHER or any(base in easy for base in bases(small))


_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august"
    " september october november december english french german spanish italian american british european"
    " christmas easter god i"
)


# Names that are made of everyday words, so that no dictionary tells them.
_PLACE = re.compile(
    r"\b(?:(?:North(?:ern)?|South(?:ern)?|East(?:ern)?|West(?:ern)?|New|Great|Upper|Lower|Saint|San|Los|Las"
    r"|Santa|El|La|Costa|Puerto|Sri|Hong|Middle|United|Saudi|Papua|Lake|Mount|Fort|Port|Cape|Sierra)"
    r"(?: [A-Z][\w’'-]+){1,2}"
    r"|Isles? of [A-Z]\w+|Bay of [A-Z]\w+|Gulf of [A-Z]\w+|District of [A-Z]\w+|Ivory Coast|Wall Street"
    r"|White House|Red Cross|Black Sea|Red Sea|Dead Sea|Silicon Valley|Supreme Court|Super Bowl|World Cup"
    r"|Black Friday|Cyber Monday|Good Friday|Boxing Day|Labor Day|Memorial Day|Independence Day|Veterans Day"
    r"|Columbus Day|Earth Day|Mother[’']s Day|Father[’']s Day|Valentine[’']s Day|St\.? \w+[’']s Day"
    r"|New Year[’']s (?:Eve|Day)|New Year|World War (?:One|Two|I{1,2})|Cold War|Civil War|Great War"
    r"|Google \w+|Microsoft \w+|Amazon \w+|Apple \w+)\b"
)
_COMPASS_COMMON = word_set("new great upper lower middle united lake mount fort port cape")


def _named(page: Page, start: int, end: int, words: list[_Word]) -> list[_Word]:
    """The words of a heading that belong to names: of places and days, or of the page's running text."""
    spans = [
        match.span()
        for match in _PLACE.finditer(page.text, start, end)
        if match.group().split()[0].lower() not in _COMPASS_COMMON
        or not any(_is_common(page, word) for word in match.group().split()[1:])
    ]
    return [
        word
        for number, word in enumerate(words)
        if any(low <= word.start < high for low, high in spans) or _is_named_in_text(page, words, number)
    ]


_CAPITAL_BEFORE = re.compile(r"([A-Z][\w'’]*) \Z")
_CAPITAL_AFTER = re.compile(r" ([A-Z][\w'’]*)")


def _is_named_in_text(page: Page, words: list[_Word], number: int) -> bool:
    """Whether a word has its capital inside the sentences of the page, beside the same capitals as here."""
    document, text = page.document, page.text
    word = words[number].text
    known = {one.text for one in words[max(0, number - 1) : number + 2]}
    capital = 0
    for at in document.occurrences.get(word.lower(), ())[:20]:
        if document.block_at(at).kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE):
            continue
        if text[at].islower():
            return False
        beside = (
            _CAPITAL_BEFORE.search(text, max(0, at - 24), at),
            _CAPITAL_AFTER.match(text, at + len(word)),
        )
        if any(one is not None and one.group(1) not in known for one in beside):
            continue
        before = text[max(0, at - 2) : at]
        capital += (before[-1:] == " " and (before[:1].islower() or before[:1] == ",")) or any(beside)
    return capital > 0


def _to_sentence(page: Page, start: int, end: int, words: list[_Word]) -> Finding | None:
    free = [word for word in words if word.free and word.text.lower() not in _SMALL]
    capital = [word for word in free if word.text[0].isupper()]
    common = [word for word in capital if _is_common(page, word.text)]
    named: set[int] = set()
    if common and len(common) < 4:  # longer names are rare
        named = {word.start for word in _named(page, start, end, words)}
        capital = [word for word in capital if word.start not in named]
        common = [word for word in common if word.start not in named]
        free = [word for word in free if word.start not in named]
    small = [word for word in words if word.free and word.text.lower() in _SMALL and word.text[0].isupper()]
    # A capital "For" or "A" inside a heading is title case, whatever stands around it.
    if not (common or small) or len(capital) <= MOST * len(free):
        return None
    if len(capital) == 1 and any(letter.isupper() for letter in words[0].text[1:]):
        return None  # "DATA Act": most likely a name
    sure = len(common) == len(capital) and not named
    graver = len(common) > 1 or bool(small)
    fix = _recased(page, start, end, {word.start: word.text[0].lower() for word in (*capital, *small)})
    return page.told(
        "headline_case", start, end,
        f"Headings are in sentence case: only names have capitals. Write “{fix}”.",
        fix=fix, safe=sure, severity=Severity.WARNING if graver else Severity.SUGGESTION,
    )  # fmt: skip


def _to_title(page: Page, start: int, end: int, words: list[_Word]) -> Finding | None:
    wrong: dict[int, str] = {}
    for number, word in enumerate(words):
        small = word.text.lower()
        first = number == 0 and not any(letter.isalnum() for letter in page.text[start : word.start])
        last = number == len(words) - 1 and not any(map(str.isalnum, page.text[word.end : end]))
        if (
            first
            and word.text[0].islower()
            and not any(letter.isupper() for letter in word.text)
            and page.is_ours(word.start, word.end)
        ):
            wrong[word.start] = word.text[0].upper()
        elif not word.free:
            continue
        elif small in _SMALL and not last:
            if word.text[0].isupper() and small in ("a", "an", "and", "of", "or", "the"):
                wrong[word.start] = word.text[0].lower()
        elif word.text[0].islower() and (small not in _EITHER or last):
            wrong[word.start] = word.text[0].upper()
    if not wrong:
        return None
    for word in words[:-1]:
        small = word.text.lower()
        # Either is fine; a heading that is put right anyway gets what most guides write.
        if (
            word.free
            and small in _EITHER
            and word.text[0].islower()
            and title_case(f"a {small} b")[2].isupper()
        ):
            wrong[word.start] = word.text[0].upper()
    fix = _recased(page, start, end, wrong)
    # After "than" a capital would make a rival's name of a word.
    return page.told(
        "headline_case", start, end, f"Headings are in title case. Write “{fix}”.", fix=fix,
        safe=" than " not in page.folded[start:end],
    )  # fmt: skip


def _recased(page: Page, start: int, end: int, letters: dict[int, str]) -> str:
    pieces: list[str] = []
    for at in sorted(letters):
        pieces += (page.text[start:at], letters[at])
        start = at + 1
    return "".join((*pieces, page.text[start:end]))


def check_heading_stops(page: Page) -> Iterator[Finding]:
    """`style.heading-stops`: a full stop or a colon at the end of a heading."""
    done: list[tuple[int, int]] = []
    for start, end in page.headings:
        text = page.text[start:end].rstrip()
        if text[-1:] not in (".", ":", ";", ",") or text.endswith("..") or touches(done, start, end):
            continue
        done.append((start, end))
        body = text[:-1]
        # Two sentences keep their stops, and an abbreviation its own.
        if re.search(r"[.!?]\s", body) or re.search(
            r"\b(?:[A-Za-z]\.[A-Za-z]|Inc|Ltd|Co|Corp|etc|vs|Jr|Sr|St|No)\Z", body
        ):
            continue
        at = start + len(body)
        if not page.is_off(at, at + 1):
            yield page.told(
                "heading_stops", at, at + 1, "A heading has no stop at its end.", fix="", title="Take it out",
                safe=True, severity=Severity.SUGGESTION,
            )  # fmt: skip


HEADINGS: dict[str, Rule] = {
    "headline_case": check_headline_case,
    "heading_stops": check_heading_stops,
}
