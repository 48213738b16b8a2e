"""Splits a text into sentences by rules, in one pass that grows linearly with the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copykit.text.wordset import word_set

# A stop: a run of marks or a spaced ellipsis, with the quotes and brackets that close after it; or a line
# end. It begins with one class of characters, for which the regex engine has a fast search.
_STOP = re.compile(r"[.!?…。！？\n](?:(?<=\n)|(?:(?<=\.)(?:[ \xa0]\.){2,}|[.!?…。！？]*)[\"'”’»)\]*_]*)")
_EMOJI = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_EMOJI_ANY = re.compile(_EMOJI)
_FAR = re.compile("[\u2600-\U0010ffff]")
_EMOJI_RUN = re.compile(rf"\s*{_EMOJI}(?:[\ufe0f\u200d\U0001f3fb-\U0001f3ff]|\s*{_EMOJI})*")
_EMOJI_END = re.compile(rf"{_EMOJI}[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*(?=[ \xa0]+[A-Z])")
_NEXT = re.compile(r"\s*([\"'“‘«(\[*_¿¡]*)(\w[\w'’-]*|.)?", re.DOTALL)
_BEFORE = re.compile(r"[\w.&'’°-]{1,40}\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_MARKED = re.compile(r"(?:^|\s)(\d{1,3}|[a-z])(\.\)|\)|\.)\s*\Z")
_RUN_ON = re.compile(r"\s(?:\d{1,3}|[a-z])(?:\.\)|\)|\.)\s")
_MARKER = re.compile(r"(?:[•⁃‣▪·*-]\s?)?(\d{1,3}|[a-z])(\.\)|\)|\.)(?=\s)")
_LABEL = re.compile(
    r"(?:step|part|chapter|section|figure|fig|table|phase|rule|tip|question|day|week|lesson|level|act|stage|round"
    r"|reason|mistake|myth|option|article|appendix|exhibit|case|example|note|item|point|principle|idea|lever|no)"
    r"\s(?:\d{1,3}|[ivx]{1,5}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)\Z",
    re.IGNORECASE,
)
_SITE = re.compile(r"[a-z0-9-]+\.(?:com|org|net|gov|io|co|dev|app|ai|edu)\b")
_FRONTED = re.compile(r"(?:at|by|around|before|after|until|from|since|on|about)\b", re.IGNORECASE)


# Before a name or number: a stop after these never ends a sentence.
_TITLES = word_set(
    "mr mrs ms mx dr prof gen sen rep mt ft lt capt cpt col sgt rev hon gov pres supt maj cmdr adm msgr"
    " fr messrs mmes vs cf viz e.g i.e eg ie approx esp incl excl resp attn re"
)
# Before a number only.
_COUNTED = word_set(
    "no nos nr n° p pp vol vols fig figs ch chap sec secs art arts eq eqs para paras ex app apps v ver"
    " ca c tel ext jan feb mar apr jun jul aug sep sept oct nov dec est rs op cl pt sect bk"
)
# These may end a sentence; a common first word after them says that they do.
_OPEN = word_set(
    "inc ltd co corp llc plc bros jr sr st ave blvd rd dept govt univ assn intl natl mfg al esq dist"
    " mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky"
    " la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo min max avg misc"
    " hr hrs mins secs oz lb lbs ph.d d.phil b.sc m.sc jan feb mar apr jun jul aug sep sept oct nov dec"
)
_TIMES = word_set("a.m p.m am pm")
_ZONES = word_set(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central mountain pacific"
    " monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january"
    " february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec"
)
_STARTERS = word_set(
    "the a an it its it's it’s he she they we you i i'm i’m we're we’re you're you’re they're they’re"
    " this that these those there here how what when where why who which whose but and or so yet if then"
    " than as at in on by for from with without after before since until while although though because"
    " our your my his her their some most many all each every no not now today tomorrow yesterday did do"
    " does is are was were can could will would should may might must have has had let let's let’s"
    " please see read learn get start try join book call ask just also however instead meanwhile"
    " moreover that's that’s what's what’s who's who’s one two three both neither either another other"
    " such only once even still click come meet don't don’t mr mrs ms dr"
)
_EXCLAIMED = word_set("yahoo jeopardy yum ahoy joomla")
# "Plan B." ends a sentence where "Jonas E." does not.
_LETTERED = word_set(
    "plan vitamin option grade type class group team part section exhibit series size level phase appendix"
)
_NOT_OPEN = word_set("mr mrs ms dr")
# Characters before a stop in which a name stands; more would cost a run of stops its square.
FRONT = 120


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a text, in order, without the white space around them.

    A blank line always ends a sentence. A single line end does too, unless the next line goes on in
    lower case and a stop comes later (a hard wrap).
    """
    return sentence_spans(text, 0, len(text), emoji=has_emoji(text))


def has_emoji(text: str) -> bool:
    """Whether a text holds emoji or the like, which may stand after a stop or in place of one."""
    # One range to look for first: most letters that are not ASCII stand below it.
    return not text.isascii() and _FAR.search(text) is not None and _EMOJI_ANY.search(text) is not None


def sentence_spans(
    text: str, start: int, end: int, *, emoji: bool, mark: tuple[str, str] | None = None
) -> list[tuple[int, int]]:
    """The spans of the sentences between two offsets of a text.

    Args:
        emoji: as `has_emoji` tells.
        mark: the number and the sign of a list's mark that stood before the text and is no part of it.
    """
    spans: list[tuple[int, int]] = []
    for low, high in _cut_lists(text, start, end, mark):
        begin = low
        for cut in (*_cuts(text, low, high, emoji=emoji), high):
            while begin < cut and text[begin].isspace():
                begin += 1
            last = cut
            while last > begin and text[last - 1].isspace():
                last -= 1
            if begin < last:
                spans.append((begin, last))
            begin = cut
    return spans


def list_mark(before: str) -> tuple[str, str] | None:
    """The number and the sign of the list's mark that a text ends with: "1" and ")" for "1) "."""
    found = _MARKED.search(before)
    return (found.group(1), found.group(2)) if found else None


def runs_on(text: str, start: int, end: int) -> bool:
    """Whether a list's item may hold the marks of further ones: "Plan 2. Write"."""
    return _RUN_ON.search(text, start, end) is not None


def _cut_lists(text: str, start: int, end: int, mark: tuple[str, str] | None) -> list[tuple[int, int]]:
    """Cuts before the markers of a list that runs on in one line: "1. Plan 2. Write"."""
    marker = _MARKER.match(text, start, end)
    if marker is not None:
        mark = (marker.group(1), marker.group(2))
    if mark is None:
        return [(start, end)]
    pieces: list[tuple[int, int]] = []
    low = start
    while mark:
        value, shape = mark
        following = str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1)
        bullet = "" if text[low].isalnum() else rf"{re.escape(text[low])}\s?"
        found = re.compile(rf"(?<=\s){bullet}{following}{re.escape(shape)}(?=\s)").search(
            text, marker.end() if marker else low, end
        )
        if found is None:
            break
        pieces.append((low, found.start()))
        low = found.start()
        marker = _MARKER.match(text, low, end)
        mark = (marker.group(1), marker.group(2)) if marker else None
    return [*pieces, (low, end)]


def _cuts(text: str, start: int, end: int, *, emoji: bool) -> Iterator[int]:
    marker = _MARKER.match(text, start, end)
    begin = start
    last_stop = -2  # not looked for yet
    position = marker.end() if marker else start
    stops: Iterable[re.Match[str]] = _STOP.finditer(text, position, end)
    if emoji:
        stops = sorted([*stops, *_EMOJI_END.finditer(text, position, end)], key=re.Match.start)
    for match in stops:
        low, high = match.span()
        if low < position:
            continue
        mark = text[low]
        if mark == "\n":
            if last_stop == -2:
                last_stop = max(text.rfind(stop, start, end) for stop in ".!?")
            if _line_ends(text, low, end, last_stop):
                yield high
                begin = position = high
            continue
        if high >= end:
            break
        closed = high
        if emoji and (run := _EMOJI_RUN.match(text, high, end)):
            high = run.end()
            if high >= end:
                break
        elif not text[high].isspace() and mark not in "。！？":
            continue
        if _ends(text, begin, low, closed, high, end):
            yield high
            begin = position = high


def _line_ends(text: str, low: int, end: int, last_stop: int) -> bool:
    """Whether the line end at `low` ends a sentence; `last_stop`: where the block's last stop stands."""
    following = _NEXT.match(text, low, end)
    word = following.group(2) if following else None
    if not word:
        return False
    if text.startswith("\n", low + 1) or not word[0].islower():
        return True
    # Lower case after a line end is a hard wrap, unless no stop follows: then each line is an item.
    return last_stop < low


def _ends(text: str, begin: int, low: int, closed: int, high: int, end: int) -> bool:
    """Whether the stop at `low`, closed at `closed`, ends the sentence that began at `begin`."""
    following = _NEXT.match(text, high, end)
    if following is None or not following.group(2):
        return False
    opener, word = following.groups()
    mark = text[low]
    first = word[0]
    starter = word.lower() in _STARTERS
    if mark not in ".!?…。！？":
        return starter
    lower = first.islower()
    # "iPhone" and "eBay" may begin a sentence, and so may "acme.com".
    if (
        lower
        and not opener
        and word.islower()
        and not (mark == "." and _SITE.match(text, following.start(2)))
    ):
        return False
    if not opener and first in ",;:–—-)]%&/+=":
        return False
    if low > begin and text[low - 1] in "[(":
        return False
    stop = text[low:closed]
    if mark != ".":
        if lower and opener:
            return "(" in opener
        if mark == "!" and not opener:
            before = _BEFORE.search(text, max(begin, low - 40), low)
            return starter or not before or before.group().lower() not in _EXCLAIMED
        return True
    if stop.startswith("..") or stop.startswith(". ") or stop.startswith(".\xa0"):
        dots = stop.count(".")
        return dots != 3 or stop.startswith("..") or text[low - 1 : low].strip() != ""
    if "?" in stop or "!" in stop:
        return True
    before = _BEFORE.search(text, max(begin, low - 40), low)
    if before is None:
        return True
    return _full_stop(text, begin, low, before.group(), closed - low > 1, word, starter)


def _full_stop(text: str, begin: int, low: int, token: str, closed: bool, word: str, starter: bool) -> bool:
    """Whether a single full stop after `token` ends the sentence, with `word` next."""
    key = token.lower().lstrip("'’-")
    first = word[0]
    if key in _TITLES:
        return False
    if first.isdigit() and key in _COUNTED:
        return False
    if closed:
        return True
    if key in _TIMES:
        said = text[begin:low].split() if low - begin <= FRONT else []
        fronted = 0 < len(said) <= 4 and _FRONTED.match(said[0]) is not None
        return word.lower() not in _ZONES and not fronted
    if key in _OPEN or key.rpartition("&")[2] in _OPEN or _DOTTED.search(token):
        return starter and word.lower() not in _NOT_OPEN and not first.isdigit()
    if len(token) == 1 and token.isalpha():
        if token.islower():
            return True
        name = text[max(begin, low - FRONT) : low - 1].rstrip()
        if not name:
            return False
        last = name.split()[-1]
        named = last[:1].isupper() and token != "I" and last.lower() not in _LETTERED
        return starter and word.lower() not in _NOT_OPEN and not named
    return not (low - begin <= 40 and _LABEL.match(text[begin:low].strip()))
