"""Lists that a brand has decided on: the comma before “and”, and the stops of list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from copykit.checks.style.page import Page, Rule
from copykit.findings import Finding, Severity
from copykit.text.build import BlockKind
from copykit.text.inflect import is_past
from copykit.text.wordset import word_set

__all__ = ["LISTS"]

# ── the serial comma ────────────────────────────────────────────────────────────────────────────────

_JOIN = re.compile(r"(,?) (and|or) (?=[\w“\"'‘$£€(])")
_WORD = re.compile(r"[\w$£€%][\w'’.%-]*")
# The longest stretch before "and" that is looked at, in characters; a list's items are short.
WINDOW = 240
MOST_WORDS = 5
# A part of a list never begins like this; a clause does.
_CLAUSE = word_set(
    "i you we they he she it who which that this these those there what when where while if because so but"
    " then"
    " although though since unless until after before as whose whom how why"
)
# A word that makes a stretch a clause of its own.
_FINITE = word_set(
    "is are was were am has have had do does did can could will would shall should may might must isn't"
    " aren't wasn't"
    " weren't don't doesn't didn't can't couldn't won't wouldn't i'm you're we're they're it's i'll you'll"
    " we'll they'll"
)
# A phrase before the first comma that only opens the sentence.
_OPENING = word_set(
    "too when if after before in on at for with by as since while because although though once until during"
    " from to"
    " instead however yes no so then now today here but and or also still even despite without under over"
    " between"
    " within through whether unless like unlike given according thanks first second third finally next last"
    " meanwhile"
    " otherwise sometimes usually often again well oh hi hello dear sure please later soon yesterday tomorrow"
    " tonight every each this that these those where whenever wherever whatever inside outside across"
)
_PAIRS = re.compile(r"\b(?:both|either|between|neither)\b", re.IGNORECASE)


def _joins(page: Page) -> Iterator[re.Match[str]]:
    """What `_JOIN` finds, looked for only around each “and” and “or”."""
    folded = page.folded
    for at in sorted(chain.from_iterable(page.document.occurrences.get(word, ()) for word in ("and", "or"))):
        match = _JOIN.match(folded, at - 2 if folded.startswith(", ", at - 2) else at - 1) if at > 1 else None
        if match:
            yield match


def check_serial_comma(page: Page) -> Iterator[Finding]:
    """`style.serial-comma`: a list of three or more without the comma before “and”, or with it."""
    folded = page.folded
    if "," not in folded or (" and " not in folded and " or " not in folded):
        return
    wanted = page.style.serial_comma
    last = -1
    for match in _joins(page):
        has = bool(match.group(1))
        comma = folded.rfind(",", max(last + 1, match.start() - WINDOW), match.start())
        if has == wanted or comma < 0:
            continue
        # A stop behind the comma begins a clause of its own.
        if _MARK.search(page.text, comma + 1, match.start() + 1):
            continue
        if wanted and _begins_no_item(page, comma, match.start()):
            continue
        start = _begin(page, match.start())
        if comma < start:
            continue
        made = _missing(page, match, start) if wanted else _unwanted(page, match, start)
        if made:
            yield made


# A set of characters at the start is quick to look for.
_MARK = re.compile(r"[.;:?!\n—(“…–](?:(?<=[\n—(“…])|(?<=[.;:?!])(?= )|(?<= –)(?= ))")


def _begins_no_item(page: Page, comma: int, end: int) -> bool:
    """Whether what stands between a comma and "and" is no item of a list, whatever stands before it."""
    if not page.folded.startswith(" ", comma + 1):
        return False
    item = _WORD.findall(page.folded, comma + 1, end)
    return not 1 <= len(item) <= MOST_WORDS or _is_clause(item)


def _is_clause(item: list[str]) -> bool:
    """Whether words are a clause, an adverbial, or a list of their own."""
    first = item[0]
    if first in _CLAUSE or first in _OPENING or first in _EXAMPLES:
        return True
    # An item that opens with a preposition, or has one inside, is rather an adverbial with a pair in it.
    if len(item) > 2 and not _OPENING.isdisjoint(item[1:]):
        return True
    return not _FINITE.isdisjoint(item) or not _CONJUNCTIONS.isdisjoint(item)


_CONJUNCTIONS = frozenset(("and", "or", "but"))


def _begin(page: Page, at: int) -> int:
    """Where the clause that holds an offset begins: after a stop, a colon, a dash or a bracket."""
    low = max(0, at - WINDOW)
    text = page.text
    found = max(
        text.rfind(mark, low, at + 1)
        for mark in (". ", "; ", ": ", "? ", "! ", "\n", "—", " – ", "(", "“", "…")
    )
    return found + 1 if found >= 0 else low


def _parts(page: Page, start: int, end: int) -> list[list[str]]:
    """The stretches between commas, as words."""
    pieces = re.split(r",(?!\d)", page.folded[start:end])
    return [_WORD.findall(piece) for piece in pieces]


def _after(page: Page, end: int) -> list[str]:
    stop = _STOP.search(page.folded, end, end + 80)
    return _WORD.findall(page.folded[end : stop.start() if stop else end + 80])


def _missing(page: Page, match: re.Match[str], start: int) -> Finding | None:
    parts = _parts(page, start, match.start())
    item, before = parts[-1], parts[-2] if len(parts) > 1 else []
    following = _after(page, match.end())
    if not 1 <= len(item) <= MOST_WORDS or not before or not following:
        return None
    if following[0] in _CLAUSE or following[0] in _REST or _is_clause(item) or _goes_on(page, match.end()):
        return None
    many = len(parts) > 2
    shaped = (
        _alike(before[-1], item[-1], following[0])
        or (item[0] == following[0] and item[0] in before)
        or following[0] in ("even", "maybe", "perhaps")
        or (
            item[0] in _DETERMINERS
            and following[0] in _DETERMINERS - {item[0]}
            and not _DETERMINERS.isdisjoint(before)
        )
    )
    if _is_no_item(parts, item, before, following, shaped=shaped):
        return None
    # "In May, we and you", "We stood, cold and wet": one comma may only open or close the sentence.
    if not many and (before[0] in _OPENING or before[-1] in _RESTING or _only_opens(before)):
        return None
    # "In the box, mended and cleaned": two participles that close a sentence.
    for ending in ("ed", "ing"):
        pair = item[-1].endswith(ending) and following[0].endswith(ending)
        if not many and pair and not before[-1].endswith(ending):
            return None
    if len(item) > (2 if many else 1) and not shaped:
        return None
    if item[-1] == following[0] or (item[-1] == "one" and following[0] == "more"):
        return None  # "more and more"
    if len(item) == 1 and _YEAR.fullmatch(item[0]):
        return None  # "October 22, 2015 and"
    if _PAIRS.search(page.folded, max(start, match.start() - 60), match.start()):
        return None
    end = match.start()
    # "Alcohol, Tobacco, Firearms and Explosives": it may be a name, which keeps its commas.
    named = page.text[match.end()].isupper() and page.text[end - len(item[-1])].isupper()
    word = item[-1]
    at = end - len(word)
    if page.folded[at:end] != word or not page.is_ours(at, match.end()):
        return None
    return page.told(
        "serial_comma", at, match.end() - 1,
        f"We put a comma before “{match.group(2)}” in a list of three or more.",
        fix=f"{page.text[at:end]}, {match.group(2)}", safe=(many or shaped) and len(item) < 3 and not named,
        severity=Severity.WARNING if many and not named else Severity.SUGGESTION,
    )  # fmt: skip


def _is_no_item(
    parts: list[list[str]], item: list[str], before: list[str], following: list[str], *, shaped: bool
) -> bool:
    """Whether the words before "and", or those before them, are no item of a list of things alike."""
    many = len(parts) > 2
    opens = before[0] in _OPENING and before[0] not in ("and", "or") and len(before) > 2
    clause = before[0] in _CLAUSE or opens or bool(_FINITE & set(before))
    goes_on = len(following) > 1 and (following[1] in _FINITE or is_past(following[1]))
    if many and clause and not shaped and (len(item) > 1 or goes_on):
        return True  # "In May, as it became clear, we and you came"
    if before[0] == "or" or any(part in (["or"], ["and"]) for part in parts):
        return True  # an aside: "rarely, or never, read or changed"
    if (item[-1], following[0]) in _PHRASES or item[-1] in _LEANING:
        return True
    if item[-1].endswith("ly") and following[0].endswith("ly") and not before[-1].endswith("ly"):
        return True  # "the cheap, quickly and safely sent box"
    if not many and {"and", "or"} & set(before[-4:]):
        return True  # pairs: "salt and pepper, oil and vinegar"
    # "he spoke, stressing the worth of bread and salt"
    if item[0].endswith("ing") and len(item) > (2 if many else 1) and not following[0].endswith("ing"):
        return True
    # "well-made, user-centred tools and parts": adjectives of one thing.
    alone = len(before) == 1 or not _is_adjective(following[0])
    return len(item) > 1 and _is_adjective(before[-1]) and alone


# Pairs that belong together, and verbs or prepositions that lean on what follows: "learn from and reuse".
_PHRASES = frozenset(
    tuple(pair.split())
    for pair in (
        "latest greatest|new old|old new|old young|young old|big small|large small|rinse repeat|back forth"
        "|up down|pros cons|now then|near far|left right|black white|trial error|supply demand|give take"
        "|first foremost|plain simple|loud clear|research development|good bad|night day|day night|far wide"
        "|here there|safe sound"
    ).split("|")
)
_LEANING = word_set(
    "ahead from with to of for at in on by into about over under through between against the a an its their"
    " our your his her my some any very most more less"
)
_ADJECTIVE = re.compile(r"\w+-\w+|\w{2,}(?:ive|ful|less|ous|able|ible|ic|ern|ary)")


def _is_adjective(word: str) -> bool:
    return _ADJECTIVE.fullmatch(word) is not None


_DETERMINERS = word_set("a an the one two three four five six some several many our your their its his her")


# "legal or otherwise": what closes a pair and no list.
_REST = word_set("otherwise so not then back")
_EXAMPLES = word_set(
    "including such especially particularly namely say think of about against among around into about"
)
_RESTING = word_set("here there home away left stood sat lay came went said ago forward")
_STOP = re.compile(r"[.,;:!?)\n—–”\"]")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _only_opens(before: list[str]) -> bool:
    """Whether the words before a sentence's only comma look like an adverb or a participle: “Recently, …”."""
    if len(before) == 1:
        return before[0].endswith("ly")
    return len(before[0]) > 5 and before[0].endswith(("ing", "ed"))


# Behind a comma these begin a clause or a remark of its own, so that the list before it has ended.
_REMARKS = word_set(
    "but so which who whose where when while though although because since as if unless until not just yet"
    " including excited that rather instead especially all each"
)


def _goes_on(page: Page, at: int) -> bool:
    """Whether a comma follows, so that this “and” is not the list's last, or the two are an aside."""
    stop = _STOP.search(page.folded, at, at + 80)
    if stop is None or stop.group() != ",":
        return False
    between = _WORD.findall(page.folded[at : stop.start()])
    after = _WORD.search(page.folded, stop.end(), stop.end() + 24)
    return not (_FINITE & set(between)) and not (after and after.group() in _REMARKS)


_SHAPES = ("ing", "ed", "ly", "s")


def _alike(one: str, other: str, third: str) -> bool:
    if all(word[:1].isdigit() for word in (one, other, third)):
        return True
    return any(one.endswith(end) and other.endswith(end) and third.endswith(end) for end in _SHAPES)


def _unwanted(page: Page, match: re.Match[str], start: int) -> Finding | None:
    parts = _parts(page, start, match.start())
    following = _after(page, match.end())
    if len(parts) < 2 or not following:
        return None
    item, before = parts[-1], parts[-2]
    most = MOST_WORDS if item and item[0] == following[0] else 3
    if not 1 <= len(item) <= most or not before:
        return None
    # Clauses keep their comma, and so do items that have an "and" of their own.
    if (
        item[0] in _CLAUSE
        or following[0] in _CLAUSE
        or _FINITE & set(item)
        or {"and", "or"} & {*item, *before, *following}
    ):
        return None
    if len(parts) == 2 and (before[0] in _OPENING or len(before) > 8):
        return None
    if _FINITE & set(following[:4]) and len(parts) == 2:
        return None
    if len(before) > MOST_WORDS and len(parts) > 2 and before[0] in _CLAUSE:
        return None
    if not page.is_ours(match.start(), match.end()):
        return None
    return page.told(
        "serial_comma", match.start(), match.end() - 1,
        f"We put no comma before “{match.group(2)}” in a list.",
        fix=f" {match.group(2)}", title=f"Write “{match.group(2)}” without the comma", safe=len(parts) > 2,
        severity=Severity.SUGGESTION,
    )  # fmt: skip


# ── list items ──────────────────────────────────────────────────────────────────────────────────────

_STOPPED = re.compile(r"[.!?…][”\"’')]*\Z")
_JOINED = re.compile(r"[;,](?: (?:and|or))?\Z")
# A line as long as this that has a verb is a sentence; ours.
LEAST_WORDS_OF_A_SENTENCE = 4


def check_list_stops(page: Page) -> Iterator[Finding]:
    """`style.list-stops`: a list item with a full stop where the brand has none, without one, or with “;”."""
    wanted = page.style.list_stops
    for block in page.document.blocks:
        if block.kind is not BlockKind.ITEM:
            continue
        start, end = block.start, block.end
        said = page.text[start:end].rstrip()
        end = start + len(said)
        if not said or page.is_off(end - 1, end):
            continue
        joined = _JOINED.search(said)
        if joined:
            at = start + joined.start()
            yield page.told(
                "list_stops", at, end, "A list item ends without “;” or “,”: the line end is enough.",
                fix="." if wanted == "all" else "",
                title="Take it out" if wanted != "all" else "Put a full stop",
                safe=True, severity=Severity.SUGGESTION,
            )  # fmt: skip
            continue
        if said.endswith(":") or page.is_said(end - 1, end):
            continue
        stopped = bool(_STOPPED.search(said))
        several = page.document.sentence_at(end - 1).start > start
        sentence = several or _is_sentence(page, start, end)
        if said.endswith(".") and not said.endswith("..") and not several:
            phrase = wanted == "sentences" and not sentence and len(said.split()) < LEAST_WORDS_OF_A_SENTENCE
            if (wanted == "none" or phrase) and not re.search(
                r"\b(?:etc|Inc|Ltd|[ap]\.m|U\.S|Co|Jr|Sr)\.\Z", said
            ):
                yield page.told(
                    "list_stops", end - 1, end, "This list item needs no full stop.", fix="",
                    # Without its stop a short line with a figure is a slogan, which needs proof.
                    title="Take it out", safe=not any(map(str.isdigit, said)), severity=Severity.SUGGESTION,
                )  # fmt: skip
            continue
        ends = said[-1].isalnum() or said[-1] in ")%”\"'’"
        if ends and not stopped and (several or wanted == "all" or (wanted == "sentences" and sentence)):
            at = max(start, end - len(said.rsplit(None, 1)[-1]))
            yield page.told(
                "list_stops", at, end, "End this list item with a full stop.", fix=page.text[at:end] + ".",
                title="Put a full stop", safe=True, severity=Severity.SUGGESTION,
            )  # fmt: skip


def _is_sentence(page: Page, start: int, end: int) -> bool:
    """Whether a line surely is a sentence: it begins with a subject and goes on with its verb."""
    words = _WORD.findall(page.folded, start, end)
    if len(words) < LEAST_WORDS_OF_A_SENTENCE:
        return False
    return words[0] in _SUBJECTS and (bool(_FINITE & set(words[:4])) or words[0] in _CLAUSE_SUBJECTS)


_CLAUSE_SUBJECTS = word_set("i you we they he she it")
_SUBJECTS = _CLAUSE_SUBJECTS | word_set("the our your their this that these those there a an")

LISTS: dict[str, Rule] = {"serial_comma": check_serial_comma, "list_stops": check_list_stops}
