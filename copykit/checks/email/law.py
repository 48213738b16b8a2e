"""What the law of a place asks of a commercial email, as lists with a date. Nothing here is legal advice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from copykit.checks.context import Check, Context
from copykit.checks.email.letter import letter_of, missing
from copykit.findings import Finding, Reference, Severity
from copykit.platforms import READ
from copykit.text import Document

__all__ = ["LAW", "LAWS", "Law", "law_of"]

NOT_ADVICE = f"Read {READ.isoformat()}; not legal advice."


@dataclass(frozen=True, kw_only=True)
class Law:
    """The law of one place, as far as copy shows it.

    Attributes:
        name: its name.
        source: where we read of it; none is the law's own text.
        address: what it asks about the sender's address; empty for nothing that we know.
        leave: what it asks about a way out.
        sender: what it asks about who sends it.
        unseen: what it asks that no text shows, a list for a person.
    """

    name: str
    source: str
    address: str
    leave: str
    sender: str
    unseen: tuple[str, ...]


LAWS: Mapping[str, Law] = {
    "US": Law(
        name="CAN-SPAM (US)",
        source="ftcdefenselawyer.com, sendx.io",
        address="a valid postal address of the sender",
        leave="a clear way to opt out",
        sender="true information about who sends it",
        unseen=(
            "The header names the true sender.",
            "An advertisement can be told for one.",
            "The way out works for at least 30 days, and is honoured within 10 business days.",
            "You answer for those who mail for you. Mail between businesses is not exempt.",
        ),
    ),
    "CA": Law(
        name="CASL (Canada)",
        source="millsandmills.ca, natlawreview.com",
        address="a mailing address, and a telephone number, email or web address",
        leave="a free way to unsubscribe",
        sender="the names of the sender and of whom it is sent for",
        unseen=(
            "The reader has agreed before, in so many words or by a relation that the law names.",
            "The way out works for 60 days, and is honoured within 10 business days (not confirmed).",
        ),
    ),
    "UK": Law(
        name="PECR and UK GDPR",
        source="privasee.io, icebluesky.com",
        address="",
        leave="an easy way to object",
        sender="who sends it",
        unseen=(
            "Sole traders and private persons have agreed before; companies need not, but may object.",
            "The address of a named person is personal data: there is a legitimate interest, weighed in "
            "writing.",
        ),
    ),
    "EU": Law(
        name="ePrivacy and GDPR (EU)",
        source="privasee.io, errorcanon.top",
        address="",
        leave="an easy way to object",
        sender="who sends it",
        unseen=(
            "Many member states want consent even between businesses: look up the reader's.",
            "The address of a named person is personal data: there is a legal ground for using it.",
        ),
    ),
}

_ADDRESS = re.compile(
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|\bP\.?\s?O\.? Box \d+|\b\d{1,5} (?:[A-Z][\w.]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Way|Row"
    r"|Drive|Dr"
    r"|Boulevard|Blvd|Square|Court|Place"
    r"|Yard|Close|Mews|Terrace|Crescent|Wharf|Quay|Parade|Parkway|Highway)\b|\b\d{4,5} [A-Z][a-zà-ÿ]+"
)
_ADDRESS_TAG = re.compile(
    r"\*\|(?:HTML:)?LIST:?_?ADDRESS\w*\|\*|company_street_address|companyaddress", re.IGNORECASE
)
_LEAVE = re.compile(
    r"unsub|opt(?:ing)?[ -]?out|(?:manage|change|update) (?:your )?(?:email )?preferences|stop (?:receiving"
    r"|these|getting|hearing)"
    r"|rather (?:not|I didn['’]t|we didn['’]t)"
    r"|don['’]t want (?:e-?mails?\b|mail\b|our |more |to hear|these|any more|me to|us to)"
    r"|no longer w(?:ish|ant)"
    r"|(?:reply|write|say|answer)(?: with)? [“\"'‘]?(?:stop|no|no thanks|remove|unsubscribe)\b|remove (?:me"
    r"|you)|take you off"
    r"|won['’]t (?:write|mail|email|bother you) again|not hear from us|leave this list",
    re.IGNORECASE,
)


def law_of(region: str) -> Law | None:
    """The law of a region that a guide names (`US`, `CA`, `UK` or `GB`, `EU`); None for any other."""
    return LAWS.get({"GB": "UK", "USA": "US"}.get(region.upper(), region.upper()))


def check_law(document: Document, context: Context) -> Iterator[Finding]:
    """`law.address`, `law.unsubscribe`, `law.sender`: what the region's law wants to read in the mail.

    A warning for mail to a list, a suggestion else. What the guide's own legal lines hold counts as said,
    for `legal.missing` tells where one of those is not there.
    """
    law = law_of(context.region)
    letter = letter_of(document)
    is_mail = context.format is not None or (letter.subject is not None and letter.greeted)
    if context.channel != "email" or law is None or not is_mail or not document.said:
        return
    listed = context.format is not None and context.format.settings.mail == "list"
    severity = Severity.WARNING if listed else Severity.SUGGESTION
    brand = context.guide.brand
    lines = [
        line.text
        for line in brand.legal
        if (not line.channels or "email" in line.channels)
        and (not line.regions or context.region in line.regions)
    ]
    said = "\n".join([document.text, *lines])
    wants = (
        (
            law.address,
            "address",
            "no postal address",
            bool(_ADDRESS.search(said) or _ADDRESS_TAG.search(said)),
        ),
        (law.leave, "unsubscribe", "no way to say no to more mail", bool(_LEAVE.search(said))),
        (law.sender, "sender", "nothing that says who sends it", _is_signed(said, context)),
    )
    for wanted, what, lacks, there in wants:
        if wanted and not there:
            yield missing(
                document, "legal" if _has(document, "legal") else None, check=f"law.{what}",
                severity=severity,
                advice=f"There is {lacks}: {law.name} asks for {wanted} in commercial mail. Put a line into "
                f"the guide's `legal`, or write it here. Source: {law.source}. {NOT_ADVICE}",
                reference=Reference(label=law.name, url=law.source, date=READ.isoformat()),
            )  # fmt: skip


def _has(document: Document, path: str) -> bool:
    return any(span.path == path for span in document.fields)


def _is_signed(text: str, context: Context) -> bool:
    brand = context.guide.brand
    names = [brand.name, brand.legal_name or "", *(product.name for product in context.guide.products)]
    return any(name and name.casefold() in text.casefold() for name in names)


LAW: tuple[Check, ...] = (check_law,)
