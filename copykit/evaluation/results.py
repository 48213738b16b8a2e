"""The outcome of an evaluation as a table and as JSON, and what changed since an earlier one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from copykit.errors import LibraryError
from copykit.evaluation.figures import Figures, figures_of
from copykit.evaluation.journal import piece_to
from copykit.evaluation.pieces import AREAS, Piece
from copykit.formats import Format

__all__ = ["VERSION", "changes_text", "read_results", "results_payload", "results_text"]

VERSION = 1
MOST_SHOWN = 12
LABEL, COLUMN = 26, 24
Formats = Mapping[str, Mapping[str, Format]]


def results_payload(
    pieces: Sequence[Piece], formats: Formats, *, seeds: int, today: date, asked: int, version: str = ""
) -> dict[str, Any]:
    """The outcome as JSON: each writer's figures, over all and by format, and every piece without its text.

    Args:
        pieces: what was written or failed, in order.
        formats: for each brand its formats by name.
        seeds: how many seeds each brief was written with.
        today: the day by which it was judged.
        asked: how many pieces were asked for; more than there are when the run was stopped.
        version: copykit's own.
    """
    writers = list(dict.fromkeys(piece.writer for piece in pieces))
    return {
        "version": VERSION,
        "copykit": version,
        "today": today.isoformat(),
        "seeds": seeds,
        "asked": asked,
        "briefs": len({piece.name for piece in pieces}),
        "writers": [
            {
                "name": writer,
                **_figures(figures_of(own, formats)),
                "formats": {
                    name: _figures(figures_of([piece for piece in own if piece.format == name], formats))
                    for name in sorted({piece.format for piece in own})
                },
            }
            for writer in writers
            if (own := [piece for piece in pieces if piece.writer == writer])
        ],
        "pieces": [
            {name: value for name, value in piece_to(piece).items() if name != "fields"} for piece in pieces
        ],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in asdict(figures).items()
    }


def read_results(path: Path) -> dict[str, Any]:
    """The outcome of an earlier evaluation.

    Raises:
        LibraryError: when the file can't be read, or is no such outcome.
    """
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LibraryError(f'there is no file "{path}"') from None
    except (OSError, ValueError) as error:
        raise LibraryError(f"can't be read: {error}", path=path.as_posix()) from None
    if (
        not isinstance(tree, dict)
        or tree.get("version") != VERSION
        or not isinstance(tree.get("writers"), list)
    ):
        raise LibraryError(
            f"this is no evaluation of version {VERSION}", path=path.as_posix(),
            advice="Give a file that copykit eval --out has written.",
        )  # fmt: skip
    return tree


# ── the table ───────────────────────────────────────────────────────────────────────────────────────

# What a row is called, and how its value is told; the figures are those of `Figures`.
_ROWS: Sequence[tuple[str, str, str]] = (
    ("pieces", "pieces", "count"),
    ("not written", "failed", "count"),
    ("ready", "ready", "share"),
    ("rounds a piece", "rounds", "number"),
    ("rounds undone", "undone", "share"),
    ("errors before", "before", "number"),
    ("errors after", "after", "number"),
    ("warnings", "warnings", "number"),
    ("suggestions", "suggestions", "number"),
    ("facts placed", "facts", "number"),
    ("words", "words", "whole"),
    ("alike, on average", "alike", "share"),
    ("most alike of one brief", "most_alike", "share"),
    ("seconds a piece", "seconds", "number"),
)


def results_text(results: Mapping[str, Any], *, markdown: bool = False) -> str:
    """The writers' figures side by side, errors by check, and why pieces are not ready or not there.

    Args:
        results: what `results_payload` gives.
        markdown: whether to write Markdown tables.
    """
    writers: Sequence[Mapping[str, Any]] = results["writers"]
    names = [str(one["name"]) for one in writers]
    head = (
        f"{results['briefs']} briefs, {results['seeds']} "
        f"{'seed' if results['seeds'] == 1 else 'seeds'}, judged by {results['today']}"
    )
    done = sum(one["pieces"] for one in writers)
    if done < results["asked"]:
        head += f"; {done} of {results['asked']} pieces so far"
    blocks = [head, _table(["", *names], list(_rows(writers)), markdown)]
    by_format = list(_format_rows(writers))
    if by_format:
        blocks.append(_table(["ready, errors after, score", *names], by_format, markdown))
    checks = list(_check_rows(writers))
    if checks:
        blocks.append(_table(["errors by check", *names], checks, markdown))
    for title, key in (("Why pieces are not ready", "blocked"), ("Why pieces were not written", "problems")):
        for one in writers:
            if one[key]:
                blocks.append("\n".join([f"{title} ({one['name']}):", *_reasons(one[key])]))
    return "\n\n".join(blocks) + "\n"


def _rows(writers: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    for label, key, kind in _ROWS:
        yield [label, *(_told(one[key], kind) for one in writers)]
        if key == "suggestions":
            for area in AREAS:
                told = f"score {area}" if area != "overall" else "score"
                yield [told, *(_told(one["scores"].get(area), "number") for one in writers)]
    if any(one["usage"]["requests"] or one["usage"]["cached"] for one in writers):
        yield ["tokens in a piece", *(_each(one, "input_tokens") for one in writers)]
        yield ["tokens out a piece", *(_each(one, "output_tokens") for one in writers)]
        yield ["cost of all, USD", *(_cost(one["usage"]) for one in writers)]


def _each(one: Mapping[str, Any], key: str) -> str:
    written = one["pieces"] - one["failed"]
    return f"{one['usage'][key] / written:,.0f}" if written else "–"


def _cost(usage: Mapping[str, Any]) -> str:
    if usage["unpriced"]:
        return f"{usage['cost']:.2f}, {usage['unpriced']} requests unpriced"
    return f"{usage['cost']:.2f}"


def _format_rows(writers: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    for name in sorted({name for one in writers for name in one["formats"]}):
        cells = []
        for one in writers:
            figures = one["formats"].get(name)
            if figures is None:
                cells.append("–")
                continue
            cells.append(
                f"{_told(figures['ready'], 'share')}, {_told(figures['after'], 'number')}, "
                f"{_told(figures['scores'].get('overall'), 'number')}"
            )
        yield [name, *cells]


def _check_rows(writers: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    seen: dict[str, int] = {}
    for one in writers:
        for key in ("errors_before", "errors_after"):
            for check, count in one[key].items():
                seen[check] = seen.get(check, 0) + count
    for check in sorted(seen, key=lambda check: (-seen[check], check)):
        counts = [(one["errors_before"].get(check, 0), one["errors_after"].get(check, 0)) for one in writers]
        yield [check, *(f"{before} → {after}" for before, after in counts)]


def _told(value: Any, kind: str) -> str:
    if value is None:
        return "–"
    if kind == "share":
        return f"{value:.0%}"
    if kind == "number":
        return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
    return f"{value:,.0f}"


def _reasons(counts: Mapping[str, int]) -> Iterator[str]:
    for reason, count in list(counts.items())[:MOST_SHOWN]:
        yield f"- {count} × {reason}"
    if len(counts) > MOST_SHOWN:
        yield f"- and {len(counts) - MOST_SHOWN} other reasons"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], markdown: bool) -> str:
    if markdown:
        escaped = [[cell.replace("|", "\\|") for cell in row] for row in (head, *rows)]
        lines = [f"| {' | '.join(row)} |" for row in escaped]
        return "\n".join([lines[0], f"|---|{'---:|' * (len(head) - 1)}", *lines[1:]])
    label = max(LABEL, *(len(row[0]) + 2 for row in (head, *rows)))
    column = max(COLUMN, *(len(cell) + 2 for row in (head, *rows) for cell in row[1:]))
    return "\n".join(
        f"{row[0]:<{label}}{''.join(f'{cell:<{column}}' for cell in row[1:])}".rstrip()
        for row in (head, *rows)
    )


# ── what changed ────────────────────────────────────────────────────────────────────────────────────


def changes_text(old: Mapping[str, Any], new: Mapping[str, Any], *, markdown: bool = False) -> str:
    """What changed from an earlier evaluation: each writer's figures, errors by check, and single pieces.

    Only pieces of the same brief, writer and seed are held against each other; how many there are is said.

    Args:
        old: the earlier outcome, as read by `read_results`.
        new: this one.
        markdown: whether to write Markdown tables.
    """
    before = {one["name"]: one for one in old["writers"]}
    blocks: list[str] = []
    for one in new["writers"]:
        other = before.get(one["name"])
        if other is None:
            blocks.append(f"{one['name']}: was not evaluated before.")
            continue
        rows = [row for row in _changed_rows(other, one) if row]
        table = _table([str(one["name"]), "before", "now", "change"], rows, markdown) if rows else ""
        blocks.append(table or f"{one['name']}: no figure changed.")
        checks = list(_changed_checks(other["errors_after"], one["errors_after"]))
        if checks:
            blocks.append(_table(["errors after, by check", "before", "now", "change"], checks, markdown))
        blocks += _changed_pieces(old["pieces"], new["pieces"], str(one["name"]))
    blocks += [
        f"{name}: is not evaluated now." for name in before if name not in {o["name"] for o in new["writers"]}
    ]
    return "\n\n".join(blocks) + "\n"


def _changed_rows(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[list[str]]:
    rows = [(label, old.get(key), new.get(key), kind) for label, key, kind in _ROWS]
    rows += [(f"score {area}", old["scores"].get(area), new["scores"].get(area), "number") for area in AREAS]
    for label, before, now, kind in rows:
        if _told(before, kind) != _told(now, kind):
            change = now - before if now is not None and before is not None else None
            sign = "+" if change is not None and change > 0 else ""
            yield [label, _told(before, kind), _told(now, kind), f"{sign}{_told(change, kind)}"]


def _changed_checks(old: Mapping[str, int], new: Mapping[str, int]) -> Iterator[list[str]]:
    for check in sorted({*old, *new}, key=lambda check: (old.get(check, 0) - new.get(check, 0), check)):
        before, now = old.get(check, 0), new.get(check, 0)
        if before != now:
            yield [check, str(before), str(now), f"{now - before:+d}"]


def _changed_pieces(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], writer: str
) -> Iterator[str]:
    def ready(pieces: Sequence[Mapping[str, Any]]) -> dict[tuple[str, int], bool]:
        return {(one["name"], one["seed"]): one["ready"] for one in pieces if one["writer"] == writer}

    before, now = ready(old), ready(new)
    both = before.keys() & now.keys()
    if len(both) < max(len(before), len(now)):
        yield f"{len(both)} pieces of {writer} are in both; {len(before)} were there before, {len(now)} now."
    for title, wanted in (("No longer ready", False), ("Ready now", True)):
        names = sorted(
            f"{name} --seed {seed}"
            for name, seed in both
            if now[name, seed] is wanted is not before[name, seed]
        )
        if names:
            more = f" and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else ""
            yield f"{title}: {', '.join(names[:MOST_SHOWN])}{more}."
