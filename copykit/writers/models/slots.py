"""Writing with a small model: a piece composed without one, in which it writes single lines anew.

A model of a billion words of memory gets whole pieces wrong: it invents facts and loses count of words. One
line at a time it can do. So the composed piece is the frame: its facts, names, numbers, asks and approved
wordings stay word for word. Its free lines are given to the model one by one, with lines of the brand's
samples to go by; what comes back is filtered, several tries are made, and the checks choose the best one.
Where none is as good as the composed line, that one stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from copykit.draft import Leaf, Usage, Values, get_leaf, leaves, set_leaf
from copykit.errors import SpendingCap, WriterError
from copykit.guide import Guide
from copykit.text.sentences import split_sentences
from copykit.writers import Chunk, Note, Part, Revision, Task
from copykit.writers.models.client import Request
from copykit.writers.models.conversation import Model
from copykit.writers.models.fence import inline, shown
from copykit.writers.offline import OfflineWriter

__all__ = ["Line", "SlotWriter", "fitting", "free_lines"]

TRIES = 3  # answers for each line, of which the checks choose
MOST_LINES = 8  # lines of a piece that a model writes; one core takes some seconds for each
MOST_SAID = 60  # tokens of an answer; a line has fewer
LONGEST_PROBLEM = 200  # characters of what is wrong with a line
SHOWN = 4  # lines of the samples that a model is shown
LEAST_WORDS, MOST_WORDS = 3, 30
LONGER = 1.4  # a new line may be longer than the old one by so much
LIKE_A_FACT = 0.4  # share of word pairs that a line may have in common with a fact and still be free
ON_THE_SUBJECT = 0.3  # share of a line's weighty words that must come back, so that it says the same
FIXED_ROLES = ("legal", "url", "ask")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT_FREE = re.compile(r"\d|[%$€£“”\"{}<>@#*_\[\]`|]|https?:|^[A-Z][\w ]*:")
_QUOTED = re.compile(r"“([^”]+)”:")  # what a problem is about stands before it
_QUOTES = "\"'“”‘’«» \t"
_LABEL = re.compile(r"^(?:[-*•>]|\d+[.)])\s+|^[A-Za-z ]{3,20}:\s+")
_SMALL = frozenset(
    "a an and are as at be but by can do for from has have how if in into is it its more no not of on or our"
    " so that the their them they this to up was we what when who will with you your".split()
)
# Words by which a model speaks of its task, instead of doing it.
_TALK = frozenset(
    "line lines sentence sentences word words meaning fresh rephrase rewrite version here's".split()
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a text that may be written anew: where it stands, and what it says."""

    path: str
    start: int
    end: int
    text: str

    @property
    def words(self) -> list[str]:
        """Its words, in lower case."""
        return _words(self.text)


class SlotWriter:
    """Composes a piece without a model, and has a model write its free lines anew.

    Args:
        models: the model to ask, then those that stand in when it can't be asked; at least one.
        verdict: how much is wrong with a task's texts, by the checks; the smaller the better.
        tries: answers for each line.
    """

    def __init__(
        self,
        models: Sequence[Model],
        *,
        verdict: Callable[[Task, Values], tuple[float, ...]],
        tries: int = TRIES,
    ) -> None:
        self._models = tuple(models)
        self._verdict = verdict
        self._tries = tries
        self._frame = OfflineWriter()

    def __repr__(self) -> str:
        return f"SlotWriter({self.name!r})"

    @property
    def name(self) -> str:
        """`provider:model`."""
        return self._models[0].client.name

    def write(self, task: Task) -> Iterator[Part]:
        """Streams the piece, text by text, each when its lines are chosen.

        Raises:
            SpendingCap: when a request might cost more than may be spent.
            WriterError: when no model can be asked; what was streamed before stays good.
        """
        values: Values = {}
        notes: list[Note] = []
        for part in self._frame.write(task):
            if isinstance(part, Chunk):
                values = set_leaf(values, part.path, get_leaf(values, part.path) + part.text)
            elif isinstance(part, Note):
                notes.append(part)
        yield from notes
        asking = _Asking(task, self._models)
        tried = written = 0
        for leaf in leaves(task.format, values):
            for line in free_lines(task, leaf):
                if tried == MOST_LINES:
                    break
                tried += 1
                best = yield from self._best(task, values, line, asking)
                if best is not None:
                    values = best
                    written += 1
            yield Chunk(path=leaf.path, text=get_leaf(values, leaf.path))
        yield Note(
            remark=f"{written} of {tried} free lines are by {asking.name}, the rest is the guide's own"
        )

    def revise(self, task: Task, values: Values, revisions: Sequence[Revision]) -> Iterator[Part]:
        """Streams new texts for the revisions' paths and for no others; see `Editor.revise`.

        Only free lines are written anew, those that a problem quotes where it quotes one, each with what is
        wrong with it in words. Where a text breaks a rule, other versions of it are composed, too. A text
        comes only if the checks find less wrong with the piece.

        Raises:
            SpendingCap: when a request might cost more than may be spent.
            WriterError: when no model can be asked.
        """
        asking = _Asking(task, self._models)
        tried = 0
        for one in revisions:
            field = task.format.field(one.path)
            if field is None or field.role in FIXED_ROLES:
                continue
            before = self._verdict(task, values)
            better = self._composed_anew(task, values, one.path) if before[0] else values
            leaf = Leaf(path=one.path, text=get_leaf(better, one.path), field=field)
            for line in free_lines(task, leaf):
                faults = [problem for problem in one.problems if _is_about(problem, line)]
                if not faults or tried == MOST_LINES:
                    continue
                tried += 1
                best = yield from self._best(task, better, line, asking, faults=faults)
                better = best or better
            if self._verdict(task, better) < before:
                values = better
                yield Chunk(path=one.path, text=get_leaf(better, one.path))

    def _composed_anew(self, task: Task, values: Values, path: str) -> Values:
        """The values with another version of a text from the guide's own words, if there is a better one."""
        best = self._verdict(task, values), values
        for number in range(1, TRIES + 1):
            other: Values = {}
            for part in self._frame.write(replace(task, seed=task.seed + number)):
                if isinstance(part, Chunk) and part.path == path:
                    other = set_leaf(other, path, get_leaf(other, path) + part.text)
            if text := get_leaf(other, path):
                tried = set_leaf(values, path, text)
                best = min(best, (self._verdict(task, tried), tried), key=lambda one: one[0])
        return best[1]

    def _best(
        self, task: Task, values: Values, line: Line, asking: _Asking, *, faults: Sequence[str] = ()
    ) -> Generator[Part, None, Values | None]:
        """The values with the best of the answers for a line; None when none is as good as what stands."""
        as_it_stands = self._verdict(task, values)
        chosen: tuple[tuple[float, ...], Values] | None = None
        seen = {line.text.casefold()}
        for number in range(self._tries):
            said = yield from asking.said(line, number, faults)
            text = fitting(said, line, asking.guide)
            if not text or text.casefold() in seen:
                continue
            seen.add(text.casefold())
            tried = _with(values, line, text)
            wrong = self._verdict(task, tried)
            if wrong <= as_it_stands and (chosen is None or wrong < chosen[0]):
                chosen = wrong, tried
        return chosen[1] if chosen else None


class _Asking:
    """Asks for lines; when a model can't be asked, the next one stands in for the rest of the piece."""

    def __init__(self, task: Task, models: Sequence[Model]) -> None:
        self._task = task
        self._models = [*models]
        self.guide = task.guide

    @property
    def name(self) -> str:
        return self._models[0].client.name

    def said(self, line: Line, number: int, faults: Sequence[str]) -> Generator[Part, None, str]:
        """What a model says when it is asked for a line."""
        while True:
            used: list[Usage] = []
            text = ""
            try:
                with closing(
                    self._models[0].client.ask(self._request(line, number, faults), used.append)
                ) as pieces:
                    for piece in pieces:
                        text += piece.text
                yield from used
                return text
            except SpendingCap:
                yield from used
                raise
            except WriterError as error:
                yield from used
                if len(self._models) == 1:
                    raise
                before = self._models.pop(0).client.name
                yield Note(writer=self.name, remark=f"{self.name} stood in for {before}: {error}")

    def _request(self, line: Line, number: int, faults: Sequence[str]) -> Request:
        most = max(LEAST_WORDS + 2, round(len(line.words) * LONGER))
        voice = " ".join(self._examples)
        system = (
            f"You write lines for {inline(self.guide.brand.name)}. They sound like this: {voice}\n"
            f"You are given a line, and you say it in a fresh way: same meaning, plain words, {most} words or"
            " fewer. No numbers, no names, no exclamation mark."
        )
        # The voice's own pairs show what is asked for; a small model goes on with a pattern that it sees.
        pairs = [(trait.counterexample, trait.example) for trait in self.guide.brand.voice]
        shown = [pair for pair in pairs if not any(_NOT_FREE.search(text) for text in pair)][:SHOWN]
        told = "".join(f"Line: {before}\nFresh: {after}\n\n" for before, after in shown)
        wrong = "".join(f"Wrong with it: {inline(one, longest=LONGEST_PROBLEM)}\n" for one in faults)
        user = f"{told}Line: {inline(line.text, longest=240)}\n{wrong}Fresh:"
        seed = self._task.seed * 101 + number
        return Request(system=system, user=user, seed=seed, most_output=MOST_SAID, one_line=True)

    @cached_property
    def _examples(self) -> list[str]:
        """Lines of the brand's samples, those of the channel first; the seed chooses among them."""
        channel = self._task.format.channel
        samples = sorted(self.guide.samples, key=lambda sample: sample.channel != channel)
        found = [
            text
            for sample in samples
            for start, end in split_sentences(sample.text)
            if not _NOT_FREE.search(text := " ".join(sample.text[start:end].split()))
            and 4 <= len(_words(text)) <= 14
        ]
        found = list(dict.fromkeys(found)) or [trait.example for trait in self.guide.brand.voice]
        begin = self._task.seed * SHOWN % max(1, len(found) - SHOWN + 1)
        return found[begin : begin + SHOWN]


def free_lines(task: Task, leaf: Leaf) -> Iterator[Line]:
    """The lines of a text that hold no fact, name, number, ask or approved wording."""
    if leaf.field.role in FIXED_ROLES or leaf.text.lstrip().startswith(("http", "[[")):
        return
    spans = split_sentences(leaf.text)
    facts = [_pairs(_words(text)) for text in _fixed(task)]
    names = _names(task.guide)
    for start, end in spans:
        text = leaf.text[start:end]
        words = _words(text)
        # In a longer text, a line without a stop is a greeting, a signature or a heading.
        bare = len(spans) > 1 and text[-1:] not in ".?"
        if bare or "\n" in text or _NOT_FREE.search(text) or not LEAST_WORDS <= len(words) <= MOST_WORDS:
            continue
        pairs = _pairs(words)
        if names & {*words} or any(_shared(pairs, fact) > LIKE_A_FACT for fact in facts):
            continue
        yield Line(path=leaf.path, start=start, end=end, text=text)


def fitting(said: str, line: Line, guide: Guide) -> str:
    """The line in an answer, if it can stand where the old one stood; else "".

    It is one line that ends as the old one does, about as long, on the same subject, and without a number,
    a name, a label or a mark that the old one did not have.
    """
    text = next((part for part in shown(said).splitlines() if part.strip()), "")
    text = _LABEL.sub("", text.strip()).strip(_QUOTES)
    if not line.text[-1:].isalnum() and text[-1:].isalnum():
        text += line.text[-1]
    if line.text[-1:].isalnum():
        text = text.rstrip(".")
    words = _words(text)
    if not LEAST_WORDS <= len(words) <= len(line.words) * LONGER or _NOT_FREE.search(text):
        return ""
    if text[-1:] != line.text[-1:] and (text[-1:] in ".?!:,;…" or line.text[-1:] in ".?"):
        return ""
    if "!" in text or "..." in text or "…" in text or text[:1].isupper() != line.text[:1].isupper():
        return ""
    subject = {*line.words} - _SMALL
    if len({*words} & subject) < max(1, len(subject) * ON_THE_SUBJECT) or {*words} & _TALK - {*line.words}:
        return ""
    before, after = _WORD.findall(line.text), _WORD.findall(text)
    if {word for word in after if word.isupper() and len(word) > 1} - {*before}:
        return ""
    titled = all(word[:1].isupper() for word in before if len(word) > 3)
    capitals = {word for word in after[1:] if word[:1].isupper() and word != "I"}
    return "" if capitals - {*before} and not titled else text


def _is_about(problem: str, line: Line) -> bool:
    """Whether a problem in words is about a line: it quotes something of it, or nothing at all."""
    quoted = _QUOTED.match(problem)
    if quoted is None:
        return True
    said = quoted.group(1).casefold()
    return said in line.text.casefold() or line.text.casefold() in said


def _with(values: Values, line: Line, text: str) -> Values:
    """The values with another text for a line; it is looked for again, since it may have moved."""
    whole = get_leaf(values, line.path)
    return set_leaf(values, line.path, whole.replace(line.text, text, 1))


def _fixed(task: Task) -> Iterator[str]:
    """Texts that must be said as they are, or not at all."""
    guide, brief = task.guide, task.brief
    for claim in guide.claims:
        yield from (claim.text, *claim.wordings)
    for offer in guide.offers:
        yield from (offer.text, *offer.wordings, offer.short)
    for product in guide.products:
        yield product.text
        for feature in product.features:
            yield from (feature.text, feature.benefit, feature.action, feature.headline)
    for message in guide.messages:
        yield from (message.text, *message.wordings, message.short)
        yield from _sentences(message.explanation)
    for ask in guide.asks:
        yield from (ask.text, *ask.wordings, ask.question, ask.line)
    for story in guide.stories:
        for text in (story.before, story.change, story.result, story.quote or ""):
            yield from _sentences(text)
    for step in guide.steps:
        yield from (step.title, *_sentences(step.text))
    yield from (wordplay.text for wordplay in guide.wordplay)
    for text in (brief.observation, brief.topic, brief.source, *brief.facts):
        yield from _sentences(text)


def _sentences(text: str) -> Iterator[str]:
    yield from (text[start:end] for start, end in split_sentences(text))


def _names(guide: Guide) -> set[str]:
    """The words that stand for the brand and for what it sells."""
    brand = {*_words(guide.brand.name)}
    products = ({*_words(product.name)} for product in guide.products)
    # Beside the brand's own name, a product's may be an everyday word: "Dewclaw Desk".
    return brand.union(*(words for words in products if not words & brand)) - _SMALL


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _pairs(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(words))


def _shared(pairs: frozenset[tuple[str, str]], fact: frozenset[tuple[str, str]]) -> float:
    """What share of the shorter one's word pairs two lines have in common."""
    least = min(len(pairs), len(fact))
    return len(pairs & fact) / least if least else 0.0
