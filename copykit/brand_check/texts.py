"""The texts that a guide lends to copy, each checked as a document of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from copykit.brand_check.files import BrandFile, Way
from copykit.brief import Brief
from copykit.checks import Context, check
from copykit.findings import Area, Finding, Location, Report, Severity
from copykit.guide import Guide
from copykit.guide.types import Channel, Part, Standing
from copykit.text import Document, Syntax, parse, parse_fields, parse_with_fields

__all__ = ["check_texts"]

SHORT = 30  # a search ad's headline, prompts/ads/google-rsa.md
BESIDE_BUTTON = 45
_STOPS = (".", "!", "?", "…", "”", '"')
_NOT_FOR_PARTS = frozenset({"keywords"})  # what a piece lacks as a whole is no fault of a part
_OWN_MEASURE = frozenset({"claims", "offers"})  # claims and offers are what these checks measure by


@dataclass(frozen=True, kw_only=True)
class _Lent:
    """A text that copy borrows.

    Attributes:
        form: "sentence" ends with a stop, "phrase" without one; "" may do either.
        most: the longest that it may be, in characters; 0 for no limit.
        measure: whether it is itself a claim or an offer.
    """

    file: str
    way: Way
    text: str
    channel: Channel | None = None
    form: str = "sentence"
    most: int = 0
    measure: bool = False
    audience: str = ""


def check_texts(
    guide: Guide, files: Mapping[str, BrandFile], today: date
) -> Iterator[tuple[BrandFile, Report]]:
    """Each text of the guide with what the checks say about it, located in its file."""
    for lent in _texts(guide, today):
        file = files[lent.file]
        span = file.spans.get(lent.way)
        if span:
            yield file, _check(lent, file, span, guide, today)
    for sample in guide.samples:
        file = files[sample.place.path]
        context = Context(
            guide=guide,
            today=today,
            own=True,
            of_guide=True,
            channel=sample.channel,
            brief=Brief(audience=sample.audience or "", situation=sample.situation or ""),
        )
        document = parse(file.source, name=file.name, syntax=Syntax.MARKDOWN)
        report = check(document, context)
        yield file, replace(report, findings=tuple(_fit(report.findings)))


def _check(lent: _Lent, file: BrandFile, span: tuple[int, int], guide: Guide, today: date) -> Report:
    path = _path(lent.way)
    start, end = span
    as_written = " ".join(file.source[start:end].split()) == " ".join(lent.text.split())
    document: Document
    if as_written:
        document = parse_with_fields(
            file.source, name=file.name, syntax=Syntax.PLAIN, spans=[(path, start, end, Syntax.PLAIN)]
        )
    else:  # escapes in quotes: the finding shows the whole text
        document = parse_fields([(path, lent.text, Syntax.PLAIN)], name=file.name)
    context = Context(
        guide=guide,
        today=today,
        own=True,
        of_guide=True,
        channel=lent.channel,
        brief=Brief(audience=lent.audience),
    )
    report = check(document, context)
    whole = Location(document=file.name, field=path, start=start, end=end)
    findings = list(_fit(report.findings))
    if lent.measure:
        findings = [one for one in findings if one.check.partition(".")[0] not in _OWN_MEASURE]
    if not as_written:
        quote = file.source[start:end]
        findings = [replace(one, location=whole, quote=quote, fixes=(), related=()) for one in findings]
    findings += [replace(one, location=whole, quote=file.source[start:end]) for one in _shape(lent)]
    # The file's own document has no fields: offsets in the file are enough.
    return replace(report, findings=tuple(replace(one, location=_bare(one.location)) for one in findings))


def _bare(location: Location) -> Location:
    return replace(location, field=None)


def _fit(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What can be a fault of a part: not what is absent, and no keywords."""
    for finding in findings:
        absent = finding.location.start == finding.location.end
        if not absent and finding.check.partition(".")[0] not in _NOT_FOR_PARTS:
            yield replace(finding, related=tuple(_bare(place) for place in finding.related))


def _shape(lent: _Lent) -> Iterator[Finding]:
    nowhere = Location(document="", start=0, end=0)
    length = len(lent.text)
    if lent.most and length > lent.most:
        advice = (
            f"This has {length} characters and may have {lent.most}: shorten it, or ads will leave it out."
        )
        yield Finding(
            check="brand.too-long", severity=Severity.WARNING, area=Area.FORMAT, advice=advice,
            location=nowhere, quote="",
        )  # fmt: skip
    stopped = lent.text.endswith(_STOPS)
    if lent.form == "sentence" and not stopped:
        advice = "This is a sentence in copy: end it with a full stop."
    elif lent.form == "phrase" and lent.text.endswith(".") and not re.search(r"[.!?] ", lent.text):
        advice = "This stands inside a sentence or as a headline: take the full stop away."
    else:
        return
    yield Finding(
        check="brand.shape", severity=Severity.WARNING, area=Area.FORMAT, advice=advice,
        location=nowhere, quote="",
    )  # fmt: skip


def _path(way: Way) -> str:
    said = ""
    for step in way:
        said += f"[{step}]" if isinstance(step, int) else f".{step}" if said else step
    return said


def _lent(
    part: Part,
    *way: str | int,
    text: str,
    form: str = "sentence",
    most: int = 0,
    measure: bool = False,
    audience: str = "",
) -> _Lent:
    """A text by its way from a part, in the file that it was written in."""
    place = part.place.at(str(way[0]))
    return _Lent(
        file=place.path, way=(*place.way, *way), text=text, form=form, most=most, measure=measure,
        audience=audience,
    )  # fmt: skip


def _texts(guide: Guide, today: date) -> Iterator[_Lent]:
    yield from _of_brand(guide)
    yield from _of_products(guide, today)
    yield from _of_messages(guide, today)
    for audience in guide.audiences:
        for pain in audience.pains:
            for key in ("you", "cost", "after"):
                yield _lent(pain, key, text=getattr(pain, key), audience=audience.id)
            yield _lent(pain, "noun", text=pain.noun, form="phrase")
        for objection in audience.objections:
            yield _lent(objection, "answer", text=objection.answer, audience=audience.id)
            yield _lent(objection, "short", text=objection.short, form="phrase", most=BESIDE_BUTTON)


def _of_brand(guide: Guide) -> Iterator[_Lent]:
    brand = guide.brand
    yield _lent(brand, "tagline", text=brand.tagline, form="")
    yield _lent(brand, "summary", text=brand.summary)
    for key in ("short", "medium", "long"):
        yield _lent(brand.boilerplate, key, text=getattr(brand.boilerplate, key))
    for trait in brand.voice:
        yield _lent(trait, "example", text=trait.example, form="")


def _of_products(guide: Guide, today: date) -> Iterator[_Lent]:
    for product in guide.products:
        yield _lent(product, "text", text=product.text)
        for feature in product.features:
            yield _lent(feature, "text", text=feature.text)
            yield _lent(feature, "benefit", text=feature.benefit)
            yield _lent(feature, "action", text=feature.action, form="phrase")
            yield _lent(feature, "headline", text=feature.headline, form="phrase", most=SHORT)
    for offer in guide.offers:
        if offer.standing(today) is Standing.EXPIRED:
            continue
        yield _lent(offer, "text", text=offer.text, measure=True)
        for number, wording in enumerate(offer.wordings):
            yield _lent(offer, "wordings", number, text=wording, measure=True)
        yield _lent(offer, "short", text=offer.short, form="phrase", most=SHORT, measure=True)
    for step in guide.steps:
        yield _lent(step, "title", text=step.title, form="phrase")
        yield _lent(step, "text", text=step.text)


def _of_messages(guide: Guide, today: date) -> Iterator[_Lent]:
    for message in guide.messages:
        yield _lent(message, "text", text=message.text)
        yield _lent(message, "short", text=message.short, form="phrase", most=SHORT)
        yield _lent(message, "explanation", text=message.explanation)
        for number, wording in enumerate(message.wordings):
            yield _lent(message, "wordings", number, text=wording)
    for claim in guide.claims:
        if claim.standing(today) in (Standing.EXPIRED, Standing.WITHDRAWN):
            continue
        yield _lent(claim, "text", text=claim.text, measure=True)
        for number, wording in enumerate(claim.wordings):
            yield _lent(claim, "wordings", number, text=wording, measure=True)
        if claim.short:
            yield _lent(claim, "short", text=claim.short, form="phrase", most=SHORT, measure=True)
    for story in guide.stories:
        if story.nameable(today):
            for key in ("before", "change", "result"):
                yield _lent(story, key, text=getattr(story, key))
    for ask in guide.asks:
        yield _lent(ask, "text", text=ask.text, form="phrase")
        for number, wording in enumerate(ask.wordings):
            yield _lent(ask, "wordings", number, text=wording, form="phrase")
        yield _lent(ask, "question", text=ask.question)
        yield _lent(ask, "line", text=ask.line)
    for wordplay in guide.wordplay:
        yield _lent(wordplay, "text", text=wordplay.text, form="")
