"""Grammar for joining texts: articles, plurals, capitals, lists, agreement; the filters of patterns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

__all__ = [
    "FILTERS",
    "article",
    "capitalize_first",
    "join_words",
    "lower_first",
    "plural",
    "title_case",
    "unstop",
]

_AN_BUT_CONSONANT = re.compile(
    r"(?:uni(?!n|m)|unanim|use|usu|usab|ut[ei]|eu|one\b|once|ubiq|uk\b|us\b|u-)", re.IGNORECASE
)
_A_BUT_VOWEL = re.compile(r"(?:hour|honest|honou?r|heir|8|11\b|18\b|[FHLMNRSX](?=[A-Z0-9]|\b))")
_SMALL = frozenset(
    "a an and as at but by for from if in into nor of off on onto or over per so the to up via vs with"
    " yet".split()
)
_IRREGULAR: Mapping[str, str] = {
    "person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "tooth": "teeth",
    "mouse": "mice", "leaf": "leaves", "half": "halves", "shelf": "shelves", "life": "lives",
    "knife": "knives", "loaf": "loaves", "wife": "wives", "staff": "staff", "series": "series",
    "news": "news", "sheep": "sheep", "goose": "geese", "analysis": "analyses",
    "potato": "potatoes", "tomato": "tomatoes", "hero": "heroes",
}  # fmt: skip


_PLURALS = frozenset(_IRREGULAR.values()) - {"staff", "news"}
_MASS = frozenset(
    "advice bread care coffee content cover data delivery equipment food help information insurance"
    " linen logistics mail milk money muesli music oatmeal paper payroll porridge post sleep snacks"
    " soap staff support tea time training travel water wine wool work yarn automation compliance"
    " education electricity finance guidance hospitality hygiene maintenance nutrition performance"
    " privacy productivity safety security storage transport upkeep warmth burnout turnover overtime"
    " morale".split()
)


def article(phrase: str) -> str:
    """The phrase with "a" or "an" before it, by how its first word sounds."""
    word = phrase.lstrip("\"'“‘(")
    vowel = word[:1].lower() in "aeiou" and not _AN_BUT_CONSONANT.match(word)
    return f"{'an' if vowel or _A_BUT_VOWEL.match(word) else 'a'} {phrase}"


def plural(phrase: str) -> str:
    """The plural of a noun phrase: its last word's."""
    head, _, word = phrase.rpartition(" ")
    lower = word.lower()
    if lower in _IRREGULAR:
        made = _IRREGULAR[lower]
        made = made.capitalize() if word[:1].isupper() else made
    elif re.search(r"(?:s|x|z|ch|sh)$", lower):
        made = word + ("zes" if re.search(r"[aeiou]z$", lower) else "es")
    elif re.search(r"[^aeiou]y$", lower):
        made = word[:-1] + "ies"
    else:
        made = word + "s"
    return f"{head} {made}".strip()


def capitalize_first(text: str) -> str:
    """The text with its first letter as a capital; a word with a capital inside (iPad) stays."""
    for at, letter in enumerate(text):
        if letter.isalpha():
            word = re.match(r"\w+", text[at:])
            if word and any(other.isupper() for other in word.group()[1:]) and letter.islower():
                return text
            return text[:at] + letter.upper() + text[at + 1 :]
        if letter.isdigit():
            break
    return text


def lower_first(text: str, names: Sequence[str] = ()) -> str:
    """The text with its first letter small, unless it begins with a name, an acronym or "I"."""
    word = re.match(r"[\w'’-]+", text)
    if not word or any(text.startswith(name) for name in names):
        return text
    first = word.group()
    if re.match(r"I(?:['’]|$)", first) or sum(letter.isupper() for letter in first) > 1:
        return text
    return first[:1].lower() + text[1:]


def title_case(text: str) -> str:
    """The text in title case: small words stay small but at the ends; words with inner capitals stay."""
    words = text.split(" ")
    last = len(words) - 1

    def one(at: int, word: str) -> str:
        bare = word.strip("\"'“”‘’(),.:;?!").lower()
        opens = at == 0 or words[at - 1].endswith((":", "?", "!", "–", "—"))
        if bare in _SMALL and not opens and at != last:
            return word if any(letter.isupper() for letter in word[1:]) else word.lower()
        return "-".join(
            capitalize_first(part) if number == 0 or part.lower() not in _SMALL else part
            for number, part in enumerate(word.split("-"))
        )

    return " ".join(one(at, word) for at, word in enumerate(words))


def join_words(items: Sequence[str], *, serial_comma: bool = True, last: str = "and") -> str:
    """Items as a list in prose."""
    items = list(items)
    if len(items) < 3:
        return f" {last} ".join(items)
    return f"{', '.join(items[:-1])}{',' if serial_comma else ''} {last} {items[-1]}"


def unstop(text: str) -> str:
    """The text without its closing full stop, to go on within a sentence."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def _sentence(text: str) -> str:
    """A text as a sentence: capital in front, a stop at the end."""
    text = capitalize_first(text.strip())
    return text if not text or text[-1] in '.!?…"”’' else text + "."


def _agree(subject: Any, singular: str, many: str) -> str:
    """The verb that fits a product or feature: by its `plural` setting."""
    return many if getattr(subject, "plural", False) else singular


def _first_sentence(text: str) -> str:
    found = re.match(r".+?[.!?](?=\s|$)", text, re.DOTALL)
    return found.group() if found else text


def is_many(phrase: str) -> bool:
    """Whether a noun phrase takes a plural verb, by its head noun: the last word before a preposition."""
    head = re.split(r" (?:of|in|on|at|for|from|with|without|about|by|to|over|after|before|between) ", phrase)[
        0
    ]
    word = head.split(" ")[-1].lower()
    return " and " in head or (
        word in _PLURALS or (word.endswith("s") and not re.search(r"(?:ss|us|is|news)$", word))
    )


def some(phrase: str) -> str:
    """A noun phrase fit to follow a preposition: with "a" or "an" where it is one countable thing."""
    word = phrase.split(" ")[-1].lower()
    bare = is_many(phrase) or word.endswith(("ing", "ware", "ment", "ness")) or word in _MASS
    return phrase if bare else article(phrase)


def slug(text: str) -> str:
    """The text as a part of an address: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "article": article,
    "plural": plural,
    "capital": capitalize_first,
    "small": lower_first,
    "title": title_case,
    "sentence": _sentence,
    "unstop": unstop,
    "list": join_words,
    "agree": _agree,
    "first_sentence": _first_sentence,
    "lower": str.lower,
    "first": lambda items: items[0] if items else "",
    "length": len,
    "many": is_many,
    "some": some,
    "slug": slug,
    "headline": capitalize_first,
}
