"""Puts approved wordings in place of labels while a text streams, so that the sentence reads right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copykit.formats import Field
from copykit.grammar import article, capitalize_first, lower_first
from copykit.guide.style import Style
from copykit.labels import LABEL, LONGEST, read_label
from copykit.writers.models.facts import Fact, Facts

__all__ = ["Placer", "is_line"]

HEADLINE = 60  # characters; a field this short holds a line, not sentences
_FAINT = " \t\u00a0*_`"  # spaces and marks of emphasis, which say nothing about how a sentence goes on
_NOT_LETTERS = ("words", "bytes", "sms")  # countings that tell nothing of how many characters fit
AHEAD = 3  # characters after a label that tell how it must end
# What may be taken back or changed when a label follows: an article, a code mark.
_HELD = re.compile(r"(?:(?<![\w'’-])[aA]n?[ \u00a0]*)?`?\Z")
_ARTICLE = re.compile(r"(?<![\w'’-])(?P<article>[aA]n?)(?P<space>[ \u00a0]+)\Z")
_OPENS_ANY = "\"'“‘«"
_CLOSES_ANY = "\"'”’»"
# Marks before a sentence that are no part of it: emphasis, quotation marks, bullets, numbers, hashes.
_LEADS = re.compile(r"(?:[*_~>#•\"'“‘«(\[\s]|(?:^|\n)\s*(?:[-+]|\d{1,3}[.)])\s)*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z")
_LINE_START = re.compile(r"\A\s*#{1,6}\s|\A\s*\*\*")
_NEXT_SENTENCE = re.compile(r"[ \t\u00a0]+[\"'“‘(*_\[]*[A-Z0-9{•]")


@dataclass(frozen=True)
class _Spot:
    """Where a label stands: the field, what is before it there and what comes after."""

    field: Field
    left: str
    right: str
    final: bool  # nothing comes after `right`

    @property
    def starts(self) -> bool:
        """Whether a sentence begins here."""
        bare = self.left[: _LEADS.search(self.left).start()]  # type: ignore[union-attr]
        gap = self.left[len(bare) :]
        return not bare or "\n" in gap or bool(_SENTENCE_END.search(bare))

    @property
    def is_sentence(self) -> bool:
        """Whether the label is a sentence by itself, so that it can be left out."""
        after = self.right.lstrip(".!*_`")
        return self.starts and (after[:1] in ("", "\n") or bool(_NEXT_SENTENCE.match(after)))

    @property
    def headline(self) -> bool:
        """Whether it is in a line that is no sentence: a heading, a headline, a button."""
        line = self.left.rpartition("\n")[2]
        return is_line(self.field) or (self.field.markup == "markdown" and line.lstrip().startswith("#"))

    @property
    def quoted(self) -> bool:
        """Whether the model has set quotation marks around it."""
        return self.left[-1:] in tuple(_OPENS_ANY) and self.right[:1] in tuple(_CLOSES_ANY)

    @property
    def room(self) -> int | None:
        """Characters left in the field."""
        limits = [limit.max for limit in (self.field.limit, self.field.shown) if limit]
        countable = [limit for limit in (self.field.limit, self.field.shown) if limit]
        if not limits or any(limit.counting in _NOT_LETTERS for limit in countable):
            return None
        most = limits[0] if not is_line(self.field) else min(limits)
        return most - len(self.left)


def is_line(field: Field) -> bool:
    """Whether a field holds a line without a full stop: a heading, a headline, a button."""
    limits = [
        limit.max for limit in (field.limit, field.shown) if limit and limit.counting not in _NOT_LETTERS
    ]
    return field.role in ("title", "heading", "ask") or min(limits, default=HEADLINE + 1) <= HEADLINE


class Placer:
    """Replaces labels in the texts of one answer.

    Args:
        facts: what the labels stand for.
        capitals: words that keep their capital within a sentence.
        style: the house style, for quotation marks.

    A label that stands for nothing stays as it is, for the checks to tell.
    """

    def __init__(self, facts: Facts, *, capitals: Sequence[str], style: Style) -> None:
        self._facts = facts
        self._capitals = capitals
        self._curly = style.quotes != "straight"
        self._said = ""
        self._held = ""
        self._field: Field | None = None
        self._scope = ""
        self._swallow = False  # the sentence was left out: so are its stop and space
        self._used: dict[tuple[str, str], list[tuple[str, str]]] = {}  # per fact: (scope, text)

    def open(self, path: str, field: Field) -> None:
        """Begins the text at a path."""
        self._said, self._held, self._field, self._swallow = "", "", field, False
        # Of a list of texts each stands by itself; lines of one list, and parts of one page, stand together.
        apart = field.kind == "list" and not is_line(field)
        self._scope = path if apart else path.partition("[")[0]

    def remember(self, path: str, field: Field, text: str) -> None:
        """Takes the wordings in a text that stands already as used."""
        self.open(path, field)
        for fact in self._facts:
            for wording in (*fact.wordings, fact.short):
                if wording and wording.rstrip(".") in text:
                    self._used.setdefault((fact.kind, fact.id), []).append((self._scope, wording))

    def feed(self, piece: str) -> str:
        """What can be said for sure after a further piece."""
        self._held += piece
        return self._drain(final=False)

    def close(self) -> str:
        """What is left at the end of the text."""
        return self._drain(final=True)

    def _drain(self, *, final: bool) -> str:
        out: list[str] = []
        while self._held:
            at = self._held.find("{")
            if at < 0:
                out.append(self._say(len(self._held) if final else self._sure(len(self._held))))
                break
            found = LABEL.match(self._held, at)
            if found is None:
                rest = self._held[at:]
                if not final and len(rest) < LONGEST and "\n" not in rest and "}" not in rest.lstrip("{"):
                    out.append(self._say(self._sure(at)))
                    break
                out.append(self._say(at + 1))
                continue
            if found.end() == len(self._held) and found.group().startswith("{{") and not final:
                out.append(self._say(self._sure(at)))  # its second closing brace may come
                break
            label = read_label(found.group())
            fact = self._facts.find(label) if label else None
            if label is None or fact is None:
                out.append(self._say(found.end()))
                continue
            right = self._held[found.end() :].removeprefix("`")
            if not final and len(right.lstrip(_FAINT)) < AHEAD and "\n" not in right:
                out.append(self._say(self._sure(at)))
                break
            out.append(self._put(fact, label.form, at, right, final=final))
        return "".join(out)

    def _sure(self, end: int) -> int:
        """How much of the held text before an offset can be said, whatever comes."""
        tail = self._said[-1:]
        held = _HELD.search(tail + self._held[:end])
        return end if held is None else min(end, max(0, held.start() - len(tail)))

    def _say(self, end: int) -> str:
        """Takes the held text up to an offset as said."""
        text, self._held = self._held[:end], self._held[end:]
        if self._swallow and text:
            text = re.sub(r"\A[.!?]?[ \t\u00a0]*", "", text)
            self._swallow = False
        self._said += text
        return text

    def _put(self, fact: Fact, form: str, at: int, right: str, *, final: bool) -> str:
        assert self._field is not None
        before, self._held = self._held[:at].removesuffix("`"), right
        if self._swallow:
            before = re.sub(r"\A[.!?]?[ \t\u00a0]*", "", before)
            self._swallow = False
        spot = _Spot(self._field, self._said + before, right, final)
        text = self._choose(fact, form, spot)
        if text is None:
            self._swallow = True
            self._said += before
            return before
        said = self._fit(fact, form, text, spot)
        led = _ARTICLE.search(before)
        if led and not spot.quoted:
            before = before[: led.start()] + _with_article(led, said, fact.kind)
            said = ""
        self._said += before + said
        return before + said

    # ── which wording ───────────────────────────────────────────────────────────────────────────────

    def _choose(self, fact: Fact, form: str, spot: _Spot) -> str | None:
        """An approved wording that was not used yet and fits, or None when the sentence is to be left out."""
        used = self._used.setdefault((fact.kind, fact.id), [])
        if fact.kind == "price" or form in ("customer", "person", "role"):
            return fact.texts(form or ("short" if spot.headline else ""))[0]
        if form and form != "short":
            choices = list(fact.texts(form))
        elif form == "short" or spot.headline:
            choices = [*fact.texts("short"), *sorted(fact.wordings, key=len)]
        else:
            choices = [*fact.wordings, *filter(None, [fact.short])]
        choices = list(dict.fromkeys(choices))
        room = spot.room
        here = {text for scope, text in used if scope == self._scope}
        anywhere = {text for _, text in used}
        fitting = [text for text in choices if room is None or len(text) <= room]
        # The full form is the rule in running text; the short one serves where nothing else has room.
        if not form and not spot.headline and any(text in fact.wordings for text in fitting):
            fitting = [text for text in fitting if text in fact.wordings]
        fresh = [text for text in fitting if text not in anywhere] or [
            text for text in fitting if text not in here
        ]
        if not fresh and here and spot.is_sentence:
            return None
        text = (fresh or fitting or [min(choices, key=len)])[0]
        used.append((self._scope, text))
        return text

    # ── how it goes in ──────────────────────────────────────────────────────────────────────────────

    def _fit(self, fact: Fact, form: str, text: str, spot: _Spot) -> str:
        if form in ("customer", "person", "role"):
            return text
        spoken = form == "quote"
        is_short = text == fact.short
        bare, stop = _without_stop(text)
        if is_short and not spot.headline and not spot.starts:
            bare = self._calmed(bare)
        if spot.starts or spoken or spot.left.rstrip().endswith((":", '"', "“")):
            bare = capitalize_first(bare) if spot.starts or spoken else bare
        else:
            named = any(re.match(rf"{re.escape(name)}(?!\w)", bare) for name in self._capitals)
            bare = bare if named else lower_first(bare)
        end = self._end(stop, spot, spoken=spoken, is_short=is_short) if fact.kind != "price" else ""
        quoted = spot.quoted
        if quoted:
            bare = bare.replace("“", "‘").replace("”", "’").replace('"', "'")
        elif spoken:
            opening, closing = ("“", "”") if self._curly else ('"', '"')
            return f"{opening}{bare}{end}{closing}"
        return bare + end

    def _calmed(self, text: str) -> str:
        """A short form in title case, as it stands within a sentence."""

        def one(found: re.Match[str]) -> str:
            word = found.group()
            names = {part for name in self._capitals for part in name.split()}
            kept = word in names or word == "I" or any(letter.isupper() for letter in word[1:])
            return word if kept else word.lower()

        return re.sub(r"[^\W\d_][\w'’]*", one, text)

    def _end(self, stop: str, spot: _Spot, *, spoken: bool, is_short: bool) -> str:
        """The stop that a wording keeps, by what comes after it."""
        right = spot.right
        if spot.quoted:
            after = right[1:]
            if after[:1] in (".", ",", ";", ":", "!", "?"):
                return ""
            if re.match(r"[ \t]+[a-z]|[ \t]*[—–-]{1,2}[ \t]*[a-z]", after):
                return ","
            return stop
        if spoken and re.match(r"[ \t\u00a0]+[a-z]", right):
            return ","
        if right[:1] in (".", "!", "?", "…", ",", ";", ":", ")", "]"):
            return ""
        if spot.headline:
            return "." if stop and _NEXT_SENTENCE.match(right) and not is_short else ""
        following = right.lstrip(_FAINT)
        if following[:1] not in ("", "\n") and not _NEXT_SENTENCE.match(right.lstrip("*_`")):
            return "," if spoken else ""
        if is_short and spot.starts:
            return "." if following[:1] not in ("", "\n") else ""
        return stop or "."


def _without_stop(text: str) -> tuple[str, str]:
    """A text without the mark at its end, and that mark."""
    if text.endswith((".", "!", "?")) and not text.endswith(("..", "etc.", "a.m.", "p.m.", "U.S.")):
        return text[:-1], text[-1]
    return text, ""


def _with_article(led: re.Match[str], said: str, kind: str) -> str:
    """What follows a sentence's "a" or "an", with the article that its sound asks for."""
    if re.match(r"(?:the|an?|our|your|its|every|all|more|most|no|over)\b", said, re.IGNORECASE):
        return said if led["article"].islower() else capitalize_first(said)
    right = article(said.lstrip("$£€CA")) if kind == "price" else article(said)
    word = right.split(" ", 1)[0]
    return f"{word.capitalize() if led['article'][0].isupper() else word}{led['space']}{said}"
