"""An evaluation writes many briefs with several writers, counts, survives a kill, and tells what changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from copykit.draft import Usage, Values
from copykit.errors import BadOutput, BriefError, FormatError, LibraryError, MissingKey
from copykit.evaluation import (
    Journal,
    Piece,
    changes_text,
    figures_of,
    jobs_in,
    read_results,
    results_payload,
    results_text,
    write_piece,
)
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.writers import Chunk, Part, Revision, Task
from copykit.writers.offline import OfflineWriter

TODAY = date(2026, 9, 30)


@pytest.fixture(scope="module")
def formats() -> dict[str, Format]:
    return load_formats([prompts_dir()])


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(brands_dir() / "dewclaw")


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs" / "dewclaw"
    folder.mkdir(parents=True)
    (folder / "cta-set-01.yaml").write_text("format: cta-set\naudience: practice-managers\ngoal: demo\n")
    (folder / "meta-ad-01.yaml").write_text("format: meta-ad\naudience: practice-owners\nproduct: stock\n")
    return tmp_path / "briefs"


class Mender:
    """A stand-in for a model: it boasts first and mends that when told; ads it can't do."""

    name = "test:mender"

    def __init__(self) -> None:
        self.calls = 0

    def write(self, task: Task) -> Iterator[Part]:
        self.calls += 1
        if task.format.name == "meta-ad":
            raise BadOutput("the answer is no JSON")
        yield from OfflineWriter().write(task)
        yield Chunk(path="ctas[0].line", text=" It cuts phone calls in half.")
        yield Usage(input_tokens=900, output_tokens=100, requests=1, cost=0.002)

    def revise(self, task: Task, values: Values, revisions: Sequence[Revision]) -> Iterator[Part]:
        for one in revisions:
            yield Chunk(path=one.path, text="You see it on your own clinic first.")
        yield Usage(input_tokens=200, output_tokens=20, requests=1, cost=0.0005)


def ticks() -> Callable[[], float]:
    counter = count()
    return lambda: float(next(counter))


def evaluate(
    briefs: Path, guide: Guide, formats: dict[str, Format], writers: Sequence[object], seeds: int = 1
) -> list[Piece]:
    jobs = jobs_in(
        briefs, guides={"dewclaw": guide}, formats={"dewclaw": formats}, writers=writers, seeds=seeds,  # type: ignore[arg-type]
        today=TODAY,
    )  # fmt: skip
    clock = ticks()
    return [write_piece(job, clock=clock) for job in jobs]


def test_each_brief_is_written_by_each_writer_and_counted(
    briefs: Path, guide: Guide, formats: dict[str, Format]
) -> None:
    pieces = evaluate(briefs, guide, formats, [OfflineWriter(), Mender()])
    assert [(piece.name, piece.writer) for piece in pieces] == [
        ("dewclaw/cta-set-01", "offline"), ("dewclaw/cta-set-01", "test:mender"),
        ("dewclaw/meta-ad-01", "offline"), ("dewclaw/meta-ad-01", "test:mender"),
    ]  # fmt: skip
    offline, mended, _, failed = pieces
    assert (offline.ready, offline.rounds, dict(offline.before)) == (True, 0, {})
    assert (mended.ready, mended.rounds) == (True, 1)
    assert mended.before["claims.withdrawn"] == 1
    assert dict(mended.after) == {}
    assert mended.usage.tokens == 1220
    assert mended.seconds == 1.0
    assert (failed.ready, failed.problem) == (False, "the answer is no JSON")
    assert failed.key != offline.key


def test_the_table_and_the_json_tell_the_same(briefs: Path, guide: Guide, formats: dict[str, Format]) -> None:
    pieces = evaluate(briefs, guide, formats, [OfflineWriter(), Mender()], seeds=2)
    results = results_payload(pieces, {"dewclaw": formats}, seeds=2, today=TODAY, asked=len(pieces))
    offline, mender = results["writers"]
    assert (offline["ready"], mender["ready"]) == (1.0, 0.5)
    assert (mender["pieces"], mender["failed"]) == (4, 2)
    assert (mender["before"], mender["after"]) == (1.0, 0.0)
    assert offline["most_alike"] <= 0.5
    told = results_text(results)
    assert "2 briefs, 2 seeds, judged by 2026-09-30" in told
    assert "claims.withdrawn" in told
    assert "- 2 × the answer is no JSON" in told
    assert "| ready | 100% | 50% |" in results_text(results, markdown=True)
    assert "fields" not in results["pieces"][0]


def test_a_missing_key_ends_it_at_once(briefs: Path, guide: Guide, formats: dict[str, Format]) -> None:
    class Locked:
        name = "test:locked"

        def write(self, task: Task) -> Iterator[Part]:
            raise MissingKey("no key")
            yield

    with pytest.raises(MissingKey):
        evaluate(briefs, guide, formats, [Locked()])


def test_a_journal_keeps_what_was_written_and_not_what_failed(
    tmp_path: Path, briefs: Path, guide: Guide, formats: dict[str, Format]
) -> None:
    pieces = evaluate(briefs, guide, formats, [OfflineWriter(), Mender()])
    journal = Journal(tmp_path / "runs" / "a.journal")
    for piece in pieces:
        journal.add(piece)
    path = tmp_path / "runs" / "a.journal"
    with path.open("a") as file:  # a kill in the middle of a line
        file.write('{"key": "tor')
    again = Journal(path)
    assert set(again.pieces) == {piece.key for piece in pieces if not piece.problem}
    assert again.pieces[pieces[1].key] == pieces[1]
    again.add(replace(pieces[0], key="next"))
    assert set(Journal(path).pieces) == {*again.pieces}


def test_what_changed_is_told(briefs: Path, guide: Guide, formats: dict[str, Format]) -> None:
    pieces = evaluate(briefs, guide, formats, [OfflineWriter()])
    old = results_payload(pieces, {"dewclaw": formats}, seeds=1, today=TODAY, asked=2)
    worse = [replace(pieces[0], ready=False, after={"terms.avoid": 2}), *pieces[1:]]
    new = results_payload(worse, {"dewclaw": formats}, seeds=1, today=TODAY, asked=2)
    told = changes_text(old, new)
    assert "ready                     100%                    50%                     -50%" in told
    assert "terms.avoid               0                       2                       +2" in told
    assert "No longer ready: dewclaw/cta-set-01 --seed 0." in told
    assert changes_text(old, old) == "offline: no figure changed.\n"
    elsewhere = {**old, "writers": [{**old["writers"][0], "name": "test:other"}]}
    assert "test:other: is not evaluated now." in changes_text(elsewhere, new)


def test_no_pieces_have_no_figures(formats: dict[str, Format]) -> None:
    figures = figures_of([], {"dewclaw": formats})
    assert (figures.pieces, figures.ready, figures.alike, figures.scores) == (0, None, None, {})


def test_what_can_t_be_evaluated_is_said(
    tmp_path: Path, briefs: Path, guide: Guide, formats: dict[str, Format]
) -> None:
    with pytest.raises(BriefError, match="there is no brief"):
        evaluate(tmp_path, guide, formats, [OfflineWriter()])
    (briefs / "dewclaw" / "odd-01.yaml").write_text("format: meta-adz\n")
    with pytest.raises(FormatError, match=r'there is no format "meta-adz".*meta-ad'):
        evaluate(briefs, guide, formats, [OfflineWriter()])
    (tmp_path / "old.json").write_text(json.dumps({"version": 0}))
    with pytest.raises(LibraryError, match="no evaluation of version 1"):
        read_results(tmp_path / "old.json")
    with pytest.raises(LibraryError, match="there is no file"):
        read_results(tmp_path / "none.json")


def test_the_outcome_that_is_kept_can_be_compared_with() -> None:
    kept = read_results(Path(__file__).parents[2] / "benchmarks" / "results" / "offline.json")
    assert (kept["briefs"], kept["writers"][0]["name"]) == (116, "offline")
    assert "no figure changed" in changes_text(kept, kept)
