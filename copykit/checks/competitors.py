"""Sees that competitors are named only as the guide's policy has it."""

from __future__ import annotations

from collections.abc import Iterator

from copykit.checks.claims import verdicts
from copykit.checks.context import Context
from copykit.checks.finding import found
from copykit.checks.remember import remembered
from copykit.findings import Finding, Severity
from copykit.guide import Guide
from copykit.guide.competitors import allowing, names
from copykit.guide.types import Claim, Competitor
from copykit.text import Document
from copykit.text.phrasebook import Phrase, Phrasebook

__all__ = ["check_competitors"]


@remembered
def _rivals(guide: Guide) -> Phrasebook:
    return Phrasebook(
        [
            Phrase(number, name, inflect=False, case=True)
            for number, rival in enumerate(guide.competitors)
            if rival.policy != "fine"
            for name in names(rival)
        ]
    )


def check_competitors(document: Document, context: Context) -> Iterator[Finding]:
    """`messages.competitor`: a rival named against the guide's policy.

    With the policy "claim" its name is fine in a sentence that states an approved claim which names it, and
    a claim told wrong there is told by the checks of claims.
    """
    guide = context.guide
    if not any(rival.policy != "fine" for rival in guide.competitors):
        return
    readers = {context.brief.recipient.company.casefold()}
    for hit in _rivals(guide).find(document):
        rival = guide.competitors[int(str(hit.key))]
        if readers & {name.casefold() for name in names(rival)}:
            continue
        claims = allowing(guide, rival) if rival.policy == "claim" else ()
        if claims and _is_claimed(document, context, hit.start, claims):
            continue
        yield found(
            document, hit.start, hit.end, check="messages.competitor",
            severity=Severity.ERROR if context.own else Severity.WARNING,
            advice=_advice(rival, document.text[hit.start : hit.end], claims),
            reference=rival.reference(
                f'competitor "{rival.id}"', key="policy" if rival.place.of("policy") else "name",
                quote=f"{rival.name}: {rival.policy}",
            ),
        )  # fmt: skip


def _is_claimed(document: Document, context: Context, at: int, claims: tuple[Claim, ...]) -> bool:
    """Whether the sentence around a place states one of some claims, rightly or, which is told, wrongly."""
    sentence = document.sentence_at(at)
    judged = verdicts(document, context)
    labels = {f'claim "{claim.id}"' for claim in claims}
    if any(
        sentence.start <= fact.start < sentence.end and fact.reference.label in labels
        for fact in judged.facts
    ):
        return True
    place = document.locate(sentence.start, sentence.end)
    return any(
        place.start <= one.location.start < place.end
        and one.reference is not None
        and one.reference.label in labels
        for one in judged.findings
    )


def _advice(rival: Competitor, said: str, claims: tuple[Claim, ...]) -> str:
    if rival.policy == "never":
        return f"Our copy does not name “{said}”. Say what you do yourself."
    if not claims:
        return (
            f"“{said}” may be named only by an approved claim, and no claim names it."
            " Say what you do yourself."
        )
    told = "” or “".join(claim.text for claim in claims)
    return f"“{said}” may be named only in the words of an approved claim: “{told}”"
