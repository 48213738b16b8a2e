"""The options for models, as a user gives them; sockets are closed here, so nothing can have been sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copykit.errors import Unreachable
from copykit.writers import Chunk, Part, Task
from copykit.writers.choose import Choice

from .conftest import Run

KEY = "sk-test-0123456789abcdefghij"


@pytest.fixture
def key(brand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def profiles(text: str) -> str:
    Path("profiles.yaml").write_text(text, encoding="utf-8")
    return "profiles.yaml"


WRITE = ("write", "note", "--brand", "hubgear", "--set", "topic=Hubs", "--writer", "openai:mine")


@pytest.mark.usefixtures("key")
def test_a_cap_is_told_before_anything_is_sent(run: Run) -> None:
    price = "{input: 1000, output: 1000, source: s, read: 2026-01-01}"
    known = profiles(f"profiles:\n  - models: openai:mine\n    price: {price}\n")
    told = run(*WRITE, "--profiles", known, "--most-per-run", "$1")
    assert told.code == 2
    assert "the request was not made: it might take $" in told.err
    assert "the cap of $1.00 per run leaves less" in told.err
    assert KEY not in told.out + told.err


@pytest.mark.usefixtures("key")
def test_a_cap_in_dollars_wants_a_price(run: Run) -> None:
    told = run(*WRITE, "--most-per-run", "$1")
    assert told.code == 2 and "the price of openai:mine is not known" in told.err


@pytest.mark.usefixtures("key")
def test_a_cap_per_day_counts_all_runs(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYKIT_DATA", str(tmp_path / "data"))
    told = run(*WRITE, "--most-per-day", "100 tokens")
    assert told.code == 2 and "per day leaves less" in told.err
    assert (tmp_path / "data" / "spending.sqlite").is_file()


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--most-per-run", "lots"), '"lots" is no cap'),
        (("--fallback", "gpt"), '"gpt" names no model'),
        (("--profiles", "gone.yaml"), 'there is no file of profiles "gone.yaml"'),
    ],
)
def test_an_option_that_can_not_be_read_is_told(run: Run, options: tuple[str, ...], said: str) -> None:
    told = run(*WRITE, *options)
    assert told.code == 2 and said in told.err


@pytest.mark.usefixtures("key")
def test_a_fault_in_ones_profiles_is_told_with_its_line(run: Run) -> None:
    told = run(*WRITE, "--profiles", profiles("profiles:\n  - models: openai:mine\n    contxt: 1\n"))
    assert told.code == 2 and "profiles.yaml:3:" in told.err and 'did you mean "context"' in told.err


@pytest.mark.usefixtures("brand")
def test_what_a_model_wrote_before_it_gave_up_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Breaking:
        name = "openai:mine"

        def write(self, task: Task) -> Iterator[Part]:
            yield Chunk(path=task.format.fields[0].name, text="Hubs that last a winter")
            raise Unreachable("the connection to openai:mine broke off in the middle")

    choice = Choice(writer=Breaking(), name="openai:mine", reason="openai:mine: you asked for it")
    monkeypatch.setattr("copykit.cli.write.writer_from", lambda spec, models: choice)
    told = run(*WRITE)
    assert told.code == 2 and "broke off in the middle" in told.err
    assert "Hubs that last a winter" in told.out
    assert "the writer gave up: the connection to openai:mine broke off" in told.out
