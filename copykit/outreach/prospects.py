"""Rows to briefs: each row with its own brief, audience and reasons, or set aside with the reason."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copykit.brief import Brief, check_brief, with_settings
from copykit.errors import BriefError
from copykit.guide import Guide
from copykit.outreach import people
from copykit.outreach.fit import Person, barred, find_audience
from copykit.outreach.mapping import Column, plain, targets_of
from copykit.sources.tables import Row, Table
from copykit.wording import did_you_mean

__all__ = ["Aside", "List", "Prospect", "Tag", "read_list", "tags_in"]

# A column named in the brief's texts, perhaps with words for where it is empty: {{Opened}}, {{Opened|lately}}
_TAG = re.compile(r"\{\{ *(?P<name>[^{}|]{1,80}?) *(?:\| *(?P<otherwise>[^{}]{0,200}?) *)?\}\}")
_IDS = ("audience", "product", "ask", "offer")  # a cell may say its name in the stead of its id


@dataclass(frozen=True, kw_only=True)
class Prospect:
    """A row that can be written to.

    Attributes:
        number: the row's number in the table; `line` where it begins.
        key: tells the row from others and from itself with other cells.
        cells: the row as it came.
        brief: what is asked for.
        why: why this audience.
        remarks: what was done to its cells, a phrase each.
        firm: the company's number in the list; -1 when none is known.
    """

    number: int
    line: int
    key: str
    cells: Mapping[str, str]
    brief: Brief
    why: str
    remarks: tuple[str, ...] = ()
    firm: int = -1


@dataclass(frozen=True, kw_only=True)
class Aside:
    """A row that was set aside, and why; `unfit` where no audience of the guide fits it."""

    number: int
    line: int
    cells: Mapping[str, str]
    reason: str
    unfit: bool = False


@dataclass(frozen=True, kw_only=True)
class List:
    """A table as prospects.

    Attributes:
        table: as it was read.
        columns: what becomes of each column.
        base: the brief that every row starts from.
        prospects: the rows that can be written to, in order.
        aside: the others, in order.
    """

    table: Table
    columns: tuple[Column, ...]
    base: Brief
    prospects: tuple[Prospect, ...]
    aside: tuple[Aside, ...]


@dataclass(frozen=True, kw_only=True)
class Tag:
    """A column named in a brief's text, and the words for where its cell is empty (None: the row is held)."""

    name: str
    otherwise: str | None


def tags_in(text: str) -> list[Tag]:
    """The columns that a text names in double braces."""
    return [Tag(name=match["name"], otherwise=match["otherwise"]) for match in _TAG.finditer(text)]


def read_list(
    table: Table,
    columns: Sequence[Column],
    *,
    base: Brief,
    guide: Guide,
    settings: Mapping[str, str],
    mails: bool,
) -> List:
    """Makes a brief for each row of a table.

    Args:
        table: the rows.
        columns: what each column fills.
        base: the brief that they start from; its recipient is not used.
        guide: whose audiences the rows are held against.
        settings: further settings of the brief, by name (`sender.first_name`); they win over it, and a row's
            own cell wins over both. The texts of both may name columns in double braces.
        mails: whether each row gets an email: then a row with a malformed address is set aside, and so is one
            with the address of an earlier row.

    Raises:
        BriefError: when the brief names a column that the table does not have, or what the guide has not.
    """
    base = with_settings(base, {key: value for key, value in settings.items() if not _TAG.search(value)})
    tagged = {**_tagged(base), **{key: value for key, value in settings.items() if _TAG.search(value)}}
    _verify_tags(tagged, table)
    base = with_settings(base, dict.fromkeys(tagged, ""))
    check_brief(base, guide)
    maker = _Maker(table, columns, base, guide, tagged, frozenset(settings), mails)
    found = [maker.make(row) for row in table.rows]
    aside = [one for one in found if isinstance(one, Aside)]
    aside += [
        Aside(
            number=bad.number, line=bad.line, reason=bad.reason,
            cells=dict(zip(table.columns, [*bad.cells, *[""] * len(table.columns)], strict=False)),
        )
        for bad in table.bad
    ]  # fmt: skip
    prospects = [one for one in found if isinstance(one, Prospect)]
    firms = people.group_firms(
        [(one.brief.recipient.company, one.brief.recipient.email) for one in prospects]
    )
    return List(
        table=table,
        columns=tuple(columns),
        base=base,
        prospects=tuple(
            Prospect(**{**vars(one), "firm": firm}) for one, firm in zip(prospects, firms, strict=True)
        ),
        aside=tuple(sorted(aside, key=lambda one: one.number)),
    )


def _texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """The texts of a brief by the name of their setting, the recipient's left out."""
    for key, value in brief.model_dump().items():
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, list):
            yield key, "\n".join(value)
        elif key == "sender":
            yield from ((f"{key}.{name}", inner) for name, inner in value.items())


def _tagged(brief: Brief) -> dict[str, str]:
    return {key: value for key, value in _texts(brief) if _TAG.search(value)}


def _verify_tags(tagged: Mapping[str, str], table: Table) -> None:
    known = {plain(column) for column in table.columns}
    for key, value in tagged.items():
        for tag in tags_in(value):
            if plain(tag.name) not in known:
                near = did_you_mean(tag.name, table.columns, tell=True)
                raise BriefError(
                    f'{key} names the column "{tag.name}", which {table.name} does not have{near}'
                )


class _Unfit(BriefError):
    """No audience of the guide fits a row."""


class _Maker:
    """Makes briefs of rows, and remembers whom it has seen."""

    def __init__(
        self,
        table: Table,
        columns: Sequence[Column],
        base: Brief,
        guide: Guide,
        tagged: Mapping[str, str],
        fixed: frozenset[str],
        mails: bool,
    ) -> None:
        self._targets = targets_of(columns)
        self._by_plain = {plain(column): column for column in reversed(table.columns)}
        self._base, self._guide, self._tagged, self._fixed = base, guide, tagged, fixed
        self._mails = mails
        self._seen: dict[str, int] = {}

    def make(self, row: Row) -> Prospect | Aside:
        """A row's prospect, or the row set aside."""
        try:
            return self._made(row)
        except BriefError as error:
            reason = "; ".join(problem.message for problem in error.problems)
            return Aside(
                number=row.number, line=row.line, cells=row.cells, reason=reason,
                unfit=isinstance(error, _Unfit),
            )  # fmt: skip

    def _made(self, row: Row) -> Prospect:
        values, remarks = self._values(row)
        if people.is_yes(values.pop("opt_out", "")):
            raise BriefError(f'opted out ("{self._targets["opt_out"]}")')
        self._look_at_address(values)
        self._look_for_doubles(row, values)
        if country := values.pop("country", ""):
            region = people.region_of(country)
            if "region" not in values and "region" not in self._fixed:
                values["region"] = region
                if region != country:
                    remarks.append(f"region {region} ({country})")
        values = {**self._filled(row, but=values), **values}
        ids = {key: self._id(key, value) for key, value in values.items() if key in _IDS and value}
        brief = with_settings(self._base, {**values, **ids})
        brief, why = self._with_audience(brief, row, named="audience" in ids)
        check_brief(brief, self._guide)
        return Prospect(
            number=row.number, line=row.line, key=_key(row), cells=row.cells, brief=brief, why=why,
            remarks=tuple(remarks),
        )  # fmt: skip

    def _values(self, row: Row) -> tuple[dict[str, str], list[str]]:
        """The settings that the row's cells fill; a cell that says nothing fills none."""
        values: dict[str, str] = {}
        remarks: list[str] = []
        for target, column in self._targets.items():
            cell = row.cells.get(column, "")
            value = people.real(cell, surname=target.endswith("last_name"))
            if cell and not value:
                remarks.append(f"“{cell}” in {column} says nothing")
            if not value:
                continue
            if target.endswith(".name"):
                first, last = people.split_name(value)
                who = target.partition(".")[0]
                values |= {f"{who}.first_name": first, f"{who}.last_name": last}
            else:
                values[target] = value
        name = values.get("recipient.first_name", "")
        if name and (mended := people.mended_name(name)) != name:
            values["recipient.first_name"] = mended
            remarks.append(
                f"first name “{name}” written {mended}" if mended else f"“{name}” is no first name"
            )
        return values, remarks

    def _look_at_address(self, values: Mapping[str, str]) -> None:
        address = values.get("recipient.email", "")
        if self._mails and address and not people.ADDRESS.fullmatch(address):
            raise BriefError(f"“{address}” is no email address")

    def _look_for_doubles(self, row: Row, values: Mapping[str, str]) -> None:
        address = values.get("recipient.email", "").casefold() if self._mails else ""
        mark = f"mail {address}" if address else f"cells {json.dumps(dict(row.cells), sort_keys=True)}"
        first = self._seen.setdefault(mark, row.line)
        if first != row.line:
            same = "has the same email address" if address else "is the same"
            raise BriefError(f"line {first} {same}")

    def _filled(self, row: Row, *, but: Mapping[str, str]) -> dict[str, str]:
        """The brief's texts that name columns, with the row's cells in their places; none of `but`."""
        filled: dict[str, str] = {}
        for key, text in self._tagged.items():
            if key in but:
                continue

            def cell(match: re.Match[str], key: str = key) -> str:
                column = self._by_plain[plain(match["name"])]
                value = people.real(row.cells[column])
                if not value and match["otherwise"] is None:
                    raise BriefError(f"{column} is empty, and {key} needs it")
                return value or match["otherwise"]

            # One pass: what a cell says is text, even if it looks like a name in braces.
            filled[key] = _TAG.sub(cell, text)
        return filled

    def _id(self, key: str, value: str) -> str:
        """The id of the part of the guide that a cell names by its id, name or label."""
        parts: Mapping[str, Sequence[tuple[str, str]]] = {
            "audience": [(one.id, one.name) for one in self._guide.audiences],
            "product": [(one.id, one.name) for one in self._guide.products],
            "ask": [(one.id, one.text) for one in self._guide.asks],
            "offer": [(one.id, one.short) for one in self._guide.offers],
        }
        for id, name in parts[key]:
            if plain(value) in (plain(id), plain(name)):
                return id
        return value

    def _with_audience(self, brief: Brief, row: Row, *, named: bool) -> tuple[Brief, str]:
        who = brief.recipient
        person = Person(
            title=who.title,
            industry=who.industry,
            size=who.size,
            company=who.company,
            more=" ".join((brief.observation, brief.notes)),
        )
        if named:
            column = self._targets.get("audience", "")
            return brief, f"the row says so ({column})" if column else "the brief names it"
        if not {"recipient.title", "recipient.industry"} & self._targets.keys():
            return brief, "no column tells of titles or industries"
        verdict = find_audience(person, self._guide)
        if verdict.audience:
            return with_settings(brief, {"audience": verdict.audience}), verdict.reason
        if verdict.disqualified:
            raise BriefError(f"not for us: {verdict.reason}")
        fallback = self._guide.audience(brief.audience)
        if fallback is not None:
            if reason := barred(person, fallback):
                raise BriefError(f"not for us: {reason}")
            return brief, f"the brief's, since {verdict.reason}"
        raise _Unfit(verdict.reason)


def _key(row: Row) -> str:
    """Sixteen hex digits of the row's number and cells."""
    told = json.dumps([row.number, dict(row.cells)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
