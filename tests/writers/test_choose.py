"""Which writer is active, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from copykit.errors import WriterError
from copykit.writers.choose import choose_writer
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
