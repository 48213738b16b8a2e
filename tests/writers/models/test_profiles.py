"""What is known of models: the most specific entry wins, the user's over ours, faults with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from copykit.errors import WriterError
from copykit.writers.models.profiles import Profile, load_profiles, profile_of

YAML = """\
profiles:
  - models: openai:gpt-4o-mini
    price: {input: 9, output: 90, source: our contract, read: 2026-11-01, known: ours}
  - models: openai:house-small
    strategy: slots
    output: 1024
    context: 2048
  - models: openai:house-*
    context: 8192
    structured: no
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "profiles.yaml"
    path.write_text(YAML, encoding="utf-8")
    return path


def test_the_file_that_comes_with_copykit_is_sound() -> None:
    entries = load_profiles()
    assert len(entries) > 20
    for entry in entries:
        if entry.price:
            assert entry.price.source and entry.price.known
            assert 0 <= entry.price.input <= entry.price.output <= 200


def test_each_setting_is_the_most_specific_ones() -> None:
    profile = profile_of("openai:gpt-4o-mini", load_profiles())
    assert (profile.context, profile.output, profile.structured) == (128_000, 16_384, True)
    assert profile.price and (profile.price.input, profile.price.output) == (0.15, 0.6)


def test_a_model_that_nobody_knows_has_an_empty_profile() -> None:
    assert profile_of("someone:something", load_profiles()) == Profile()


@pytest.mark.parametrize(
    ("spec", "strategy"),
    [
        ("local:/models/any.gguf", "slots"),
        ("openai:Qwen2.5-1.5B-Instruct", "slots"),
        ("ollama:llama3.2:1b", "slots"),
        ("openai:qwen2.5:7b", "fields"),
        ("openai:qwen2.5:72b", "fields"),
        ("openai:gpt-4.1", "fields"),
    ],
)
def test_small_models_write_line_by_line(spec: str, strategy: str) -> None:
    assert profile_of(spec, load_profiles()).strategy == strategy


def test_a_file_of_ones_own_extends_and_wins(own: Path) -> None:
    entries = load_profiles(own)
    known = profile_of("openai:gpt-4o-mini", entries)
    assert known.price and known.price.input == 9
    assert known.context == 128_000
    small = profile_of("openai:house-small", entries)
    assert (small.context, small.structured, small.output, small.strategy) == (2048, False, 1024, "slots")


def test_our_prices_do_not_hold_at_an_address_of_ones_own_and_ones_own_do(own: Path) -> None:
    assert profile_of("openai:gpt-4o-mini", load_profiles(), own_server=True).price is None
    own_price = profile_of("openai:gpt-4o-mini", load_profiles(own), own_server=True).price
    assert own_price and own_price.input == 9


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("profiles:\n  - models: openai:x\n    contxt: 5\n", 3, "contxt"),
        ("profiles:\n  - models: openai:x\n    context: many\n", 3, "context"),
        ("profiles:\n  - models: openai:x\n    strategy: lines\n", 3, "strategy"),
        ("profiles:\n  - models: gpt-4o\n", 2, "names no provider"),
        ("profiles:\n  - models: a:b\n    price: {input: -1, output: 1, source: s}", 3, "input"),
        ("profiles:\n  - models: a:b\n    price: {input: 1, output: 1}\n", 3, "source"),
        ("- models: a:b\n", 1, "not a list of settings"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WriterError) as refused:
        load_profiles(path)
    assert refused.value.problems[0].line == line
    assert said in str(refused.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriterError, match="there is no file of profiles"):
        load_profiles(tmp_path / "none.yaml")
