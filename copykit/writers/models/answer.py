"""A model's answer on its way into the fields of a format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from copykit.formats import Field, Format
from copykit.guide import Guide
from copykit.guide.legal import caller_of, is_disclaimer
from copykit.wording import listed
from copykit.writers import Chunk, Note, Restart
from copykit.writers.models.fence import shown
from copykit.writers.models.placing import Placer, is_line
from copykit.writers.models.reader import JsonReader, Steps
from copykit.writers.models.selection import Selection
from copykit.writers.models.shape import GIVEN, asked, field_path

__all__ = ["Answer"]

_BREAKS = re.compile(r"[ \t]*[\r\n\u2028\u2029]+\s*")  # a headline or a button has one line
_KINDS = {"text": "a text", "list": "a list of texts", "groups": "a list of groups"}


class Answer:
    """Gathers what a model says, and gives it back as chunks of fields, with facts in place of labels.

    Args:
        format: whose fields the answer has.
        placer: what replaces the labels; None leaves them.

    Attributes:
        raw: all that it said so far.
        refusal: its words for declining, where the provider tells them apart.
    """

    def __init__(self, format: Format, placer: Placer | None = None) -> None:
        self._format = format
        self._placer = placer
        self._open = ""  # the path whose text is being read
        self._reader = JsonReader()
        self._texts: dict[str, str] = {}
        self._paragraphs: dict[str, int] = {}
        self._misshapen: list[str] = []
        self._whole: frozenset[str] = frozenset()  # fields of earlier answers that stay
        self._broken: set[str] = set()  # fields that begin anew when more of them comes
        self.raw = ""
        self.refusal = ""

    @property
    def started(self) -> bool:
        """Whether the JSON has begun."""
        return self._reader.started

    @property
    def done(self) -> bool:
        """Whether the JSON is complete."""
        return self._reader.done

    def read(self, text: str) -> Iterator[Chunk | Restart]:
        """The chunks in a further piece of the answer.

        Raises:
            Malformed: when it is not JSON.
        """
        self.raw += text
        for steps, piece in self._reader.feed(text):
            found = self._locate(steps)
            if found is None:
                self._note_shape(steps)
                continue
            path, paragraph = found
            if self._unit(path) in self._whole:
                continue
            # What a reader can't see, no check reads: it stays out of the copy.
            piece = shown(piece)
            if paragraph != self._paragraphs.setdefault(path, paragraph):
                self._paragraphs[path] = paragraph
                piece = "\n\n" + piece
            field = self._format.field(path)
            if field is not None and is_line(field):
                piece = _BREAKS.sub(" ", piece)
            yield from self._said(path, piece)
        if self._reader.done:
            yield from self.rest()

    def _locate(self, steps: Steps) -> tuple[str, int] | None:
        """The path for a place in the answer and the number of the paragraph there; None for no field."""
        return field_path(self._format, steps)

    def _units(self) -> list[str]:
        """What is asked for, each of it whole or missing: the names of the fields."""
        return [field.name for field in asked(self._format.fields)]

    def _unit(self, path: str) -> str:
        """Which of these a path belongs to."""
        return re.split(r"[.\[]", path, maxsplit=1)[0]

    def _open_unit(self) -> str:
        """Which of these is being read; "" for none."""
        steps = self._reader.open
        if found := self._locate(steps) if steps else None:
            return self._unit(found[0])
        return next((str(step) for step in steps[:2] if step in self._units()), "")

    def begin_again(self) -> None:
        """Makes ready for a further answer, after one that was not whole.

        What is whole stays, whatever the further answer says of it. What broke off, or is not in the asked
        form, is taken back as soon as more of it comes, and not before.
        """
        broken = {self._open_unit(), *self._misshapen} - {""}
        self._broken |= broken
        self._texts = {path: text for path, text in self._texts.items() if self._unit(path) not in broken}
        self._paragraphs = {path: at for path, at in self._paragraphs.items() if path in self._texts}
        self._whole = frozenset(self._unit(path) for path, text in self._texts.items() if text.strip())
        self._reader, self._misshapen, self._open = JsonReader(), [], ""
        self.raw = self.refusal = ""

    def whole(self) -> Mapping[str, str]:
        """The texts of earlier answers that stay, by path."""
        return {path: text for path, text in self._texts.items() if self._unit(path) in self._whole}

    def missing(self) -> list[str]:
        """What is asked for and has no text that stays."""
        return [name for name in self._units() if name not in self._whole]

    def left_out(self) -> list[str]:
        """What can't be done without and has no text."""
        return [note.field for note in self._left_out(self._format.fields, "") if note.field]

    def _said(self, path: str, piece: str) -> Iterator[Chunk | Restart]:
        unit = self._unit(path)
        if unit in self._broken:
            self._broken.discard(unit)
            yield Restart(field=unit)
        if self._placer and path != self._open:
            yield from self.rest()
            field = self._format.field(path)
            assert field is not None
            self._open = path
            self._placer.open(path, field)
        text = self._placer.feed(piece) if self._placer else piece
        yield from self._chunk(path, text)

    def rest(self) -> Iterator[Chunk]:
        """What was held back of the last text, since a label might have come; nothing is lost at a fault."""
        if self._placer and self._open:
            path, self._open = self._open, ""
            yield from self._chunk(path, self._placer.close())

    def _chunk(self, path: str, text: str) -> Iterator[Chunk]:
        if text:
            self._texts[path] = self._texts.get(path, "") + text
            yield Chunk(path=path, text=text)

    def _note_shape(self, steps: Steps) -> None:
        field = next((one for one in asked(self._format.fields) if one.name == steps[0]), None)
        if field is None:
            return
        known = [one.name for one in asked(field.fields)]
        # A key that a group does not have is passed over, as it is beside the fields.
        if not (field.kind == "groups" and len(steps) > 2 and steps[2] not in known):
            self._misshapen.append(str(steps[0]))

    def fault(self) -> str:
        """Why a complete answer is none, as the end of a sentence; "" when it is one."""
        names = [field.name for field in asked(self._format.fields)]
        for name in self._misshapen:
            kind = next(field.kind for field in self._format.fields if field.name == name)
            return f'"{name}" should be {_KINDS[kind]}'
        if not any(text.strip() for text in self._texts.values()):
            return f"there is nothing in {listed(names, last='or')}"
        return ""

    def problems(self) -> Iterator[Note]:
        """A note for each required field that the model left out."""
        yield from self._left_out(self._format.fields, "")
        for field in self._format.fields:
            for number in range(self._items(field.name) if field.kind == "groups" else 0):
                yield from self._left_out(field.fields, f"{field.name}[{number}].")

    def _left_out(self, fields: Sequence[Field], prefix: str) -> Iterator[Note]:
        for field in asked(fields):
            path = prefix + field.name
            texts = [text for other, text in self._texts.items() if _within(other, path)]
            if field.required and not any(text.strip() for text in texts):
                yield Note(problem=f'the model left out "{field.label}"', field=path)

    def given(self, selection: Selection, guide: Guide) -> Iterator[Chunk]:
        """The texts that the guide fixes: legal lines word for word, and the addresses that asks lead to."""
        for field in self._format.fields:
            if field.role in GIVEN:
                yield from self._given(field, "", selection, guide)
            for number in range(self._items(field.name) if field.kind == "groups" else 0):
                for inner in field.fields:
                    if inner.role in GIVEN:
                        yield from self._given(inner, f"{field.name}[{number}].", selection, guide)

    def _given(self, field: Field, prefix: str, selection: Selection, guide: Guide) -> Iterator[Chunk]:
        path = prefix + field.name
        if field.role == "legal":
            said = "\n".join(self._texts.values())
            lines = [
                line.text
                for line in selection.legal
                if not is_disclaimer(line) or caller_of(line, guide, said) is not None
            ]
            if field.kind == "list":
                yield from (Chunk(path=f"{path}[{number}]", text=line) for number, line in enumerate(lines))
            elif lines:
                yield Chunk(path=path, text="\n".join(lines))
            return
        address = selection.ask.url if selection.ask else guide.brand.website
        yield Chunk(path=path, text=address)

    def _items(self, name: str) -> int:
        """How many groups of a field came."""
        begins = f"{name}["
        paths = [path.removeprefix(begins) for path in self._texts if path.startswith(begins)]
        return max((int(path.partition("]")[0]) for path in paths), default=-1) + 1


def _within(path: str, field: str) -> bool:
    return path == field or path.startswith((f"{field}[", f"{field}."))
