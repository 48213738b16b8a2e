"""Which column fills which setting of a brief: by the user's word, its header, or what its cells hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, TypeAlias

from copykit.brief import Brief, Person
from copykit.errors import BriefError
from copykit.outreach.columns_words import HEADERS, UNUSED
from copykit.sources.tables import Row, Table
from copykit.wording import did_you_mean

__all__ = ["FROM_US", "TARGETS", "Column", "Use", "map_columns", "plain", "targets_of"]

Use: TypeAlias = Literal["mapped", "unused", "ignored", "unknown"]
# What a column may fill beside the settings of a brief: both names in one, a country, and leave to write.
MORE_TARGETS = ("country", "opt_out", "recipient.name", "sender.name")
FROM_US = "copy_"  # columns of an earlier run's results begin with it
_ADDRESS = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_LOOKED_AT = 50  # rows that a column's content is judged by
_MOST_OF = 0.8  # of its cells have to be what it is taken for
# Objects that exports put before a field's name: "Contact: First Name", "Person - Email".
_OBJECT = re.compile(
    r"^(?:contact|person|lead|prospect|people|recipient|properties|attributes|fields)(?=.{3})"
)
_APOLLO = frozenset(("personlinkedinurl", "companynameforemails", "seodescription"))


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column and what becomes of it.

    Attributes:
        title: its header.
        target: the setting that it fills: `recipient.first_name`, or `opt_out` and the like; "" for none.
        use: whether it is used, and if not, why not in a word.
        reason: why, for people.
    """

    title: str
    target: str = ""
    use: Use = "unknown"
    reason: str = ""


def _targets() -> tuple[str, ...]:
    names = [name for name in Person.model_fields if name != "place"]
    people = [f"{who}.{name}" for who in ("recipient", "sender") for name in names]
    apart = ("place", "format", "recipient", "sender")
    return tuple(
        sorted([*people, *MORE_TARGETS, *(name for name in Brief.model_fields if name not in apart)])
    )


TARGETS = _targets()


def plain(header: str) -> str:
    """A header's letters and digits, in small letters and without accents."""
    bare = unicodedata.normalize("NFKD", header).casefold()
    return "".join(letter for letter in bare if letter.isalnum())


_TARGET_OF: Mapping[str, tuple[str, int]] = {
    word: (target, place) for target, words in HEADERS.items() for place, word in enumerate(words)
}


def map_columns(
    table: Table, *, named: Sequence[str] = (), ignored: Sequence[str] = ()
) -> tuple[Column, ...]:
    """What becomes of each column of a table.

    Args:
        table: the table.
        named: the user's own words, each `Column=setting`.
        ignored: columns that the user wants left alone.

    Returns:
        The columns in the table's order.

    Raises:
        BriefError: when the user names a column or a setting that there is none of, or a setting twice.
    """
    chosen = _chosen(table.columns, named)
    passed = {_column(table.columns, one, "--ignore") for one in ignored}
    taken = {target: title for title, target in chosen.items()}
    found: dict[str, Column] = {
        title: Column(title=title, target=target, use="mapped", reason="you said so")
        for title, target in chosen.items()
    }
    found |= {title: Column(title=title, use="ignored", reason="you said so") for title in passed}
    rest = [title for title in table.columns if title not in found]
    apollo = any(plain(title) in _APOLLO for title in table.columns)
    guesses: list[tuple[int, str, str, str]] = []
    for title in rest:
        if plain(title).startswith(plain(FROM_US)) and title.startswith(FROM_US):
            found[title] = Column(title=title, use="unused", reason="copykit wrote it in an earlier run")
            continue
        target, place, reason = _guess(title)
        if target == "keywords" and apollo:
            found[title] = Column(
                title=title, use="unused", reason="Apollo's words for the company, no keywords"
            )
        elif target:
            guesses.append((place, title, target, reason))
    for _, title, target, reason in sorted(guesses, key=lambda guess: guess[0]):
        if target in taken:
            reason = f'"{taken[target]}" fills {target} already'
            found[title] = Column(title=title, use="unused", reason=reason)
            continue
        taken[target] = title
        found[title] = Column(title=title, target=target, use="mapped", reason=reason)
    _drop_needless_names(found, taken)
    for title in table.columns:
        if title in found:
            continue
        if "recipient.email" not in taken and _holds_addresses(table.rows, title):
            taken["recipient.email"] = title
            reason = "its cells are email addresses"
            found[title] = Column(title=title, target="recipient.email", use="mapped", reason=reason)
        elif plain(title) in UNUSED or _OBJECT.sub("", plain(title)) in UNUSED:
            found[title] = Column(title=title, use="unused", reason="copy has no use for it")
        else:
            found[title] = Column(title=title, reason=_hint(title))
    return tuple(found[title] for title in table.columns)


def targets_of(columns: Iterable[Column]) -> dict[str, str]:
    """The column of each setting that one fills."""
    return {column.target: column.title for column in columns if column.target}


def _chosen(columns: Sequence[str], named: Sequence[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for one in named:
        title, equals, target = one.rpartition("=")
        if not equals:
            raise BriefError(
                f'"--map {one}" maps nothing',
                advice='Write --map "Column=setting", such as --map "Cell=recipient.phone".',
            )
        target = target.strip()
        if target not in TARGETS:
            raise BriefError(f'a column can\'t fill "{target}"{did_you_mean(target, TARGETS, tell=True)}')
        title = _column(columns, title.strip(), "--map")
        if target in chosen.values():
            raise BriefError(f"two columns are mapped to {target}", advice="Leave one --map out.")
        chosen[title] = target
    return chosen


def _column(columns: Sequence[str], named: str, option: str) -> str:
    if named in columns:
        return named
    alike = {plain(title): title for title in reversed(columns)}
    if plain(named) in alike:
        return alike[plain(named)]
    raise BriefError(f'{option}: the file has no column "{named}"{did_you_mean(named, columns, tell=True)}')


def _guess(title: str) -> tuple[str, int, str]:
    """The setting that a header speaks of, how good the guess is (less is better), and why."""
    if title in TARGETS:
        return title, -1, "named like the setting"
    word = plain(title)
    if word in {plain(target) for target in TARGETS}:
        return next(target for target in TARGETS if plain(target) == word), -1, "named like the setting"
    for key, worse in ((word, 0), (_OBJECT.sub("", word), 100)):
        if key in _TARGET_OF:
            target, place = _TARGET_OF[key]
            return target, place + worse, "a usual header for it"
    return "", 0, ""


def _drop_needless_names(found: dict[str, Column], taken: dict[str, str]) -> None:
    """A column with the whole name is of no use where the first name has one of its own."""
    for who in ("recipient", "sender"):
        whole, first = taken.get(f"{who}.name"), taken.get(f"{who}.first_name")
        if whole and first and found[whole].reason != "you said so":
            reason = f'"{first}" has the first name'
            found[whole] = Column(title=whole, use="unused", reason=reason)
            del taken[f"{who}.name"]


def _holds_addresses(rows: Sequence[Row], title: str) -> bool:
    cells = [row.cells[title] for row in rows[:_LOOKED_AT] if row.cells[title]]
    return len(cells) > 0 and sum(bool(_ADDRESS.fullmatch(cell)) for cell in cells) >= _MOST_OF * len(cells)


def _hint(title: str) -> str:
    near = get_close_matches(plain(title), [word for word in _TARGET_OF if len(word) > 4], n=1, cutoff=0.8)
    if near:
        return f'unknown; --map "{title}={_TARGET_OF[near[0]][0]}" if that is what it holds'
    return f'unknown; --map "{title}=…" to use it, or name it in the brief as {{{{{title}}}}}'
