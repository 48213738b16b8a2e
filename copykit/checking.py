"""From a document to its report, as what its front matter says it is: the way in for any text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from copykit.brief import Brief, check_brief, load_brief
from copykit.checks import Context, check
from copykit.checks.competing import Pages
from copykit.checks.email import check_columns
from copykit.errors import BriefError, FormatError
from copykit.findings import Area, Finding, Location, Report, Severity
from copykit.guide import Guide
from copykit.guide.control import Acceptance
from copykit.guide.loading import front_matter
from copykit.guide.types import Channel
from copykit.guide.yaml import PLACE, compose, validate
from copykit.text import BlockKind, Document, Syntax, parse_with_fields
from copykit.wording import did_you_mean, listed

if TYPE_CHECKING:
    from copykit.draft import Draft, Values
    from copykit.draft_file import Stray
    from copykit.formats import Format

__all__ = ["Checked", "Desk", "merge"]

# What the front matter of any page may tell; a draft's may tell all that a brief has.
_ANYWHERE = ("audience", "product", "goal", "ask", "offer", "messages", "keywords", "region", "situation")
_ASKS = re.compile(rf"\b(?:{'|'.join((*_ANYWHERE, 'format', 'channel'))})\b")
_NO_BRIEF = Brief()


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A document and what the checks said about it."""

    document: Document
    report: Report


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What every document of a run is held against.

    Attributes:
        format: the format that all documents are drafts of (`--as`); None lets each say it itself.
        brief: what the caller asks for; it wins over the files' front matter.
        channel: the channel that the caller names; it wins too.
        accepted: what a person has accepted in this text alone.
        columns: the columns of the table that will fill merge tags; empty when none was given.
        pages: the pages of the run, so that those that compete for a keyword are told; None for one alone.
    """

    guide: Guide
    formats: Mapping[str, Format]
    today: date
    format: Format | None = None
    brief: Brief | None = None
    channel: str | None = None
    deep: bool = False
    accepted: tuple[Acceptance, ...] = ()
    columns: tuple[str, ...] = ()
    pages: Pages | None = None

    def check(self, document: Document) -> Checked:
        """Checks a document as what it says it is.

        Raises:
            BriefError: when a draft's front matter asks for what the guide does not have.
            FormatError: when it names a format that is nearly one of ours.
        """
        front = _front(document) if self.format or _may_ask(document) else {}
        format = self.format or self._named(front, document.name)
        linked = self._linked(front, document.name) if format else None
        brief = self._brief(front, document.name, linked or _NO_BRIEF, draft=format is not None)
        strays: tuple[Stray, ...] = ()
        if format and document.syntax is not Syntax.HTML:
            from copykit.draft_file import read

            held = read(format, document.source, headings=_headings(document))
            strays = held.strays
            # An address is no prose: the checks of a draft pass it over, too.
            spans = [span for span in held.spans if (field := format.field(span[0])) and field.role != "url"]
            document = parse_with_fields(
                document.source, name=document.name, syntax=document.syntax, spans=spans,
                unread=format.unread,
            )  # fmt: skip
        context = Context(
            guide=self.guide,
            today=self.today,
            brief=brief,
            format=format if document.syntax is not Syntax.HTML else None,
            channel=self.channel or (format.channel if format else _channel(front)),
            deep=self.deep,
            accepted=self.accepted,
        )
        more = [_stray(one, document, format) for one in strays] if format else []
        if format and linked is None and not self.brief and front.get("brief"):
            more.append(_unread(str(front["brief"]), document))
        if self.columns:
            more += check_columns(document, self.columns)
        # Keywords that the caller gives are no page's own.
        if self.pages is not None and not (self.brief and self.brief.keywords):
            more += self.pages.meet(document, context)
        return Checked(document=document, report=check(document, context, more=more))

    def draft(self, document: Document) -> Draft:
        """The draft that a Markdown file holds, judged as copy of our own.

        Raises:
            BriefError: when its front matter asks for what the guide does not have.
            FormatError: when it is no draft of a format, or has nothing of its format in it.
        """
        from copykit.draft_file import read

        front = _front(document) if self.format or _may_ask(document) else {}
        format = self.format or self._named(front, document.name)
        if format is None:
            advice = 'A draft says so in its front matter ("format: sales-email"), or name one with --as.'
            raise FormatError("this is no draft of a format", path=document.name, advice=advice)
        linked = self._linked(front, document.name)
        brief = self._brief(front, document.name, linked or _NO_BRIEF, draft=True)
        held = read(format, document.source, headings=_headings(document))
        if not held.values:
            raise FormatError(f"there is nothing of a {format.title} in it", path=document.name)
        return self._judged(format, held.values, brief)

    def draft_from(self, told: object, *, path: str) -> Draft:
        """The draft in a JSON object as `copykit write --output json` prints it, judged anew.

        Raises:
            FormatError: when it is no such object, or of a format that there is none of.
        """
        from pydantic import TypeAdapter, ValidationError

        from copykit.draft import Value

        held = told if isinstance(told, dict) else {}
        name = held.get("format")
        format = self.format or (self.formats.get(name) if isinstance(name, str) else None)
        if format is None:
            near = did_you_mean(str(name), self.formats, tell=True)
            raise FormatError(f'there is no format "{name}"{near}', path=path)
        try:
            values = TypeAdapter(dict[str, Value]).validate_python(held.get("fields"))
        except ValidationError:
            raise FormatError("its fields are no texts, lists or groups", path=path) from None
        return self._judged(format, values, self.brief or Brief())

    def _judged(self, format: Format, values: Values, brief: Brief) -> Draft:
        from copykit.draft import Draft
        from copykit.readiness import UNJUDGED, judge

        draft = Draft(
            format=format, brand=self.guide.brand.name, brief=brief, fields=values, writer="offline",
            seed=0, guide_version=self.guide.version, report=UNJUDGED, ready=False, accepted=self.accepted,
        )  # fmt: skip
        return judge(draft, guide=self.guide, today=self.today)

    def _named(self, front: Mapping[str, Any], path: str) -> Format | None:
        named = front.get("format")
        if not isinstance(named, str):
            return None
        # Other tools use the word too ("format: post"): only a slip of the pen is a fault.
        meant = [name for name in self.formats if named.casefold() not in name.split("-")]
        if named not in self.formats and get_close_matches(named, meant, n=1, cutoff=0.8):
            near = did_you_mean(named, meant)
            raise FormatError(
                f'there is no format "{named}"{near}', path=path, line=front[PLACE].of("format")
            )
        return self.formats.get(named)

    def _linked(self, front: Mapping[str, Any], path: str) -> Brief | None:
        named = front.get("brief")
        if not isinstance(named, str):
            return None
        return _linked(named, Path(path).parent, self.guide.folder)

    def _brief(self, front: Mapping[str, Any], path: str, brief: Brief, *, draft: bool) -> Brief:
        known = Brief.model_fields.keys() - {"place"} if draft else set(_ANYWHERE)
        asked = {key: value for key, value in front.items() if key in known and key != "brief"}
        if draft:
            asked = {key: value for key, value in asked.items() if value is not None}
        else:
            asked = {key: value for key, value in asked.items() if self._fits(key, value)}
        if asked:
            said, problems = validate(Brief, {**asked, PLACE: front[PLACE]}, path=path, what="a brief")
            if said is None:
                raise BriefError(problems=problems)
            if draft:
                check_brief(said, self.guide)
            brief = merge(brief, said)
        return merge(brief, self.brief) if self.brief else brief

    def _fits(self, key: str, value: object) -> bool:
        """Whether a page's own front matter means the same by a word as a brief does."""
        said, problems = validate(Brief, {key: value}, path="", what="a brief")
        if said is None or problems:
            return False
        try:
            check_brief(said, self.guide)
        except BriefError:
            return False
        return True


def merge(brief: Brief, over: Brief) -> Brief:
    """A brief with all that another one says in its place."""
    said: dict[str, Any] = {}
    for name in Brief.model_fields:
        value = getattr(over, name)
        empty = not value or (hasattr(value, "model_dump") and not any(value.model_dump().values()))
        if name != "place" and not empty:
            said[name] = value
    return brief.model_copy(update={**said, "place": over.place if over.place.path else brief.place})


def _may_ask(document: Document) -> bool:
    """Whether a page's front matter may hold a setting that we read, so that it is worth parsing."""
    return _ASKS.search(front_matter(document.source)[0]) is not None


def _front(document: Document) -> Mapping[str, Any]:
    if document.syntax is Syntax.HTML:
        return {}
    head, _, _ = front_matter(document.source)
    tree, _ = compose(head, path=document.name, first_line=2) if head else (None, [])
    return tree if isinstance(tree, dict) else {}


def _headings(document: Document) -> Mapping[int, int] | None:
    """The headings of a document whose source does not mark them, such as a Word file's."""
    if document.syntax is not Syntax.PLAIN:
        return None
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    return {document.locate(block.start, block.start).start: min(block.level, 3) for block in headings}


def _channel(front: Mapping[str, Any]) -> str | None:
    named = front.get("channel")
    return named if named in get_args(Channel) else None


def _linked(named: str, *folders: Path) -> Brief | None:
    """The brief that a draft's file names, from where we run, beside the file, or in the brand's folder.

    Only a YAML file inside one of these is read, since the name may come from a stranger.
    """
    for folder in (Path(), *folders):
        path = folder / named
        try:
            inside = path.resolve().is_relative_to(folder.resolve()) and path.is_file()
        except (OSError, ValueError):  # no name that a file can have
            return None
        if inside and path.suffix in (".yaml", ".yml"):
            return load_brief(path)
    return None


def _unread(named: str, document: Document) -> Finding:
    said = f'The brief "{named}" of this draft is not here, so the facts in it are not known.'
    return Finding(
        check="format.brief-missing",
        severity=Severity.SUGGESTION,
        area=Area.FORMAT,
        advice=f"{said} Name it with --brief, or put it where the front matter says.",
        location=document.anchor(),
        quote="",
    )


def _stray(stray: Stray, document: Document, format: Format) -> Finding:
    place = Location(document=document.name, start=stray.start, end=stray.end)
    labels = [field.label for field in format.fields]
    if stray.heading:
        near = did_you_mean(stray.heading, labels) or f"; its fields are {listed(labels)}"
        said = f'This text was not checked: "{stray.heading}" is no field of a {format.title}{near}'
    else:
        said = f"This text was not checked: it stands in no field of a {format.title}; put it under one"
    return Finding(
        check="format.stray-text",
        severity=Severity.WARNING,
        area=Area.FORMAT,
        advice=said if said.endswith("?") else f"{said}.",
        location=place,
        quote=document.quote(place),
    )
