"""`copykit write-batch` as a sales rep runs it: with a list, a plan, a kill in between, and results."""

from __future__ import annotations

import csv
import json
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from copykit.house import brands_dir

from .conftest import Run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def list_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The Dewclaw example's list in an empty folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    for name in ("COPYKIT_BRAND", "COPYKIT_MODEL", "OPENAI_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    shutil.copy(brands_dir() / "dewclaw" / "examples" / "prospects.csv", tmp_path / "prospects.csv")
    return Path("prospects.csv")


def made_up(path: Path, count: int) -> None:
    """A list of people at clinics of three each."""
    titles = ("Practice Manager", "Owner", "Lead Technician")
    lines = ["First Name,Title,Company,Industry,Email,Observation"]
    for number in range(count):
        lines.append(
            f"Jo,{titles[number % 3]},Clinic {number // 3},Veterinary,jo{number}@clinic{number // 3}.example,"
            f"Door {number} of your clinic has a new coat of paint."
        )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def documented(tmp_path: Path) -> list[str]:
    """The command that docs/batches.md shows, with another folder to write to."""
    lines = (ROOT / "docs" / "batches.md").read_text(encoding="utf-8").splitlines()
    command = next(line for line in lines if line.startswith("copykit write-batch") and "--out out" in line)
    return [str(tmp_path / "out") if word == "out" else word for word in command.split()[1:]]


@pytest.mark.parametrize("brand", ["dewclaw", "oatwhistle"])
def test_the_documented_command_works_for_both_samples(
    brand: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COPYKIT_MODEL", raising=False)
    told = run(*(word.replace("dewclaw", brand) for word in documented(tmp_path)))
    assert told.code == 1, told.err
    made = rows_of(tmp_path / "out" / "results.csv")
    lines = (ROOT / "brand" / brand / "examples" / "prospects.csv").read_text(encoding="utf-8").splitlines()
    assert len(made) == len(lines) - 1
    ready = [row for row in made if row["copy_status"] == "ready"]
    assert len(ready) >= 5
    assert len(list((tmp_path / "out" / "mails").glob("*.eml"))) == len(ready)
    assert f"{len(ready)} ready" in told.out
    assert "% identical on average" in told.out
    assert all(row["copy_reasons"] for row in made if row["copy_status"] != "ready")


def test_the_plan_tells_all_and_writes_nothing(list_of: Path, run: Run) -> None:
    told = run("write-batch", "sales-email", "--brand", "dewclaw", "--rows", str(list_of), "--plan")
    assert told.code == 0
    assert "prospects.csv: 12 rows, 8 to write, 4 set aside" in told.out
    assert "Job Title     → recipient.title" in told.out
    assert "Practice Managers (practice-managers): 4 rows" in told.out
    assert "not for us: “zoo” is a disqualifier" in told.out
    assert "observation: 1 row (the first in line 9) would hold an open slot" in told.out
    assert "To write: 8 pieces without a model, in about " in told.out
    assert "nothing is paid" in told.out
    assert [path.name for path in Path().iterdir()] == ["prospects.csv"]


def test_the_plan_for_a_model_tells_what_it_may_take(list_of: Path, run: Run) -> None:
    told = run(
        "write-batch", "sales-email", "--brand", "dewclaw", "--rows", str(list_of), "--plan",
        "--writer", "openai:some-model",
    )  # fmt: skip
    assert told.code == 0
    assert "To write: 8 pieces, 8 requests, about " in told.out


def test_no_model_is_paid_for_what_can_t_be_ready(list_of: Path, run: Run) -> None:
    told = run(
        "write-batch", "sales-email", "--brand", "dewclaw", "--rows", str(list_of), "--out", "out",
        "--writer", "openai:some-model", "--ignore", "Observation",
    )  # fmt: skip
    assert told.code == 2
    assert "observation: every row would hold an open slot" in told.err
    assert "8 of them will not be ready, so no model is paid for them" in told.err
    assert "no row can be written to" in told.err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "out", "--map", "Nope=topic"], 'the file has no column "Nope"'),
        (["--out", "out", "--set", "observation=You have {{Hours}}."], 'names the column "Hours"'),
        (["--out", "out", "--set", "audience=nobody"], 'the guide has no audience "nobody"'),
        ([], "--out DIR, or look first with --plan"),
        (["--out", "out", "--sheet", "Leads"], "only a workbook has sheets"),
    ],
)
def test_a_slip_is_told_before_anything_is_written(
    list_of: Path, run: Run, arguments: list[str], said: str
) -> None:
    told = run("write-batch", "sales-email", "--brand", "dewclaw", "--rows", str(list_of), *arguments)
    assert told.code == 2
    assert said in told.err
    assert not Path("out").exists()


def test_mail_drafts_of_what_is_no_mail_are_refused(list_of: Path, run: Run) -> None:
    told = run(
        "write-batch",
        "google-rsa",
        "--brand",
        "dewclaw",
        "--rows",
        str(list_of),
        "--out",
        "out",
        "--as",
        "eml",
    )
    assert told.code == 2
    assert '"google-rsa" is no email' in told.err


def test_the_first_rows_can_be_tried_and_the_rest_follow(list_of: Path, run: Run) -> None:
    order = ("write-batch", "sales-email", "--brand", "dewclaw", "--rows", str(list_of), "--out", "out")
    told = run(*order, "--first", "2")
    assert "6 not written" in told.out
    before = [row["copy_body"] for row in rows_of(Path("out/results.csv"))][:2]
    told = run(*order)
    assert "going on: 2 of 8 were written before" in told.err
    assert [row["copy_body"] for row in rows_of(Path("out/results.csv"))][:2] == before


def test_a_brief_s_own_reader_goes_to_nobody_else(list_of: Path, run: Run) -> None:
    Path("mine.yaml").write_text(
        "observation: You fixed the roof.\nrecipient: {first_name: Zed}\nsender: {first_name: Nan}\n",
        encoding="utf-8",
    )
    told = run(
        "write-batch", "sales-email", "--brand", "dewclaw", "--rows", str(list_of), "--out", "out",
        "--brief", "mine.yaml",
    )  # fmt: skip
    assert "mine.yaml: left out recipient and observation" in told.err
    bodies = [row["copy_body"] for row in rows_of(Path("out/results.csv"))]
    assert not any("roof" in body or "Zed" in body for body in bodies)
    assert "Nan" in bodies[0]


def test_a_workbook_of_products_gives_an_ad_for_each(list_of: Path, run: Run) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Product", "Owner's e-mail"],
        ["Dewclaw Desk", "pm@x.example"],
        ["Shifts", "pm@x.example"],
        ["Hats", ""],
    ):
        sheet.append(row)
    book.save("products.xlsx")
    told = run("write-batch", "google-rsa", "--brand", "dewclaw", "--rows", "products.xlsx", "--out", "out")
    assert "3 rows: 2 ready and 1 set aside" in told.out
    first, second, third = rows_of(Path("out/results.csv"))
    assert "Dewclaw Desk" in "".join(first.values())
    assert first["copy_headlines_1"] != second["copy_headlines_1"]
    assert 'the guide has no product "Hats"' in third["copy_reasons"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is POSIX")
def test_a_batch_that_is_killed_again_and_again_has_every_row_exactly_once(list_of: Path, run: Run) -> None:
    made_up(list_of, 48)
    order = [
        "write-batch",
        "sales-email",
        "--brand",
        "dewclaw",
        "--rows",
        str(list_of),
        "--writer",
        "offline",
    ]
    journal = Path("killed/journal.jsonl")
    moments = random.Random(7)
    lines = killed = 0
    for _ in range(3):
        command = [sys.executable, "-m", "copykit", *order, "--out", "killed", "--concurrency", "2"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        until = lines + moments.randint(1, 8)
        while process.poll() is None and lines < until:
            try:
                process.wait(timeout=0.005)
            except subprocess.TimeoutExpired:
                lines = journal.read_bytes().count(b"\n") if journal.exists() else 0
        process.kill()
        process.communicate()
        # On a busy machine it may be done before we get to kill it.
        killed += process.returncode == -signal.SIGKILL
        lines = journal.read_bytes().count(b"\n")
    assert killed
    told = run(*order, "--out", "killed", "--concurrency", "1")
    assert "going on: " in told.err
    numbers = [row["copy_row"] for row in rows_of(Path("killed/results.csv"))]
    assert numbers == [str(number) for number in range(1, 49)]
    kept = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()[1:]]
    tries = [(one["key"], one["try"]) for one in kept]
    assert len(tries) == len(set(tries)), "something was written twice"
    assert len({key for key, _ in tries}) == 48
    run(*order, "--out", "whole", "--concurrency", "1")
    assert Path("killed/results.csv").read_bytes() == Path("whole/results.csv").read_bytes()
