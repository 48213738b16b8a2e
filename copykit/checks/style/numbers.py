"""Numbers that a brand has decided on: words or figures, per cent, ordinals, thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copykit.checks.style.figures import Figure
from copykit.checks.style.page import Page, Rule
from copykit.findings import Finding, Severity

__all__ = ["NUMBERS", "spelled"]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS) if value > 1
}
_FIRSTS = "_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


def spelled(number: int) -> str | None:
    """A number from 0 to 99 in words; None for any other."""
    if 0 <= number < 20:
        return _ONES[number]
    if number < 100:
        ones = number % 10
        return _TENS[number // 10] + (f"-{_ONES[ones]}" if ones else "")
    return None


def _as_said(word: str, page: Page, start: int) -> str:
    return word.capitalize() if page.starts_sentence(start) else word


# ── words or figures ────────────────────────────────────────────────────────────────────────────────

_NUMBER_WORD = re.compile(
    r"(?<![\w’'-])(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(one|two|three|four|five|six"
    r"|seven"
    r"|eight|nine))?|(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen"
    r"|seventeen|eighteen|nineteen))(?![\w’'])"
)
_NUMBER_WORDS = frozenset(_VALUES) - {"zero", "one"}
# Words that make of a number a turn of phrase, or a part of a greater one.
_AROUND = re.compile(
    r"[ -](?:or|to|by|and a half|hundred|thousand|million|billion|dozen|something|somethings|fold|times"
    r"|percent"
    r"|per cent|of us|of them|of you|o['’]clock|past|half|halves|thirds|quarters|fifths|tenths)\b|-\w"
)
_AHEAD = re.compile(
    r"\b(?:or|hundred and|hundred|thousand|million|point|top|number|page|step|plus|minus|catch|cloud|half"
    r"|past|one in"
    r"|out of|at|nine to)[ -]\Z"
)
# "these two", "the three of them": a small number that points at what was told.
_POINTING = re.compile(r"\b(?:the|these|those|all|other|last|next|first|my|our|your|his|her|their)[ -]\Z")


def check_numbers(page: Page) -> Iterator[Finding]:
    """`style.numbers`: a whole number in figures that the brand writes in words, or the other way round."""
    wanted = page.style.numbers
    most = 10 if wanted == "words to ten" else 9
    if wanted != "figures":
        for figure in page.figures:
            if figure.kind == "plain":
                yield from _in_figures(page, figure, most)
    words = page.document.vocabulary & _NUMBER_WORDS
    if not any(wanted == "figures" or _VALUES[word] > most for word in words):
        return
    for match in page.document.matches_at(words, _NUMBER_WORD):
        tens, ones, small = match.groups()
        value = _VALUES[small] if small else _VALUES[tens] + (_VALUES[ones] if ones else 0)
        if value <= most and wanted != "figures":
            continue
        start, end = match.span()
        if _AROUND.match(page.folded, end) or _AHEAD.search(page.folded, max(0, start - 12), start):
            continue
        if value < 10 and _POINTING.search(page.folded, max(0, start - 12), start):
            continue
        if page.starts_sentence(start) or not page.text[start].islower() or not page.is_ours(start, end):
            continue
        rule = "from 2 on" if wanted == "figures" else f"from {most + 1} on"
        yield page.told(
            "numbers", start, end, f"We write numbers {rule} in figures: {value}.", fix=str(value), safe=True,
            severity=Severity.SUGGESTION,
        )  # fmt: skip


_SERIES = re.compile(r", \d|-[A-Z\d]")
_SERIES_BEFORE = re.compile(r"\d, (?:and |or )?\Z|\d, \d{1,2},? (?:and|or) \Z")
# "A 5 might be", "add 1", "as low as 1 or 2": the figure itself is meant, a mark or a value.
_VALUE_BEFORE = re.compile(
    r"(?:\b(?:adds?|adding|plus|minus|subtracts?|equals?|scores?|as (?:low|high|little|much) as"
    r"|between \d+ and|rated|level|as (?:low|high|little|much) as \d+ (?:or|to)"
    r"|(?:codes?|values?|scores?|ratings?|levels?|floor|complexity|begins?|starts?|stays?)"
    r" (?:is|are|was|of|at))|[+×=]) \Z"
)
_SUM = re.compile(r" [+×=] \d")
_NOUN_BEFORE = re.compile(r"\b(?:an?|the|another|each|every|this|that) \Z")
_NO_NOUN = re.compile(
    r"(?:[ \n](?:is|was|has|may|might|can|could|will|would|means|or|and|to|in|on|for|from|missing)\b"
    r"|[.,;:!?)”\"])"
)


# "From 19 no-shows to 6": what is compared keeps one form.
_FROM_TO = re.compile(r"\bfrom \d{2,}[^.;:]{0,40} to \Z")


def _in_figures(page: Page, figure: Figure, most: int) -> Iterator[Finding]:
    text = page.text
    start, end = figure.start, figure.end
    # A lone sign beside it makes it something else: #1, 3%, 5+, 4*.
    if text[start - 1 : start] in set("#§№±~<>=&@^*") or text[end : end + 1] in set("+%*&@°/=<>"):
        return
    if _SERIES.match(text, end) or _SERIES_BEFORE.search(text, max(0, start - 12), start):
        return  # "1, 2, 3 or 5", "4-H"
    if _VALUE_BEFORE.search(page.folded, max(0, start - 24), start) or _SUM.match(text, end):
        return
    if _NOUN_BEFORE.search(page.folded, max(0, start - 9), start) and _NO_NOUN.match(page.folded, end):
        return
    if len(figure.number) > 2 or figure.number.startswith("0") or not 1 <= int(figure.number) <= most:
        return
    if text[end : end + 1] in (")", ":") or page.is_short(start) or _named(page, start):
        return
    following = text[end : end + 1]
    if following == "." and text[end + 1 : end + 2].isspace() and not text[max(0, start - 2) : start].strip():
        return  # the number of an item
    if _FROM_TO.search(page.folded, max(0, start - 60), start) or not page.is_ours(start, end):
        return
    word = _as_said(_ONES[int(figure.number)], page, start)
    yield page.told(
        "numbers", start, end, f"We write one to {'ten' if most == 10 else 'nine'} in words: {word}.",
        fix=word,
        safe=True,
    )  # fmt: skip


_NAME = re.compile(r"([A-Z][\w’'-]*)[ \xa0]\Z")


def _named(page: Page, start: int) -> bool:
    """Whether a name goes before: SOC 2, Windows 7; a sentence's first word is none."""
    name = _NAME.search(page.text, max(0, start - 40), start)
    return bool(name) and not page.starts_sentence(name.start() if name else start)


def check_number_starts(page: Page) -> Iterator[Finding]:
    """`style.number-starts`: a sentence that begins with a figure."""
    if page.context.channel == "ad":
        return  # figures draw the eye there, and there is no room for words
    for figure in page.figures:
        start, end = figure.start, figure.end
        if figure.kind in ("numeric date", "phone", "version", "time", "other") or page.is_short(start):
            continue
        sentence = page.document.sentence_at(start) if page.document.sentences else None
        if sentence is None or not page.starts_sentence(start):
            continue
        if page.text[start] != page.text[figure.digits] and figure.kind == "date":
            continue  # it begins with the month
        rest = page.text[end : sentence.end]
        if rest[:1] in (".", ":", ")"):
            continue  # the number of an item
        # A label or a figure alone in its line is no sentence.
        if page.text[sentence.end - 1 : sentence.end] not in (".", "!", "?") or len(rest.split()) < 2:
            continue
        if not page.is_ours(start, end):
            continue
        small = figure.kind == "plain" and re.fullmatch("[0-9]{1,2}", figure.number)
        word = spelled(int(figure.number)) if small else None
        yield page.told(
            "number_starts", start, end,
            "A figure begins this sentence: write it in words, or turn the sentence.",
            fix=word.capitalize() if word else None,
            # From ten on, other rules may want the figure.
            safe=word is not None and int(figure.number) < 10, severity=Severity.SUGGESTION,
        )  # fmt: skip


# ── per cent ────────────────────────────────────────────────────────────────────────────────────────

_PERCENT_WORD = re.compile(
    r"(?<![\w-])((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|one|two|three|four"
    r"|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:a|one) hundred)( )(percent|per cent)\b"
)


def check_percent(page: Page) -> Iterator[Finding]:
    """`style.percent`: a share with “%” where the brand writes a word, or the other way round."""
    wanted = page.style.percent
    for figure in page.figures:
        if figure.kind == "percent":
            gap, said = figure.parts
        elif figure.kind == "range" and figure.parts[2]:
            gap, said = figure.parts[3], figure.parts[2]
        else:
            continue
        if wanted == "sign" and said == "%" and not gap.strip() and gap == "":
            continue
        if said == wanted or (wanted != "sign" and said == "%" and page.is_short(figure.start)):
            continue
        end = figure.end
        start = end - len(said) - len(gap)
        if not page.is_ours(start, end):
            continue
        fix = "%" if wanted == "sign" else f" {wanted}"
        yield page.told(
            "percent", start, end, f"We write shares like this: 12{fix}.", fix=fix, title=f"Write “12{fix}”",
            safe=True,
        )  # fmt: skip
    if "cent" not in page.folded or not ({"percent", "cent"} & page.document.vocabulary):
        return
    for match in _PERCENT_WORD.finditer(page.folded):
        start, end = match.span(3)
        if match.group(3) == wanted or not page.is_ours(start, end):
            continue
        if wanted == "sign":
            if page.starts_sentence(match.start()):
                continue
            advice = "We write shares with a figure and a sign: 12%."
            yield page.told("percent", match.start(), end, advice, severity=Severity.SUGGESTION)
        else:
            yield page.told("percent", start, end, f"We spell it “{wanted}”.", fix=wanted, safe=True)


# ── ordinals, thousands ─────────────────────────────────────────────────────────────────────

_ORDINAL_WORD = re.compile(r"(?<![\w-])(third|fourth|fifth|sixth|seventh|eighth|ninth)(?![\w-]| of\b)")
_ORDINAL_WORDS = frozenset(_FIRSTS[3:10])


def check_ordinals(page: Page) -> Iterator[Finding]:
    """`style.ordinals`: “3rd” where the brand writes “third”, or the other way round."""
    if page.style.ordinals == "words":
        for figure in page.figures:
            if figure.kind != "ordinal" or len(figure.parts[0]) > 1 or figure.parts[0] == "0":
                continue
            after = page.text[figure.end : figure.end + 2]
            # Addresses: 5th Avenue.
            if (after[:1] == " " and after[1:].isupper()) or page.is_short(figure.start):
                continue
            if page.is_ours(figure.start, figure.end):
                word = _as_said(_FIRSTS[int(figure.parts[0])], page, figure.start)
                yield page.told(
                    "ordinals",
                    figure.start,
                    figure.end,
                    f"We write it in words: {word}.",
                    fix=word,
                    safe=True,
                )
        return
    if page.document.vocabulary.isdisjoint(_ORDINAL_WORDS):
        return
    for match in page.document.matches_at(_ORDINAL_WORDS, _ORDINAL_WORD):
        start, end = match.span()
        if page.starts_sentence(start) or not page.text[start].islower() or not page.is_ours(start, end):
            continue
        number = _FIRSTS.index(match.group())
        said = f"{number}{'rd' if number == 3 else 'th'}"
        yield page.told(
            "ordinals", start, end, f"We write it in figures: {said}.", fix=said, safe=True,
            severity=Severity.SUGGESTION,
        )  # fmt: skip


_LOWER_WORD = re.compile(r"\+?\s[a-z]{2,}")
_GROUPED = re.compile(r"\d{1,3}(?:([,\u202f])\d{3})+(?:\.\d+)?")


def check_thousands(page: Page) -> Iterator[Finding]:
    """`style.thousands`: a great number with another sign between its thousands than the brand's."""
    wanted = page.style.thousands
    sign = {"comma": ",", "space": "\u202f", "none": ""}[str(wanted)]
    for figure in page.figures:
        if figure.kind not in ("plain", "money", "percent", "measure"):
            continue
        if "\n" in page.text[figure.digits : figure.end]:
            continue  # what stands in the next line is none of it
        number = figure.number
        start, end = figure.digits, figure.digits + len(number)
        whole, point, rest = number.partition(".")
        grouped = _GROUPED.fullmatch(number)
        if grouped:
            if grouped.group(1) == sign:
                continue
            made = re.sub(r"[,\u202f]", sign, whole) + point + rest
        elif wanted != "none" and whole.isdigit() and whole.isascii() and len(whole) > 3 and whole[0] != "0":
            year = len(whole) == 4 and 1500 <= int(whole) <= 2100
            if year and page.text[end : end + 1] in ("/", ":"):
                continue  # a tax year: 2025/26
            if figure.kind == "plain" and (year or not _LOWER_WORD.match(page.text, end)):
                continue
            made = f"{int(whole):,}".replace(",", sign) + point + rest
        else:
            continue
        if page.is_ours(start, end):
            yield page.told(
                "thousands",
                start,
                end,
                f"We write it {made}.",
                fix=made,
                safe=True,
                severity=Severity.SUGGESTION,
            )


NUMBERS: dict[str, Rule] = {
    "numbers": check_numbers,
    "number_starts": check_number_starts,
    "percent": check_percent,
    "ordinals": check_ordinals,
    "thousands": check_thousands,
}
