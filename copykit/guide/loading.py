"""A brand folder → Guide, or every fault in it at once, with file and line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from copykit.errors import GuideError, Problem
from copykit.guide.control import Acceptances, Checks
from copykit.guide.inherit import chain, merged, without
from copykit.guide.types import (
    Ask,
    Audience,
    Brand,
    Claim,
    Cluster,
    Competitor,
    Message,
    Offer,
    Part,
    Product,
    Sample,
    Step,
    Story,
    Term,
    Text,
    Wordplay,
)
from copykit.guide.vale import Styles, read_styles
from copykit.guide.whole import Guide
from copykit.guide.yaml import PLACE, compose, validate
from copykit.wording import did_you_mean

__all__ = ["FILES", "front_matter", "load_guide"]


class _Extending(Part):
    remove: list[Text] = []  # ids to leave out of the guide that this one extends


class Terms(_Extending):
    """`terms.yaml`"""

    terms: list[Term] = []


class Products(_Extending):
    """`products.yaml`"""

    products: list[Product]
    offers: list[Offer] = []
    steps: list[Step] = []


class Messages(_Extending):
    """`messages.yaml`"""

    messages: list[Message]
    claims: list[Claim] = []
    stories: list[Story] = []
    asks: list[Ask]
    wordplay: list[Wordplay] = []
    competitors: list[Competitor] = []


class Audiences(_Extending):
    """`audiences.yaml`"""

    audiences: list[Audience]


class Keywords(_Extending):
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
    "checks.yaml": (Checks, 'how grave each check is: "checks", "channels" and "folders"'),
    "accepted.yaml": (Acceptances, 'a list "accepted"'),
}
OPTIONAL = ("terms.yaml", "keywords.yaml", "checks.yaml", "accepted.yaml")
MAY_BE_EMPTY = ("checks.yaml", "accepted.yaml")  # such as a file whose every line is a comment
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
            advice='Make one with "copykit brand new NAME".' if not _neighbour(folder) else "",
        )
    problems: list[Problem] = []
    digest = hashlib.sha256()
    folders = chain(folder, problems)
    read: dict[str, Any] = {}
    for name, (model, what) in FILES.items():
        for tree in _tree(name, folders, digest, problems):
            read[name], more = validate(model, tree, path=(folder / name).as_posix(), what=what)
            problems += more
    samples = _samples(folders, digest, problems)
    styles = _styles(folders, digest, problems)
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
        competitors=tuple(messages.competitors),
        audiences=tuple(read["audiences.yaml"].audiences),
        clusters=tuple(getattr(read.get("keywords.yaml"), "clusters", ())),
        samples=samples,
        styles=styles.rules,
        style_problems=tuple(styles.notes),
        checks=read.get("checks.yaml") or Checks(),
        accepted=tuple(getattr(read.get("accepted.yaml"), "accepted", ())),
        parents=tuple(folders[1:]),
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


def _tree(name: str, folders: Sequence[Path], digest: Any, problems: list[Problem]) -> list[Any]:
    """What a file holds, together with those of the guides that its own extends; [] when there is none."""
    trees: list[Any] = []  # the nearest first
    for folder in folders:
        path = folder / name
        alone = len(folders) == 1 or name == "brand.yaml"
        text = _read(path, digest, problems, optional=not alone or name in OPTIONAL)
        if text is None:
            continue
        tree, faults = compose(text, path=path.as_posix())
        problems += faults
        if faults or (tree is None and (len(folders) > 1 or name in MAY_BE_EMPTY)):
            continue
        trees.append(tree)
    if not trees and name not in OPTIONAL and len(folders) > 1 and not problems:
        problems.append(_lacking(folders[0] / name, " nor has what it extends"))
    if not trees:
        return []
    whole = trees.pop()
    while trees:
        below = trees.pop()
        if isinstance(whole, dict) and isinstance(below, dict):
            whole, faults = without(whole, below)
            problems += faults
        whole = merged(whole, below)
    return [whole]


def _lacking(path: Path, more: str = "") -> Problem:
    message = f"the brand folder has no {path.name}{more}: it should hold {FILES[path.name][1]}"
    return Problem(message=message, path=path.as_posix())


def _read(path: Path, digest: Any, problems: list[Problem], *, optional: bool) -> str | None:
    name = path.as_posix()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if not optional:
            problems.append(_lacking(path))
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


def _styles(folders: Sequence[Path], digest: Any, problems: list[Problem]) -> Styles:
    """The rules of all guides; of two by one name, that of the nearest."""
    whole = Styles()

    def read(folder: Path, path: Path) -> str | None:
        digest.update(path.relative_to(folder).as_posix().encode())
        return _read(path, digest, problems, optional=True)

    for folder in reversed(folders):
        styles = read_styles(folder, partial(read, folder))
        problems += styles.faults
        nearer = {rule.name for rule in styles.rules}
        whole.rules = (*(rule for rule in whole.rules if rule.name not in nearer), *styles.rules)
        whole.notes = [*styles.notes, *whole.notes]
    return whole


def _samples(folders: Sequence[Path], digest: Any, problems: list[Problem]) -> tuple[Sample, ...]:
    samples: list[Sample] = []
    nearest: dict[str, Path] = {}
    for folder in reversed(folders):
        nearest |= {path.name: path for path in (folder / "samples").glob("*.md")}
    for _, path in sorted(nearest.items()):
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
        tree[PLACE] = replace(place, keys={**place.keys, "text": first})
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
        "cluster": guide.clusters, "legal line": guide.brand.legal, "competitor": guide.competitors,
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
        (guide.brand.legal, "claims", "claim"),
        (guide.brand.legal, "offers", "offer"),
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
    yield from _rivals(guide)
    for dated in (*guide.claims, *guide.offers):
        if dated.valid_from and dated.valid_to and dated.valid_to < dated.valid_from:
            message = f"valid_to {dated.valid_to} is before valid_from {dated.valid_from}"
            yield Problem(message=message, path=dated.place.path, line=dated.place.of("valid_to"))


def _rivals(guide: Guide) -> Iterator[Problem]:
    """No name is that of two competitors, or of a competitor and of ours."""
    ours = {guide.brand.name.casefold(), *(product.name.casefold() for product in guide.products)}
    seen: dict[str, str] = {}
    for rival in guide.competitors:
        for key, names in (("name", [rival.name]), ("aliases", rival.aliases)):
            for name in names:
                folded = name.casefold()
                whose = "our own name" if folded in ours else f'a name of competitor "{seen.get(folded)}"'
                if folded in ours or folded in seen:
                    message = f'"{name}" is {whose} already'
                    yield Problem(message=message, path=rival.place.path, line=rival.place.of(key))
                seen.setdefault(folded, rival.id)
