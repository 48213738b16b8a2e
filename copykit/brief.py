"""A brief: one request for copy, from a form, a YAML file or a CRM row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from copykit.errors import BriefError, Problem
from copykit.guide import Guide
from copykit.guide.types import Part, Place
from copykit.guide.yaml import compose, validate
from copykit.wording import did_you_mean

__all__ = ["Brief", "Person", "check_brief", "read_brief", "with_settings"]

Line = Annotated[str, StringConstraints(strip_whitespace=True)]


def _as_list(value: Any) -> Any:
    """One text where a list is meant: items divided by commas or lines."""
    if isinstance(value, str):
        return [item.strip() for item in value.replace("\n", ",").split(",") if item.strip()]
    return value


def _as_sentences(value: Any) -> Any:
    """One text where sentences are meant: one on each line, since a sentence may have commas."""
    return [item.strip() for item in value.splitlines() if item.strip()] if isinstance(value, str) else value


Lines = Annotated[list[Line], BeforeValidator(_as_list)]
Sentences = Annotated[list[Line], BeforeValidator(_as_sentences)]


class Person(Part):
    """Who writes, or who is written to."""

    first_name: Line = ""
    last_name: Line = ""
    title: Line = ""
    company: Line = ""
    email: Line = ""
    phone: Line = ""
    industry: Line = ""  # what the company does
    size: Line = ""  # how many people work there: "12", "11-50"

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


class Brief(Part):
    """What is asked for. Everything may be left empty; ids must exist in the guide."""

    format: Line = ""
    audience: Line = ""  # an audience's id
    product: Line = ""  # a product's id
    goal: Line = ""  # what the reader should do in the end; picks the ask
    ask: Line = ""  # an ask's id
    offer: Line = ""  # an offer's id
    messages: Lines = []  # ids of messages that must come across
    keywords: Lines = []  # search phrases, the main one first
    topic: Line = ""  # what a longer piece is about, as a phrase that fits a title
    source: Line = ""  # the writer's own notes, bullets or an interview (Markdown; "Q:" and "A:" lines)
    facts: Sentences = []  # further facts that the writer vouches for, a sentence each
    observation: Line = ""  # what was noticed about the reader, one or two sentences for the email's opening
    recipient: Person = Person.model_construct()
    sender: Person = Person.model_construct()
    region: Line = ""  # where it will be used; the brand's region when empty
    situation: Line = ""  # "launch", "outage", "apology"; empty for an ordinary day
    notes: Line = ""  # anything else that a model should know


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid")


def read_brief(text: str, *, path: str) -> Brief:
    """Reads a brief from YAML.

    Raises:
        BriefError: with every problem and its line.
    """
    tree, problems = compose(text, path=path)
    brief: Brief | None = None
    if not problems:
        brief, problems = validate(Brief, tree, path=path, what="a brief (audience, goal, keywords …)")
    if brief is None:
        raise BriefError(problems=problems)
    return brief


def load_brief(path: Path) -> Brief:
    """Reads a brief from a file.

    Raises:
        BriefError: when the file can't be read or has problems.
    """
    try:
        return read_brief(path.read_bytes().decode("utf-8-sig"), path=path.as_posix())
    except FileNotFoundError:
        raise BriefError(f'there is no brief "{path}"', advice="Check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BriefError(f"can't be read: {error}", path=path.as_posix()) from None


def with_settings(brief: Brief, settings: Mapping[str, str]) -> Brief:
    """A brief with some settings replaced; a key may reach into a group (`recipient.first_name`).

    Raises:
        BriefError: for a setting that a brief does not have.
    """
    tree: dict[str, Any] = brief.model_dump()
    for key, value in settings.items():
        holder, names = tree, key.split(".")
        for name in names[:-1]:
            inner = holder.get(name)
            if not isinstance(inner, dict):
                raise BriefError(f'a brief has no setting "{key}"{did_you_mean(key, _names(), tell=True)}')
            holder = inner
        if names[-1] not in holder or isinstance(holder[names[-1]], dict):
            raise BriefError(f'a brief has no setting "{key}"{did_you_mean(key, _names(), tell=True)}')
        holder[names[-1]] = value
    found, problems = validate(Brief, tree, path="", what="a brief")
    if found is None:
        raise BriefError(problems=problems)
    # What was set here stands in no line of the brief's file.
    kept = {key: line for key, line in brief.place.keys.items() if key not in settings}
    return found.model_copy(update={"place": Place(brief.place.path, brief.place.line, kept)})


def _names() -> list[str]:
    groups = {"recipient", "sender"}
    inner = [f"{group}.{name}" for group in sorted(groups) for name in Person.model_fields if name != "place"]
    return [name for name in Brief.model_fields if name not in groups | {"place"}] + inner


def check_brief(brief: Brief, guide: Guide) -> None:
    """Sees that all that a brief names is in the guide.

    Raises:
        BriefError: with every id that the guide does not have.
    """
    problems: list[Problem] = []

    def look(key: str, ids: list[str], known: list[str]) -> None:
        for id in ids:
            if id and id not in known:
                message = f'the guide has no {key.rstrip("s")} "{id}"{did_you_mean(id, known, tell=True)}'
                line = brief.place.keys.get(key)
                problems.append(Problem(message=message, path=brief.place.path if line else "", line=line))

    look("audience", [brief.audience], [part.id for part in guide.audiences])
    look("product", [brief.product], [part.id for part in guide.products])
    look("ask", [brief.ask], [part.id for part in guide.asks])
    look("offer", [brief.offer], [part.id for part in guide.offers])
    look("messages", brief.messages, [part.id for part in guide.messages])
    look("goal", [brief.goal], sorted({part.goal for part in guide.asks}))
    if problems:
        raise BriefError(problems=problems)
