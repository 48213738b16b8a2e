"""Writing with neither a model nor a guide: the brief's own words, put into the fields and nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from copykit.draft import Values, leaves
from copykit.formats import Field
from copykit.grammar import capitalize_first, slug
from copykit.text import count
from copykit.writers import Chunk, Note, Part, Task
from copykit.writers.offline.notes import read_notes

__all__ = ["BareWriter"]

MOST_ITEMS = 15
# Names of fields that hold sentences; all others hold a few words.
_LONG = ("descr", "text", "intro", "caption", "opening", "post", "message", "preheader", "button_line")


class BareWriter:
    """Writes from a brief and a bare guide (see `copykit.guide.bare`): what they hold is all that is said.

    It invents nothing, so that what its copy lacks beside a piece written with the guide is what the guide
    brings. A required field that the brief has no words for stays empty, and a note says so.
    """

    name = "offline"

    def write(self, task: Task) -> Iterator[Part]:
        """Streams the copy, field by field; see `Writer.write`."""
        words = _Words(task)
        values: dict[str, object] = {}
        for field in task.format.fields:
            value = words.fill(field)
            if value:
                values[field.name] = value
            elif field.required:
                problem = f"the brief alone has no words for “{field.label}”"
                yield Note(field=field.name, problem=problem)
        made: Values = values  # type: ignore[assignment]
        for leaf in leaves(task.format, made):
            yield Chunk(path=leaf.path, text=leaf.text)


class _Words:
    """What a brief and the bare names give to say: short lines, sentences and parts."""

    def __init__(self, task: Task) -> None:
        brief, guide = task.brief, task.guide
        product = next(iter(guide.products), None)
        ask = next(iter(guide.asks), None)
        offers, messages = guide.offers, guide.messages
        self._brief, self._brand = brief, guide.brand
        self._channel = task.format.channel
        self._product, self._ask = product, ask
        self._about = product.text if product else guide.brand.summary
        self._shorts = _distinct(
            brief.topic, *brief.keywords, product.name if product else "", *(one.short for one in messages),
            *(one.short for one in offers), ask.text if ask else "", guide.brand.name,
            *(f"For {one.plural}" for one in guide.audiences),
        )  # fmt: skip
        self._sentences = _distinct(
            self._about, *(one.text for one in messages), *(one.text for one in offers), *brief.facts,
            guide.brand.summary,
        )  # fmt: skip
        fields = [one for one in task.format.fields if one.role != "legal"]
        self._whole = fields[0].name if len(fields) == 1 else ""  # a post: all that there is to say is in it
        self._said: set[str] = set()
        self._parts = [(note.heading, note.text) for note in read_notes(brief.source)]

    def fill(self, field: Field) -> object:
        """The value of a field; empty where the brief says nothing for it."""
        if field.role == "legal":
            return ""
        if field.kind == "groups":
            return self._groups(field)
        if field.kind == "list":
            texts = self._texts(field)
            fitting = [text for text in texts if _fits(field, text) and text not in self._said]
            most = field.items[0] if field.name == self._whole else min(field.items[1], MOST_ITEMS)
            kept = fitting[: max(1, most)]
            self._said.update(kept)
            return kept
        fitting = [text for text in self._texts(field) if text and _fits(field, text)]
        # Said once is enough, while there is something else to say.
        fresh = [text for text in fitting if text not in self._said]
        found = next(iter(fresh), fitting[0] if fitting and field.required else "")
        self._said.add(found)
        return found

    def _texts(self, field: Field) -> Iterator[str]:
        ask, keyword = self._ask, next(iter(self._brief.keywords), "")
        if field.role == "ask":
            yield ask.text if ask else ""
        elif field.role == "url":
            yield ask.url if ask else ""
        elif field.name.startswith(("slug", "path")):
            yield from (slug(text) for text in (keyword, *self._shorts))
        elif self._channel == "email" and field.name == "body":
            yield self._letter()
        elif field.name == self._whole:
            yield from self._posts()
        elif field.role in ("lead", "body") or any(one in field.name for one in _LONG):
            yield from (*self._sentences, *self._shorts)
        else:
            yield from self._shorts

    def _posts(self) -> Iterator[str]:
        """What can be said in one piece with the ask behind it, the fullest first."""
        asked = f"{self._ask.text}: {self._ask.url}" if self._ask else ""
        yield from ("\n\n".join(filter(None, [one, asked])) for one in self._sentences)
        yield from filter(None, [asked, *self._sentences, *self._shorts])

    def _letter(self) -> str:
        brief, ask = self._brief, self._ask
        who = brief.recipient.first_name or "there"
        said = " ".join(filter(None, [*self._sentences[:1], *(self._sentences[1:-1])]))
        closing = "\n".join(filter(None, [brief.sender.name, self._brand.name]))
        asked = f"{ask.text}: {ask.url}" if ask else ""
        return "\n\n".join(filter(None, [f"Hello {who},", brief.observation, said, asked, closing]))

    def _groups(self, field: Field) -> list[dict[str, str]]:
        if any(one.name == "label" for one in field.fields):
            heads, ask = self._shorts, self._ask
            if ask is None:
                return []
            rows = zip(heads, self._sentences, strict=False)
            made = [
                {"headline": head, "label": ask.text, "line": line, "url": ask.url} for head, line in rows
            ]
            return made[: field.items[1]]
        parts = self._parts or [
            (capitalize_first(head), text) for head, text in zip(self._shorts, self._sentences, strict=False)
        ]
        return [{"heading": heading, "body": body} for heading, body in parts[: field.items[1]]]


def _fits(field: Field, text: str) -> bool:
    return field.limit is None or count(text, field.limit.counting) <= field.limit.max


def _distinct(*texts: str) -> list[str]:
    """The texts that say something, each once, with a capital at the beginning."""
    return list(dict.fromkeys(capitalize_first(text.strip()) for text in texts if text.strip()))
