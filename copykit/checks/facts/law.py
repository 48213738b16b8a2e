"""Facts of the checks of what the law wants to read in an email."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["LAW"]

_SETTING = "the brief's or the brand's `region`; `legal`; a format's `mail`"
_SOURCE = "pages about CAN-SPAM, CASL, PECR and GDPR, 2026-11-23; not legal advice"

LAW = Family(
    title="Law of email",
    about=(
        "Lists for the US (CAN-SPAM), Canada (CASL), the United Kingdom (PECR, UK GDPR) and the EU "
        "(ePrivacy, GDPR), read "
        "on 2026-11-23 from pages about these laws. They are no legal advice. A warning for mail to"
        " a list, a suggestion "
        "for mail to one person. What the guide's own `legal` lines hold counts as said: "
        "`legal.missing` tells where one "
        "of them is not there."
    ),
    notes=(
        "What no text shows, and you have to see to: consent before sending (Canada; private "
        "persons and sole traders in "
        "the UK; many EU states even between businesses), a legal ground for using the address, "
        "true headers, a way out "
        "that works for 30 days (US) or 60 (Canada) and is honoured within 10 business days, and "
        "for large senders SPF, "
        "DKIM, DMARC and one-click unsubscribe (RFC 8058)."
    ),
    checks=(
        CheckFacts(
            id="law.address",
            title="No postal address",
            sees="commercial mail in the US or Canada without a postal address",
            why="The law asks for one.",
            severity="warning for a list, else suggestion",
            area=Area.FORMAT,
            source=_SOURCE,
            setting=_SETTING,
        ),
        CheckFacts(
            id="law.unsubscribe",
            title="No way out",
            sees="commercial mail that does not tell how to stop it",
            why="The law asks for it.",
            severity="warning for a list, else suggestion",
            area=Area.FORMAT,
            source=_SOURCE,
            setting=_SETTING,
        ),
        CheckFacts(
            id="law.sender",
            title="No sender",
            sees="commercial mail that names neither the brand, its company nor a product",
            why="The law asks who sends it.",
            severity="warning for a list, else suggestion",
            area=Area.FORMAT,
            source=_SOURCE,
            setting=_SETTING,
        ),
        CheckFacts(
            id="law.subject",
            title="Misleading subject",
            sees="a subject that sounds like a notice about the reader's own account",
            why="The law forbids subjects that mislead.",
            severity="warning",
            area=Area.FORMAT,
            source=_SOURCE,
            hit="Your invoice for May",
            miss="Your invoices, in one pile",
        ),
    ),
)
