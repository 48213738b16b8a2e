"""The comma before “and” in a list of three or more, as a brand has decided on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from copykit.checks.style.page import Page, Rule
from copykit.findings import Finding, Severity
from copykit.text.inflect import is_past
from copykit.text.wordset import word_set

__all__ = ["FINITE", "SERIAL", "WORD"]

_JOIN = re.compile(r"(,?) (and|or) (?=[\w“\"'‘$£€(])")
WORD = re.compile(r"[\w$£€%][\w'’.%-]*")
# The longest stretch before "and" that is looked at, in characters; a list's items are short.
WINDOW = 240
MOST_WORDS = 5
MOST_SHORT = 3  # words of each item in a list of four or more that needs no other sign
# A part of a list never begins like this; a clause does.
_CLAUSE = word_set(
    "i you we they he she it who which that this these those there what when where while if because so but"
    " then"
    " although though since unless until after before as whose whom how why"
)
# A word that makes a stretch a clause of its own.
FINITE = word_set(
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
_DETERMINERS = word_set("a an the one two three four five six some several many our your their its his her")
# "legal or otherwise": what closes a pair and no list.
_REST = word_set("otherwise so not then back")
_EXAMPLES = word_set(
    "including such rather than especially particularly namely say think of about against among around into"
)
_RESTING = word_set("here there home away left stood sat lay came went said ago forward")
_STOP = re.compile(r"[.,;:!?)\n—–”\"]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CONJUNCTIONS = frozenset(("and", "or", "but"))
_ASKING = frozenset("what how why who when where which".split())
_POINTING = frozenset("this that these those every each".split())
_JOINING = frozenset("and but or so also still even".split())
# Behind a comma these begin a clause or a remark of its own, so that the list before it has ended.
_REMARKS = word_set(
    "but so which who whose where when while though although because since as if unless until not just yet"
    " including excited that rather instead especially all each i you we they he she it there"
)
_LINKING = frozenset("to for with in on at from by that which who while when because".split())
_SHAPES = ("ing", "ed", "ly", "s")
_SMALL = FINITE | _OPENING | _CLAUSE | word_set("of a an the into about against off out up down not")
_NO_ITEMS = (_SMALL | _EXAMPLES) - _DETERMINERS
_LEANING = word_set(
    "ahead from with to of for at in on by into about over under through between against the a an its their"
    " our your his her my some any very most more less"
)
_ADJECTIVE = re.compile(r"\w+-\w+|\w{2,}(?:ive|ful|less|ous|able|ible|ic|ern|ary)")
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
        if wanted and _begins_no_item(page, comma, match):
            continue
        start = _begin(page, match.start())
        if comma < start:
            continue
        made = _missing(page, match, start) if wanted else _unwanted(page, match, start)
        if made:
            yield made


# A set of characters at the start is quick to look for.
_MARK = re.compile(r"[.;:?!\n—(“…–](?:(?<=[\n—(“…])|(?<=[.;:?!])(?= )|(?<= –)(?= ))")


def _begins_no_item(page: Page, comma: int, match: re.Match[str]) -> bool:
    """Whether what stands between a comma and "and" is no item of a list, whatever stands before it."""
    if not page.folded.startswith(" ", comma + 1):
        return False
    item = WORD.findall(page.folded, comma + 1, match.start())
    if not 1 <= len(item) <= MOST_WORDS:
        return True
    following = WORD.match(page.folded, match.end())
    if item[0] in _ASKING and following and following.group() in _ASKING:
        return False  # "what it is, how it works and why it stops"
    return _is_clause(item)


def _is_clause(item: list[str]) -> bool:
    """Whether words are a clause, an adverbial, or a list of their own."""
    first = item[0]
    if first in _CLAUSE or first in _OPENING or first in _EXAMPLES:
        return True
    # An item that opens with a preposition, or has one inside, is rather an adverbial with a pair in it.
    if len(item) > 2 and not _OPENING.isdisjoint(item[1:]):
        return True
    return not FINITE.isdisjoint(item) or not _CONJUNCTIONS.isdisjoint(item)


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
    return [WORD.findall(piece) for piece in pieces]


def _after(page: Page, end: int) -> list[str]:
    stop = _STOP.search(page.folded, end, end + 80)
    return WORD.findall(page.folded[end : stop.start() if stop else end + 80])


def _missing(page: Page, match: re.Match[str], start: int) -> Finding | None:
    parts = _parts(page, start, match.start())
    item, before = parts[-1], parts[-2] if len(parts) > 1 else []
    following = _after(page, match.end())
    if not 1 <= len(item) <= MOST_WORDS or not before or not following:
        return None
    asks = item[0] in _ASKING and following[0] in _ASKING and not _ASKING.isdisjoint(before)
    if not asks and (following[0] in _CLAUSE or _is_clause(item)):
        return None
    if following[0] in _REST or _goes_on(page, match.end()):
        return None
    many = len(parts) > 2
    shaped = asks or _is_shaped(before, item, following, many=many)
    if _is_no_item(parts, item, before, following, shaped=shaped):
        return None
    # "In May, we and you", "We stood, cold and wet": one comma may only open or close the sentence.
    opens = _opens(before) and not (shaped and _is_within(before, following))
    if not many and (opens or before[-1] in _RESTING or _only_opens(before)):
        return None
    # "In the box, mended and cleaned": two participles that close a sentence.
    for ending in ("ed", "ing"):
        closes = item[-1].endswith(ending) and following[0].endswith(ending)
        if not many and closes and not before[-1].endswith(ending):
            return None
    short = many and all(1 <= len(part) <= MOST_SHORT and _NO_ITEMS.isdisjoint(part) for part in parts[1:])
    if len(item) > (MOST_SHORT if short else 2 if many else 1) and not shaped:
        return None
    if item[-1] == following[0] or (item[-1] == "one" and following[0] == "more"):
        return None  # "more and more"
    if len(item) == 1 and _YEAR.fullmatch(item[0]):
        return None  # "October 22, 2015 and"
    pair = _PAIRS.search(page.folded, max(start, match.start() - 60), match.start())
    if pair and not (shaped and pair.group() == "between"):
        return None
    end = match.start()
    # "Alcohol, Tobacco, Firearms and Explosives": it may be a name, which keeps its commas.
    named = page.text[match.end()].isupper() and page.text[end - len(item[-1])].isupper()
    word = item[-1]
    at = end - len(word)
    if page.folded[at:end] != word or not page.is_ours(at, match.end()):
        return None
    if page.text[end - 1] in "'’”\"":
        return None  # “‘Hello, world’ and left”
    return page.told(
        "serial_comma", at, match.end() - 1,
        f"We put a comma before “{match.group(2)}” in a list of three or more.",
        fix=f"{page.text[at:end]}, {match.group(2)}",
        safe=(many or shaped) and len(item) < 3 and before[0] not in _OPENING and not named,
        severity=Severity.WARNING if many and not named else Severity.SUGGESTION,
    )  # fmt: skip


def _is_shaped(before: list[str], item: list[str], following: list[str], *, many: bool) -> bool:
    """Whether the last three parts are built alike, so that they are items of one list."""
    if _alike(before[-1], item[-1], following[0]) or (item[0] == following[0] and item[0] in before):
        return True
    if following[0] in ("even", "maybe", "perhaps") or (many and following[0] in ("more", "others", "many")):
        return True
    if item[0] in _DETERMINERS and following[0] in _DETERMINERS - {item[0]}:
        return not _DETERMINERS.isdisjoint(before)
    # "insider terms and obscure abbreviations": the nouns that end the parts are plurals.
    if _is_plural(before[-1]) and _is_plural(item[-1]):
        return _is_plural(_head(following))
    # "sharing ideas, solving problems and getting help", not "a growing firm, giving help and taking none".
    if item[0].endswith("ing") and following[0].endswith("ing"):
        return any(
            word.endswith("ing") and len(word) > 4 and one not in _DETERMINERS
            for one, word in zip(["", *before][-5:-1], before[-4:], strict=False)
        )
    return False


def _head(following: list[str]) -> str:
    """The word that the item behind "and" ends with, as far as small words tell."""
    head = following[0]
    for word in following[1:4]:
        if word in _SMALL:
            break
        head = word
    return head


def _is_plural(word: str) -> bool:
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "'s", "’s"))


def _opens(before: list[str]) -> bool:
    """Whether the words before the only comma may just open the sentence: “in May”, “this week”."""
    words = before[1:] if before[0] in _JOINING and len(before) > 2 else before
    if words[0] not in _OPENING:
        return False
    # "This is a win for readers, writers and editors": a sentence of its own.
    return not (words[0] in _POINTING | {"here", "now", "today"} and FINITE & set(words[1:3]))


def _is_within(before: list[str], following: list[str]) -> bool:
    """Whether a list goes on from words such as “this” or “from” that might only have opened the sentence."""
    if len(before) < 3 or (before[0] in _POINTING and len(before) < 4):
        return False
    # "Every week, buyers and sellers meet here": a verb behind them makes them its subject.
    rest = following[1:]
    return not (FINITE & set(rest)) and not any(is_past(word) for word in rest) and not rest[3:]


def _is_no_item(
    parts: list[list[str]], item: list[str], before: list[str], following: list[str], *, shaped: bool
) -> bool:
    """Whether the words before "and", or those before them, are no item of a list of things alike."""
    many = len(parts) > 2
    opens = before[0] in _OPENING and before[0] not in ("and", "or") and len(before) > 2
    clause = before[0] in _CLAUSE or opens or bool(FINITE & set(before))
    goes_on = len(following) > 1 and (following[1] in FINITE or is_past(following[1]))
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


def _is_adjective(word: str) -> bool:
    return _ADJECTIVE.fullmatch(word) is not None


def _only_opens(before: list[str]) -> bool:
    """Whether the words before a sentence's only comma look like an adverb or a participle: “Recently, …”."""
    if len(before) == 1:
        return before[0].endswith("ly")
    return len(before[0]) > 5 and before[0].endswith(("ing", "ed"))


def _goes_on(page: Page, at: int) -> bool:
    """Whether a comma follows, so that this “and” is not the list's last, or the two are an aside."""
    stop = _STOP.search(page.folded, at, at + 80)
    if stop is None or stop.group() != ",":
        return False
    between = WORD.findall(page.folded[at : stop.start()])
    after = WORD.findall(page.folded, stop.end(), stop.end() + 24)
    if after and after[0] in ("and", "or"):
        after = after[1:]  # "A, B and C, and we go"
    elif len(between) > 3 and not _LINKING.isdisjoint(between[1:]):
        return False  # "A, B and C to see it all, then": what follows the list is its own
    return not (FINITE & set(between)) and not (after and after[0] in _REMARKS)


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
        or FINITE & set(item)
        or {"and", "or"} & {*item, *before, *following}
    ):
        return None
    if len(parts) == 2 and (before[0] in _OPENING or len(before) > 8):
        return None
    if FINITE & set(following[:4]) and len(parts) == 2:
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


SERIAL: dict[str, Rule] = {"serial_comma": check_serial_comma}
