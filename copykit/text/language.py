"""Tells the parts of a text that are not English, by their script and their commonest words.

Ours: a block of six words or more is of another language when at least three of its words, a seventh of
them all and half as many again as are English, are among that language's commonest words. English prose has
about four of its own in ten words, and one with a quarter is taken for English at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from copykit.text.document import Document

__all__ = ["Foreign", "foreign_parts", "sentence_language"]

LEAST_WORDS = 6
LOOKED_AT = 48  # words of a block that are enough to tell
LEAST_SHORT = 3  # words in a row that are judged by themselves
LEAST_TELLING = 3  # different words of a language's own
MOSTLY = 0.6  # the share of the judged words that makes the whole text foreign

_ENGLISH = frozenset(
    "the of and to in is you that it he was for on are as with his they at be this have from or had by but "
    "not what all were we when your can said there use an each which she do how their if will up other about "
    "out many then them these so some her would make like him into has look more go see no way could than "
    "been who its now did get our us my may just where most know why any only".split()
)
_COMMON: Mapping[str, frozenset[str]] = {
    "German": frozenset(
        "der und das ist nicht sie ich mit sich des auf für als auch dem den wir ein eine einen einem einer "
        "wird werden sind oder aus bei nach über wie im zum zur von zu dass ihr ihre kann haben".split()
    ),
    "French": frozenset(
        "le la les des et est une dans que qui pour pas sur vous nous avec ce cette du au aux plus il elle "
        "sont votre vos notre nos par ou mais être avez leur ses".split()
    ),
    "Spanish": frozenset(
        "el los las y que en es por con para una del se lo como más su sus al pero este esta son muy sin "
        "sobre también nuestro usted ya cuando todo hay".split()
    ),
    "Italian": frozenset(
        "il lo gli che di e è per una con non del della dei delle nel nella sono si più come anche alla al "
        "questo questa ma ha suo tuo vostro nostro ogni".split()
    ),
    "Portuguese": frozenset(
        "o os que de do da dos das em um uma para com não por mais como é são seu sua você ao na nos mas foi "
        "também já pelo pela nosso".split()
    ),
    "Dutch": frozenset(
        "de het een en van ik je dat niet met voor op zijn er maar ook aan bij naar wij ons onze wordt "
        "worden hebben deze dit die uit als kunnen meer uw".split()
    ),
    "Polish": frozenset("i w nie się na z że jest do to jak dla o od przez po czy są oraz już tylko".split()),
    "Swedish": frozenset(
        "och att det som en på är av för med till inte den har de ett om vi kan från ska din".split()
    ),
    "Danish or Norwegian": frozenset(
        "og at det som en på er av af for med til ikke den har de et om vi kan fra skal din du".split()
    ),
    "Turkish": frozenset(
        "ve bir bu için ile de da çok daha olarak en gibi her ne olan kadar sonra değil".split()
    ),
}  # fmt: skip
# Words that English has too tell nothing.
_TELLING: Mapping[str, frozenset[str]] = {
    name: words - _ENGLISH - {"en", "i", "o", "e", "y", "die", "at", "do", "de", "la"} | words & {"de", "la"}
    for name, words in _COMMON.items()
}
_ALL_TELLING = frozenset[str]().union(*_TELLING.values())
# Classes of characters; few texts have any of them, so that none is compiled before it is needed.
_SCRIPTS: Mapping[str, str] = {
    "Japanese": r"[\u3040-\u30ff]",
    "Chinese": r"[\u3400-\u9fff]",
    "Korean": r"[\uac00-\ud7af]",
    "a language in Cyrillic letters": r"[\u0400-\u04ff]",
    "Greek": r"[\u0370-\u03ff]",
    "Hebrew": r"[\u0590-\u05ff]",
    "Arabic or a language in its letters": r"[\u0600-\u06ff]",
    "Hindi or a language in its letters": r"[\u0900-\u097f]",
    "Thai": r"[\u0e00-\u0e7f]",
}
_FAR = r"[\u0370-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]"
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)['’][a-zà-ÿ]{2}")
# What English has as well, or borrows ("latte con panna", "du jour"); one of these alone tells nothing.
_BORROWED = frozenset(
    "al au con da das de del den des di dit du el em en er est et ha hay il im kan la las le los ma mas met"
    " ne no non nos on op os par per plus po por pour que sans se si sin som son sub su till uma van vi von w"
    " ya z".split()
)
_ANY_TELLING = frozenset().union(*_TELLING.values())
_STOPS = ".,;:!?…\"'()[]«»„“”‘’¿¡-–—"


@dataclass(frozen=True, kw_only=True)
class Foreign:
    """A part of a text that is not English: a span of the text; `whole` when that is all of it."""

    language: str
    start: int
    end: int
    whole: bool = False


def foreign_parts(document: Document) -> tuple[Foreign, ...]:
    """The parts of a document that are in another language, blocks side by side as one.

    A text of which three fifths are foreign is foreign as a whole; blocks that are too short to tell are
    taken to be English between English ones.
    """
    text = document.text
    far = not text.isascii() and re.search(_FAR, text) is not None
    # A block of another language has three different words of that language's own.
    if not far:
        said = document.vocabulary & _ALL_TELLING
        if len(said) < LEAST_TELLING or all(len(words & said) < LEAST_TELLING for words in _TELLING.values()):
            return ()
    judged = 0
    found: list[tuple[Foreign, int]] = []
    joined = False  # whether the last judged block was foreign, too
    for block in document.blocks:
        words = text[block.start : block.end].split(None, LOOKED_AT)[:LOOKED_AT]
        is_far = far and re.compile(_FAR).search(text, block.start, block.end)
        language = _script(text[block.start : block.end]) if is_far else ""
        if not language and len(words) < LEAST_WORDS:
            continue
        size = max(len(words), 1 + (block.end - block.start) // 6)
        judged += size
        language = language or _language(words)
        if not language:
            joined = False
            continue
        if joined and found[-1][0].language == language:
            last, before = found.pop()
            found.append((Foreign(language=language, start=last.start, end=block.end), before + size))
        else:
            found.append((Foreign(language=language, start=block.start, end=block.end), size))
        joined = True
    if not found:
        return ()
    languages: dict[str, int] = {}
    for part, size in found:
        languages[part.language] = languages.get(part.language, 0) + size
    most = max(languages, key=lambda name: languages[name])
    if sum(languages.values()) >= MOSTLY * judged:
        return (Foreign(language=most, start=0, end=len(text), whole=True),)
    return tuple(part for part, _ in found)


def sentence_language(sentence: str, known: Collection[str]) -> str:
    """The language of a sentence, or of a part of it, that is too short for `foreign_parts`.

    Ours: three words or more in a row are neither known nor among the commonest of English, and one of them
    is a language's own, or has an elision at its beginning, as in "C'est gratuit".

    Args:
        sentence: a sentence.
        known: words in lower case that English texts about its subject have.

    Returns:
        The language; "" for English, or when unsure.
    """
    run: list[str] = []
    for word in (*sentence.lower().split(), ""):
        bare = word.strip(_STOPS)
        if bare and bare not in _ENGLISH and (bare not in known or bare in _ANY_TELLING):
            run.append(bare)
        elif bare or not word:
            if len(run) >= LEAST_SHORT and (language := _own_language(run)):
                return language
            run = []
    return ""


def _own_language(words: Sequence[str]) -> str:
    counts = {name: sum(word in telling - _BORROWED for word in words) for name, telling in _TELLING.items()}
    counts["French"] += sum(bool(_ELIDED.match(word)) for word in words)
    name = max(counts, key=lambda name: counts[name])
    return name if counts[name] else ""


def _language(words: list[str]) -> str:
    if sum(map(_ENGLISH.__contains__, words)) * 4 >= len(words):
        return ""
    lower = [word.lower().strip(_STOPS) for word in words]
    english = sum(map(_ENGLISH.__contains__, lower))
    if english * 4 >= len(lower):
        return ""
    name, most = "", 0
    for language, telling in _TELLING.items():
        count = sum(map(telling.__contains__, lower))
        if count > most:
            name, most = language, count
    if most < 3 or most * 7 < len(lower) or 2 * most < 3 * english:
        return ""
    # "Maria de la Cruz and Juan del Rio" is a list of names: little in it begins small, and little differs.
    small = sum(word[:1].islower() for word in words)
    differs = len(_TELLING[name].intersection(lower)) >= LEAST_TELLING
    return name if 5 * small > 3 * len(words) and differs else ""


def _script(text: str) -> str:
    letters = sum(map(str.isalpha, text))
    counts = {name: len(re.findall(letter, text)) for name, letter in _SCRIPTS.items()}
    if not letters or 2 * sum(counts.values()) <= letters:
        return ""
    if counts["Japanese"] * 5 > counts["Chinese"]:
        counts["Japanese"] += counts.pop("Chinese")
    return max(counts, key=lambda name: counts[name])
