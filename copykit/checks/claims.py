"""Holds every checkable statement against the guide's claims and offers and against the brief's facts.

A statement is *supported* when a usable claim or offer says the same quantity about the same thing (at least
one content word in common), or when the brief vouches for it. Thresholds are ours, set on our golden cases:

- a sentence *states* an approved text when it holds at least three quarters of the text's content words, and
  at least two of them;
- a wrong number is told where a sentence holds at least six tenths of them, and a number of the same unit;
- a claim is *expiring* within 30 days of its last day.

Severity: expired, withdrawn, not yet valid, out-of-region and contradicted statements, ended offers and
customers without permission break a hard rule in any text: error. The wrong channel or audience, and what is
unproven, is an error in copy that we write and a warning in copy that a person brings.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from copykit.checks.advice import (
    PROOF,
    STANDINGS,
    dated,
    day_in_style,
    in_style,
    plain_number,
    severity_of,
    why_not,
)
from copykit.checks.context import Context
from copykit.checks.evidence import (
    Entry,
    Evidence,
    Said,
    content,
    evidence_of,
    meaning,
    reference_to,
    vouched_by,
)
from copykit.checks.finding import found, replacement
from copykit.checks.offers import Figure, figures_of, plan_at, price_is_told, topic_of
from copykit.checks.quantities import STARTS, Quantity, Token, read_quantities, stem, tokens_of
from copykit.checks.statements import TRIGGERS, Statement, read_statements
from copykit.checks.superlatives import WEAK
from copykit.findings import Finding, Fix, Reference, Severity
from copykit.guide.types import Claim, Offer, Standing
from copykit.text import BlockKind, Document

__all__ = ["check_claims", "facts_of"]

STATES = 0.75
CONTRADICTS = 0.6
EXPIRES_SOON_DAYS = 30
_NEEDED = TRIGGERS.keys() | WEAK | STARTS


class Fact(NamedTuple):
    """A supported statement: its span and what allows it."""

    start: int
    end: int
    reference: Reference


class Verdicts(NamedTuple):
    """What was found in a document, and what is supported."""

    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]


def check_claims(document: Document, context: Context) -> Iterable[Finding]:
    """Statements that guide and brief don't allow.

    Of claims: `claims.unproven`, `claims.cited`, `claims.contradicted`, `claims.expired`, `claims.expiring`,
    `claims.not-yet`, `claims.withdrawn`, `claims.region`, `claims.channel`, `claims.audience`; of offers:
    `offers.ended`, `offers.not-yet`, `offers.region`, `offers.channel`.
    """
    return verdicts(document, context).findings


def facts_of(document: Document, context: Context) -> tuple[tuple[str | None, str, Reference], ...]:
    """The supported statements as (field, quote, reference), in order; each place once."""
    kept: dict[tuple[int, int], tuple[str | None, str, Reference]] = {}
    for fact in verdicts(document, context).facts:
        place = document.locate(fact.start, fact.end)
        kept.setdefault((fact.start, fact.end), (place.field, document.quote(place), fact.reference))
    return tuple(kept[span] for span in sorted(kept))


_seen: WeakKeyDictionary[Document, tuple[Context, Verdicts]] = WeakKeyDictionary()


def verdicts(document: Document, context: Context) -> Verdicts:
    """Judges a document's statements; the last result for a document is kept."""
    last = _seen.get(document)
    if last and last[0] is context:
        return last[1]
    judge = _Judge(document, context)
    for sentence in document.sentences:
        judge.sentence(sentence.start, sentence.end, document.blocks[sentence.block].kind)
    made = Verdicts(tuple(judge.findings), tuple(judge.facts))
    _seen[document] = (context, made)
    return made


class _Line(NamedTuple):
    """One sentence, read."""

    start: int
    end: int
    tokens: list[Token]
    words: list[str]
    quantities: list[Quantity]
    stems: frozenset[str]
    alike: list[tuple[Said, float, int]]


class _Judge:
    """Judges a document sentence by sentence."""

    def __init__(self, document: Document, context: Context) -> None:
        self.document = document
        self.context = context
        self.evidence: Evidence = evidence_of(context.guide)
        self.figures = figures_of(context.guide)
        self.vouched = vouched_by(context.brief)
        self.own_stems = frozenset(stem(name) for name in self.evidence.names.names)
        self.findings: list[Finding] = []
        self.facts: list[Fact] = []
        website = context.guide.brand.website.rstrip("/")
        self.sources = [
            link
            for link in document.links
            if link.url.startswith("http") and not link.url.startswith(website)
        ]

    # ── one sentence ────────────────────────────────────────────────────────────────────────────────

    def sentence(self, start: int, end: int, kind: BlockKind) -> None:
        document = self.document
        tokens = tokens_of(document.text, start, end)
        if not tokens:
            return
        words = [token.text for token in tokens]
        seen = set(words)
        numeric = any(word[0].isdecimal() for word in seen)
        needed = numeric or not seen.isdisjoint(_NEEDED) or "-" in seen
        quantities = read_quantities(document.text, tokens, currency=self.evidence.currency) if needed else []
        stems = meaning(tokens, quantities, self.own_stems)
        alike = [one for one in self.evidence.alike(stems) if one[1] >= CONTRADICTS and one[2] >= 2]
        line = _Line(start, end, tokens, words, quantities, stems, alike)
        told = self.stated(line) if alike else None
        if not needed:
            return
        short = len(words) <= 10 and words[-1] not in (".", "!", "?")
        fragment = (
            kind in (BlockKind.HEADING, BlockKind.TITLE) or short or self.context.channel in ("ad", "cta")
        )
        statements = read_statements(
            document.text, tokens, quantities, self.evidence.names, fragment=fragment
        )
        supported: list[Entry] = []
        for statement in statements:
            if document.is_shielded(statement.start, statement.end) or self.in_slot(statement):
                continue
            if told and told[0] < statement.end and statement.start < told[1]:
                continue
            entry = (
                self.number(statement, statement.quantity, line)
                if statement.quantity
                else self.other(statement, line)
            )
            if entry is not None:
                supported.append(entry)
        self.deadlines(line, supported)

    def in_slot(self, statement: Statement) -> bool:
        return any(low < statement.end and statement.start < high for low, high in self.document.slots)

    def standing(self, entry: Entry) -> Standing:
        context = self.context
        return entry.standing(
            context.today, region=context.region, channel=context.channel, audience=context.audience
        )

    def stated(self, line: _Line) -> tuple[int, int] | None:
        """Tells a sentence that says a claim or offer which may not be used; gives back the span told.

        An approved text without numbers is supported here, too.
        """
        best: tuple[int, float, Said] | None = None
        for said, share, count in line.alike:
            if share < STATES or (said.quantities and not _agree(said.quantities, line.quantities)):
                continue
            if not said.quantities and count < 3 and said.statements == ():
                continue
            usable = self.standing(said.entry) is Standing.USABLE
            rank = (count + len(said.quantities), share + (0.01 if usable else 0), said)
            if best is None or rank[:2] > best[:2]:
                best = rank
        if best is None:
            return None
        said = best[2]
        standing = self.standing(said.entry)
        start, end = _covered(line, said)
        if self.document.is_shielded(start, end):
            return None
        if standing is Standing.USABLE:
            if not said.quantities:
                self.support(said.entry, start, end, said.key)
            return None
        if self.elsewhere(said):
            return None
        whole = len(line.stems) <= len(said.stems) + 3
        span = (line.tokens[0].start, line.end) if whole else (start, end)
        self.misused(said.entry, standing, span, fixes=self.better(said, span) if whole else ())
        return span

    def elsewhere(self, said: Said) -> bool:
        """Whether a usable claim or offer has the very same words or figures, so that nothing is wrong."""
        return any(
            other.entry is not said.entry
            and other.stems == said.stems
            and _agree(other.quantities, said.quantities)
            and self.standing(other.entry) is Standing.USABLE
            for other in self.evidence.said
        )

    # ── one statement ───────────────────────────────────────────────────────────────────────────────

    def number(self, statement: Statement, one: Quantity, line: _Line) -> Entry | None:
        """Judges a number; gives back the claim or offer that supports it."""
        best: tuple[bool, int, Said] | None = None
        for said, other in self.evidence.by_unit.get(one.unit, ()):
            if not one.same(other) or not self.same_noun(one, other, said):
                continue
            shared = self.about(line, said)
            if not shared and line.stems:
                continue
            rank = (self.standing(said.entry) is Standing.USABLE, shared, said)
            if best is None or rank[:2] > best[:2]:
                best = rank
        topic = topic_of(one, line.words)
        # A price is held against its plan before it is held against any text with the same sum.
        if best and best[0] and (topic != "prices" or isinstance(best[2].entry, Claim)):
            return self.support(best[2].entry, one.start, one.end, best[2].key)
        if topic == "prices" and not plan_at(one, line.words, self.figures) and self.contradicted(one, line):
            return None
        if topic and (judged := self.figure(one, topic, line)):
            return judged if isinstance(judged, (Claim, Offer)) else None
        if best and best[0]:
            return self.support(best[2].entry, one.start, one.end, best[2].key)
        if best and (best[1] >= 2 or 2 * best[1] > len(line.stems)):
            self.misused(best[2].entry, self.standing(best[2].entry), (one.start, one.end))
            return None
        if self.in_brief(one, line) or (self.in_guide(one.first, one.last, line)):
            return None
        if self.contradicted(one, line):
            return None
        if statement.promises:
            self.unproven(statement, line)
        return None

    def about(self, line: _Line, said: Said) -> int:
        """How many content words a sentence shares with a claim or an offer; 0 when it is about something else.

        One is enough only where it is most of what the sentence says, or half of the approved text.
        """
        shared = len(line.stems & self.evidence.subject[id(said.entry)])
        if (
            shared >= 2
            or 2 * shared > len(line.stems)
            or 2 * len(line.stems & said.stems) >= len(said.stems) > 0
        ):
            return shared
        return 0

    def same_noun(self, one: Quantity, other: Quantity, said: Said) -> bool:
        if one.unit != "count" or one.noun == other.noun:
            return True
        return not one.noun or not other.noun or one.noun in said.stems

    def figure(self, one: Quantity, topic: str, line: _Line) -> Entry | bool:
        """Judges a number that speaks of an offer's trial, guarantee, discount or price.

        Gives back the offer that supports it, True when it was told as wrong, False when it says nothing here.
        """
        figures = [figure for figure in self.figures.all if figure.key == topic]
        plan = plan_at(one, line.words, self.figures) if topic == "prices" else None
        if topic == "prices":
            figures = [
                figure
                for figure in figures
                if figure.price and (plan is None or figure.price.plan in (plan, None))
            ]
        equal = [
            figure for figure in figures if figure.unit == one.unit and abs(figure.value - one.value) < 1e-6
        ]
        for figure in equal:
            if self.stands(figure) is Standing.USABLE:
                return self.support(figure.offer, one.start, one.end, figure.key)
        if equal:
            self.misused(equal[0].offer, self.stands(equal[0]), (one.start, one.end), key=equal[0].key)
            return True
        usable = [figure for figure in figures if self.stands(figure) is Standing.USABLE]
        if topic == "prices":
            usable = [
                figure
                for figure in usable
                if (plan is not None and one.value)
                or (one.unit == figure.unit and price_is_told(one, line.words, figure))
            ]
            if plan is not None:
                told = [
                    word for word in line.words[max(0, one.first - 6) : one.last + 4] if word in _PRICE_WORDS
                ]
                usable = usable if told else []
        if not usable or (self.in_brief(one, line, quiet=True) and topic == "prices"):
            return False
        self.wrong(one, usable, line)
        return True

    def stands(self, figure: Figure) -> Standing:
        standing = self.standing(figure.offer)
        region = figure.price.region if figure.price else None
        if standing is Standing.USABLE and region and region != self.context.region:
            return Standing.REGION
        return standing

    def wrong(self, one: Quantity, usable: list[Figure], line: _Line) -> None:
        """`claims.contradicted`: a figure that differs from the offer's."""
        wanted = self.context.brief.offer or self.context.brief.product
        figure = next(
            (one for one in usable if wanted and (one.offer.id == wanted or wanted in one.offer.products)),
            usable[0],
        )
        right = in_style(one, figure.unit, figure.value, self.document.text)
        sure = len({(figure.unit, figure.value) for figure in usable}) == 1
        unit = _SAID[figure.key].format(_told(figure))
        self.tell(
            "claims.contradicted", (one.start, one.end), Severity.ERROR,
            f'This says “{self.document.text[one.start:one.end]}”, and offer "{figure.offer.id}" has {unit}.',
            reference=figure.offer.reference(f'offer "{figure.offer.id}"', key=figure.key, quote=figure.offer.text),
            right=right, safe=sure,
        )  # fmt: skip

    def contradicted(self, one: Quantity, line: _Line) -> bool:
        """`claims.contradicted`: a sentence that says a claim with another number."""
        best: tuple[float, Said, Quantity] | None = None
        if one.unit == "date":
            return False
        for said, share, _ in line.alike:
            # A few words of a long sentence in common are chance.
            if self.standing(said.entry) is not Standing.USABLE or len(line.stems) > 2 * len(said.stems) + 4:
                continue
            for other in said.quantities:
                if other.unit != one.unit or (one.unit == "count" and one.noun != other.noun):
                    continue
                # The right number stands in the sentence as well: this one is about something else.
                if any(other.same(quantity) for quantity in line.quantities):
                    continue
                if best is None or share > best[0]:
                    best = (share, said, other)
        if best is None:
            return False
        _, said, other = best
        what = "claim" if isinstance(said.entry, Claim) else "offer"
        self.tell(
            "claims.contradicted", (one.start, one.end), Severity.ERROR,
            f'This says “{self.document.text[one.start:one.end]}”, and {what} "{said.entry.id}" says: “{said.text}”',
            reference=self.refer(said.entry, said.key),
            right=in_style(one, other.unit, other.value, self.document.text), safe=best[0] >= STATES,
        )  # fmt: skip
        return True

    def other(self, statement: Statement, line: _Line) -> Entry | None:
        """Judges a superlative, comparison, guarantee, certificate, green or health claim."""
        span = (statement.start, statement.end)
        best: tuple[bool, int, Said] | None = None
        for (kind, lexeme), texts in self.evidence.by_lexeme.items():
            if kind != statement.kind or not _same_lexeme(lexeme, statement.lexeme):
                continue
            for said in texts:
                shared = len(line.stems & self.evidence.subject[id(said.entry)])
                if not shared and line.stems:
                    continue
                rank = (self.standing(said.entry) is Standing.USABLE, shared, said)
                if best is None or rank[:2] > best[:2]:
                    best = rank
        for said, share, _ in line.alike:
            if share >= STATES and self.standing(said.entry) is Standing.USABLE:
                best = (True, 99, said)
        if statement.lexeme == "money back" and not (best and best[0]):
            for figure in self.figures.all:
                if figure.key == "guarantee_days" and self.stands(figure) is Standing.USABLE:
                    return self.support(figure.offer, *span, figure.key)
        if best and best[0]:
            return self.support(best[2].entry, *span, best[2].key)
        if best and best[1] >= 2:
            self.misused(best[2].entry, self.standing(best[2].entry), span)
            return None
        for vouched in self.vouched:
            if (statement.kind, statement.lexeme) in vouched.lexemes and line.stems & vouched.stems:
                self.facts.append(Fact(*span, reference_to(self.context.brief, vouched)))
                return None
        first = next(index for index, token in enumerate(line.tokens) if token.end > statement.start)
        last = next(
            (index for index, token in enumerate(line.tokens) if token.start >= statement.end),
            len(line.tokens),
        )
        if not (self.in_guide(first, last, line)):
            self.unproven(statement, line)
        return None

    def in_brief(self, one: Quantity, line: _Line, *, quiet: bool = False) -> bool:
        """Whether the brief vouches for a number, or it is from the reader's own world."""
        for vouched in self.vouched:
            if not any(one.same(other) for other in vouched.quantities):
                continue
            if line.stems & vouched.stems or not line.stems or vouched.key == "observation":
                if not quiet and vouched.key != "observation":
                    self.facts.append(Fact(one.start, one.end, reference_to(self.context.brief, vouched)))
                return True
        return False

    def in_guide(self, first: int, last: int, line: _Line) -> bool:
        """Whether the words around a statement stand like this in the guide's other texts.

        Their owner wrote them; only when the guide itself is checked are they not taken on trust.
        """
        if self.context.of_guide:
            return False
        low, high = max(0, first - 2), min(len(line.words), last + 2)
        window = " ".join(line.words[low:high])
        if high - low - (last - first) >= 2 and f" {window} " in self.evidence.trusted:
            return True
        sentence = " ".join(line.words)
        return (
            f" | {sentence} | " in self.evidence.trusted
            or f" | {sentence.rstrip(' .')} | " in self.evidence.trusted
        )

    def deadlines(self, line: _Line, supported: list[Entry]) -> None:
        """`claims.contradicted`: an offer with another last day than its deadline."""
        dates = [one for one in line.quantities if one.unit == "date"]
        offers = [entry for entry in supported if isinstance(entry, Offer) and entry.deadline]
        if not dates or not offers:
            return
        offer = offers[0]
        days = [day for day in (offer.deadline, offer.valid_from, offer.valid_to) if day]
        for one in dates:
            before = line.words[max(0, one.first - 3) : one.first]
            if (
                not _UNTIL.isdisjoint(before)
                and offer.deadline
                and all(one.value != 100 * day.month + day.day for day in days)
            ):
                self.tell(
                    "claims.contradicted", (one.start, one.end), Severity.ERROR,
                    f'This says “{self.document.text[one.start:one.end]}”, and the last day of offer "{offer.id}" is'
                    f" {dated(offer.deadline)}.",
                    reference=offer.reference(f'offer "{offer.id}"', key="deadline", quote=offer.text),
                    right=day_in_style(one, offer.deadline, self.document.text), safe=True,
                )  # fmt: skip

    # ── telling ─────────────────────────────────────────────────────────────────────────────────────

    def support(self, entry: Entry, start: int, end: int, key: str) -> Entry:
        """Notes a supported statement, and a claim that ends soon."""
        self.facts.append(
            Fact(start, end, self.refer(entry, "proof" if isinstance(entry, Claim) else key, proof=True))
        )
        if isinstance(entry, Claim) and entry.valid_to:
            left = (entry.valid_to - self.context.today).days
            if 0 <= left <= EXPIRES_SOON_DAYS:
                self.tell(
                    "claims.expiring", (start, end), Severity.SUGGESTION,
                    f'Claim "{entry.id}" may be used until {dated(entry.valid_to)}, {left} days from now. Renew its proof'
                    f" ({entry.proof.owner}), or plan for copy without it.",
                    reference=self.refer(entry, "valid_to"),
                )  # fmt: skip
        return entry

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
        advice = why_not(entry, standing, region=self.context.region, channel=self.context.channel)
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
                self.document, *span, check=f"{family}.{name}", severity=severity_of(standing, own=self.context.own),
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

    def unproven(self, statement: Statement, line: _Line) -> None:
        """`claims.unproven`, or `claims.cited` where a source is linked in the same sentence."""
        span = (statement.start, statement.end)
        link = next((one for one in self.sources if one.start < line.end and line.start <= one.start), None)
        if link is not None:
            self.tell(
                "claims.cited", span, Severity.SUGGESTION,
                "A source is linked here. See that it says this, and that it is not out of date.",
                reference=Reference(label="linked source", url=link.url),
            )  # fmt: skip
            return
        severity = Severity.ERROR if self.context.own else Severity.WARNING
        advice = PROOF[statement.kind]
        if not self.context.own:
            advice = advice.replace(
                "Add a claim with its source", "Add proof: link the source here or add a claim"
            )
        claims = self.context.guide.folder / "messages.yaml"
        reference = Reference(label="the guide's claims", path=claims.as_posix())
        self.tell("claims.unproven", span, severity, advice, reference=reference)

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
        """Adds a finding; `right` is a span and what belongs there, which then becomes the finding's place."""
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


_UNTIL = frozenset("by until till before through ends end offer to including of on".split())
_PRICE_WORDS = frozenset(
    "cost costs price priced prices pay pays from only just for at start starts per a month year week box pot is".split()
)
_SAID = {
    "trial_days": "a trial of {} days",
    "guarantee_days": "a guarantee of {} days",
    "discount_percent": "{} % off",
    "prices": "a price of {}",
}


def _told(figure: Figure) -> str:
    if figure.price:
        return f"{plain_number(figure.value)} {figure.price.currency} per {figure.price.per}"
    return plain_number(figure.value / figure_scale(figure))


def figure_scale(figure: Figure) -> float:
    """What one day or one percent is worth in the figure's unit."""
    return 86400 if figure.unit == "time" else 1


def _agree(ones: Iterable[Quantity], others: Iterable[Quantity]) -> bool:
    """Whether two texts have a quantity in common, or neither has any."""
    ones, others = list(ones), list(others)
    return any(one.same(other) for one in ones for other in others) if ones else True


def _same_lexeme(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _covered(line: _Line, said: Said) -> tuple[int, int]:
    """From the first to the last word that a sentence shares with an approved text."""
    shared = [token for token in line.tokens if content([token.text]) & said.stems]
    spans = [(token.start, token.end) for token in shared]
    spans += [
        (one.start, one.end) for one in line.quantities if any(one.same(other) for other in said.quantities)
    ]
    return min(start for start, _ in spans), max(end for _, end in spans)
