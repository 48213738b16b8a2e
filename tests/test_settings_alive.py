"""Nothing in a guide or a brief is decoration: a changed setting changes a prompt, a draft or a report.

The test walks the types of the guide and the brief. For every setting it looks for a place where one of the
sample brands (filled up below with what they leave out) or a full brief has it, changes it to other values
that its type allows, and must see that a prompt, a draft without a model, or a report differs.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from copykit.brief import Brief, load_brief, with_settings
from copykit.checks import Context, check
from copykit.draft import Values, get_leaf, set_leaf
from copykit.errors import CopykitError
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.guide.control import Acceptance, Checks, Levels
from copykit.guide.types import Email, OldName, Price, Wordplay
from copykit.house import brands_dir, prompts_dir
from copykit.readiness import document_of
from copykit.text import Document, Syntax, parse
from copykit.writers import Chunk, Task
from copykit.writers.models.prompt import build_prompt
from copykit.writers.offline import OfflineWriter

BRIEFS = Path(__file__).parents[1] / "benchmarks" / "briefs"
CLOCK = date(2026, 10, 20)
BRANDS = ("dewclaw", "oatwhistle")

# Settings that are at work elsewhere, each with the test that sees it.
READ_ELSEWHERE = {
    "Brand.extends": "names the guide that this one is merged with: tests/guide/test_inherit.py",
    "Brand.remove": "leaves parts out while guides are merged: tests/guide/test_inherit.py",
    "Brand.made_up": "is told by copykit brand check and in the app: tests/cli/test_cli.py",
    "Pain.id": "tells entries apart while guides are merged and loaded: tests/guide/test_inherit.py",
    "Objection.id": "the same",
    "Sample.id": "the same; it is the file's name",
    "Acceptance.date": "is for the people who look through the file; until when it holds is `until`",
    "Brief.format": "chooses the format that is written or checked: tests/cli/test_cli.py",
}

Way: TypeAlias = tuple[str | int, ...]
Seen: TypeAlias = Callable[[Guide, Brief | None], str]


# ── the types ───────────────────────────────────────────────────────────────────────────────────────


def bare(annotation: Any) -> Any:
    """An annotation without `Annotated` and without None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        (annotation,) = [one for one in get_args(annotation) if one is not type(None)]
        return bare(annotation)
    return annotation


def inner(annotation: Any) -> Any:
    """What a list or a mapping holds, or the annotation itself."""
    annotation = bare(annotation)
    if get_origin(annotation) in (list, tuple):
        return bare(get_args(annotation)[0])
    if get_origin(annotation) is dict:
        return bare(get_args(annotation)[1])
    return annotation


def is_part(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def parts_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for name, field in model.model_fields.items():
        held = inner(field.annotation)
        if name != "place" and is_part(held):
            yield from parts_in(held)


def settings_of(roots: Iterable[type[BaseModel]]) -> list[tuple[type[BaseModel], str]]:
    """Every leaf of the schema: a type and the name of its setting."""
    models = dict.fromkeys(model for root in roots for model in parts_in(root))
    return [
        (model, name)
        for model in models
        if model is not Levels  # its settings are free: the ids of checks
        for name, field in model.model_fields.items()
        if name != "place" and (not is_part(inner(field.annotation)) or inner(field.annotation) is Levels)
    ]


def guide_types() -> list[type[BaseModel]]:
    hints = Guide.__annotations__
    found = []
    for field in fields(Guide):
        annotation = eval(hints[field.name], vars(__import__("copykit.guide.whole", fromlist=["Guide"])))
        held = inner(annotation)
        if is_part(held) and held.__module__ != "copykit.guide.vale.types":  # Vale's own language
            found.append(held)
    return found


SETTINGS = settings_of(guide_types())
BRIEF_SETTINGS = settings_of([Brief])


# ── the places ──────────────────────────────────────────────────────────────────────────────────────


def places(whole: Any, model: type[BaseModel], way: Way = ()) -> Iterator[Way]:
    """Where an instance of a type stands in a guide or a brief."""
    if isinstance(whole, BaseModel):
        if type(whole) is model:
            yield way
        for name in type(whole).model_fields:
            if name != "place":
                yield from places(getattr(whole, name), model, (*way, name))
    elif is_dataclass(whole):
        for field in fields(whole):
            yield from places(getattr(whole, field.name), model, (*way, field.name))
    elif isinstance(whole, (list, tuple)):
        for at, one in enumerate(whole):
            yield from places(one, model, (*way, at))
    elif isinstance(whole, dict):
        for key, one in whole.items():
            yield from places(one, model, (*way, key))


def at(whole: Any, way: Way) -> Any:
    for step in way:
        whole = whole[step] if isinstance(whole, (list, tuple, dict)) else getattr(whole, str(step))
    return whole


def changed(whole: Any, way: Way, value: Any) -> Any:
    """The same with another value at a place."""
    if not way:
        return value
    step, rest = way[0], way[1:]
    if isinstance(whole, (list, tuple)):
        return type(whole)(changed(one, rest, value) if at_ == step else one for at_, one in enumerate(whole))
    if isinstance(whole, dict):
        return {**whole, step: changed(whole[step], rest, value)}
    new = changed(getattr(whole, str(step)), rest, value)
    return (
        whole.model_copy(update={step: new})
        if isinstance(whole, BaseModel)
        else replace(whole, **{str(step): new})
    )


# ── other values ────────────────────────────────────────────────────────────────────────────────────


def others(annotation: Any, value: Any, ids: tuple[str, ...]) -> Iterator[Any]:
    """Some values other than this one that the type allows."""
    held = bare(annotation)
    if value is not None and annotation_allows_none(annotation):
        yield None
    if is_part(held) and held is Levels:
        yield Levels.model_validate({"all": "off"})
    elif get_origin(held) is Literal:
        yield from (one for one in get_args(held) if one != value)
    elif held is bool:
        yield not value
    elif held is int:
        yield from (
            one
            for one in ((value or 0) + 1, (value or 0) + 40, (value or 1) - 1, 0)
            if one != value and one >= 0
        )
    elif held is float:
        yield from ((value or 0) + 4, (value or 1) / 4, (value or 1) / 100)
    elif held is date:
        yield from ((value or CLOCK) + timedelta(days=days) for days in (-900, 900, -10, 10))
    elif held is str:
        yield from texts(annotation, value or "", ids)
    elif get_origin(held) is list:
        if value:
            yield []
        for one in more(get_args(held)[0], ids):
            yield [*(value or []), one]
            yield [one]
    elif get_origin(held) is dict:
        yield {}
    else:
        raise AssertionError(f"no values are known for {annotation}")


def annotation_allows_none(annotation: Any) -> bool:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return type(None) in get_args(annotation)


def texts(annotation: Any, value: str, ids: tuple[str, ...]) -> Iterator[str]:
    yield from (one for one in ("quokka", STUDY, f"Quokka: {value}", "2199") if one != value)
    yield from (one for one in ids if one != value)


def more(annotation: Any, ids: tuple[str, ...]) -> Iterator[Any]:
    held = bare(annotation)
    if get_origin(held) is Literal:
        yield from get_args(held)
    elif held is str:
        yield from ("quokka", "IE", "apology", "unlock", "landing-page", "the", *ids)
    elif is_part(held):
        return
    else:
        raise AssertionError(f"no values are known for {annotation}")


# ── what can be seen ────────────────────────────────────────────────────────────────────────────────


@cache
def formats() -> Mapping[str, Format]:
    return load_formats([prompts_dir()])


@cache
def rich(brand: str) -> Guide:
    """A sample brand with the settings that it leaves out."""
    guide = load_guide(brands_dir() / brand)
    old = OldName(name="Old", until=date(2026, 9, 1))
    price = [Price(amount=5, currency="USD", per="box")]
    mail = Email(greeting="Hi", signoff="Best,", merge_tags="hubspot")
    broken = guide.folder / "examples" / "broken"
    page = parse(
        (broken / "ad.md").read_text(encoding="utf-8"), name=str(broken / "ad.md"), syntax=Syntax.MARKDOWN
    )
    first, second, *_ = check(page, Context(guide=guide, today=guide.today(CLOCK), channel="ad")).findings
    return replace(
        guide,
        brand=guide.brand.model_copy(update={"email": mail}),
        offers=tuple(one.model_copy(update={"prices": one.prices or price}) for one in guide.offers),
        terms=tuple(
            one.model_copy(update={"was": one.was or [old.model_copy(update={"name": f"Old {one.use}"})]})
            if one.use and not one.avoid
            else one
            for one in guide.terms
        ),
        wordplay=(*guide.wordplay, Wordplay(text=f"{guide.brand.name} hums along.", not_in=["price-rise"])),
        checks=Checks(
            checks=Levels.model_validate({"readability": "warning"}),
            channels={"page": Levels.model_validate({"terms": "suggestion"})},
            folders={"broken": Levels.model_validate({"style": "error"})},
        ),
        accepted=tuple(
            Acceptance(
                check=one.check, quote=one.quote, document="broken", by="Ada", reason="a name",
                date=date(2026, 1, 1), until=until,
            )
            for one, until in ((first, date(2026, 9, 20)), (second, None))
        ),
    )  # fmt: skip


@cache
def briefs(brand: str) -> tuple[Brief, ...]:
    # The formats with six briefs each have all that a guide is asked for.
    several = [name for name in formats() if (BRIEFS / brand / f"{name}-05.yaml").exists()]
    assert len(several) >= 6
    held = [
        load_brief(BRIEFS / brand / f"{name}-{number}.yaml") for number in ("01", "05") for name in several
    ]
    letter = load_brief(BRIEFS / brand / "sales-email-01.yaml")
    return (*held, *(with_settings(letter, {"situation": one}) for one in ("outage", "price-rise")))


def prompt_of(guide: Guide, brief: Brief) -> str:
    task = Task(format=formats()[brief.format], brief=brief, guide=guide, seed=0, today=guide.today(CLOCK))
    prompt = build_prompt(task)
    return f"{prompt.system}\n{prompt.user}\n{prompt.notes}"


def draft_of(guide: Guide, brief: Brief, seed: int = 0) -> str:
    task = Task(format=formats()[brief.format], brief=brief, guide=guide, seed=seed, today=guide.today(CLOCK))
    return "\n".join(
        part.text if isinstance(part, Chunk) else str(part) for part in OfflineWriter().write(task)
    )


@dataclass(frozen=True)
class Text:
    """A text that a setting may say something about."""

    document: Document
    brief: Brief
    channel: str | None
    format: Format | None = None
    own: bool = False
    machine: bool = False


STUDY = "https://studies.example/quokka"
# Letters that a person brings: with tags to merge, with a claim that was withdrawn, in a bad situation.
LETTER = """Hi {{ contact.firstname }}, *|FNAME|* and {{first_name}},

Dewclaw cuts phone calls in half. The parcel post is carbon neutral. Dewclaw hums along.
"""


@cache
def prepared(brand: str) -> tuple[Text, ...]:
    """The brand's broken campaign, a letter, and drafts of its own, with and without the lines of the law."""
    guide, found = load_guide(brands_dir() / brand), []
    channels = {"ad": "ad", "call-script": "call", "landing-page": "page", "sales-email": "email"}
    for name, channel in channels.items():
        path = guide.folder / "examples" / "broken" / f"{name}.md"
        document = parse(path.read_text(encoding="utf-8"), name=str(path), syntax=Syntax.MARKDOWN)
        found.append(Text(document, Brief(), channel))
    letter = parse(LETTER, name="letter.md", syntax=Syntax.MARKDOWN)
    found.append(Text(letter, Brief(situation="price-rise"), "email"))
    rivals = " and ".join(one.name for one in guide.competitors)
    link = parse(f"Better than {rivals}. Read more at {STUDY}.", name="link.md", syntax=Syntax.MARKDOWN)
    asked = Brief(keywords=[guide.clusters[0].main])
    found.append(Text(link, asked, "email", formats()["sales-email"], own=True, machine=True))
    for brief in briefs(brand)[:6]:
        format = formats()[brief.format]
        if format.channel in ("page", "email"):
            values = values_of(guide, brief)
            for texts_ in (values, {name: value for name, value in values.items() if name != "legal"}):
                found.append(Text(document_of(format, texts_), brief, format.channel, format, own=True))
    return tuple(found)


def values_of(guide: Guide, brief: Brief) -> Values:
    values: dict[str, Any] = {}
    task = Task(format=formats()[brief.format], brief=brief, guide=guide, seed=0, today=guide.today(CLOCK))
    for part in OfflineWriter().write(task):
        if isinstance(part, Chunk):
            values = set_leaf(values, part.path, get_leaf(values, part.path) + part.text)
    return values


def report_of(guide: Guide, text: Text, brief: Brief | None = None) -> str:
    context = Context(
        guide=guide, today=guide.today(CLOCK), brief=brief or text.brief, format=text.format, own=text.own,
        machine=text.machine, channel=text.channel,
    )  # fmt: skip
    try:
        report = check(text.document, context)
    except CopykitError as error:
        return str(error)
    return "\n".join(map(str, (*report.findings, *report.facts, *report.accepted)))


# The looks at a guide by stage, the cheap ones first; and how many places and values each stage tries.
STAGES: tuple[tuple[str, int, int], ...] = (("prompt", 4, 5), ("draft", 2, 3), ("report", 2, 6))


@cache
def looks(brand: str, stage: str) -> tuple[tuple[Callable[[Guide], str], str], ...]:
    """The looks of a stage, each with what it shows of the guide unchanged."""
    made: list[Callable[[Guide], str]] = []
    if stage == "prompt":
        made += [
            lambda guide, brief=one: prompt_of(guide, brief)
            for one in (*briefs(brand)[:8], *briefs(brand)[-2:])
        ]
    elif stage == "draft":
        made += [lambda guide, brief=one: draft_of(guide, brief) for one in briefs(brand)[:6]]
    else:
        made += [lambda guide, text=one: report_of(guide, text) for one in prepared(brand)]
    return tuple((look, look(rich(brand))) for look in made)


@cache
def ids_of(brand: str) -> tuple[str, ...]:
    parts = (at(rich(brand), way) for kind in guide_types() for way in places(rich(brand), kind))
    return tuple(dict.fromkeys(str(part.id) for part in parts if hasattr(part, "id")))


def spread(several: list[Way], most: int) -> list[Way]:
    """Some of the places, from the first to the last."""
    step = max(1, len(several) // most)
    return several[::step][:most]


def seen(model: type[BaseModel], name: str) -> str:
    """Where a change of a guide's setting is seen; "" when nowhere."""
    annotation = model.model_fields[name].annotation
    for stage, most_places, most_values in STAGES:
        for brand in BRANDS:
            guide = rich(brand)
            found = list(places(guide, model))
            for way in spread(found, most_places):
                values = others(annotation, getattr(at(guide, way), name), ids_of(brand))
                for value in islice(values, most_values):
                    # A report is dear: all places are changed at once, each to a value of its own kind.
                    other = changed(guide, (*way, name), value)
                    if stage == "report":
                        for also in found:
                            if also != way and at(guide, (*also, name)) != value:
                                other = changed(other, (*also, name), value)
                    if any(look(other) != before for look, before in looks(brand, stage)):
                        return f"{stage}: {brand} {way} {name}={value!r}"
    return ""


@pytest.mark.parametrize(
    ("model", "name"), SETTINGS, ids=[f"{model.__name__}.{name}" for model, name in SETTINGS]
)
def test_every_setting_of_a_guide_is_alive(model: type[BaseModel], name: str) -> None:
    if f"{model.__name__}.{name}" in READ_ELSEWHERE:
        return
    found = seen(model, name)
    print(found)
    assert found, f"{model.__name__}.{name} changes no prompt, no draft and no report"


# ── the brief ───────────────────────────────────────────────────────────────────────────────────────

# A brief that sets everything; a model gets all of it, so that one look is enough for most.
FULL: Mapping[str, str] = {
    "product": "desk", "goal": "demo", "ask": "book-demo", "offer": "free-trial", "messages": "texts-wait",
    "keywords": "vet appointment reminders", "topic": "How to keep a full book", "region": "US",
    "source": "Write down who calls, and when.", "facts": "We open at seven.", "situation": "launch",
    "notes": "Keep it short.", "recipient.email": "ana@northpier.example", "recipient.phone": "218-555-0100",
    "sender.company": "Dewclaw", "sender.phone": "218-555-0142", "sender.last_name": "Petrakis",
}  # fmt: skip


@cache
def full_brief() -> Brief:
    return with_settings(load_brief(BRIEFS / "dewclaw" / "sales-email-05.yaml"), FULL)


def brief_looks() -> Iterator[Callable[[Brief], str]]:
    guide = rich("dewclaw")
    yield lambda brief: prompt_of(guide, brief)
    yield lambda brief: draft_of(guide, brief)
    letter = Text(prepared("dewclaw")[4].document, Brief(), "email")
    yield lambda brief: report_of(guide, letter, brief)


def seen_of_brief(model: type[BaseModel], name: str) -> str:
    brief = full_brief()
    annotation = model.model_fields[name].annotation
    for look in brief_looks():
        before = look(brief)
        for way in places(brief, model):
            value = getattr(at(brief, way), name)
            for other in islice(others(annotation, value, ids_of("dewclaw")), 6):
                if look(changed(brief, (*way, name), other)) != before:
                    return f"{way} {name}={other!r}"
    return ""


@pytest.mark.parametrize(
    ("model", "name"), BRIEF_SETTINGS, ids=[f"{model.__name__}.{name}" for model, name in BRIEF_SETTINGS]
)
def test_every_setting_of_a_brief_is_alive(model: type[BaseModel], name: str) -> None:
    if f"{model.__name__}.{name}" in READ_ELSEWHERE:
        return
    assert seen_of_brief(model, name), f"{model.__name__}.{name} changes no prompt, no draft and no report"


def test_a_dead_setting_would_be_found() -> None:
    # The walk itself is tried: what nothing reads is seen nowhere.
    assert seen(type(rich("dewclaw").samples[0]), "id") == ""


def test_no_exception_is_out_of_date() -> None:
    known = {f"{model.__name__}.{name}" for model, name in (*SETTINGS, *BRIEF_SETTINGS)}
    assert set(READ_ELSEWHERE) <= known
    alive = [key for key in ("Pain.id", "Acceptance.date") if seen(*_named(key))]
    assert alive == [], "it is alive: take it off the list"


def _named(key: str) -> tuple[type[BaseModel], str]:
    return next((model, name) for model, name in SETTINGS if f"{model.__name__}.{name}" == key)
