"""Judges the statements of a document one by one, by what the guide and the brief can prove."""

from __future__ import annotations

from collections.abc import Set

from copykit.checks.beyond import EVERYONE, is_ours, more_than_approved
from copykit.checks.context import Context
from copykit.checks.dating import deadlines, other_year
from copykit.checks.endorsing import endorsements, may_endorse
from copykit.checks.evidence import (
    Entry,
    Evidence,
    Said,
    content,
    evidence_of,
    meaning,
    own_stems,
    reference_to,
)
from copykit.checks.judging_numbers import STATES, NumberJudge
from copykit.checks.lines import Line, agree, codes, covered, same_lexeme
from copykit.checks.offering import Offering
from copykit.checks.quantities import HINTS, Quantity, read_quantities, tokens_of
from copykit.checks.quoting import is_quoted_of_others
from copykit.checks.statements import Statement, may_state, read_statements
from copykit.checks.telling import Fact, Tale
from copykit.checks.vouching import Witness
from copykit.checks.whose import is_asked
from copykit.checks.widening import widened
from copykit.guide.types import Claim, Offer, Standing
from copykit.text import BlockKind, Document

__all__ = ["EVERY", "Judge"]

# Of an approved text's content words: the sentence is about it (ours, see claims.py).
CONTRADICTS = 0.6
_SELLING = frozenset({"ad", "call", "cta", "email", "page", "social"})
# What speaks of the brand without naming it: such texts, such blocks, and a short line without a stop.
_TERSE = frozenset({"ad", "cta"})
_LABELS = frozenset({BlockKind.HEADING, BlockKind.TITLE})
LONGEST_LABEL = 10  # words and marks (ours)


class Judge:
    """Judges a document sentence by sentence."""

    def __init__(self, document: Document, context: Context) -> None:
        self.document = document
        self.context = context
        self.selling = context.own or context.channel in _SELLING
        self.evidence: Evidence = evidence_of(context.guide)
        self.own_stems = own_stems(context.guide)
        self.tale = Tale(document, context, self.evidence)
        self.brief = Witness(self.tale)
        self.offering = Offering(self.tale, self.brief)
        self.numbers = NumberJudge(self.tale, self.brief, self.offering)

    # ── one sentence ────────────────────────────────────────────────────────────────────────────────

    def sentence(self, start: int, end: int, kind: BlockKind, seen: Set[str]) -> None:
        """Judges a sentence; `seen` holds its words, as `parts_of` gives them."""
        document = self.document
        text = document.text
        counts = not seen.isdisjoint(HINTS) or any(map(str.isdecimal, seen))
        bare = kind in _LABELS or self.context.channel in _TERSE
        named = self.evidence.names.may_be_among(seen)
        ours = self.selling or bare or text[end - 1] not in ".!?"
        needed = (
            counts
            or may_state(text, start, end, seen, named=named, ours=ours, selling=self.selling)
            or may_endorse(text, start, end, seen, named=named, ours=ours)
        )
        if (
            not needed
            and not self.brief.vouched
            and EVERYONE.isdisjoint(seen)
            and not document.folded.startswith(_ALL, start)
            and not self.alike(self.evidence.words.stems(seen))
        ):
            return
        tokens = tokens_of(document.text, start, end)
        if not tokens:
            return
        words = [token.text for token in tokens]
        quantities = read_quantities(document.text, tokens, currency=self.evidence.currency) if counts else []
        stems = meaning(tokens, quantities, self.own_stems)
        alike = self.alike(stems)
        line = Line(start, end, tokens, words, quantities, stems, alike)
        told = self.stated(line) if alike else None
        everyone = words[0] in EVERY or not EVERYONE.isdisjoint(words[:3])
        if told is None and (alike or everyone) and not self.is_written(line):
            told = more_than_approved(line, self.tale, self.elsewhere)
        if self.brief.vouched:
            self.brief.whole(line)
        if not needed:
            return
        fragment = bare or (len(words) <= LONGEST_LABEL and words[-1] not in (".", "!", "?"))
        statements = read_statements(
            document.text,
            tokens,
            quantities,
            self.evidence.names,
            runs=seen,
            fragment=fragment,
            selling=self.selling,
        )
        for one in endorsements(line, self.tale, seen, ours=fragment or self.selling):
            if not any(
                other.promises and other.start < one.end and one.start < other.end for other in statements
            ):
                statements.append(one)
        supported: list[Entry] = []
        self.numbers.wider.clear()
        for statement in statements:
            if document.is_shielded(statement.start, statement.end) or self.in_slot(statement):
                continue
            if document.quoted and is_quoted_of_others(
                document, statement.start, statement.end, self.context.guide.audiences
            ):
                continue
            if told and told[0] < statement.end and statement.start < told[1]:
                continue
            # "The first 30 days cost nothing" is an offer, once.
            offered = statement.kind == "promise" and any(isinstance(one, Offer) for one in supported)
            if offered and not _COSTLESS.isdisjoint(
                document.text[statement.start : statement.end].lower().split()
            ):
                continue
            if statement.kind in ("comparison", "guarantee", "promise") and any(
                low < statement.end and statement.start < high for low, high in self.numbers.wider
            ):
                continue
            entry = (
                self.numbers.number(statement, statement.quantity, line)
                if statement.quantity
                else self.other(statement, line)
            )
            if entry is not None:
                supported.append(entry)
        deadlines(line, supported, self.tale)

    def alike(self, stems: frozenset[str]) -> list[tuple[Said, float, int]]:
        """The approved texts that a sentence may be about: with their share and number of its stems."""
        if len(stems) > 2:
            return self.evidence.alike(stems, share=CONTRADICTS, count=2)
        return [
            one
            for one in self.evidence.alike(stems, share=CONTRADICTS)
            # "Insured for up to £500" is about one word; a sentence of hardly more may say it.
            if one[2] >= 2 or (one[1] == 1 and one[0].quantities and self.is_whole(one[0], stems))
        ]

    def is_whole(self, said: Said, stems: frozenset[str]) -> bool:
        """Whether one word tells what a text is about: a word that is its own, or all that it counts.

        Not where the sentence has a word that its claim never has: "up 99.9% of the time" says nothing
        of how much time one saves.
        """
        if not stems <= self.evidence.subject[id(said.entry)]:
            return False
        return said.stems <= self.evidence.telling or all(
            one.unit == "count" and {one.noun} == said.stems for one in said.quantities
        )

    def in_slot(self, statement: Statement) -> bool:
        return any(low < statement.end and statement.start < high for low, high in self.document.slots)

    def stated(self, line: Line) -> tuple[int, int] | None:
        """Tells a sentence that says a claim or offer which may not be used; gives back the span told.

        An approved text without numbers is supported here, too.
        """
        best: tuple[int, float, Said] | None = None
        for said, share, count in line.alike:
            if (
                share < STATES
                or count < 2
                or (said.quantities and not agree(said.quantities, line.quantities))
            ):
                continue
            if not said.quantities and count < 3 and said.statements == ():
                continue
            if not codes(said).issubset(line.words):
                continue
            usable = self.tale.standing(said.entry) is Standing.USABLE
            rank = (count + len(said.quantities), share + (0.01 if usable else 0), said)
            if best is None or rank[:2] > best[:2]:
                best = rank
        if best is None:
            return None
        said = best[2]
        standing = self.tale.standing(said.entry)
        if is_asked(line.words) and not is_ours(line, self.evidence):
            return None
        start, end = covered(line, said)
        if self.document.is_shielded(start, end):
            return None
        if standing is Standing.USABLE:
            if other_year(line, said, self.tale):
                return start, end
            if not said.quantities and self.evidence.core[id(said.entry)] <= line.stems:
                self.tale.support(said.entry, start, end, said.key)
            return None
        if self.elsewhere(said) or (said.quantities and self.numbers.nearer(said, line)):
            return None
        whole = len(line.stems) <= len(said.stems) + 3
        span = (line.tokens[0].start, line.end) if whole else (start, end)
        self.tale.misused(said.entry, standing, span, fixes=self.tale.better(said, span) if whole else ())
        return span

    def elsewhere(self, said: Said) -> bool:
        """Whether a usable claim or offer has the very same words or figures, so that nothing is wrong."""
        return any(
            other.entry is not said.entry
            and other.stems == said.stems
            and agree(other.quantities, said.quantities)
            and self.tale.standing(other.entry) is Standing.USABLE
            for other in self.evidence.said
        )

    # ── one statement ───────────────────────────────────────────────────────────────────────────────

    def other(self, statement: Statement, line: Line) -> Entry | None:
        """Judges a superlative, comparison, guarantee, certificate, green or health claim."""
        span = (statement.start, statement.end)
        first = next(index for index, token in enumerate(line.tokens) if token.end > statement.start)
        last = next(
            (index for index, token in enumerate(line.tokens) if token.start >= statement.end),
            len(line.tokens),
        )
        # "Best" alone makes no two sentences the same; a certificate's name does.
        subject = line.stems - content(line.words[first:last])
        named = statement.kind in ("certificate", "health")
        own = line.words[first:last]
        # "One thing we can prove: we post on the same day" tells what stands behind the colon.
        told = content(own[own.index(":") + 1 :] if ":" in own[:-1] else own)
        spoken = frozenset(line.words[first:last])
        best: tuple[bool, int, Said] | None = None
        for (kind, lexeme), texts in self.evidence.by_lexeme.items():
            if kind != statement.kind or not same_lexeme(lexeme, statement.lexeme):
                continue
            for said in texts:
                shared = len(subject & self.evidence.subject[id(said.entry)])
                # "We are the fastest in the country": of us, and of no thing that we sell.
                bare = statement.kind == "superlative" and line.words[last : last + 1] in _ENDS
                if not shared and subject and not named and not bare:
                    continue
                rank = (self.tale.standing(said.entry) is Standing.USABLE, shared, said)
                if best is None or rank[:2] > best[:2]:
                    best = rank
        for said, share, _ in line.alike:
            if (
                share >= STATES
                and self.tale.standing(said.entry) is Standing.USABLE
                and codes(said).issubset(line.words)
                and not (named and best)
                and agree(said.quantities, line.quantities)
                # A boast or a vow that stands beside an approved claim is no part of it.
                and told <= said.stems
                and (statement.kind != "guarantee" or spoken.issubset(said.words))
            ):
                best = (True, 99, said)
        if statement.lexeme == "money back" and not (best and best[0]):
            for figure in self.offering.figures.all:
                if figure.key == "guarantee_days" and self.offering.stands(figure) is Standing.USABLE:
                    approved = self.evidence.texts[id(figure.offer)]
                    wide = widened(self.document.text, line.start, line.end, approved)
                    if wide is not None and not line.quantities:
                        said = next(one for one in self.evidence.said if one.entry is figure.offer)
                        self.tale.reworded(said, (min(span[0], wide[0]), max(span[1], wide[1])), "")
                        return None
                    return self.tale.support(figure.offer, *span, figure.key)
        if statement.lexeme == "free for ever":
            for figure in self.offering.figures.all:
                if figure.key == "trial_days" and self.offering.stands(figure) is Standing.USABLE:
                    said = next(one for one in self.evidence.said if one.entry is figure.offer)
                    self.tale.reworded(said, span, "")
                    return None
        if best and best[0]:
            exclusive = statement.kind == "superlative" and statement.lexeme != "award"
            core = self.evidence.core[id(best[2].entry)]
            if other_year(line, best[2], self.tale):
                return None
            # "The fastest in York" was the fastest of six.
            among = self.among(best[2].entry) if exclusive else []
            if among and not any(one.same(other) for one in among for other in line.quantities):
                self.tale.reworded(best[2], span, "")
                return None
            if (
                exclusive
                and isinstance(best[2].entry, Claim)
                and not core - content(line.words[first:last]) <= line.stems
            ):
                self.tale.reworded(best[2], span, "")
                return None
            return self.tale.support(best[2].entry, *span, best[2].key)
        if best and (best[1] or named):
            self.tale.misused(best[2].entry, self.tale.standing(best[2].entry), span)
            return None
        for vouched in self.brief.vouched:
            if (statement.kind, statement.lexeme) in vouched.lexemes and line.stems & vouched.stems:
                self.tale.facts.append(Fact(*span, reference_to(self.context.brief, vouched)))
                return None
        if not self.tale.in_guide(first, last, line.words):
            self.tale.unproven(statement, line.start, line.end)
        return None

    def among(self, entry: Entry) -> list[Quantity]:
        """Of how many a claim says that we are first or best, where each of its texts says so."""
        said = [one for one in self.evidence.said if one.entry is entry]
        counts = [[other for other in one.quantities if other.unit == "count"] for one in said]
        return [one for ones in counts for one in ones] if all(counts) else []

    def is_written(self, line: Line) -> bool:
        """Whether the whole sentence stands in the guide or in the brief's source: somebody meant it so."""
        if self.tale.in_guide(0, len(line.words), line.words):
            return True
        said = self.document.text[line.start : line.end].strip()
        return bool(said) and said in self.context.brief.source


EVERY = frozenset(("all", "every"))
_ALL = tuple(f"{word} " for word in sorted(EVERY))
_COSTLESS = frozenset({"free", "nothing"})
_ENDS: tuple[list[str], ...] = (["in"], ["of"], ["."], [","], [":"], ["!"], ["on"], [])
