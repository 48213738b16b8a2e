"""Punctuation that a brand has decided on: dashes, quotation marks, ellipses, ampersands, doubled marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from copykit.checks.style.page import Page, Rule
from copykit.findings import Finding, Severity

__all__ = ["MARKS"]

# ── dashes ──────────────────────────────────────────────────────────────────────────────────────────

# A dash or what stands for one; a hyphen counts with a space on both sides only.
_DASH = re.compile(r"[ \t\xa0]{0,2}(?:[—–―]|(?<!-)--(?!-))[ \t\xa0]{0,2}|(?<=\S)[ \t\xa0]-[ \t\xa0](?=\S)")
_DASHES: Mapping[str, tuple[str, str]] = {
    "em": ("—", "an em dash without spaces (a—b)"),
    "spaced em": (" — ", "an em dash with a space on both sides (a — b)"),
    "en": ("–", "an en dash without spaces (a–b)"),
    "spaced en": (" – ", "an en dash with a space on both sides (a – b)"),
}


# Where a dash or what stands for one may be; a set of characters at the start is quick to look for.
_STROKE = re.compile(r"[-—–―](?:(?<!-)|(?=-)|(?<=[ \t\xa0]-)(?=[ \t\xa0]))")


def _dashes(text: str) -> Iterator[re.Match[str]]:
    """What `_DASH` finds, looked for only around each stroke."""
    done = 0
    for stroke in _STROKE.finditer(text):
        at = stroke.start()
        start = at
        while start > max(done, at - 2) and text[start - 1] in " \t\xa0":
            start -= 1
        for place in range(start, at + 1):
            if place >= done and (match := _DASH.match(text, place)):
                done = match.end()
                yield match
                break


def check_dashes(page: Page) -> Iterator[Finding]:
    """`style.dashes`: a phrase set off in another way than the brand's."""
    text = page.text
    if "—" not in text and "–" not in text and "-" not in text and "―" not in text:
        return
    wanted = _DASHES.get(str(page.style.dashes))
    for match in _dashes(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        said = match.group()
        if not before.strip() or not after.strip() or "\n" in said:
            continue  # at the edge of a line it opens an item or names a speaker
        if before.isdigit() and (after.isdigit() or after in "$£€"):
            continue  # a range, or a sum
        # After a stop or a quotation it names the speaker.
        if before in "“\"'‘(.!?”" or after in ",.;:!?)”":
            continue
        if wanted and said.replace("\xa0", " ") == wanted[0]:
            continue
        if "–" in said and said == "–" and _joins(text, start, end):
            continue
        if not page.is_off(start, end) and not page.is_name(start, end):
            yield _dash(page, start, end, wanted)


_STEP = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|\d+(?:st|nd|rd|th))\b"
)
# Characters; further back no space is looked for, which would cost a row of dashes its square.
LONGEST_NAME = 60


# "New York–London", "Monday–Friday", "seventh–eighth": a dash that joins two names is none between phrases.
def _joins(text: str, start: int, end: int) -> bool:
    low = max(0, start - LONGEST_NAME)
    head = max(low, text.rfind(" ", low, start) + 1, text.rfind("\n", low, start) + 1)
    if text[head : head + 1].isupper() and text[end : end + 1].isupper():
        return True
    after = _STEP.match(text, end)
    return after is not None and _STEP.fullmatch(text, head, start) is not None


def _dash(page: Page, start: int, end: int, wanted: tuple[str, str] | None) -> Finding:
    if wanted is None:
        return page.told(
            "dashes", start, end, "We use no dashes: make two sentences, or use a comma, a colon or brackets."
        )
    return page.told(
        "dashes", start, end, f"Set a phrase off with {wanted[1]}.", fix=wanted[0],
        title=f"Write “{wanted[0]}”", safe=True, severity=Severity.SUGGESTION,
    )  # fmt: skip


# ── quotation marks, apostrophes ────────────────────────────────────────────────────────────────────

_STRAIGHT = re.compile('"')
_CURLED = re.compile("[“”„]")
# Inside a word, after the s of an owner, before a decade and the like.
_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<=s)'(?=\s[a-z])|(?<![\w'])'(?=\d\ds\b|(?:tis|twas|til)\b)"
)
_CURLED_APOSTROPHE = re.compile(_APOSTROPHE.pattern.replace("'", "’"))
_OPENED = re.compile(r"(?<![\w'’])['‘](?=\w)[^'’]*\Z")
_OPENS = frozenset(" \n\t\xa0([{—–-‘/")


def check_quotes(page: Page) -> Iterator[Finding]:
    """`style.quotes`: straight quotation marks where the brand has curly ones, or the other way round."""
    text = page.text
    curly = page.style.quotes == "curly"
    if ('"' not in text) if curly else ("“" not in text and "”" not in text and "„" not in text):
        return
    for match in (_STRAIGHT if curly else _CURLED).finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        if page.is_off(start, end) or page.is_name(start, end):
            continue
        if curly:
            if before.isdigit() and text.count('"', max(0, start - 200), start) % 2 == 0:
                continue  # inches
            opens = not before or before in _OPENS
            if opens and not text[end : end + 1].strip():
                continue  # it stands alone
            mark = "“" if opens else "”"
        else:
            mark = '"'
        yield page.told(
            "quotes", start, end, f"Our quotation marks are {page.style.quotes}: write {mark}.", fix=mark,
            title=f"Write {mark}", safe=True, severity=Severity.SUGGESTION,
        )  # fmt: skip


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def check_apostrophes(page: Page) -> Iterator[Finding]:
    """`style.apostrophes`: straight apostrophes where the brand has curly ones, or the other way round."""
    curly = page.style.apostrophes == "curly"
    wrong, right = ("'", "’") if curly else ("’", "'")
    if wrong not in page.text:
        return
    text = page.text
    is_one = (_APOSTROPHE if curly else _CURLED_APOSTROPHE).match
    advice, title = f"Our apostrophes are {page.style.apostrophes}: write {right}.", f"Write {right}"
    for at in _places(text, wrong):
        end = at + 1
        if not is_one(text, at) or page.is_off(at, end) or page.is_name(at, end):
            continue
        if text[end].isspace() and _OPENED.search(text, max(0, at - 80), at):
            continue  # it ends a quotation
        yield page.told(
            "apostrophes", at, end, advice, fix=right, title=title, safe=True, severity=Severity.SUGGESTION
        )


# ── ampersands, slashes ─────────────────────────────────────────────────────────────────────────────

_AND = re.compile(r"(?<=\S)([ \xa0])(&|\+)([ \xa0])(?=\S)")
_PLUS = re.compile("[&+]")
_LAST = re.compile(r"[^\s]+\Z")
_NEXT = re.compile(r"[^\s]+")


def check_ampersands(page: Page) -> Iterator[Finding]:
    """`style.ampersands`: “&” or “+” for “and”, outside names."""
    text = page.text
    if "&" not in text and "+" not in text:
        return
    for sign in _PLUS.finditer(text):
        match = _AND.match(text, sign.start() - 1) if sign.start() else None
        if match is None:
            continue
        start, end = match.span(2)
        before = _LAST.search(text, max(0, start - 61), start - 1)
        after = _NEXT.match(text, end + 1, end + 61)
        if before is None or after is None:
            continue
        left, right = before.group().lstrip("(“\"'‘"), after.group()
        if not left[-1:].isalpha() or not right[:1].isalpha():
            continue  # a sum
        small = left[:1].islower() and right[:1].islower()
        # Capitals on both sides are a name, unless all words here have them.
        if left[:1].isupper() and right[:1].isupper() and not page.is_short(start):
            continue
        if match.group(2) == "+" and "press" in page.folded[max(0, start - 30) : start]:
            continue  # keys
        if page.is_ours(before.start(), after.end()):
            yield page.told(
                "ampersands", start, end, f"Write “and”: “{match.group(2)}” is for names.", fix="and",
                safe=small, severity=Severity.WARNING if small else Severity.SUGGESTION,
            )  # fmt: skip


_SLASH = re.compile(r"(?<![\w/.\\-])([A-Za-z][a-z]+)/([a-z][a-z]+)(?![\w/\\-])")
_BEFORE_SLASH = re.compile(r"[A-Za-z][a-z]+\Z")
LONGEST_WORD = 60  # characters; what is longer before a slash is no word
# Units and set phrases that have no other form.
_SLASHED = frozenset({"km/h", "am/pm", "n/a", "either/or", "on/off", "yes/no", "read/write", "input/output"})


def _slashes(text: str) -> Iterator[re.Match[str]]:
    """What `_SLASH` finds, looked for only around each slash between two letters."""
    done = 0
    for at in _places(text, "/"):
        if at < done + 2 or not text[at - 1].isalpha() or not text[at + 1 : at + 2].isalpha():
            continue
        before = _BEFORE_SLASH.search(text, max(done, at - LONGEST_WORD), at)
        if before and (match := _SLASH.match(text, before.start())):
            done = match.end()
            yield match


def check_slashes(page: Page) -> Iterator[Finding]:
    """`style.slashes`: two words with a slash between them, such as “and/or”."""
    for match in _slashes(page.text):
        said = match.group()
        if said.lower() in _SLASHED or not page.is_ours(*match.span()):
            continue
        if said.lower() == "and/or":
            advice = "“and/or” leaves the choice to the reader: write “or”, or say “a, b or both”."
        else:
            advice = (
                f"A slash leaves the choice to the reader: write “{match[1]} or {match[2]}”, or pick one."
            )
        yield page.told("slashes", *match.span(), advice)


# ── ellipses, doubled marks, spaces ─────────────────────────────────────────────────────────────────

_DOTS = re.compile(r"(?<![./])\.{3}(?![./])|(?<![.\w]) ?\. \. \.(?! ?\.)")
_CHARACTER = re.compile("…")
_ELLIPSIS = re.compile(r"…|(?<![./])\.{3}(?![./])")


def check_ellipses(page: Page) -> Iterator[Finding]:
    """`style.ellipses`: three dots where the brand has the character “…”, the other way round, or any."""
    wanted = page.style.ellipses
    text = page.text
    if "…" not in text and "..." not in text and ". ." not in text:
        return
    pattern = {"character": _DOTS, "dots": _CHARACTER}.get(str(wanted), _ELLIPSIS)
    for match in pattern.finditer(text):
        if page.is_off(*match.span()) or (wanted == "none" and page.is_said(*match.span())):
            continue
        block = page.document.block_at(match.start())
        if text[block.start : block.end].strip() == match.group():
            continue  # a cell that leaves something out
        if wanted == "none":
            advice = "We don't trail off: end the sentence, or leave the rest out."
            yield page.told("ellipses", *match.span(), advice)
            continue
        right = "…" if wanted == "character" else "..."
        yield page.told(
            "ellipses", *match.span(), f"Write an ellipsis as “{right}”.", fix=right, safe=True,
            severity=Severity.SUGGESTION,
        )  # fmt: skip


_REPEATED = re.compile(r"[!?][!?]+")
_TWO_MARKS = ("!!", "??", "!?", "?!")


def check_repeated_marks(page: Page) -> Iterator[Finding]:
    """`style.repeated-marks`: “!!”, “??” or “?!”."""
    text = page.text
    if not any(marks in text for marks in _TWO_MARKS):
        return
    for match in _REPEATED.finditer(text):
        said = match.group()
        if "?" not in said and page.style.exclamation_marks == 0:
            continue  # told by style.exclamation
        if page.is_off(*match.span()) or page.is_said(*match.span()):
            continue
        mark = "?" if "?" in said else "!"
        yield page.told(
            "repeated_marks", *match.span(), f"One mark is enough: write “{mark}”.", fix=mark,
            title=f"Write “{mark}”", safe=True,
        )  # fmt: skip


_SPACES = re.compile(r"(?<=[^\s]) {2,}(?=[^\s])")


def check_double_spaces(page: Page) -> Iterator[Finding]:
    """`style.double-spaces`: two spaces or more where one is enough."""
    if "  " not in page.text:
        return
    for match in (one for at in _places(page.text, "  ") if (one := _SPACES.match(page.text, at))):
        start, end = match.span()
        if not page.is_off(start, end):
            # Beside a dash or another sign the spaces may be what keeps it from meaning something.
            plain = page.text[end].isalnum() and (
                page.text[start - 1].isalnum() or page.text[start - 1] in ".,;:"
            )
            yield page.told(
                "double_spaces", start, end, "One space is enough.", fix=" ", title="Leave one space",
                safe=plain, severity=Severity.SUGGESTION,
            )  # fmt: skip


# ── emoji ───────────────────────────────────────────────────────────────────────────────────────────

_PICTURE = (
    "[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\U0001f1e6-\U0001f1ff\U0001f004\U0001f0cf]"
)
_TAIL = "(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d" + _PICTURE + ")*"
_FAR = re.compile("[\u231a-\U0010ffff]")  # no emoji comes before, and none is without one of these
_EMOJI = re.compile(f"(?:[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}{_TAIL}|[0-9#*]\ufe0f\u20e3)")
# Signs that are typed, not drawn.
_PLAIN_SIGNS = frozenset("✓✔✕✖✗✘★☆➔➜➤☎☐☑☒")


def check_emoji(page: Page) -> Iterator[Finding]:
    """`style.emoji`: more emoji than the brand allows in one piece, or another than those it allows."""
    text = page.text
    if text.isascii() or _FAR.search(text) is None:
        return
    most, allowed = page.style.emoji, frozenset(mark.rstrip("\ufe0f") for mark in page.style.emoji_allowed)
    seen = 0
    for match in _EMOJI.finditer(text):
        said = match.group().rstrip("\ufe0f")
        if said in _PLAIN_SIGNS or page.is_off(*match.span()) or page.is_said(*match.span()):
            continue
        seen += 1
        if most is not None and seen > most:
            rule = "no emoji" if not most else f"at most {most} emoji in one piece"
            yield page.told("emoji", *match.span(), f"The guide allows {rule}: say it in words.")
        elif allowed and said not in allowed:
            listed = " ".join(page.style.emoji_allowed)
            advice = f"This emoji is none of ours: take one of {listed}, or say it in words."
            yield page.told("emoji_allowed", *match.span(), advice, check="style.emoji")


MARKS: dict[str, Rule] = {
    "dashes": check_dashes,
    "quotes": check_quotes,
    "apostrophes": check_apostrophes,
    "ampersands": check_ampersands,
    "slashes": check_slashes,
    "ellipses": check_ellipses,
    "repeated_marks": check_repeated_marks,
    "double_spaces": check_double_spaces,
    "emoji": check_emoji,
}
