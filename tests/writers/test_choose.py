"""Which writer is active, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from copykit.brief import load_brief
from copykit.errors import SpendingCap, WriterError
from copykit.formats import load_formats
from copykit.guide import load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.readiness import verdict
from copykit.writers import Task
from copykit.writers.choose import ModelOptions, choose_writer, data_folder
from copykit.writers.models.providers import PROVIDERS

KEY = "sk-test-0123456789abcdefghij"


def test_without_settings_it_is_offline() -> None:
    choice = choose_writer(None, environment={})
    assert (choice.name, choice.writer.name) == ("offline", "offline")
    assert choice.reason == "offline: no COPYKIT_MODEL is set"


def test_a_key_alone_spends_no_money() -> None:
    assert choose_writer("", environment={"OPENAI_API_KEY": KEY}).name == "offline"


def test_the_environment_names_a_model() -> None:
    choice = choose_writer(None, environment={"COPYKIT_MODEL": "openai:gpt-4o-mini", "OPENAI_API_KEY": KEY})
    assert choice.writer.name == choice.name == "openai:gpt-4o-mini"
    assert choice.reason == "openai:gpt-4o-mini: COPYKIT_MODEL names it"
    assert choice.missing_key == ""


def test_what_was_asked_for_wins() -> None:
    environment = {"COPYKIT_MODEL": "openai:gpt-4o-mini", "OPENAI_API_KEY": KEY}
    assert choose_writer("offline", environment=environment).reason == "offline: you asked for it"
    asked = choose_writer("anthropic:claude-sonnet-4-5", environment=environment)
    assert asked.name == "anthropic:claude-sonnet-4-5"
    assert asked.reason.endswith("you asked for it, but ANTHROPIC_API_KEY is not set")
    assert asked.missing_key == "ANTHROPIC_API_KEY"


@pytest.mark.parametrize("variable", ["OPENAI_BASE_URL", "OPENAI_API_BASE"])
def test_a_server_of_ones_own_is_named_without_its_password(variable: str) -> None:
    environment = {"COPYKIT_MODEL": "openai:qwen", variable: "http://me:secret@localhost:8080/v1?key=secret"}
    choice = choose_writer(None, environment=environment)
    assert choice.reason == "openai:qwen: COPYKIT_MODEL names it, at http://localhost:8080/v1"
    assert choice.missing_key == ""


def test_openais_address_is_for_openais_protocol_only() -> None:
    environment = {"OPENAI_BASE_URL": "http://localhost:8080/v1", "OPENAI_API_KEY": KEY}
    choice = choose_writer("anthropic:claude-sonnet-4-5", environment=environment)
    assert "localhost" not in choice.reason


def test_the_reason_never_shows_a_key() -> None:
    choice = choose_writer("openai:gpt-4o-mini", environment={"OPENAI_API_KEY": KEY})
    assert KEY not in repr(choice)


@pytest.mark.parametrize("spec", ["gpt-4o", "claude", "openai:"])
def test_a_bare_name_is_refused_with_advice(spec: str) -> None:
    with pytest.raises(WriterError, match='Write "provider:model"'):
        choose_writer(spec, environment={})


def test_the_docs_name_every_provider_with_its_package_and_key() -> None:
    docs = (Path(__file__).resolve().parents[2] / "docs" / "models.md").read_text(encoding="utf-8")
    for name, provider in PROVIDERS.items():
        row = next((line for line in docs.splitlines() if line.startswith(f"| `{name}` | `")), "")
        if name != "openai":
            assert f"`{provider.package}`" in row, name
        assert provider.key in (row or docs), name


# ── how models are asked ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("where", ["environment", "options"])
def test_another_model_may_stand_in(where: str) -> None:
    environment = {"OPENAI_API_KEY": KEY}
    options = ModelOptions()
    if where == "environment":
        environment["COPYKIT_FALLBACK"] = "openai:b, anthropic:c"
    else:
        options = ModelOptions(fallback="openai:b, anthropic:c")
    choice = choose_writer("openai:a", environment=environment, options=options)
    assert choice.name == "openai:a"
    assert "openai:b, then anthropic:c would stand in" in choice.reason


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (ModelOptions(fallback="gpt-4o"), "names no model"),
        (ModelOptions(per_run="much"), '"much" is no cap for COPYKIT_MOST_PER_RUN'),
        (ModelOptions(per_run="5"), "is no cap"),
        (ModelOptions(profiles="none.yaml"), "there is no file of profiles"),
        (ModelOptions(per_day="$1"), "no place to keep what was spent today"),
    ],
)
def test_an_option_that_can_not_be_read_is_told(option: ModelOptions, said: str) -> None:
    with pytest.raises(WriterError, match=said):
        choose_writer("openai:a", environment={"OPENAI_API_KEY": KEY}, options=option)


@pytest.mark.parametrize("text", ["$0.01", "0.01 USD", "100 tokens", "$5 and 100 tokens", "1_00 tokens; $5"])
def test_a_cap_stops_a_request_before_it_is_made(text: str, tmp_path: Path) -> None:
    profiles = tmp_path / "profiles.yaml"
    price = "{input: 10, output: 100, source: s, read: 2026-01-01}"
    profiles.write_text(f"profiles:\n  - models: openai:a\n    price: {price}\n", encoding="utf-8")
    options = ModelOptions(per_run=text, profiles=str(profiles))
    choice = choose_writer("openai:a", environment={"OPENAI_API_KEY": KEY}, options=options)
    with pytest.raises(SpendingCap, match="per run"):
        list(choice.writer.write(a_task()))


def test_a_small_model_writes_line_by_line_where_there_is_a_judge(tmp_path: Path) -> None:
    model = tmp_path / "a.gguf"
    model.touch()
    judged = choose_writer(f"local:{model}", environment={}, verdict=verdict)
    assert type(judged.writer).__name__ == "SlotWriter"
    assert type(choose_writer(f"local:{model}", environment={}).writer).__name__ == "ModelWriter"


def test_a_model_s_file_that_is_not_there_is_told_before_anything_is_written() -> None:
    with pytest.raises(WriterError, match=r'there is no file "none\.gguf"'):
        choose_writer("local:none.gguf", environment={})


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"COPYKIT_DATA": "/d", "HOME": "/h"}, "linux", "/d"),
        ({"HOME": "/h"}, "linux", "/h/.local/share/copykit"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/x"}, "linux", "/x/copykit"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/copykit"),
        ({"USERPROFILE": "/u", "LOCALAPPDATA": "/l"}, "win32", "/l/copykit"),
    ],
)
def test_data_belongs_where_the_system_keeps_it(
    environment: dict[str, str], platform: str, folder: str
) -> None:
    assert data_folder(environment, platform=platform) == Path(folder)
    assert data_folder({}, platform=platform) is None


def a_task() -> Task:
    folder = brands_dir() / "dewclaw"
    guide = load_guide(folder)
    format = load_formats([prompts_dir()])["sales-email"]
    brief = load_brief(folder / "examples" / "sales-email.yaml")
    return Task(format=format, brief=brief, guide=guide, seed=0, today=guide.today(date(2026, 11, 23)))


def test_no_key_is_in_what_can_be_looked_at() -> None:
    environment = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": f"http://me:{KEY}@localhost:1/v1"}
    choice = choose_writer("openai:a", environment=environment, options=ModelOptions(fallback="openai:b"))
    assert KEY not in f"{choice} {choice!r} {choice.writer!r} {choice.reason}"
