"""Loose ends in a guide: expired things in use, pains that nothing solves, briefs that can't be met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from copykit.brand_check.files import BrandFile
from copykit.brief import check_brief, load_brief
from copykit.errors import BriefError
from copykit.findings import Area, Finding, Location, Reference, Severity
from copykit.formats import Format
from copykit.guide import Guide
from copykit.guide.types import Claim, Cluster, Part, Standing
from copykit.wording import did_you_mean, listed

__all__ = ["find_loose_ends"]

SOON = timedelta(days=30)

Found = Iterator[tuple[BrandFile, Finding]]
Files = Mapping[str, BrandFile]


def find_loose_ends(guide: Guide, files: Files, *, formats: Mapping[str, Format], today: date) -> Found:
    """Every loose end, with the file that it is in."""
    yield from _claims_in_use(guide, files, today)
    yield from _ended(guide, files, today)
    yield from _gaps(guide, files)
    yield from _asks(guide, files)
    yield from _terms(guide, files)
    yield from _same_shorts(guide, files)
    yield from _same_phrases(guide, files)
    yield from _examples(guide, files, formats)


def _at(
    files: Files,
    part: Part,
    key: str,
    *,
    check: str,
    advice: str,
    severity: Severity = Severity.WARNING,
    reference: Reference | None = None,
    also: Sequence[Location] = (),
) -> tuple[BrandFile, Finding]:
    """A finding at the line of a setting."""
    file = files[part.place.at(key).path]
    location = file.line(part.place.of(key))
    finding = Finding(
        check=check,
        severity=severity,
        area=Area.FORMAT,
        advice=advice,
        location=location,
        quote=file.source[location.start : location.end],
        reference=reference,
        related=tuple(also),
    )
    return file, finding


def _claims_in_use(guide: Guide, files: Files, today: date) -> Found:
    claims = {claim.id: claim for claim in guide.claims}
    linking: list[tuple[str, Part, list[str]]] = []
    linking += [(f'feature "{one.id}"', one, one.claims) for _, one in guide.features()]
    linking += [(f'message "{one.id}"', one, one.claims) for one in guide.messages]
    linking += [(f'story "{one.id}"', one, one.claims) for one in guide.stories]
    linking += [("objection", one, one.claims) for audience in guide.audiences for one in audience.objections]
    resting: dict[str, list[str]] = {}
    for name, part, ids in linking:
        for claim in (claims[id] for id in ids):
            resting.setdefault(claim.id, []).append(name)
            if said := _worn_out(claim, today):
                yield _at(
                    files, part, "claims", check="brand.claim-in-use",
                    advice=f'The {name} rests on the claim "{claim.id}", which {said}.',
                    reference=claim.reference(f"claim {claim.id}", key="valid_to", quote=claim.text),
                )  # fmt: skip
    for claim in guide.claims:
        soon = claim.valid_to and timedelta(0) <= claim.valid_to - today <= SOON
        if soon and claim.id in resting and claim.status == "approved":
            users = listed(list(dict.fromkeys(resting[claim.id])))
            advice = f"This claim expires on {claim.valid_to}: renew its proof. On it rest the {users}."
            yield _at(files, claim, "valid_to", check="brand.claim-expires", advice=advice)


def _worn_out(claim: Claim, today: date) -> str:
    standing = claim.standing(today)
    if standing is Standing.WITHDRAWN:
        why = f": {claim.reason.rstrip('.')}" if claim.reason else ""
        return f"was withdrawn{why}"
    if standing is Standing.EXPIRED:
        return f"expired on {claim.valid_to}: renew its proof, or take the link out"
    return ""


def _ended(guide: Guide, files: Files, today: date) -> Found:
    for story in guide.stories:
        until = story.permission.until
        if story.permission.granted and until and today > until:
            advice = (
                f"The permission to name {story.customer} ended on {until}: ask again, or let the story go."
            )
            yield _at(files, story, "permission", check="brand.permission-ended", advice=advice)
    for offer in guide.offers:
        if offer.deadline and today > offer.deadline and offer.standing(today) is not Standing.EXPIRED:
            advice = f"The deadline {offer.deadline} has passed, but the offer has no valid_to that ends it."
            yield _at(files, offer, "deadline", check="brand.deadline-passed", advice=advice)


def _gaps(guide: Guide, files: Files) -> Found:
    for audience in guide.audiences:
        for pain in audience.pains:
            if not pain.features:
                advice = f'Nothing solves the pain "{pain.id}": name the features that do, the best first.'
                yield _at(files, pain, "id", check="brand.pain-unsolved", advice=advice)
        if not audience.objections:
            advice = (
                f'The audience "{audience.id}" has no objections: write down what they doubt, and the answer.'
            )
            yield _at(files, audience, "id", check="brand.no-objections", advice=advice)
        if not audience.goals:
            advice = (
                f'The audience "{audience.id}" has no goals: write what they want, to fit "You want to …".'
            )
            yield _at(files, audience, "id", check="brand.no-goals", advice=advice)
        if not any(not ask.audiences or audience.id in ask.audiences for ask in guide.asks):
            advice = f'No ask is open to the audience "{audience.id}": add one, or widen one\'s audiences.'
            yield _at(files, audience, "id", check="brand.no-ask", advice=advice)


def _asks(guide: Guide, files: Files) -> Found:
    seen: dict[str, tuple[str, Part]] = {}
    for ask in guide.asks:
        for label in dict.fromkeys([ask.text, *ask.wordings]):
            url, first = seen.setdefault(label.casefold(), (ask.url, ask))
            if url != ask.url:
                advice = f"“{label}” leads to {ask.url} here and to {url} elsewhere: one label, one place."
                place = files[first.place.path].line(first.place.of("url"))
                yield _at(files, ask, "url", check="brand.ask-two-urls", advice=advice, also=[place])


def _terms(guide: Guide, files: Files) -> Found:
    for term in guide.terms:
        for word in term.avoid:
            for other in guide.terms:
                same = other.use == word if term.case else (other.use or "").casefold() == word.casefold()
                if other.use and same and other is not term:
                    advice = f"“{word}” is to be avoided here, and is the word to use elsewhere: decide."
                    place = files[other.place.path].line(other.place.of("use"))
                    yield _at(
                        files, term, "avoid", check="brand.term-contradicts", severity=Severity.ERROR,
                        advice=advice, also=[place],
                    )  # fmt: skip


def _same_shorts(guide: Guide, files: Files) -> Found:
    texts: list[tuple[str, Part, str]] = []
    texts += [(one.headline, one, "headline") for _, one in guide.features()]
    texts += [(one.short, one, "short") for one in guide.messages]
    texts += [(one.short, one, "short") for one in guide.claims if one.short]
    texts += [(one.short, one, "short") for one in guide.offers]
    seen: dict[str, tuple[Part, str]] = {}
    for text, part, key in texts:
        first, first_key = seen.setdefault(text.casefold(), (part, key))
        if first is not part:
            place = files[first.place.path].line(first.place.of(first_key))
            advice = f"“{text}” stands twice in the guide: an ad can use it once, so say it another way."
            yield _at(files, part, key, check="brand.short-repeated", advice=advice, also=[place])


def _same_phrases(guide: Guide, files: Files) -> Found:
    """A search phrase of two clusters: the pages for them would compete."""
    held: dict[str, Cluster] = {}
    for cluster in guide.clusters:
        said = [("main", cluster.main)]
        said += [("variants", phrase) for phrase in cluster.variants]
        said += [("synonyms", phrase) for phrase in cluster.synonyms]
        for key, phrase in said:
            other = held.setdefault(" ".join(phrase.casefold().split()), cluster)
            if other.id == cluster.id:
                continue
            yield _at(
                files, cluster, key, check="brand.phrase-twice",
                advice=f'“{phrase}” stands in the cluster "{other.id}", too: two pages would be written for '
                "one search. Keep it in one of them.",
                reference=other.reference(f"keyword cluster {other.id}", key="main", quote=other.main),
            )  # fmt: skip


def _examples(guide: Guide, files: Files, formats: Mapping[str, Format]) -> Found:
    for path in sorted((guide.folder / "examples").glob("*.yaml")):
        file = files[path.as_posix()]
        try:
            brief = load_brief(path)
            check_brief(brief, guide)
        except BriefError as error:
            for problem in error.problems:
                location = file.line(problem.line)
                yield file, _example(file, location, f"This example brief can't be met: {problem.message}.")
            continue
        name = brief.format or path.stem
        if name not in formats:
            near = did_you_mean(name, sorted(formats)) or f"; there are {listed(sorted(formats))}"
            location = file.line(brief.place.of("format"))
            yield file, _example(file, location, f'There is no format "{name}"{near}')


def _example(file: BrandFile, location: Location, advice: str) -> Finding:
    return Finding(
        check="brand.example-brief",
        severity=Severity.ERROR,
        area=Area.FORMAT,
        advice=advice,
        location=location,
        quote=file.source[location.start : location.end],
    )
