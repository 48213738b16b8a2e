"""Holds a draft against its format: lengths, numbers of items, required fields, rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copykit.checks.context import Check, Context
from copykit.checks.finding import absent, found
from copykit.draft import says_something
from copykit.findings import Area, Finding, Location, Reference, Severity
from copykit.platforms import KNOWN
from copykit.text import Document, count

if TYPE_CHECKING:
    from copykit.formats import Field, Format, Limit, Rule

__all__ = ["LIMITS"]

# Outside its word range by more than this share, copy that we write is not what was asked for.
MUCH_OUTSIDE = 0.15
# Two items say the same when this share of their content words is common to both (Jaccard).
NEARLY_SAME = 0.75
# No format takes more items; a list of thousands must not cost their square.
MOST_COMPARED = 100
_UNITS: Mapping[str, str] = {
    "bytes": "bytes", "gsm7": "septets", "sms": "message parts", "utf16": "UTF-16 units", "words": "words",
}  # fmt: skip
# A third party's figure refuses nothing, and an unconfirmed one is only worth a look.
_REJECTED: Mapping[str, Severity] = {
    "O": Severity.ERROR, "M": Severity.ERROR, "T": Severity.WARNING,
    "K": Severity.SUGGESTION, "ours": Severity.SUGGESTION,
}  # fmt: skip
_ITEM = re.compile(r"([a-z_0-9]+)\[(\d+)\]")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "for",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "our",
        "the",
        "to",
        "with",
        "you",
    ]
) | {"your"}


@dataclass(frozen=True, kw_only=True)
class _Filled:
    """One field of a draft with its text.

    Attributes:
        text: what is counted: the source as given, or for Markdown what a reader reads.
        raw: whether `text` is the source itself.
    """

    path: str
    field: Field
    text: str
    raw: bool
    start: int  # in the document's text
    end: int


def _filled(document: Document, format: Format) -> list[_Filled]:
    made: list[_Filled] = []
    for span, part in zip(document.fields, document.parts, strict=True):
        field = format.field(span.path)
        if field is None:
            continue
        raw = field.markup == "plain"
        text = document.source[part.start : part.end] if raw else document.text[span.start : span.end]
        made.append(_Filled(path=span.path, field=field, text=text, raw=raw, start=span.start, end=span.end))
    return made


def _reference(format: Format, field: Field, *, key: str = "name", quote: str = "") -> Reference:
    return Reference(
        label=f"{format.title}: {field.label}",
        quote=quote,
        path=format.path.as_posix(),
        line=field.place.of(key),
    )


# ── lengths ─────────────────────────────────────────────────────────────────────────────────────────


def check_lengths(document: Document, context: Context) -> Iterator[Finding]:
    """`format.limit`: more than the platform takes; `format.cut-off`: than it shows; `format.advised`."""
    if context.format is None:
        return
    for one in _filled(document, context.format):
        for effect, limit in (
            ("limit", one.field.limit), ("cut-off", one.field.shown), ("advised", one.field.advised),
        ):  # fmt: skip
            if limit and (length := count(one.text, limit.counting)) > limit.max:
                told = _too_long(document, context.format, one, limit, length, effect)
                # A model can be asked again, so that no doubt about a limit is worth the risk.
                must = context.machine and effect == "limit"
                yield replace(told, severity=Severity.ERROR) if must else told
                break


def _too_long(
    document: Document, format: Format, one: _Filled, limit: Limit, length: int, effect: str
) -> Finding:
    unit = _UNITS.get(limit.counting, "characters")
    if limit.max == 1:
        unit = unit.rstrip("s")
    over = length - limit.max
    origin = f"Source: {limit.source}; read {limit.read.isoformat()}; {KNOWN[limit.known]}."
    has = f"{one.field.label}: {length} {_UNITS.get(limit.counting, 'characters')}"
    if effect == "limit":
        bound = "at most"
        said = f"{has}, and {limit.max} is the most: cut {over}. {origin}"
        severity = _REJECTED[limit.known]
    elif effect == "cut-off":
        bound = "shown up to"
        said = (
            f"{has}, and about {limit.max} are shown: say what counts before the cut, or cut {over}. {origin}"
        )
        severity = Severity.WARNING if limit.known in ("O", "M") else Severity.SUGGESTION
    else:
        bound = "better up to"
        said = f"{has}, and {limit.max} or less is advised: cut what it can do without. {origin}"
        severity = Severity.SUGGESTION
    location = _beyond(document, one, limit)
    return Finding(
        check=f"format.{effect}",
        severity=severity,
        area=Area.FORMAT,
        advice=said,
        location=location,
        quote=document.quote(location),
        reference=Reference(
            label=f"{format.title}: {one.field.label}, {bound} {limit.max} {unit}",
            quote=limit.source,
            path=format.path.as_posix(),
            line=limit.place.of("max"),
            date=limit.read.isoformat(),
        ),
    )


def _beyond(document: Document, one: _Filled, limit: Limit) -> Location:
    """The part of a field beyond a limit."""
    low, high = 0, len(one.text)
    while low < high:  # the longest beginning that keeps the limit; counts grow with the text
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if count(one.text[:middle], limit.counting) <= limit.max else (low, middle - 1)
        )
    if not one.raw:
        return document.locate(one.start + low, one.end)
    part = next(part for part in document.parts if part.path == one.path)
    return Location(
        document=document.name, field=one.path, start=part.start - part.base + low, end=part.end - part.base
    )


def check_words(document: Document, context: Context) -> Iterator[Finding]:
    """`format.words`: the piece is shorter or longer than its format asks for.

    A warning; an error in copy that we write when it is more than 15 % outside and no slot is open, since
    no platform rejects it, but it is not what was asked for. The 15 % are our own choice.
    """
    format = context.format
    wanted = format.settings.words if format else None
    if format is None or wanted is None:
        return
    spans = [
        (field.start, field.end)
        for field in document.fields
        if not wanted.fields or re.split(r"[\[.]", field.path)[0] in wanted.fields
    ]
    if not spans and not document.fields:
        spans = [(0, len(document.text))]
    if not spans:
        return
    words = sum(any(start <= word < end for start, end in spans) for word in document.word_starts)
    if wanted.min <= words <= wanted.max:
        return
    outside = (wanted.min - words) / wanted.min if words < wanted.min else (words - wanted.max) / wanted.max
    grave = context.own and outside > MUCH_OUTSIDE and not document.slots
    advice = f"it has {words} words, and {format.title} takes {wanted.min} to {wanted.max}"
    what = f"add about {wanted.min - words}" if words < wanted.min else f"cut about {words - wanted.max}"
    start = spans[0][0]
    yield found(
        document,
        start,
        start,
        check="format.words",
        severity=Severity.ERROR if grave else Severity.WARNING,
        area=Area.FORMAT,
        advice=f"{advice[:1].upper()}{advice[1:]}: {what}.",
        reference=Reference(
            label=f"{format.title}: {wanted.min} to {wanted.max} words",
            path=format.path.as_posix(),
            line=format.settings.place.of("words"),
        ),
    )


# ── items, required fields, rules ───────────────────────────────────────────────────────────────────


def check_items(document: Document, context: Context) -> Iterator[Finding]:
    """`format.too-few`, `format.too-many`, `format.missing-field`: what the format's fields hold."""
    format = context.format
    if format is None or not document.fields:
        return
    filled = _filled(document, format)
    texts = {one.path for one in filled if says_something(one.text)}
    for field in format.fields:
        if field.kind == "text":
            if field.name not in texts and _is_required(field):
                yield _missing(document, format, field, field.name)
            continue
        items = sorted(
            {int(match[2]) for path in texts if (match := _ITEM.match(path)) and match[1] == field.name}
        )
        least, most = field.items
        if len(items) < least:
            where = next((one.path for one in filled if one.path.startswith(f"{field.name}[")), field.name)
            has = {0: "is none", 1: "is one"}.get(len(items), f"are {len(items)}")
            yield absent(
                document,
                where,
                check="format.too-few",
                severity=Severity.ERROR,
                area=Area.FORMAT,
                advice=f"{field.label}: {least} at least, and there {has}: add {least - len(items)}.",
                reference=_reference(format, field, key="min"),
            )
        if len(items) > most:
            first = next(one for one in filled if one.path.startswith(f"{field.name}[{items[most]}]"))
            yield found(
                document,
                first.start,
                first.end,
                check="format.too-many",
                severity=Severity.ERROR,
                area=Area.FORMAT,
                advice=f"{field.label}: {most} is the most, and there are {len(items)}: take some out.",
                reference=_reference(format, field, key="max"),
            )
        for inner in field.fields if field.kind == "groups" else ():
            for number in items:
                path = f"{field.name}[{number}].{inner.name}"
                if path not in texts and _is_required(inner) and f"{path}[0]" not in texts:
                    yield _missing(document, format, inner, path)


def _is_required(field: Field) -> bool:
    # Addresses are no copy, and the guide's own check knows which legal lines must stand.
    return field.required and field.role not in ("url", "legal")


def _missing(document: Document, format: Format, field: Field, path: str) -> Finding:
    return absent(
        document,
        path,
        check="format.missing-field",
        severity=Severity.ERROR,
        area=Area.FORMAT,
        advice=f"{field.label} is empty: write it. {field.help or ''}".strip(),
        reference=_reference(format, field),
    )


def check_rules(document: Document, context: Context) -> Iterator[Finding]:
    """`format.rule`: what the format's set rules ask of several fields together."""
    format = context.format
    if format is None or not document.fields:
        return
    filled = [one for one in _filled(document, format) if one.text.strip()]
    for rule in format.rules:
        field = format.field(rule.field)
        if field is None:
            continue
        items = _items(filled, rule.field)
        reference = Reference(
            label=f"{format.title}: {rule.text}", quote=rule.text, path=format.path.as_posix(), line=rule.line
        )
        if rule.kind == "needs" and items and not _items(filled, rule.other):
            other = format.field(rule.other)
            missing = other.label if other else rule.other
            advice = f"{field.label} stands without {missing}: fill that in, or take this out."
            yield _rule(document, items[0], advice, reference)
        elif rule.kind == "one_short" and items:
            lengths = [
                count(text, field.limit.counting if field.limit else "characters") for _, _, text in items
            ]
            if min(lengths) > rule.number:
                shortest = min(lengths)
                advice = f"One of {field.label} must have {rule.number} or less; the shortest has {shortest}."
                yield _rule(document, items[lengths.index(min(lengths))], advice, reference)
        elif rule.kind == "differ":
            yield from _doubles(document, rule, field, items, reference)


def _items(filled: Sequence[_Filled], name: str) -> list[tuple[int, int, str]]:
    """The items of a field as (start, end, text); a group is all its texts together."""
    groups: dict[str, list[_Filled]] = {}
    for one in filled:
        head = one.path.partition(".")[0]
        if head.partition("[")[0] == name:
            groups.setdefault(head, []).append(one)
    return [(ones[0].start, ones[0].end, "\n".join(one.text for one in ones)) for ones in groups.values()]


def _rule(document: Document, item: tuple[int, int, str], advice: str, reference: Reference) -> Finding:
    return found(
        document, item[0], item[1], check="format.rule", severity=Severity.ERROR, area=Area.FORMAT,
        advice=advice, reference=reference,
    )  # fmt: skip


def _doubles(
    document: Document, rule: Rule, field: Field, items: Sequence[tuple[int, int, str]], reference: Reference
) -> Iterator[Finding]:
    seen: dict[str, tuple[int, int]] = {}
    for start, end, text in items:
        key = " ".join(_WORD.findall(text.casefold()))
        if key in seen:
            yield found(
                document, start, end, check="format.rule", severity=Severity.ERROR, area=Area.FORMAT,
                advice=f"This stands twice in {field.label}: write another.", reference=reference,
                related=[seen[key]],
            )  # fmt: skip
        seen.setdefault(key, (start, end))


def check_near_repeats(document: Document, context: Context) -> Iterator[Finding]:
    """`format.repeat`: two items of a list say nearly the same."""
    format = context.format
    if format is None:
        return
    filled = [one for one in _filled(document, format) if one.text.strip()]
    for field in format.fields:
        if field.kind != "list":
            continue
        before: list[tuple[int, int, frozenset[str], str]] = []
        for start, end, text in _items(filled, field.name):
            words = [word.casefold() for word in _WORD.findall(text)]
            content = frozenset(_stem(word) for word in words if word not in _SMALL)
            near = (one for one in before[-MOST_COMPARED:] if one[3] != " ".join(words))
            twin = next((one for one in near if _alike(content, one[2])), None)
            if twin:
                yield found(
                    document, start, end, check="format.repeat", severity=Severity.WARNING, area=Area.FORMAT,
                    advice=f"This says nearly the same as “{document.text[twin[0] : twin[1]]}”: "
                    "let each item say something of its own.",
                    reference=_reference(format, field), related=[(twin[0], twin[1])],
                )  # fmt: skip
            before.append((start, end, content, " ".join(words)))


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= 2 and shared / len(one | other) >= NEARLY_SAME


LIMITS: tuple[Check, ...] = (
    check_lengths,
    check_words,
    check_items,
    check_rules,
    check_near_repeats,
)
