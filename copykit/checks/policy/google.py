"""Google's editorial policy for an ad's texts: punctuation, symbols, spacing, capitals, telephone numbers.

What its present help page forbids is an error where it can be told for sure. What only the page for the
older text ads says is a warning: it is still used to refuse ads, but nobody promises it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copykit.checks.context import Check, Context
from copykit.checks.finding import replacement
from copykit.checks.policy.texts import AdText, ad_texts, broken, names_of, without_gap
from copykit.findings import Finding, Fix, Severity
from copykit.platforms import Source
from copykit.text import EMOJI, Document

__all__ = ["GOOGLE"]

SYMBOLS = Source(
    text="Google Ads policy, support.google.com/adspolicy/answer/14847994 (through a mirror)", known="M"
)
EDITORIAL = Source(
    text="Google Ads Help, support.google.com/google-ads/answer/1206870 (through a mirror)", known="M"
)
OLDER = Source(
    text="AdWords policy for the older text ads, support.google.com/adwordspolicy/answer/176095", known="O"
)
_LABEL = "Google Ads editorial policy"

# A word that stands this often in one line is there for the search engine. Ours; the policy names no number.
TOO_OFTEN = 3
# The longest acronym that we believe to be one.
LONGEST_ACRONYM = 5

_REPEATED = re.compile(r"[!?]{2,}|([,;:*~#$%&+=_|])\1+|-{3,}|\.{4,}|(?<!\.)\.\.(?!\.)")
_ELLIPSIS = re.compile(r"…|(?<!\.)\.{3}(?!\.)")
_LETTER_SIGN = re.compile(r"(?<![\w@$])[A-Za-z]*(?:[A-Za-z][@$][A-Za-z]|\$(?=[A-Za-z]{3}))[A-Za-z]*")
_LETTER_DIGIT = re.compile(r"(?<![\w-])[A-Za-z]*[a-z][01345][a-z][A-Za-z]*(?![\w-])")
_STRANGE = re.compile(
    r"[•●○◦▪▫■□◆◇►▶▸◄✓✔✗✘☑→←↑↓⇒➔➜➤♥♡♦♠♣♪†‡]|(?<![\d★☆])(?<!\d )[★☆]"
    r"|(?<![\w*])\*\w[^*\n]{0,60}\w\*|[\uff65-\uff9f]+|[ᵃ-ᵿ]+"
)
_SPACED = re.compile(
    r"(?<![\w.])(?:(?:[A-Za-z]\.){5,}[A-Za-z]?|[A-Za-z]([_*~·-])(?:[A-Za-z]\1){2,}[A-Za-z])(?!\w)"
    r"|(?<!\w)(?:[A-Za-z] ){3,}[A-Za-z](?!\w)"
)
_GAP = re.compile(r"(?<=\S)[ \xa0]{2,}(?=\S)|(?<=\w)[ \xa0]+(?=[,;!?](?:\s|$)|\.(?:\s|$))")
_CAPITALS = re.compile(r"(?<![\w&.-])[A-Z][A-Z'’]{2,}(?![\w&-])(?!\.[A-Z])")
_GIMMICK = re.compile(r"(?<!\w)(?=\w*[a-z][A-Z]\w*[a-z][A-Z])[A-Za-z]{5,}(?!\w)")
_CODE = re.compile(r"\b(?:code|coupon|voucher|use|enter|with)[\s:“\"']+$", re.IGNORECASE)
# Words of ads that are no acronym at any length.
_SHOUTED = frozenset(
    "act all amazing any bargain best big book buy buys call cheap click cut deal deals discount easy "
    "enjoy ever every fast fresh find for free from full get gift gifts giveaway good great half here "
    "home hot hurry join just know last learn less limited live love low luxury made major make more "
    "must need never new not now off offer offers official one only open order our out pay prices "
    "quality quick rated real sale sales save shop sign special start stop stock store super sure take "
    "the this today top trial try ultimate until urgent wait want win wow yes you your".split()
)
_ACRONYMS = frozenset(["COVID", "INTERPOL", "NASCAR", "NASDAQ", "UNESCO", "UNICEF"])
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:"
    r"\+\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){2,5}"
    r"|(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}"
    r"|\(?0\d{2,4}\)?[ -]\d{3,4}(?:[ -]?\d{3,4})?"
    r"|1[ .-]8(?:00|33|44|55|66|77|88)[ .-][A-Z0-9][A-Z0-9-]{5,9}[A-Z0-9]"
    r"|(?<=call )\d{3}[ .-]\d{4}|(?<=ring )\d{3}[ .-]\d{4}|(?<=phone )\d{3}[ .-]\d{4}"
    r")(?![\w-])",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:click|tap|press) (?:here|below|now|this|on this|the link|the button|to (?:see|learn))\b", re.I
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]{4,})(?:[ ,!.-]+\1(?!\w))+", re.IGNORECASE)
_SMALL = frozenset(
    "a an and are as at be but by can do for from get has have if in is it its more no not of on or our "
    "so than that the their this to up we what when with you your".split()
)


def _free(document: Document, ad: AdText, match: re.Match[str]) -> tuple[int, int] | None:
    """Where a match stands in the document; None inside an address or a keyword insertion."""
    start, end = ad.start + match.start(), ad.start + match.end()
    return None if document.is_shielded(start, end) else (start, end)


def check_punctuation(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.punctuation`: marks in a row, dots that trail off, exclamation marks where Google has none."""
    marked = 0
    for ad in ad_texts(document, context, "google"):
        for match in _REPEATED.finditer(ad.text):
            if span := _free(document, ad, match):
                marks = match.group()
                once = "?" if "?" in marks else "" if ad.is_headline and "!" in marks else marks[0]
                yield broken(
                    document, *span, check="policy.punctuation",
                    severity=Severity.ERROR, label=_LABEL, source=SYMBOLS,
                    advice=f"Google refuses punctuation in a row: write “{marks[0]}” once, or not at all.",
                    fixes=[_instead(document, once)],
                )  # fmt: skip
        for match in _ELLIPSIS.finditer(ad.text):
            if span := _free(document, ad, match):
                yield broken(
                    document, *span, check="policy.punctuation",
                    severity=Severity.WARNING, label=_LABEL, source=OLDER,
                    advice="Google takes no dots that trail off: finish the thought.",
                )  # fmt: skip
        for match in re.finditer(r"(?<![!?])!(?![!?])", ad.text):
            span = _free(document, ad, match)
            if span is None:
                continue
            marked += not ad.is_headline
            if ad.is_headline:
                said, once = "Google takes no exclamation mark in a headline.", ""
            elif marked > 1:
                said, once = (
                    "Google takes one exclamation mark in an ad, and any two descriptions may show.",
                    ".",
                )
            else:
                continue
            yield broken(
                document, *span, check="policy.punctuation",
                severity=Severity.WARNING, label=_LABEL, source=OLDER,
                advice=said, fixes=[_instead(document, once)],
            )  # fmt: skip


def _instead(document: Document, once: str) -> Fix:
    return replacement(document, once, safe=True, title="" if once else "Take the mark out")


def check_symbols(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.symbols`: signs for letters, symbols and characters that Google does not take."""
    for ad in ad_texts(document, context, "google"):
        names = names_of(context.guide)
        for match in _LETTER_SIGN.finditer(ad.text):
            span = _free(document, ad, match)
            if span and match.group() not in names and len(match.group()) > 2:
                yield broken(
                    document, *span, check="policy.symbols",
                    severity=Severity.ERROR, label=_LABEL, source=SYMBOLS,
                    advice=f"Google refuses signs in place of letters: write “{_spelled(match.group())}”.",
                    fixes=[replacement(document, _spelled(match.group()), safe=True)],
                )  # fmt: skip
        for match in _LETTER_DIGIT.finditer(ad.text):
            span = _free(document, ad, match)
            letters = sum(letter.isalpha() for letter in match.group())
            if span and letters >= 4 and match.group() not in names:
                yield broken(
                    document, *span, check="policy.symbols",
                    severity=Severity.WARNING, label=_LABEL, source=SYMBOLS,
                    advice="Google refuses figures in place of letters: spell it, or put it into the terms.",
                )  # fmt: skip
        for match in _STRANGE.finditer(ad.text):
            if (span := _free(document, ad, match)) and not EMOJI.match(ad.text, match.start()):
                yield broken(
                    document, *span, check="policy.symbols",
                    severity=Severity.ERROR, label=_LABEL, source=SYMBOLS,
                    advice="Google refuses symbols like this one, but for ratings and legal notes.",
                )  # fmt: skip


def _spelled(word: str) -> str:
    plain = word.replace("@", "a").replace("$", "s")
    return plain.capitalize() if word[0] in "@$" else plain


def check_emoji(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.emoji`: an emoji in an ad on Google."""
    for ad in ad_texts(document, context, "google"):
        for match in EMOJI.finditer(ad.text):
            start, end = without_gap(ad.text, match.start(), match.end())
            yield broken(
                document, ad.start + start, ad.start + end, check="policy.emoji",
                severity=Severity.ERROR,
                label=_LABEL, source=SYMBOLS, advice="Google takes no emoji in ads: use words.",
                fixes=[replacement(document, "", safe=True, title="Take it out")],
            )  # fmt: skip


def check_spacing(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.spacing`: letters set apart for show, more spaces than one, a space before a mark."""
    for ad in ad_texts(document, context, "google"):
        for match in _SPACED.finditer(ad.text):
            if span := _free(document, ad, match):
                joined = re.sub(r"[^A-Za-z]", "", match.group()).capitalize()
                yield broken(
                    document, *span, check="policy.spacing",
                    severity=Severity.ERROR, label=_LABEL, source=SYMBOLS,
                    advice=f"Google refuses letters set apart for show: write “{joined}”.",
                    fixes=[replacement(document, joined)],
                )  # fmt: skip
        for match in _GAP.finditer(ad.text):
            if span := _free(document, ad, match):
                before_mark = ad.text[match.end()] in ",;!?."
                once = "" if before_mark else " "
                what = "a space before a mark" if before_mark else "more than one space between words"
                yield broken(
                    document, *span, check="policy.spacing",
                    severity=Severity.WARNING, label=_LABEL, source=OLDER,
                    advice=f"Google refuses {what}.",
                    fixes=[replacement(document, once, safe=True, title="Mend the spacing")],
                )  # fmt: skip


def check_capitals(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.capitals`: words in capitals that are no acronym, no coupon code and no name of the guide."""
    for ad in ad_texts(document, context, "google"):
        names = names_of(context.guide)
        for pattern in (_CAPITALS, _GIMMICK):
            for match in pattern.finditer(ad.text):
                span, word = _free(document, ad, match), match.group()
                if (
                    span is None
                    or word in names
                    or (pattern is _CAPITALS and not _is_shouted(ad.text, match))
                ):
                    continue
                title = ad.is_headline and context.guide.brand.style.headline_case == "title"
                first = ad.text[: match.start()].rstrip()[-1:] in ("", ".", "!", "?", ":")
                calm = word.capitalize() if title or first or pattern is _GIMMICK else word.lower()
                yield broken(
                    document, *span, check="policy.capitals",
                    severity=Severity.WARNING, label=_LABEL, source=EDITORIAL,
                    advice=f"Google refuses capitals for emphasis: write “{calm}”. Acronyms and coupon codes "
                    "may keep theirs; if this is one, put it into `style`: `acronyms`.",
                    fixes=[replacement(document, calm, safe=True)],
                )  # fmt: skip


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    if word in _ACRONYMS or _CODE.search(text, max(0, match.start() - 12), match.start()):
        return False
    bare = word.replace("'", "").replace("’", "")
    return bare.lower() in _SHOUTED or len(bare) > LONGEST_ACRONYM or "'" in word or "’" in word


def check_phone(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.phone`: a telephone number in the text of an ad on Google."""
    for ad in ad_texts(document, context, "google"):
        for match in _PHONE.finditer(ad.text):
            digits = sum(letter.isdigit() or letter.isupper() for letter in match.group())
            if digits >= 7:
                yield broken(
                    document, ad.start + match.start(), ad.start + match.end(), check="policy.phone",
                    severity=Severity.ERROR, label=_LABEL, source=EDITORIAL,
                    advice="Google takes no telephone number in an ad's text: put it into a call asset.",
                )  # fmt: skip


def check_wording(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.generic-ask` and `policy.repetition`: "click here", and the same word again and again."""
    for ad in ad_texts(document, context, "google"):
        for match in _GENERIC.finditer(ad.text):
            yield broken(
                document, ad.start + match.start(), ad.start + match.end(), check="policy.generic-ask",
                severity=Severity.WARNING, label=_LABEL, source=OLDER,
                advice="Google refuses asks that would suit any ad: say what the reader gets.",
            )  # fmt: skip
        told = False
        names = {name.casefold() for name in names_of(context.guide)} | _SMALL
        for match in _TWICE.finditer(ad.text):
            if match.group(1).casefold() not in names:
                told = True
                yield _repeated(document, ad.start + match.start(), ad.start + match.end(), match.group(1))
        if told:
            continue
        often: Counter[str] = Counter()
        last: dict[str, re.Match[str]] = {}
        for match in _WORD.finditer(ad.text):
            word = match.group().casefold()
            often[word] += 1
            last[word] = match
        for word, times in often.items():
            if times >= TOO_OFTEN and word not in names:
                yield _repeated(document, ad.start + last[word].start(), ad.start + last[word].end(), word)


def _repeated(document: Document, start: int, end: int, word: str) -> Finding:
    return broken(
        document, start, end, check="policy.repetition",
        severity=Severity.WARNING, label=_LABEL, source=OLDER,
        advice=f"Google refuses words that are repeated for show: say “{word}” once.",
    )  # fmt: skip


def check_business_name(document: Document, context: Context) -> Iterator[Finding]:
    """`policy.business-name`: a business name that is not the brand's, or that promotes something."""
    brand = context.guide.brand
    names = [brand.name, brand.legal_name or "", *(product.name for product in context.guide.products)]
    for ad in ad_texts(document, context, "google", "microsoft"):
        if ad.field == "business_name" and ad.text.strip() not in names:
            yield broken(
                document, ad.start, ad.end, check="policy.business-name",
                severity=Severity.WARNING, label=_LABEL,
                source=EDITORIAL, fixes=[replacement(document, brand.name, safe=True)],
                advice="The business name has to be the real name and nothing else: no offer, no slogan.",
            )  # fmt: skip


GOOGLE: tuple[Check, ...] = (
    check_punctuation,
    check_symbols,
    check_emoji,
    check_spacing,
    check_capitals,
    check_phone,
    check_wording,
    check_business_name,
)
