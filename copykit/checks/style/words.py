"""Words that a brand has decided on: contractions, Latin, capitals, the texts of links."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from copykit.checks.capitals import capitals
from copykit.checks.style.page import Page, Rule, touches
from copykit.findings import Finding, Severity
from copykit.text import Document
from copykit.text.easy import easy_words
from copykit.text.inflect import bases

__all__ = ["WORDS"]

# ── contractions ────────────────────────────────────────────────────────────────────────────────────

_NOT: Mapping[str, str] = {
    "do": "don't", "does": "doesn't", "did": "didn't", "is": "isn't", "are": "aren't", "was": "wasn't",
    "were": "weren't", "will": "won't", "would": "wouldn't", "could": "couldn't", "should": "shouldn't",
    "has": "hasn't", "have": "haven't", "had": "hadn't", "can": "can't",
}  # fmt: skip
_BE: Mapping[str, str] = {
    "i am": "I'm", "you are": "you're", "we are": "we're", "they are": "they're", "it is": "it's",
    "he is": "he's",
    "she is": "she's", "there is": "there's", "i will": "I'll", "you will": "you'll", "we will": "we'll",
    "they will": "they'll", "what is": "what's",
}  # fmt: skip
_LONG = re.compile(
    r"(?<![\w'-])(?:(cannot)|(do|does|did|is|are|was|were|will|would|could|should|has|have|had) not"
    r"|(you are|we are|they are|it is|he is|she is|there is|i will|you will|we will|they will|what is)"
    r"(?! not\b)|(i am))"
    r"(?![\w'-])"
)
_LONG_BEGINS = frozenset(("cannot", *_NOT, *(two.partition(" ")[0] for two in _BE)))
_LONG_ENDS = frozenset("not am are is will".split())
# "as it is", "than we are", "what you are": the verb bears the stress and stays whole.
_STRESSED = re.compile(
    r"\b(?:as|than|what|how|where|who|that|whatever|wherever|so|whether|yes|no)[ ,]{1,2}\Z"
)
# "how accurate they are", "how far along you are", "the sooner, the easier it is": so does it here.
_MEASURED = re.compile(
    r"\b(?:how(?: [\w-]+){1,2}"
    r"|the (?:more|less|fewer|\w+er)\b[^.;:?!]{0,120}\bthe (?:more|less|fewer|\w+er)(?: \w+)?) \Z"
)
_STANDS_ALONE = re.compile(r"\s*(?:[.,;:!?)\]”\"—–]|\Z|(?:and|or|but|now|today|then)\b)")


def _long_forms(document: Document) -> Iterator[re.Match[str]]:
    """What `_LONG` finds, looked for only at each “cannot” and where the last word of two stands."""
    occurrences, atoms = document.occurrences, document.atoms
    places = [*occurrences.get("cannot", ())]
    for word in document.vocabulary & _LONG_ENDS:
        for place in occurrences[word]:
            before = bisect_left(atoms.starts, place) - 1
            if before >= 0 and atoms.said[before] in _LONG_BEGINS:
                places.append(atoms.starts[before])
    done = 0
    for place in sorted(places):
        if place >= done and (match := _LONG.match(document.folded, place)):
            done = match.end()
            yield match


def check_contractions(page: Page) -> Iterator[Finding]:
    """`style.contractions`: “do not” where the brand writes “don't”, or the other way round."""
    if page.style.contractions == "avoid":
        yield from _contracted(page)
        return
    folded, text = page.folded, page.text
    curly = page.style.apostrophes == "curly" or (page.style.apostrophes is None and "’" in text)
    for match in _long_forms(page.document):
        start, end = match.span()
        whole, verb, be, am = match.groups()
        be = be or am
        if be:
            if _STANDS_ALONE.match(folded, end) or _STRESSED.search(folded, max(0, start - 12), start):
                continue
            if _MEASURED.search(folded, max(0, start - 160), start):
                continue
            if be == "what is" and not page.starts_sentence(start):
                continue
            short = _BE[be]
        elif whole:
            short = "can't"
        else:
            if folded.startswith(" only", end) or folded[max(0, start - 8) : start].endswith("whether "):
                continue
            short = _NOT[verb]
        said = text[start:end]
        if said.isupper() or "\n" in said or any(letter.isupper() for letter in said[2:]):
            continue  # stressed, or a heading in title case
        if not page.document.is_plain(start, end) or not page.is_ours(start, end):
            continue  # "do *not*": stressed
        if said[0].isupper():
            short = short[0].upper() + short[1:]
        if curly:
            short = short.replace("'", "’")
        yield page.told(
            "contractions", start, end, f"We write as we speak: {short}.", fix=short, safe=True,
            severity=Severity.SUGGESTION,
        )  # fmt: skip


_SHORT = re.compile(
    r"(?<![\w'])(?:([a-z]{2,6})n't|([a-z]{1,5})'(re|ll|ve|m|d)|(it|that|there|here|what|who|he|she"
    r"|let)'s)(?![\w'])"
)
_IRREGULAR_NOT: Mapping[str, str] = {"wo": "will not", "ca": "cannot", "sha": "shall not", "ai": ""}
_ENDINGS: Mapping[str, str] = {"re": "are", "ll": "will", "ve": "have", "m": "am"}


def _contracted(page: Page) -> Iterator[Finding]:
    folded, text = page.folded, page.text
    if "'" not in folded:
        return
    for match in _SHORT.finditer(folded):
        start, end = match.span()
        if not page.is_ours(start, end):
            continue
        no, head, ending, pronoun = match.groups()
        made: str | None = None
        sure = True
        if no is not None:
            made = _IRREGULAR_NOT.get(no, f"{no} not") or None
            # "Don't you": the long form turns the words around.
            sure = not page.starts_sentence(start)
        elif ending in _ENDINGS:
            made = f"{head} {_ENDINGS[ending]}"
        elif pronoun == "let":
            made = "let us"
        elif pronoun:
            has = re.match(r" (?:been|got|had|become|[a-z]{2,}ed)\b", folded[end : end + 20])
            made, sure = (None, False) if has else (f"{pronoun} is", True)
        if made and (text[start].isupper() or made.startswith("i ")):
            made = made[0].upper() + made[1:]
            if no is not None and not page.starts_sentence(start):
                made = made.title()  # a heading in title case: "Phones Don't" is "Phones Do Not"
        yield page.told(
            "contractions", start, end, f"We write it out{f': {made}' if made else ''}.", fix=made,
            safe=sure and made is not None, severity=Severity.SUGGESTION,
        )  # fmt: skip


# ── Latin ───────────────────────────────────────────────────────────────────────────────────────────

_LATIN = re.compile(
    r"(?<![\w.])(e\.\s?g\.?|eg\.?|i\.\s?e\.?|ie\.?|etc\.?|et cetera|et al\.?|viz\.?|cf\.|n\.b\.|ca\.|ibid\.?"
    r"|vs?\.|vs|via|per se"
    r"|ad hoc|inter alia|vice versa)(?![\w@/])"
)
_LATIN_BEGINS = frozenset("e eg i ie etc et viz cf n ca ibid v vs via per ad inter vice".split())
_LATIN_WORDS = frozenset("eg ie etc cetera al viz ibid vs cf nb ca se inter".split())
_PLAIN: Mapping[str, str] = {
    "eg": "for example", "ie": "that is", "etc": "and so on", "etcetera": "and so on", "etal": "and others",
    "viz": "namely", "cf": "compare", "nb": "note", "ca": "about", "vs": "against", "v": "against",
    "perse": "in itself", "interalia": "among other things", "ibid": "in the same place",
}  # fmt: skip


def check_latin(page: Page) -> Iterator[Finding]:
    """`style.latin`: “e.g.”, “i.e.”, “etc.” and their like."""
    folded, text = page.folded, page.text
    if page.document.vocabulary.isdisjoint(_LATIN_WORDS) and "e.g" not in folded and "i.e" not in folded:
        return
    for match in page.document.matches_at(_LATIN_BEGINS, _LATIN):
        start, end = match.span()
        key = re.sub(r"[\W_]", "", match.group())
        said = text[start:end]
        # "IE", "EG", "V." in capitals are names; "v." alone is a case at law or a verse.
        if key not in _PLAIN or (said[:1].isupper() and said[1:].strip(".") != said[1:].strip(".").lower()):
            continue
        if key in ("eg", "ie") and "." not in said and said != said.lower():
            continue
        if key in ("v", "vs", "ca") and not said.endswith("."):
            continue
        if not page.is_ours(start, end):
            continue
        made = _PLAIN[key]
        if said[0].isupper():
            made = made.capitalize()
        closes = said.endswith(".") and key in ("etc", "etal", "etcetera")
        rest = text[end : end + 3].lstrip()
        if closes and (not rest or "\n" in text[end : end + 1] or rest[:1].isupper()):
            made += "."
        if key in ("eg", "ie") and text[end : end + 1] == " ":
            made += ","
        yield page.told(
            "latin", start, end, f"Not every reader knows “{said}”: write “{_PLAIN[key]}”.", fix=made,
            safe=key in ("eg", "ie", "etc"),
        )  # fmt: skip


# ── capitals ────────────────────────────────────────────────────────────────────────────────────────

# Short words that are seldom letters of something else.
_SHOUTED = frozenset(
    "NOT NEW NOW ALL FREE ONLY SALE SAVE STOP NEVER MUST VERY BEST YOU YOUR ANY BIG HOT WIN BUY FAST EASY"
    " HUGE MORE MOST"
    " LESS NEED WANT LOVE REAL LAST NEXT LOT DONT WAIT HURRY TODAY".split()
)
_RUN = re.compile(
    r"(?<![\w'’&/.*-])[A-Z]{2,}(?:['’][A-Z]{1,2})?(?:[ ,]{1,2}(?:[A-Z]{2,}"
    r"|[AI])(?:['’][A-Z]{1,2})?(?![\w&/-]))*"
    r"(?![\w&/*-])"
)
LEAST_LETTERS = 5  # an everyday word as long as this is hardly an acronym; ours


def check_all_caps(page: Page) -> Iterator[Finding]:
    """`style.all-caps`: words in capitals that are neither acronyms nor names."""
    text = page.text
    acronyms = page.acronyms
    done = 0
    for place in capitals(page.document):
        match = _RUN.match(text, place) if place >= done else None
        if match is None:
            continue
        start, end = match.span()
        done = end
        words = [word for word in re.findall(r"[A-Z]{2,}", match.group()) if word not in acronyms]
        if not any(_is_shouted(word) for word in words):
            continue
        common = [word for word in words if _is_shouted(word) or word.lower() in easy_words()]
        if len(common) * 2 < len(words) or not page.is_ours(start, end):
            continue
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            continue  # an acronym beside its long form
        made = " ".join(word if word in acronyms else word.lower() for word in match.group().split(" "))
        if page.starts_sentence(start):
            made = made[0].upper() + made[1:]
        yield page.told(
            "all_caps", start, end, "Capitals shout: write small letters, and let the words do the work.",
            fix=made, safe=len(common) == len(words),
        )  # fmt: skip


def _is_shouted(word: str) -> bool:
    if word in _SHOUTED:
        return True
    small = word.lower()
    return len(word) >= LEAST_LETTERS and (
        small in easy_words() or any(base in easy_words() for base in bases(small))
    )


# ── links ───────────────────────────────────────────────────────────────────────────────────────────

_VAGUE = frozenset(
    {
        "click here", "here", "click", "read more", "learn more", "more", "this", "link", "this link",
        "this page",
        "this post", "this article", "see more", "find out more", "details", "click this link", "more info",
        "more information", "tap here", "go here", "see here", "read here", "continue",
        "continue reading", "page",
    }
)  # fmt: skip
_CLICK = re.compile(r"(?<![\w-])(?:click|tap|press)(?: on)? (?:here|this link|the link below|below)(?!\w)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def check_vague_links(page: Page) -> Iterator[Finding]:
    """`style.vague-links`: a link whose text says nothing of where it leads, such as “click here”."""
    document = page.document
    told: list[tuple[int, int]] = []
    for link in document.links:
        said = page.folded[link.start : link.end].strip(" .:;,!»›>→")
        if said in _VAGUE or _CLICK.fullmatch(said):
            shown = page.text[link.start : link.end].strip()
            advice = f"“{shown}” says nothing of where it leads: link the words that name it."
        elif _ADDRESS.fullmatch(said):
            advice = "A bare address is hard to read aloud: link the words that name the page."
        else:
            continue
        told.append((link.start, link.end))
        yield page.told("vague_links", link.start, link.end, advice)
    if "click" in document.vocabulary or "tap" in document.vocabulary or "press" in document.vocabulary:
        for match in _CLICK.finditer(page.folded):
            start, end = match.span()
            if page.is_ours(start, end) and not touches(told, start, end):
                yield page.told(
                    "vague_links", start, end, "Say what the reader gets, and link those words.",
                    severity=Severity.SUGGESTION,
                )  # fmt: skip


WORDS: dict[str, Rule] = {
    "contractions": check_contractions,
    "latin": check_latin,
    "all_caps": check_all_caps,
    "vague_links": check_vague_links,
}
