"""Keeps what is found while statements are judged: the facts, and the findings with their fixes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from copykit.checks.advice import PROOF, STANDINGS, dated, severity_of, why_not
from copykit.checks.context import Context
from copykit.checks.evidence import Entry, Evidence, Said
from copykit.checks.finding import found, replacement
from copykit.checks.statements import Statement
from copykit.findings import Finding, Fix, Reference, Severity
from copykit.guide.types import Claim, Standing
from copykit.text import Document

__all__ = ["Fact", "Tale"]

EXPIRES_SOON_DAYS = 30
_ADDRESS = re.compile(r"https?://[^\s<>()\"]+")


class Fact(NamedTuple):
    """A supported statement: its span and what allows it."""

    start: int
    end: int
    reference: Reference


class Tale:
    """What one document's statements come to.

    Attributes:
        findings: what is wrong, in the order in which it was told.
        facts: what is supported.
    """

    def __init__(self, document: Document, context: Context, evidence: Evidence) -> None:
        self.document = document
        self.context = context
        self.evidence = evidence
        self.findings: list[Finding] = []
        self.facts: list[Fact] = []
        website = context.guide.brand.website.rstrip("/")
        self._website = website or "-"
        self._sources = [
            link
            for link in document.links
            if link.url.startswith("http") and not link.url.startswith(website)
        ]

    def standing(self, entry: Entry) -> Standing:
        """Whether a claim or an offer may be used here and now."""
        context = self.context
        return entry.standing(
            context.today, region=context.region, channel=context.channel, audience=context.audience
        )

    def support(self, entry: Entry, start: int, end: int, key: str) -> Entry:
        """Notes a supported statement, and a claim that ends soon."""
        self.facts.append(
            Fact(start, end, self.refer(entry, "proof" if isinstance(entry, Claim) else key, proof=True))
        )
        if isinstance(entry, Claim) and entry.valid_to:
            left = (entry.valid_to - self.context.today).days
            if 0 <= left <= EXPIRES_SOON_DAYS:
                day = dated(entry.valid_to, self.context.guide)
                self.tell(
                    "claims.expiring", (start, end), Severity.SUGGESTION,
                    f'Claim "{entry.id}" may be used until {day}, {left} days from now. '
                    f"Renew its proof ({entry.proof.owner}), or plan for copy without it.",
                    reference=self.refer(entry, "valid_to"),
                )  # fmt: skip
        return entry

    def in_guide(self, first: int, last: int, words: Sequence[str]) -> bool:
        """Whether the words around a statement stand like this in the guide's other texts.

        Their owner wrote them; only when the guide itself is checked are they not taken on trust.
        """
        if self.context.of_guide:
            return False
        low, high = max(0, first - 2), min(len(words), last + 2)
        window = " ".join(words[low:high])
        if high - low - (last - first) >= 2 and f" {window} " in self.evidence.trusted:
            return True
        sentence = " ".join(words)
        return self.evidence.trusts(sentence) or self.evidence.trusts(sentence.rstrip(" ."))

    def refer(self, entry: Entry, key: str, *, proof: bool = False) -> Reference:
        """A reference to a line of a claim or an offer; a claim's proof is quoted where it supports."""
        if isinstance(entry, Claim):
            quote = f"{entry.proof.source} ({entry.proof.date.isoformat()})" if proof else entry.text
            return entry.reference(f'claim "{entry.id}"', key=key, quote=quote)
        return entry.reference(f'offer "{entry.id}"', key=key, quote=entry.text)

    def misused(
        self,
        entry: Entry,
        standing: Standing,
        span: tuple[int, int],
        *,
        fixes: Iterable[Fix] = (),
        key: str = "",
    ) -> None:
        """Tells a claim or an offer that may not be used here."""
        family, name = (
            ("claims", STANDINGS[standing]) if isinstance(entry, Claim) else ("offers", STANDINGS[standing])
        )
        if (family, name) == ("offers", "expired"):
            name = "ended"
        told = tuple(fixes)
        advice = why_not(entry, standing, self.context)
        if told:
            advice += f" {told[0].title}"
        elif standing is Standing.EXPIRED and isinstance(entry, Claim):
            advice += f" Take it out, or have its proof renewed ({entry.proof.owner})."
        else:
            advice += " Take it out."
        keys = {
            Standing.EXPIRED: "valid_to", Standing.NOT_YET: "valid_from", Standing.WITHDRAWN: "status",
            Standing.REGION: "regions", Standing.CHANNEL: "channels", Standing.AUDIENCE: "audiences",
        }  # fmt: skip
        self.findings.append(
            found(
                self.document, *span, check=f"{family}.{name}",
                severity=severity_of(standing, own=self.context.own),
                advice=advice, fixes=told, reference=self.refer(entry, key or keys[standing]),
            )
        )  # fmt: skip

    def better(self, said: Said, span: tuple[int, int]) -> tuple[Fix, ...]:
        """An approved wording of a usable claim about the same thing, to put in the sentence's place."""
        if not isinstance(said.entry, Claim):
            return ()
        subject = self.evidence.subject[id(said.entry)]
        best: tuple[int, Said] | None = None
        for other in self.evidence.said:
            if other.entry is said.entry or other.key != said.key or not isinstance(other.entry, Claim):
                continue
            apart = (
                said.entry.products
                and other.entry.products
                and not set(said.entry.products) & set(other.entry.products)
            )
            if apart or self.standing(other.entry) is not Standing.USABLE:
                continue
            shared = len(subject & self.evidence.subject[id(other.entry)] & self.evidence.telling)
            if shared >= 2 and (best is None or shared > best[0]):
                best = (shared, other)
        if best is None:
            return ()
        text = best[1].text
        if self.document.text[span[0] : span[1]].endswith((".", "!")) and not text.endswith((".", "!")):
            text += "."
        return (replacement(self.document, text, title=f"Say instead: “{text}”"),)

    def unproven(self, statement: Statement, start: int, end: int, *, near: Said | None = None) -> None:
        """`claims.unproven`, or `claims.cited` where a source is linked in the sentence from start to end.

        Args:
            near: a claim with the same number, about something else as far as we can tell.
        """
        span = (statement.start, statement.end)
        source = self.source(start, end)
        if source is not None:
            self.cited(span, source)
            return
        severity = Severity.ERROR if self.context.own else Severity.WARNING
        advice = PROOF[statement.kind]
        if not self.context.own:
            advice = advice.replace(
                "Add a claim with its source", "Add proof: link the source here or add a claim"
            )
        if near is not None:
            advice = f'{advice} If you mean claim "{near.entry.id}", use its words: “{near.text}”'
            self.tell("claims.unproven", span, severity, advice, reference=self.refer(near.entry, near.key))
            return
        claims = self.context.guide.file("messages.yaml")
        reference = Reference(label="the guide's claims", path=claims.as_posix())
        self.tell("claims.unproven", span, severity, advice, reference=reference)

    def reworded(self, said: Said, span: tuple[int, int], word: str) -> None:
        """`claims.reworded`: an approved claim or offer, said beyond what is approved."""
        what = "claim" if isinstance(said.entry, Claim) else "offer"
        self.tell(
            "claims.reworded", span, Severity.WARNING,
            f'This makes more of {what} "{said.entry.id}" than is approved{word}. Approved is: '
            f'“{said.entry.text}”',
            reference=self.refer(said.entry, said.key),
        )  # fmt: skip

    def source(self, start: int, end: int) -> str | None:
        """The address of a source linked or written out between two places of the text."""
        link = next((one for one in self._sources if start <= one.start < end), None)
        if link is not None:
            return link.url
        written = _ADDRESS.search(self.document.text, start, end)
        return written.group() if written and not written.group().startswith(self._website) else None

    def is_bracketed(self, start: int, end: int) -> bool:
        """Whether a source is linked in brackets between two places: "(Fleet Study)"."""
        return any(
            start <= one.start < end and self.document.text[one.start - 1] == "(" for one in self._sources
        )

    def cited(self, span: tuple[int, int], url: str) -> None:
        """`claims.cited`: a source is linked beside a statement."""
        self.tell(
            "claims.cited", span, Severity.SUGGESTION,
            "A source is linked here. See that it says this, and that it is not out of date.",
            reference=Reference(label="linked source", url=url),
        )  # fmt: skip

    def tell(
        self,
        check: str,
        span: tuple[int, int],
        severity: Severity,
        advice: str,
        *,
        reference: Reference | None = None,
        right: tuple[int, int, str] | None = None,
        safe: bool = False,
    ) -> None:
        """Adds a finding; `right`, a span and what belongs there, then becomes its place and its fix."""
        fixes = []
        if right is not None:
            span = right[:2]
            fixes = [replacement(self.document, right[2], safe=safe)]
        self.findings.append(
            found(
                self.document,
                *span,
                check=check,
                severity=severity,
                advice=advice,
                fixes=fixes,
                reference=reference,
            )
        )
