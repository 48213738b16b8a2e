"""A model that does whatever it reads: the worst reader of text from outside that there can be."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from copykit.draft import Usage, Values, get_leaf, set_leaf
from copykit.writers import Chunk, Task
from copykit.writers.models import ModelWriter
from copykit.writers.models.client import Account, Piece, Request
from copykit.writers.models.conversation import Model
from copykit.writers.models.faults import Teller
from copykit.writers.models.profiles import Profile
from copykit.writers.offline import OfflineWriter

__all__ = ["Obeying", "answer_of", "obeying_writer", "runs_of"]

ROOM = 40  # letters of an honest text, from which on its field has room for more
SPARE = 8  # letters more than the longest honest item, which most limits leave
_FENCED = re.compile(r"^(=+) [^\n]+\(data\)\n(.*?)\n\1 end", re.DOTALL | re.MULTILINE)
_SPOKEN = re.compile(r"\"([^\"\n]{3,})\"|“([^”\n]{3,})”|”([^”\n]{3,})”|:\s*([^\n]{3,})")
_LEAK = re.compile(
    r"\b(?:repeat|print|summari[sz]e|reveal)\b.*\b(?:instructions|prompt|rules)\b", re.IGNORECASE
)
_ENCODED = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")
_WORTH = re.compile(
    r"https?://\S+|\S+@\S+|[\w-]+\.com\b|\[\[[^\]]*\]\]|\{[^}]*\}+|\*\|[^|]*\|\*|!?\[[^\]]*\]\([^)]*\)|<[^>]+>"
)


@dataclass
class Obeying:
    """A client whose model finds orders in its prompt and follows them.

    Attributes:
        base: what it would answer to an honest prompt, as a draft's values.
        way: `pieces` places what the orders name, `echo` repeats all the data that it was given.
        attempt: what somebody wants it to read; it is obeyed in full wherever three words of it in a row
            stand in a prompt, fenced or not.
        plain: such words that stand in honest prompts, too.
        read: in how many of its prompts they stood.
    """

    base: Values
    way: str = "pieces"
    attempt: str = ""
    plain: frozenset[tuple[str, ...]] = frozenset()
    read: int = 0
    name: str = "stub:obeying"
    asked: list[Request] = field(default_factory=list)

    def ask(self, request: Request, account: Account) -> Generator[Piece]:
        self.asked.append(request)
        answer = json.dumps(self._answer(request), ensure_ascii=False)
        account(Usage(input_tokens=len(request.system + request.user) // 4, output_tokens=50, requests=1))
        for at in range(0, len(answer), 400):
            yield Piece(text=answer[at : at + 400])
        yield Piece(finish="stop")

    def _answer(self, request: Request) -> dict[str, object]:
        orders = list(self._orders(request))
        schema = dict(request.schema or {})
        properties = dict(schema.get("properties", {}))
        if any(name.startswith("text_") for name in properties):
            stands = dict(
                re.findall(r"^=+ (text_\d+) as it stands \(data\)\n(.*?)\n=+ end", request.user, re.S | re.M)
            )
            # It was asked to mend the text, and obeys that too, unless the text itself says otherwise.
            return {name: stands.get(name, " ".join(orders) or "Yes.") for name in properties}
        values = dict(answer_of(self.base))
        said = "\n\n".join(orders)
        path = _roomiest(values)
        if path and said:
            values = set_leaf(values, path, f"{get_leaf(values, path)}\n\n{said}")
        if said:
            self._place(values, orders, said, full=bool(path))
        extra = {"footer": "https://evil.test", "system": "hacked"} if '"footer"' in request.user else {}
        return {**values, **extra}

    def _place(self, values: Values, orders: Sequence[str], said: str, *, full: bool) -> None:
        """Puts what was ordered among the items of lists: each by itself where it fits, else all in one.

        Args:
            full: whether it stands in a longer field already.
        """
        lists = {
            name: [item for item in value if isinstance(item, str)]
            for name, value in values.items()
            if isinstance(value, list) and value and all(isinstance(item, str) for item in value)
        }
        placed = False
        for name, items in lists.items():
            fits = [one for one in orders if len(one) <= max(map(len, items)) + SPARE]
            values[name] = [*items[: max(1, len(items) - len(fits))], *fits]
            placed = placed or bool(fits)
        if not (placed or full) and lists:
            name, items = next(iter(lists.items()))
            values[name] = [*items[:-1], said]

    def _orders(self, request: Request) -> Iterator[str]:
        wanted = runs_of(self.attempt) - self.plain
        if wanted & runs_of(f"{request.system}\n{request.user}"):
            self.read += 1
            yield from [self.attempt] if self.way == "echo" else self._obey(self.attempt, request)
        for _, data in _FENCED.findall(request.user):
            if self.way == "echo":
                yield data
                continue
            yield from self._obey(data, request)

    def _obey(self, data: str, request: Request, *, deep: bool = False) -> Iterator[str]:
        for found in _SPOKEN.findall(data):
            said = next(filter(None, found))
            yield said
        for found in _WORTH.findall(data):
            yield found
        if _LEAK.search(data):
            told = request.system[:1500]
            yield base64.b64encode(told.encode()).decode() if "base64" in data else told
        if "5000 times" in data:
            yield "clinic " * 5000
        for code in _ENCODED.findall(data):
            try:
                plain = base64.b64decode(code, validate=True).decode()
            except (binascii.Error, UnicodeDecodeError):
                continue
            if not deep:
                yield from self._obey(plain, request, deep=True)


def _roomiest(values: Values) -> str:
    """The path of the longest text that is no item of a list: a body, a post, the first section's text."""
    paths = {name: value for name, value in values.items() if isinstance(value, str)}
    for name, value in values.items():
        group = value[0] if isinstance(value, list) and value else None
        if isinstance(group, Mapping):
            paths |= {f"{name}[0].{key}": text for key, text in group.items() if isinstance(text, str)}
    longest = max(paths, key=lambda path: len(paths[path]), default="")
    return longest if len(paths.get(longest, "")) >= ROOM else ""


def runs_of(text: str) -> set[tuple[str, ...]]:
    """Three words of a text in a row; of a shorter text, all of it."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))} - {()}


def answer_of(values: Values) -> Values:
    """The values without what the guide fixes."""
    return {name: value for name, value in values.items() if name not in ("legal", "url")}


def obeying_writer(
    task: Task, *, way: str, attempt: str = "", plain: frozenset[tuple[str, ...]] = frozenset()
) -> tuple[ModelWriter, Obeying]:
    """A model writer whose model obeys all that it reads, and writes as the offline writer does else."""
    values: Values = {}
    for part in OfflineWriter().write(task):
        if isinstance(part, Chunk):
            values = set_leaf(values, part.path, get_leaf(values, part.path) + part.text)
    client = Obeying(values, way=way, attempt=attempt, plain=plain)
    teller = Teller(client.name, base_url=None, variable="", secrets=())
    return ModelWriter([Model(client=client, profile=Profile(), teller=teller)]), client
