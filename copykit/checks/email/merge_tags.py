"""Holds merge tags against the system that will fill them: closed, known, of that system, with a fallback."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from copykit.checks.context import Check, Context
from copykit.checks.email.letter import tip
from copykit.checks.email.tag_systems import SYSTEMS, TAG, System, Tag, in_code, same_field, tags_in
from copykit.findings import Finding, Fix, Reference, Severity
from copykit.text import Document
from copykit.wording import listed

__all__ = ["MERGE_TAGS", "tags_without_column"]

_BROKEN = re.compile(
    r"\{\{\{(?![^{}\n]{1,200}\}\}\})[^{}\n]{0,60}\}{0,2}"
    r"|(?<!\{)\{\{(?!\{)(?![^{}\n]{1,200}\}\})[^{}\n]{0,60}\}?"
    r"|(?<![{$])\{\s*[\w.]{2,40}\s*\}\}"
    r"|(?<![{$!\w])\{\s*(?:first[_ ]?name|last[_ ]?name|company(?:[_ ]?name)?|full[_ ]?name)\s*\}(?!\})"
    r"|\{!(?![^{}\n]{1,200}\})[\w.]{1,60}"
    r"|\*\|(?![^|*\n]{1,200}\|\*)[\w:]{1,60}\|?\*?"
    r"|\{(?:contact|owner)field=(?![^{}\n]{1,100}\})\w{0,40}",
    re.IGNORECASE,
)
_HINT = re.compile(r"[{}]|\*\||\|\*")
# The end of a tag without its beginning.
_ENDING = re.compile(r"[\w.]{0,40} ?\}\}|\b[A-Z][A-Z0-9_]{1,40}\|\*")
_PLACEHOLDER = re.compile(
    r"(?<!\[)\[(?:(?:your|their|the|insert|add|recipient(?:['’]s)?|prospect(?:['’]s)?|sender(?:['’]s)?) )?"
    r"(?:first ?name|last ?name|full name|name|company(?: name)?|business name|job title|title|industry|city"
    r"|date|link"
    r"|pain point|competitor|product|insert [^\[\]\n]{1,40})\](?!\]|\()"
    r"|<(?:first ?name|last ?name|your name|company(?: name)?)>|\bX{3,}\b",
    re.IGNORECASE,
)
_NAMES_OF_PEOPLE = frozenset({"first name", "last name", "title", "company"})


def _setting(context: Context) -> str:
    return context.guide.brand.email.merge_tags or ""


def _passes_over(context: Context) -> bool:
    # In finished copy of our own any tag is an error already, `format.merge-tag`.
    return context.channel != "email" or context.own


def _system_of(tags: Sequence[Tag], context: Context) -> str:
    """The system of the guide, or the only one that understands all tags; empty when that can't be told."""
    if wanted := _setting(context):
        return wanted
    if not tags:
        return ""
    shared = frozenset(SYSTEMS).intersection(*(tag.systems for tag in tags))
    # Two systems may write their tags alike and name the same field differently.
    common = [(tag.name, field) for tag in tags if tag.name and (field := same_field(tag.name))]
    exact = [
        name for name in shared if all(SYSTEMS[name].fields.get(field) == said for said, field in common)
    ]
    likely = shared if len(shared) == 1 else exact if common else []
    return next(iter(likely)) if len(likely) == 1 else ""


def _reference(context: Context) -> Reference | None:
    if not _setting(context):
        return None
    return context.guide.brand.email.reference(
        "email: merge tags", key="merge_tags", quote=f"merge_tags: {_setting(context)}"
    )


def check_closed(document: Document, context: Context) -> Iterator[Finding]:
    """`email.merge-unclosed`, `email.placeholder`: a tag that readers see as it stands, an open blank."""
    if context.channel != "email":
        return
    text = document.text
    for span in _broken(text) if _HINT.search(text) else ():
        if not in_code(document, *span):
            yield tip(
                document, span, check="email.merge-unclosed", severity=Severity.ERROR,
                advice="This merge tag is not whole, so the reader will see it as it stands: "
                "open and close it with the same braces.", reference=_reference(context),
            )  # fmt: skip
    for match in _PLACEHOLDER.finditer(text):
        if not in_code(document, *match.span()):
            yield tip(
                document, match.span(), check="email.placeholder",
                severity=Severity.ERROR if context.own else Severity.WARNING,
                advice="This is a blank that somebody meant to fill: put the word here, or a merge tag.",
            )  # fmt: skip


def _broken(text: str) -> Iterator[tuple[int, int]]:
    """Tags without an end, and ends without a tag."""
    read = [match.span() for match in TAG.finditer(text)]
    for match in _BROKEN.finditer(text):
        read.append(match.span())
        yield _trimmed(match)
    read.sort()
    for match in _ENDING.finditer(text):
        before = bisect_left(read, (match.end(), 0)) - 1  # the last that begins before this one ends
        if before < 0 or read[before][1] <= match.start():
            yield match.span()


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """A broken tag without the words after it: `{{first_name, how` is cut after the name."""
    if match.group().endswith("}") or (match.group().startswith("*|") and match.group().endswith(("|", "*"))):
        return match.span()
    head = re.match(r"[{*|!\s]*[\w.=:]*(?:\s*\}+)?", match.group())
    return match.start(), match.start() + (len(head.group().rstrip()) if head else len(match.group()))


def check_conditions(document: Document, context: Context) -> Iterator[Finding]:
    """`email.merge-condition`: a condition that is opened and not closed, or the other way round."""
    if context.channel != "email":
        return
    opened: list[Tag] = []
    wrong: list[Tag] = []
    for tag in tags_in(document):
        if tag.condition == "open" and "ELSEIF" not in tag.text:
            opened.append(tag)
        elif tag.condition == "close":
            if opened:
                opened.pop()
            else:
                wrong.append(tag)
        elif tag.condition == "middle" and not opened:
            wrong.append(tag)
    for tag in sorted([*wrong, *opened], key=lambda one: one.start):
        what = (
            "is opened and never closed"
            if tag.condition == "open"
            else "closes or divides what was not opened"
        )
        yield tip(
            document, (tag.start, tag.end), check="email.merge-condition", severity=Severity.ERROR,
            advice=f"This condition {what}: the mail will break here.", reference=_reference(context),
        )  # fmt: skip


def check_system(document: Document, context: Context) -> Iterator[Finding]:
    """`email.merge-system`: a tag that the guide's mail system does not understand, or two systems' tags."""
    if _passes_over(context):
        return
    tags = list(tags_in(document))
    wanted = _setting(context)
    if wanted:
        system = SYSTEMS[wanted]
        for tag in tags:
            if wanted not in tag.systems:
                yield tip(
                    document, (tag.start, tag.end), check="email.merge-system", severity=Severity.ERROR,
                    advice=f"{system.title} does not fill this: it is a tag of {_titles(tag.systems)}. "
                    f"{system.title} writes {system.tag('first name')}. {system.source}",
                    fixes=[_translated(document, tag, system)], reference=_reference(context),
                )  # fmt: skip
        return
    votes = Counter(name for tag in tags for name in tag.systems)
    if not votes:
        return
    # Of two that are as frequent the first by name, so that each run tells the same.
    most = min(votes, key=lambda name: (-votes[name], name))
    if votes[most] == len(tags):
        return
    for tag in tags:
        if most not in tag.systems:
            yield tip(
                document, (tag.start, tag.end), check="email.merge-system", severity=Severity.WARNING,
                advice=f"This is a tag of {_titles(tag.systems)}, and others are {SYSTEMS[most].title}'s: "
                "none fills both. Name yours in the guide: `email`: `merge_tags`.",
            )  # fmt: skip


def _titles(systems: Iterable[str]) -> str:
    return listed(sorted(SYSTEMS[name].title for name in systems), last="or")


def _translated(document: Document, tag: Tag, system: System) -> Fix | None:
    """The same field in another system's writing; a condition has no sure translation."""
    field = same_field(tag.name) if tag.name and not tag.ours else ""
    text = system.tag(field) if field else ""
    return Fix(title=f"Write {text}", replacement=text, safe=False) if text else None


def check_fields(document: Document, context: Context) -> Iterator[Finding]:
    """`email.merge-field`: a field that is nearly one that the system has."""
    if _passes_over(context):
        return
    tags = list(tags_in(document))
    key = _system_of(tags, context)
    if not key:
        return
    system = SYSTEMS[key]
    names = list(system.fields.values())
    for tag in tags:
        if not tag.name or tag.name in names or key not in tag.systems or tag.ours:
            continue
        meant = same_field(tag.name)
        near = (
            [system.fields[meant]]
            if meant in system.fields
            else get_close_matches(tag.name, names, n=1, cutoff=0.85)
        )
        if near and not _is_other_object(tag.name, near[0]):
            written = tag.text.replace(tag.name, near[0], 1)
            yield tip(
                document, (tag.start, tag.end), check="email.merge-field", severity=Severity.WARNING,
                advice=f"{system.title} knows no field “{tag.name}” unless you made one; did you mean "
                f"{near[0]}? {system.source}",
                fixes=[Fix(title=f"Write {written}", replacement=written, safe=True)],
                reference=_reference(context),
            )  # fmt: skip


def _is_other_object(name: str, near: str) -> bool:
    """Whether two fields belong to things that differ, such as `Lead.FirstName` and `Contact.FirstName`."""
    one, other = name.rpartition(".")[0], near.rpartition(".")[0]
    return (
        bool(one)
        and bool(other)
        and one.casefold() != other.casefold()
        and not get_close_matches(one, [other], cutoff=0.8)
    )


def check_fallbacks(document: Document, context: Context) -> Iterator[Finding]:
    """`email.merge-fallback`: a reader's name, title or company without a word for where it is missing."""
    if _passes_over(context):
        return
    tags = list(tags_in(document))
    key = _system_of(tags, context)
    system = SYSTEMS.get(key)
    depth, told = 0, set[str]()
    for tag in tags:
        depth = max(0, depth + (tag.condition == "open") - (tag.condition == "close"))
        field = same_field(tag.name) if tag.name else ""
        if depth or tag.guarded or tag.ours or field not in _NAMES_OF_PEOPLE or tag.name in told:
            continue
        if key and key not in tag.systems:  # told by `email.merge-system`
            continue
        told.add(tag.name)
        known = system is not None and system.source.known in ("O", "M")
        if system is None:
            s = "s" if len(tag.systems) == 1 else ""
            said = (
                f"Where the value is missing, {_titles(tag.systems)} leave{s} a gap or hold{s} the mail back."
            )
            fixes: list[Fix | None] = []
        else:
            said = f"Where the value is missing, in {system.title} {system.gap}. {system.source}"
            guarded = system.guarded(tag.name)
            fixes = [Fix(title=f"Write {guarded}", replacement=guarded, safe=True)] if guarded else []
        yield tip(
            document, (tag.start, tag.end), check="email.merge-fallback",
            severity=Severity.WARNING if known and system is not None and fixes else Severity.SUGGESTION,
            advice=f"This has no fallback: nobody wants to be greeted by a blank. {said}",
            fixes=fixes, reference=_reference(context),
        )  # fmt: skip


def tags_without_column(document: Document, columns: Iterable[str]) -> list[Finding]:
    """`email.merge-column`: see `copykit.checks.email.check_columns`."""
    names = [column.strip() for column in columns if column.strip()]
    plain = {_plain(name): name for name in names}
    meant = {same_field(name) for name in names} - {""}
    found: list[Finding] = []
    for tag in tags_in(document):
        if not tag.name or tag.ours or _plain(tag.name) in plain or (same_field(tag.name) or "-") in meant:
            continue
        near = get_close_matches(_plain(tag.name), plain, n=1, cutoff=0.75)
        hint = f" Did you mean “{plain[near[0]]}”?" if near else f" It has {listed(names[:12])}."
        found.append(
            tip(
                document, (tag.start, tag.end), check="email.merge-column", severity=Severity.ERROR,
                advice=f"The table has no column for “{tag.name}”.{hint}",
            )
        )  # fmt: skip
    return found


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.rpartition(".")[2]).casefold()


MERGE_TAGS: tuple[Check, ...] = (
    check_closed,
    check_conditions,
    check_system,
    check_fields,
    check_fallbacks,
)
