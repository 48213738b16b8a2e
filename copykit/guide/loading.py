"""A brand folder → Guide, or every fault in it at once, with file and line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from copykit.errors import GuideError, Problem
from copykit.guide.types import (
    Ask,
    Audience,
    Brand,
    Claim,
    Cluster,
    Message,
    Offer,
    Part,
    Product,
    Sample,
    Step,
    Story,
    Term,
    Wordplay,
)
from copykit.guide.whole import Guide
from copykit.guide.yaml import PLACE, compose, validate
from copykit.wording import did_you_mean

__all__ = ["FILES", "front_matter", "load_guide"]


class Terms(Part):
    """`terms.yaml`"""

    terms: list[Term] = []


class Products(Part):
    """`products.yaml`"""

    products: list[Product]
    offers: list[Offer] = []
    steps: list[Step] = []


class Messages(Part):
    """`messages.yaml`"""

    messages: list[Message]
    claims: list[Claim] = []
    stories: list[Story] = []
    asks: list[Ask]
    wordplay: list[Wordplay] = []


class Audiences(Part):
    """`audiences.yaml`"""

    audiences: list[Audience]


class Keywords(Part):
    """`keywords.yaml`"""

    clusters: list[Cluster] = []


# Each file with its model and what it holds; the optional ones may be missing.
FILES: Mapping[str, tuple[type[Part], str]] = {
    "brand.yaml": (Brand, "the brand's name, language, voice and reading targets"),
    "terms.yaml": (Terms, 'a list "terms"'),
    "products.yaml": (Products, 'the lists "products", "offers" and "steps"'),
    "messages.yaml": (Messages, 'the lists "messages", "claims", "stories" and "asks"'),
    "audiences.yaml": (Audiences, 'a list "audiences"'),
    "keywords.yaml": (Keywords, 'a list "clusters"'),
}
OPTIONAL = ("terms.yaml", "keywords.yaml")
_FENCE = re.compile(r"---[ \t]*\r?\n(.*?)(?:^|\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
_Model = TypeVar("_Model", bound=BaseModel)


def front_matter(text: str) -> tuple[str, str, int]:
    """Splits front matter from a body.

    Returns:
        The YAML between the `---` lines (empty without any), the body, and the body's first line (1-based).
    """
    found = _FENCE.match(text.removeprefix("\ufeff"))
    if not found:
        return "", text, 1
    head = text.removeprefix("\ufeff")[: found.end()]
    return found.group(1), text.removeprefix("\ufeff")[found.end() :], head.count("\n") + 1


def load_guide(folder: Path | str) -> Guide:
    """Reads a brand folder.

    Args:
        folder: a folder with `brand.yaml` and its companions.

    Raises:
        GuideError: with every problem in every file, each with path and line.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise GuideError(
            f'there is no brand folder "{folder}"{_neighbour(folder)}',
            advice='make one with "copykit brand new NAME"' if not _neighbour(folder) else "",
        )
    problems: list[Problem] = []
    digest = hashlib.sha256()
    read: dict[str, Any] = {}
    for name, (model, what) in FILES.items():
        path = folder / name
        text = _read(path, digest, problems, optional=name in OPTIONAL)
        if text is None:
            continue
        tree, faults = compose(text, path=path.as_posix())
        problems += faults
        if not faults:
            read[name], more = validate(model, tree, path=path.as_posix(), what=what)
            problems += more
    samples = _samples(folder, digest, problems)
    if any(read.get(name) is None for name in FILES if name not in OPTIONAL) or problems:
        raise GuideError(problems=problems)
    products, messages = read["products.yaml"], read["messages.yaml"]
    guide = Guide(
        folder=folder,
        version=digest.hexdigest()[:12],
        brand=read["brand.yaml"],
        terms=tuple(getattr(read.get("terms.yaml"), "terms", ())),
        products=tuple(products.products),
        offers=tuple(products.offers),
        steps=tuple(products.steps),
        messages=tuple(messages.messages),
        claims=tuple(messages.claims),
        stories=tuple(messages.stories),
        asks=tuple(messages.asks),
        wordplay=tuple(messages.wordplay),
        audiences=tuple(read["audiences.yaml"].audiences),
        clusters=tuple(getattr(read.get("keywords.yaml"), "clusters", ())),
        samples=samples,
    )
    problems = list(_cross_check(guide))
    if problems:
        raise GuideError(problems=problems)
    return guide


def _neighbour(folder: Path) -> str:
    near = (
        [other.name for other in folder.parent.iterdir() if other.is_dir()] if folder.parent.is_dir() else []
    )
    return did_you_mean(folder.name, near)


def _read(path: Path, digest: Any, problems: list[Problem], *, optional: bool) -> str | None:
    name = path.as_posix()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if not optional:
            message = f"the brand folder has no {path.name}: it should hold {FILES[path.name][1]}"
            problems.append(Problem(message=message, path=name))
        return None
    except OSError as error:
        problems.append(Problem(message=f"can't be read: {error.strerror}", path=name))
        return None
    digest.update(path.name.encode() + b"\0" + data + b"\0")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.append(Problem(message="not UTF-8 text: save the file as UTF-8", path=name, line=line))
        return None


def _samples(folder: Path, digest: Any, problems: list[Problem]) -> tuple[Sample, ...]:
    samples: list[Sample] = []
    for path in sorted((folder / "samples").glob("*.md")):
        name = path.as_posix()
        text = _read(path, digest, problems, optional=True)
        if text is None:
            continue
        settings, body, first = front_matter(text)
        tree, faults = compose(settings, path=name, first_line=2)
        if faults or not isinstance(tree, dict):
            message = 'a sample begins with its settings (format, channel, why) between two lines of "---"'
            problems += faults or [Problem(message=message, path=name, line=1)]
            continue
        place = tree[PLACE]
        tree[PLACE] = type(place)(place.path, place.line, {**place.keys, "text": first})
        sample, faults = validate(
            Sample, {**tree, "id": path.stem.lower(), "text": body}, path=name, what="a sample"
        )
        problems += faults
        if sample:
            samples.append(sample)
    return tuple(samples)


def _cross_check(guide: Guide) -> Iterator[Problem]:
    """Ids are unique, and every id that is named exists."""
    features = [feature for _, feature in guide.features()]
    kinds: Mapping[str, Sequence[Any]] = {
        "product": guide.products, "feature": features, "offer": guide.offers, "message": guide.messages,
        "claim": guide.claims, "story": guide.stories, "ask": guide.asks, "audience": guide.audiences,
        "cluster": guide.clusters, "legal line": guide.brand.legal,
    }  # fmt: skip
    known: dict[str, dict[str, Part]] = {}
    for kind, parts in kinds.items():
        known[kind] = {}
        for part in parts:
            if part.id in known[kind]:
                first = known[kind][part.id].place
                message = f'there are two of the {kind} "{part.id}" (the other in {first.path}:{first.line})'
                yield Problem(message=message, path=part.place.path, line=part.place.of("id"))
            known[kind][part.id] = part

    def missing(part: Part, key: str, ids: Sequence[str], kind: str) -> Iterator[Problem]:
        for id in ids:
            if id not in known[kind]:
                message = f'there is no {kind} "{id}"{did_you_mean(id, known[kind], tell=True)}'
                yield Problem(message=message, path=part.place.path, line=part.place.of(key))

    objections = [objection for audience in guide.audiences for objection in audience.objections]
    # (parts, key, the kind of thing that the key names)
    named: Sequence[tuple[Sequence[Any], str, str]] = (
        (guide.products, "audiences", "audience"),
        (features, "claims", "claim"),
        (guide.offers, "products", "product"),
        (guide.messages, "audiences", "audience"),
        (guide.messages, "products", "product"),
        (guide.messages, "claims", "claim"),
        (guide.claims, "audiences", "audience"),
        (guide.claims, "products", "product"),
        (guide.stories, "audiences", "audience"),
        (guide.stories, "claims", "claim"),
        (guide.asks, "audiences", "audience"),
        (guide.wordplay, "products", "product"),
        (guide.clusters, "audiences", "audience"),
        ([pain for audience in guide.audiences for pain in audience.pains], "features", "feature"),
        (objections, "claims", "claim"),
        (objections, "products", "product"),
    )
    for parts, key, kind in named:
        for part in parts:
            yield from missing(part, key, getattr(part, key), kind)
    single: Sequence[tuple[Sequence[Any], str, str]] = (
        (guide.products, "of", "product"),
        (guide.steps, "product", "product"),
        (guide.samples, "audience", "audience"),
        ([price for offer in guide.offers for price in offer.prices], "plan", "product"),
    )
    for parts, key, kind in single:
        for part in parts:
            if (id := getattr(part, key)) is not None:
                yield from missing(part, key, [id], kind)
    for dated in (*guide.claims, *guide.offers):
        if dated.valid_from and dated.valid_to and dated.valid_to < dated.valid_from:
            message = f"valid_to {dated.valid_to} is before valid_from {dated.valid_from}"
            yield Problem(message=message, path=dated.place.path, line=dated.place.of("valid_to"))
