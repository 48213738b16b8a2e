"""The merge tags of mail systems: how each is written, which system understands it, and what fills a gap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from copykit.platforms import Source
from copykit.text import Document

__all__ = ["CONDITIONS", "SYSTEMS", "TAG", "System", "Tag", "in_code", "same_field", "tags_in"]


@dataclass(frozen=True, kw_only=True)
class System:
    """One mail system.

    Attributes:
        title: its name.
        fields: how it writes the fields that every system has, by what they mean.
        form: how a tag is written around a field, with `NAME` in it.
        fallback: the same with a fallback `WORD`; empty where the text can hold none.
        gap: what happens where a value is missing.
        source: where we read of it.
    """

    title: str
    fields: Mapping[str, str]
    form: str
    fallback: str
    gap: str
    source: Source

    def tag(self, field: str) -> str:
        """How it writes a field, such as `first name`; empty for one that it has no standard name for."""
        return self.form.replace("NAME", self.fields[field]) if field in self.fields else ""

    def guarded(self, name: str, word: str = "there") -> str:
        """A field's tag with a fallback; empty where the text can hold none."""
        return self.fallback.replace("NAME", name).replace("WORD", word)


def _fields(first: str, last: str, email: str, title: str = "", company: str = "") -> Mapping[str, str]:
    named = {"first name": first, "last name": last, "email": email, "title": title, "company": company}
    return {field: name for field, name in named.items() if name}


_SNAKE = _fields("first_name", "last_name", "email", "title", "company")

SYSTEMS: Mapping[str, System] = {
    "apollo": System(
        title="Apollo", fields=_SNAKE, form="{{NAME}}",
        fallback="{{#if NAME}}{{NAME}}{{#else}}WORD{{#endif}}",
        gap="the mail is not sent", source=Source(text="Apollo's help", known="O"),
    ),
    "brevo": System(
        title="Brevo", fields=_fields("contact.FIRSTNAME", "contact.LASTNAME", "contact.EMAIL"),
        form="{{ NAME }}",
        fallback='{{ NAME | default : "WORD" }}', gap="it stays blank",
        source=Source(text="Brevo's help", known="O"),
    ),
    "hubspot": System(
        title="HubSpot",
        fields=_fields(
            "contact.firstname", "contact.lastname", "contact.email",
            "contact.jobtitle", "company.name",
        ),
        form="{{ NAME }}", fallback="{{ NAME|default('WORD') }}",
        gap="a sales template shows “MISSING TOKEN”, marketing mail a blank",
        source=Source(text="HubSpot's help; the filter is not confirmed", known="O"),
    ),
    "liquid": System(
        title="Liquid", fields={f"{key}": f"contact.{name}" for key, name in _SNAKE.items()},
        form="{{ NAME }}",
        fallback='{{ NAME | default: "WORD" }}', gap="it stays blank",
        source=Source(text="pages about Liquid", known="T"),
    ),
    "mailchimp": System(
        title="Mailchimp", fields=_fields("FNAME", "LNAME", "EMAIL"), form="*|NAME|*", fallback="",
        gap="the audience's default is shown, or a blank",
        source=Source(text="Mailchimp's help; conditions not confirmed", known="T"),
    ),
    "mautic": System(
        title="Mautic", fields=_fields("firstname", "lastname", "email", "position", "company"),
        form="{contactfield=NAME}", fallback="{contactfield=NAME|WORD}", gap="it stays blank",
        source=Source(text="Mautic's documentation", known="O"),
    ),
    "outreach": System(
        title="Outreach", fields=_fields("first_name", "last_name", "email", "title", "account.name"),
        form="{{NAME}}",
        fallback="", gap="the mail is held back", source=Source(text="Outreach", known="K"),
    ),
    "reply": System(
        title="Reply.io", fields=_fields("FirstName", "LastName", "Email", "Title", "Company"),
        form="{{NAME}}",
        fallback="", gap="it stays blank unless a condition fills it", source=Source(text="Reply.io's help",
        known="O"),
    ),
    "salesforce": System(
        title="Salesforce Classic",
        fields=_fields(
            "Contact.FirstName", "Contact.LastName", "Contact.Email",
            "Contact.Title", "Account.Name",
        ),
        form="{!NAME}", fallback='{!BLANKVALUE(NAME,"WORD")}', gap="it stays blank",
        source=Source(text="help.salesforce.com", known="O"),
    ),
    "salesforce-lightning": System(
        title="Salesforce Lightning",
        fields=_fields(
            "Recipient.FirstName", "Recipient.LastName", "Recipient.Email",
            "Recipient.Title", "Recipient.Company",
        ),
        form="{{{NAME}}}", fallback="", gap="it stays blank, and it knows no fallback",
        source=Source(text="help.salesforce.com", known="O"),
    ),
    "salesloft": System(
        title="Salesloft", fields=_SNAKE, form="{{NAME}}", fallback="", gap="Salesloft warns before it sends",
        source=Source(text="Salesloft", known="K"),
    ),
}  # fmt: skip

_BRACES = frozenset({"apollo", "brevo", "hubspot", "liquid", "outreach", "reply", "salesloft"})
_LOGIC = frozenset({"brevo", "hubspot", "liquid", "salesloft"})
# Objects that are ours or the sender's: their values are never missing.
_OURS = re.compile(
    r"(?:my|sender|owner|user|content|site_settings|company_|list|date|archive|unsub\w*|current_\w+|mc"
    r"|rewards|campaign)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Tag:
    """One merge tag in a text.

    Attributes:
        name: the field, as written: `contact.firstname`, `FNAME`; empty for a condition.
        systems: those that understand it.
        guarded: whether it has a fallback of its own.
        condition: `open`, `middle` or `close` for a part of a condition.
    """

    start: int
    end: int
    text: str
    name: str
    systems: frozenset[str]
    guarded: bool = False
    condition: str = ""

    @property
    def ours(self) -> bool:
        """Whether it stands for something of the sender's."""
        return bool(_OURS.match(self.name)) or self.text.startswith("{ownerfield=")


# A whole tag of any system.
TAG = re.compile(
    r"\{\{\{(?P<lightning>[^{}\n]{1,200})\}\}\}(?!\})|(?<!\{)\{\{(?P<braces>[^{}\n]{1,200})\}\}(?!\})"
    r"|\{%(?P<logic>[^{}\n]{1,200})%\}|\{!(?P<classic>[^{}\n]{1,200})\}|\*\|(?P<mailchimp>[^|*\n]{1,200})\|\*"
    r"|\{(?P<mautic>(?:contact|owner)field=[^{}\n]{1,100})\}"
)
CONDITIONS: Mapping[str, re.Pattern[str]] = {
    "open": re.compile(r"[-\s]*(?:#?if\b|unless\b|for\b|case\b|IFNOT:|IF:|ELSEIF:)"),
    "middle": re.compile(r"[-\s]*(?:#?els(?:e|if)\b|elif\b|when\b|ELSE:)"),
    "close": re.compile(r"[-\s]*(?:#?end\w*\b|/if\b|END:IF)"),
}
_BLANKVALUE = re.compile(r"\s*BLANKVALUE\s*\(\s*([\w.]+)\s*,", re.IGNORECASE)
_CAMEL = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*\Z")


def tags_in(document: Document) -> Iterator[Tag]:
    """Every closed merge tag of a text, in order; those in code are left out."""
    if "{" not in document.text and "*|" not in document.text:
        return
    for match in TAG.finditer(document.text):
        if not in_code(document, *match.span()):
            yield _tag(match)


def in_code(document: Document, start: int, end: int) -> bool:
    """Whether a span touches code."""
    after = bisect_left(document.code, (end, 0))
    return after > 0 and document.code[after - 1][1] > start


def _tag(match: re.Match[str]) -> Tag:
    kind = match.lastgroup or ""
    inner = match[kind]
    start, end = match.span()
    condition = next((part for part, shape in CONDITIONS.items() if shape.match(inner)), "")
    if kind == "mautic" or kind == "classic" or kind == "lightning" or kind == "mailchimp":
        return _simple(kind, inner, match, condition)
    if kind == "logic" or condition:
        systems = _LOGIC if kind == "logic" else frozenset({"apollo"})
        return Tag(
            start=start, end=end, text=match.group(), name="", systems=systems, condition=condition or "other"
        )
    name, _, filters = inner.partition("|")
    name, systems = name.strip(), _BRACES
    head, dot, attribute = name.partition(".")
    if not dot:
        systems = (
            frozenset({"reply"})
            if _CAMEL.match(name)
            else frozenset({"apollo", "outreach", "salesloft", "liquid"})
        )
    elif head == "contact":
        systems = frozenset({"brevo"}) if attribute.isupper() else frozenset({"hubspot", "liquid"})
    elif head in ("company", "deal", "ticket", "owner", "content", "site_settings"):
        systems = frozenset({"hubspot", "liquid"})
    elif head in ("account", "sender", "prospect"):
        systems = frozenset({"outreach", "liquid"})
    elif head == "my":
        systems = frozenset({"salesloft"})
    else:
        systems = frozenset({"liquid", "hubspot"})
    if re.search(r"default\s*:", filters):
        systems &= frozenset({"liquid", "salesloft", "brevo"})
    elif "default(" in filters:
        systems &= frozenset({"hubspot"})
    return Tag(
        start=start, end=end, text=match.group(), name=name, systems=systems or frozenset({"liquid"}),
        guarded="default" in filters,
    )  # fmt: skip


def _simple(kind: str, inner: str, match: re.Match[str], condition: str) -> Tag:
    systems, name, guarded = frozenset({kind}), inner.strip(), False
    if kind == "mautic":
        name, _, word = inner.partition("=")[2].partition("|")
        guarded, condition = bool(word), ""
    elif kind == "classic":
        blank = _BLANKVALUE.match(inner)
        systems = frozenset({"salesforce"} if blank else {"salesforce", "salesforce-lightning"})
        name, guarded = (blank[1], True) if blank else (name, False)
    elif kind == "lightning":
        systems = frozenset({"salesforce-lightning"})
    elif condition:
        name = ""
    return Tag(
        start=match.start(), end=match.end(), text=match.group(), name=name, systems=systems, guarded=guarded,
        condition=condition,
    )  # fmt: skip


def _bare(name: str) -> str:
    plain = re.sub(r"[\W_]", "", name.rpartition(".")[2]).casefold()
    return {"fname": "firstname", "lname": "lastname", "jobtitle": "title", "position": "title"}.get(
        plain, plain
    )


def same_field(name: str) -> str:
    """What a tag's field means, such as `first name`; empty for one that is not common to all systems."""
    plain = _bare(name)
    if plain == "name" and re.search(r"account|company", name, re.IGNORECASE):
        return "company"
    known = {
        "firstname": "first name",
        "lastname": "last name",
        "email": "email",
        "title": "title",
        "company": "company",
    }
    return known.get(plain, "")
